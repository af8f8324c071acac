#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "domain/amount/reader.hpp"
#include "leadbook/text/ascii.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook {
namespace {

constexpr std::size_t longest_text = 256;

std::int64_t factor_of(AmountUnit unit) {
  switch (unit) {
    case AmountUnit::wan:
      return 10'000;
    case AmountUnit::yi:
      return 100'000'000;
    case AmountUnit::yuan:
    case AmountUnit::automatic:
      break;
  }
  return 1;
}

/// Whether all of `rest` is further amounts, each joined to the one before and with its own unit.
bool holds_only_amounts(std::string_view rest) {
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
  AmountReader reader(second.rest(), second.rest(), {});
  return reader.read() && reader.has_unit() && holds_only_amounts(reader.rest());
}

/// The end of `original` that folded to `rest`: folding keeps one character for each.
std::string_view unfold_rest(std::string_view original, std::string_view rest) {
  auto count = std::count_if(
      rest.begin(), rest.end(), [](char byte) { return !text::continues_character(byte); });
  std::size_t at = original.size();
  while (at > 0 && count > 0) {
    if (!text::continues_character(original[--at])) --count;
  }
  return original.substr(at);
}

/// The two ends of 3-5亿, 3亿元至5亿元, "between 3 and 5 billion yuan", as they are written.
struct Ends {
  std::string_view low;
  std::string_view high;
};

std::optional<Ends> split_ends(std::string_view folded) {
  for (const std::string_view opening : {"between ", "from ", "从", "自", "介于"}) {
    if (folded.starts_with(opening)) folded.remove_prefix(opening.size());
  }
  for (const std::string_view sign : {"——", "-", "~", "–", "—", "至", "到", " to ", " and "}) {
    const auto place = folded.find(sign);
    if (place == std::string_view::npos || place == 0) continue;
    const auto low = text::trim(folded.substr(0, place));
    const auto high = text::trim(folded.substr(place + sign.size()));
    Cursor cursor(high);
    cursor.advance(match_currency(high).length);
    cursor.skip_spaces();
    if (starts_with_digits(cursor) || starts_with_numeral(cursor)) return Ends{low, high};
  }
  return {};
}

/// What stands behind the number of `high`, for a `low` that is a number alone: 亿元 of 5亿元, and
/// 千万 of 五千万.
std::string_view words_behind_number(std::string_view high, bool low_is_one_sign) {
  Cursor cursor(high);
  cursor.advance(match_currency(high).length);
  cursor.skip_spaces();
  if (starts_with_digits(cursor)) {
    const auto end = cursor.rest().find_first_not_of("0123456789.,");
    return end == std::string_view::npos ? std::string_view() : cursor.rest().substr(end);
  }
  constexpr std::size_t sign_bytes = 3;
  do {
    cursor.advance(std::min(sign_bytes, cursor.rest().size()));
  } while (!low_is_one_sign && starts_with_numeral(cursor));
  return cursor.rest();
}

bool is_one_numeral(std::string_view text) {
  Cursor cursor(text);
  while (take_qualifier_before(cursor)) cursor.skip_spaces();
  return starts_with_numeral(cursor) && cursor.rest().size() == 3;
}

/// The whole of a text as one amount, with the rules that were in force.
struct WholeAmount {
  Amount amount;
  bool states_scale = false;
  bool states_currency = false;
  bool is_rounded = false;
};

std::optional<WholeAmount> read_whole(std::string_view folded, const AmountRules& rules) {
  AmountReader reader(folded, folded, rules);
  const auto amount = reader.read();
  if (!amount || !reader.rest().empty()) return {};
  return WholeAmount{*amount, reader.states_scale(), reader.states_currency(), reader.is_rounded()};
}

/// The rules with the currency that the other end states.
AmountRules in_currency(AmountRules rules, Currency currency) {
  const bool counts = rules.unit && !rules.needs_bare;
  rules.unit = MoneyUnit{counts ? rules.unit->factor : 1, currency};
  rules.needs_bare = false;
  return rules;
}

struct AmountRange {
  WholeAmount low;
  Amount high;
};

/// A range whose ends are of one currency, the lower first. Each end may leave to the other what
/// both share.
std::optional<AmountRange> read_range(std::string_view folded, const AmountRules& rules) {
  const auto ends = split_ends(folded);
  if (!ends) return {};
  const auto alone = read_whole(ends->low, {.unit = MoneyUnit{}, .rounds = rules.rounds});
  if (!alone) return {};
  std::string low_text(ends->low);
  if (!alone->states_scale) low_text += words_behind_number(ends->high, is_one_numeral(ends->low));
  auto high_rules = rules;
  if (alone->states_currency) high_rules = in_currency(rules, alone->amount.money.currency);
  const auto high = read_whole(ends->high, high_rules);
  if (!high) return {};
  auto low_rules = rules;
  if (high->states_currency) low_rules = in_currency(rules, high->amount.money.currency);
  auto low = read_whole(low_text, low_rules);
  if (!low || low->amount.money.currency != high->amount.money.currency) return {};
  if (low->amount.money.minor >= high->amount.money.minor) return {};
  low->states_scale = low->states_scale || high->states_scale;
  low->states_currency = low->states_currency || high->states_currency;
  return AmountRange{*low, high->amount};
}

/// A range is at least its lower end; the other is kept with the words.
ParsedAmount take_range(AmountRange range, std::string_view text) {
  range.low.amount.qualifier = Qualifier::at_least;
  const auto taken = format_amount(range.low.amount, AmountUnit::automatic);
  const auto most = format_amount({range.high.money, Qualifier::exact}, AmountUnit::automatic);
  return {.amount = range.low.amount,
          .note = say("'{}' is a range: taken as {}; that it is up to {} is kept in the note",
                      quote_input(text),
                      taken,
                      most),
          .kept = std::string(text),
          .is_rounded = range.low.is_rounded,
          .states_scale = range.low.states_scale,
          .states_currency = range.low.states_currency};
}

}  // namespace

