// The phrases by which a report's sentences are known for what they tell. To teach the reader one,
// add it to its table and an example to tests/unit/draft_test.cpp.
#pragma once

#include <optional>
#include <string_view>

#include "leadbook/domain/record/event.hpp"
#include "leadbook/domain/record/negotiation.hpp"
#include "leadbook/domain/record/signing.hpp"
#include "leadbook/domain/record/stage.hpp"

namespace leadbook::service::drafting {

/// How far a text says something has come; hopes, plans and denials are none.
std::optional<Stage> stage_said(std::string_view text);

/// What sort of paper a text says was signed; nothing where nothing was.
std::optional<SigningKind> signing_said(std::string_view text);

/// What a talk came to.
Outcome outcome_said(std::string_view text);

/// Whether a text tells of a talk or a visit.
bool tells_talk(std::string_view text);

/// What kind of event a title ends as; nothing for meetings that are none of the book.
std::optional<EventKind> event_kind(std::string_view title);

/// Where in a sentence somebody begins to wish, order or promise; its length where nobody does.
std::size_t speech_begin(std::string_view text);

/// Whether a text is about what is to come: 将, 拟, 力争, "will".
bool is_to_come(std::string_view text);

/// The last of those words right before something, within its clause.
bool is_hoped_for(std::string_view before);

}  // namespace leadbook::service::drafting
