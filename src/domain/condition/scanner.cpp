#include "domain/condition/scanner.hpp"

#include <algorithm>

namespace leadbook::conditions {
namespace {

bool is_digit(char32_t symbol) { return symbol >= U'0' && symbol <= U'9'; }

bool is_letter(char32_t symbol) { return symbol >= U'a' && symbol <= U'z'; }

}  // namespace

Scanner::Scanner(std::string_view text, std::span<const Criterion> criteria) : text_(text) {
  for (std::size_t index = 0; index < criteria.size(); ++index) {
    add_name(criteria[index].name, index);
    add_name(criteria[index].english, index);
    add_name(criteria[index].chinese, index);
    for (const auto& synonym : criteria[index].synonyms) add_name(synonym, index);
  }
}

void Scanner::add_name(std::string_view name, std::size_t criterion) {
  std::u32string symbols = plain_symbols(name);
  std::replace(symbols.begin(), symbols.end(), U'_', U' ');
  std::replace(symbols.begin(), symbols.end(), U'-', U' ');
  if (!symbols.empty()) names_.push_back({std::move(symbols), criterion});
}

bool Scanner::is_quotation_mark(std::size_t place) const {
  constexpr std::u32string_view marks = U"'\"“‘";
  return !text_.is_end(place) && marks.find(text_.at(place)) != marks.npos;
}

bool Scanner::is_delimiter(std::size_t place) const {
  constexpr std::u32string_view delimiters = U"(),=<>≠≤≥";
  const char32_t symbol = text_.at(place);
  if (symbol == U'!') return text_.at(place + 1) == U'=' || text_.at(place + 1) == U'~';
  return !text_.is_end(place) && delimiters.find(symbol) != delimiters.npos;
}

bool Scanner::is_word_end(std::size_t place) const {
  return text_.is_end(place) || text_.is_blank(place) || is_delimiter(place);
}

std::optional<Found<std::size_t>> Scanner::criterion_at(std::size_t place) const {
  std::optional<Found<std::size_t>> longest;
  for (const auto& name : names_) {
    const auto end = text_.after(place, name.symbols);
    if (!end || (longest && *end <= longest->end)) continue;
    if (is_word_end(*end) || operator_at(*end)) longest = {name.criterion, *end};
  }
  return longest;
}

std::optional<Found<const Operator*>> Scanner::operator_at(std::size_t place) const {
  std::optional<Found<const Operator*>> longest;
  for (const auto& one : operators()) {
    const auto end = text_.after(place, one.words);
    if (!end || (longest && *end <= longest->end)) continue;
    // 为空 may also begin a value: 为空港.
    const bool must_end = one.comparison == Comparison::unknown;
    if (must_end && !is_word_end(*end) && !connective_at(*end)) continue;
    longest = {&one, *end};
  }
  return longest;
}

std::optional<Found<Shape>> Scanner::connective_at(std::size_t place) const {
  std::optional<Found<Shape>> longest;
  for (const auto& connective : connectives()) {
    const auto end = text_.after(place, connective.words);
    if (end && (!longest || *end > longest->end)) longest = {connective.shape, *end};
  }
  return longest;
}

std::optional<std::size_t> Scanner::after_negation(std::size_t place) const {
  for (const auto words : negations()) {
    if (const auto end = text_.after(place, words)) return end;
  }
  return {};
}

/// Whether a condition can begin here: 平区 of 和平区 is no condition, 金额大于1亿 is.
bool Scanner::begins_test(std::size_t place) const {
  while (true) {
    place = text_.skip_blanks(place);
    if (const auto criterion = criterion_at(place)) {
      if (operator_at(text_.skip_blanks(criterion->end))) return true;
    }
    const auto end = text_.at(place) == U'(' ? std::optional(place + 1) : after_negation(place);
    if (!end) return false;
    place = *end;
  }
}

/// Whether a value that began at `begin` ends here with "and" or "or": as a word of its own, or
/// run together with a condition behind it.
bool Scanner::joins_tests(std::size_t place, std::size_t begin) const {
  const auto connective = connective_at(place);
  if (!connective) return false;
  const bool is_sign = !is_latin(text_.at(place)) && text_.at(place) < 0x80;
  if (is_sign) return true;
  if (place > begin && is_latin(text_.at(place)) && is_latin(text_.at(place - 1))) return false;
  const bool stands_alone = (place == begin || text_.is_blank(place - 1)) &&
                            (is_word_end(connective->end) || is_quotation_mark(connective->end));
  return stands_alone || begins_test(connective->end);
}

/// Whether a comma parts the thousands of a number from three digits.
bool Scanner::is_thousands_comma(std::size_t place) const {
  if (text_.at(place) != U',' || place == 0 || !is_digit(text_.at(place - 1))) return false;
  for (const std::size_t behind : {1U, 2U, 3U}) {
    if (!is_digit(text_.at(place + behind))) return false;
  }
  return !is_digit(text_.at(place + 4));
}

bool Scanner::ends_value(std::size_t place, std::size_t begin, Context context) const {
  if (text_.is_end(place)) return true;
  if (is_delimiter(place)) return context == Context::list || !is_thousands_comma(place);
  if (is_quotation_mark(place)) {
    // The apostrophe of Xi'an.
    const bool is_apostrophe = text_.at(place) == U'\'' || text_.at(place) == U'‘';
    return !is_apostrophe || place == begin || !is_letter(text_.at(place - 1)) ||
           !is_letter(text_.at(place + 1));
  }
  if (context == Context::range_first && after_range_joint(place)) {
    return place == begin || !is_latin(text_.at(place)) || !is_latin(text_.at(place - 1));
  }
  if (context == Context::range_last && text_.after(place, range_closing)) return true;
  return joins_tests(place, begin);
}

Found<Value> Scanner::quoted_value_at(std::size_t place) const {
  const char32_t mark = text_.at(place);
  std::string typed;
  std::size_t first = place + 1;
  for (place = first; !text_.is_end(place); ++place) {
    if (text_.at(place) != mark) continue;
    const bool is_doubled = text_.at(place + 1) == mark;
    typed += text_.slice(first, is_doubled ? place + 1 : place);
    if (!is_doubled) return {{squeeze(typed), true, true}, place + 1};
    first = ++place + 1;
  }
  return {{"", true, false}, place};
}

std::optional<Found<Value>> Scanner::value_at(std::size_t place, Context context) const {
  if (is_quotation_mark(place)) return quoted_value_at(place);
  std::size_t end = place;
  while (!ends_value(end, place, context)) ++end;
  if (end == place) return {};
  return Found<Value>{{squeeze(text_.slice(place, end))}, end};
}

std::optional<std::size_t> Scanner::after_range_joint(std::size_t place) const {
  for (const auto words : range_joints()) {
    if (const auto end = text_.after(place, words)) return end;
  }
  const auto connective = connective_at(place);
  if (!connective || connective->what != Shape::all) return {};
  return connective->end;
}

std::string Scanner::unknown_name_at(std::size_t place) const {
  const std::size_t begin = place;
  while (!text_.is_end(place) && !is_delimiter(place) && !is_quotation_mark(place)) {
    const bool is_within_word =
        place > begin && is_latin(text_.at(place - 1)) && is_latin(text_.at(place));
    if (!is_within_word) {
      if (place > begin && operator_at(place)) break;
      if (connective_at(place) && joins_tests(place, begin)) break;
    }
    ++place;
  }
  return squeeze(text_.slice(begin, place));
}

}  // namespace leadbook::conditions
