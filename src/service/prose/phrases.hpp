// The words by which loose words are known for what they are. To teach the reader a phrase, add it
// to its table, and to the examples in tests/unit/prose_test.cpp.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "leadbook/domain/record/negotiation.hpp"

namespace leadbook::service::phrases {

/// On whose side a person of some post sits.
enum class Side : std::uint8_t { theirs, ours };

/// The post at the end or the beginning of a text: 董事长, 区委书记, 王总.
struct Post {
  std::string_view title;
  Side side = Side::theirs;
};
std::optional<Post> post_at_end(std::string_view text);
std::optional<Post> post_at_start(std::string_view text);

/// Whether a text ends as names of firms and chambers do.
bool ends_as_firm(std::string_view text);
/// Whether it ends as titles of projects do: 项目, 产业园, 生产线.
bool ends_as_project(std::string_view text);
/// Whether it ends as offices and sides do, who may promise something.
bool ends_as_party(std::string_view text);
/// Whether it holds what only sentences do: a verb of talking, a mark.
bool reads_as_sentence(std::string_view text);

/// What a text that begins so goes on with; nothing where it does not.
std::optional<std::string_view> behind_next_step(std::string_view text);  // 下一步邀请来访
std::optional<std::string_view> behind_meeting(std::string_view text);    // 与..., 拜访...
std::optional<std::string_view> behind_talking(std::string_view text);    // 洽谈..., 就...
std::optional<std::string_view> behind_place(std::string_view text);      // 在长春, 地点长春
/// The text before words that only close a statement about its subject: 进行洽谈, 达成.
std::string_view before_talking(std::string_view text);

/// How they met where a verb says so: 拜访 is on site.
std::optional<NegotiationMode> mode_said(std::string_view text);

/// The outcome a text speaks of, where it does not deny, hope for or plan it.
std::optional<Outcome> outcome_said(std::string_view text);

}  // namespace leadbook::service::phrases
