// The words around the number of an amount: how exact it is, its scale, and that it is unknown.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/amount/text.hpp"
#include "leadbook/domain/amount/money.hpp"

namespace leadbook {

/// Whether the folded text says that an amount is not known: 不详, "n/a", "--", "".
bool says_unknown(std::string_view folded);
/// Whether it says why there is none: "undisclosed", 未披露, 面议.
bool says_undisclosed(std::string_view folded);
/// Whether it tells of a size and no amount: 数千万元, 十几亿, "several hundred million yuan".
bool is_vague_amount(std::string_view folded);

/// A qualifier before the number ("more than", 近), within or behind it (余, 左右, "or more").
std::optional<Qualifier> take_qualifier_before(Cursor& cursor);
std::optional<Qualifier> take_qualifier_within(Cursor& cursor);
std::optional<Qualifier> take_qualifier_behind(Cursor& cursor);

struct Scale {
  std::string_view word;
  std::int64_t factor;
  bool is_unit = true;  // 十 百 千 alone do not say what the number counts
};

/// The scale that stands next, 万亿 before 万; `take` moves past it.
const Scale* peek_scale(const Cursor& cursor);
const Scale* take_scale(Cursor& cursor);
/// The same, also of "millions" and "'000".
const Scale* take_scale_or_plural(Cursor& cursor);

/// Whether the scale is written in Chinese.
bool is_chinese(const Scale& scale);

/// Scales and qualifiers as suggestions for a word not understood.
const std::vector<std::string>& suggested_words();

/// Moves past what joins a second amount to the first: a comma, a bracket, 折合. False where
/// nothing does.
bool take_joint(Cursor& cursor);

}  // namespace leadbook
