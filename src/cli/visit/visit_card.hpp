// What is about to be stored of a visit, shown line by line.
#pragma once

#include <string>
#include <vector>

#include "cli/frame/env.hpp"
#include "leadbook/service/visit/visit.hpp"

namespace leadbook::cli {

struct CardLine {
  std::string field;
  std::string label;
  std::vector<std::string> values;  // a line each: firms, promises
  std::string mark;                 // " [guessed]" where it was not said
};

/// The lines of a draft, those with something to say, in the order of `told_fields`: days with
/// their weekday, the round of the project's talks; what is new in the book, guessed or filled in
/// is marked.
std::vector<CardLine> card_lines(Env& env,
                                 const service::TalkDraft& draft,
                                 const service::BookNames& names);

/// Writes them to the messages, numbered, with what is open below.
void show_card(Env& env,
               const service::TalkDraft& draft,
               const service::BookNames& names,
               const std::string& title);

/// What is open about a draft, a sentence each.
std::vector<std::string> open_questions(const service::TalkDraft& draft);

}  // namespace leadbook::cli
