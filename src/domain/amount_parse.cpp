#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "domain/amount_reader.hpp"
#include "domain/amount_text.hpp"
#include "domain/amount_words.hpp"
#include "leadbook/domain/money.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook {
namespace {

constexpr std::size_t longest_text = 256;

/// Whether all of `rest` is further amounts, each joined to the one before and with its own unit.
bool holds_only_amounts(std::string_view rest, std::optional<AmountUnit> bare) {
  Cursor cursor(rest);
  cursor.skip_spaces();
  if (cursor.at_end()) return true;
  std::string_view inner = cursor.rest();
  const bool opens = inner.front() == '(' || inner.front() == '[';
  if (opens) {
    if (inner.back() != (inner.front() == '(' ? ')' : ']')) return false;
    inner.remove_suffix(1);
  }
  Cursor second(inner);
  if (!take_joint(second)) return false;
  AmountReader reader(second.rest(), second.rest(), bare);
  return reader.read() && reader.has_unit() && holds_only_amounts(reader.rest(), bare);
}

/// The end of `original` that folded to `rest`: folding keeps one character for each.
std::string_view unfold_rest(std::string_view original, std::string_view rest) {
  const auto starts_character = [](char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
  };
  auto count = std::count_if(rest.begin(), rest.end(), starts_character);
  std::size_t at = original.size();
  while (at > 0 && count > 0) {
    if (starts_character(original[--at])) --count;
  }
  return original.substr(at);
}

}  // namespace

Result<ParsedAmount> parse_amount(std::string_view text, std::optional<AmountUnit> bare) {
  text = text::trim(text);
  if (text.size() > longest_text) {
    const std::string quoted = quote_input(text.substr(0, longest_text));
    return Problem{say("'{}' is too long for an amount", quoted)};
  }
  const auto folded = fold_amount_text(text);
  if (!folded) {
    const std::string quoted = quote_input(text);
    return Problem{
        say("'{}' holds a control character or is not UTF-8: type the amount anew", quoted)};
  }
  if (says_unknown(*folded)) return ParsedAmount{};
  AmountReader reader(*folded, text, bare);
  auto amount = reader.read();
  if (!amount) return amount.problem();
  if (reader.rest().empty()) return ParsedAmount{.amount = *amount, .note = ""};
  if (!reader.has_unit() || !holds_only_amounts(reader.rest(), bare)) {
    return reader.problem_with_rest();
  }
  const std::string taken = format_amount(*amount, AmountUnit::automatic);
  const std::string left_out = quote_input(unfold_rest(text, reader.rest()));
  return ParsedAmount{.amount = *amount, .note = say("took {} and left out '{}'", taken, left_out)};
}

}  // namespace leadbook