Result<ParsedAmount> parse_amount(std::string_view text, const AmountRules& rules) {
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
  if (says_undisclosed(*folded) || is_vague_amount(*folded)) {
    return ParsedAmount{.kept = std::string(text)};
  }
  if (auto range = read_range(*folded, rules)) return take_range(*range, text);
  AmountReader reader(*folded, text, rules);
  auto amount = reader.read();
  if (!amount) return amount.problem();
  ParsedAmount parsed{.amount = *amount,
                      .is_rounded = reader.is_rounded(),
                      .states_scale = reader.states_scale(),
                      .states_currency = reader.states_currency()};
  if (reader.rest().empty()) return parsed;
  if (!reader.has_unit() || !holds_only_amounts(reader.rest())) return reader.problem_with_rest();
  const std::string taken = format_amount(*amount, AmountUnit::automatic);
  const std::string left_out = quote_input(unfold_rest(text, reader.rest()));
  parsed.note = say("took {} and left out '{}'", taken, left_out);
  parsed.kept = text;
  return parsed;
}

AmountRules rules_of_bare(std::optional<AmountUnit> bare) {
  AmountRules rules{.needs_bare = true};
  if (bare && *bare != AmountUnit::automatic) rules.unit = MoneyUnit{factor_of(*bare), {}};
  return rules;
}

Result<ParsedAmount> parse_amount(std::string_view text, std::optional<AmountUnit> bare) {
  return parse_amount(text, rules_of_bare(bare));
}

namespace {

/// "10 000 yuan" with its thousands together.
std::string close_thousands(std::string_view folded) {
  std::string closed;
  for (std::size_t at = 0; at < folded.size(); ++at) {
    const bool is_within = folded[at] == ' ' && !closed.empty() && text::is_digit(closed.back());
    const auto next = folded.find_first_not_of(' ', at);
    const auto group = next == std::string_view::npos ? std::string_view() : folded.substr(next, 3);
    const bool is_group =
        group.size() == 3 && std::all_of(group.begin(), group.end(), text::is_digit);
    if (!is_within || !is_group) closed += folded[at];
  }
  return closed;
}

}  // namespace

Result<MoneyUnit> parse_money_unit(std::string_view text) {
  const auto folded = fold_amount_text(text);
  const Problem problem{say("'{}' is not a unit of money", quote_input(text))};
  if (!folded) return problem;
  MoneyUnit unit;
  bool has_scale = false;
  Decimal number;
  const auto closed = close_thousands(*folded);
  Cursor cursor(closed);
  for (cursor.skip_spaces(); !cursor.at_end(); cursor.skip_spaces()) {
    if (cursor.take("in") || cursor.take("of")) continue;
    if (const auto match = match_currency(cursor.rest()); match.row != nullptr) {
      const bool is_yuan_word = cursor.rest().substr(0, match.length) == "元";
      const auto currency = Currency::parse(match.row->code);
      if (unit.currency && *unit.currency != *currency && !is_yuan_word) return problem;
      if (!unit.currency) unit.currency = *currency;
      cursor.advance(match.length);
    } else if (const auto* scale = take_scale_or_plural(cursor); scale != nullptr) {
      if (has_scale) return problem;
      has_scale = true;
      unit.factor *= scale->factor;
    } else if (starts_with_digits(cursor) && number.whole == 0) {
      constexpr Wide most = 100'000'000;
      if (read_digits(cursor, number) || number.fraction != 0 || number.whole > most)
        return problem;
      unit.factor *= static_cast<std::int64_t>(number.whole);
    } else {
      return problem;
    }
  }
  if ((!has_scale && !unit.currency) || unit.factor == 0) return problem;
  return unit;
}

}  // namespace leadbook
