#include "domain/condition/text.hpp"

#include <algorithm>

#include "leadbook/text/utf8.hpp"

namespace leadbook::conditions {
namespace {

constexpr std::size_t shown_columns = 72;
constexpr std::size_t columns_before = 40;  // at most, where both sides are long

char32_t plain_symbol(char32_t code) {
  constexpr char32_t width = U'！' - U'!';
  if (code >= U'！' && code <= U'～') code -= width;
  if (code >= U'A' && code <= U'Z') return code - U'A' + U'a';
  switch (code) {
    case U'\t':
    case U'\n':
    case U'\u00A0':
    case U'\u3000':
      return U' ';
    case U'”':
      return U'“';
    case U'’':
      return U'‘';
    case U'、':
      return U',';
    default:
      return code;
  }
}

std::size_t bytes_of(char32_t code) {
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}

/// The end of the text, at most `columns` wide, with "…" before it where something was cut.
std::string cut_front(std::string_view text, std::size_t columns) {
  if (text::display_width(text) <= columns) return std::string(text);
  std::u32string codes = text::decode(text);
  // Beyond this many there is nothing but marks without a width.
  codes.erase(0, codes.size() - std::min(codes.size(), columns * 4));
  while (!codes.empty() && text::display_width(text::encode(codes)) + 1 > columns)
    codes.erase(0, 1);
  return "…" + text::encode(codes);
}

}  // namespace

std::u32string plain_symbols(std::string_view text) {
  std::u32string symbols = text::decode(text);
  std::transform(symbols.begin(), symbols.end(), symbols.begin(), plain_symbol);
  return symbols;
}

bool is_latin(char32_t symbol) {
  const bool is_letter = (symbol >= U'a' && symbol <= U'z') || (symbol >= 0xC0 && symbol <= 0x24F);
  const bool is_digit = symbol >= U'0' && symbol <= U'9';
  constexpr std::u32string_view within = U"_-./";
  return is_letter || is_digit || (symbol != 0 && within.find(symbol) != within.npos);
}

ConditionText::ConditionText(std::string_view text) : text_(text), symbols_(plain_symbols(text)) {
  offsets_.reserve(symbols_.size() + 1);
  std::size_t offset = 0;
  for (const char32_t code : text::decode(text)) {
    offsets_.push_back(offset);
    offset += bytes_of(code);
  }
  offsets_.push_back(offset);
}

std::size_t ConditionText::skip_blanks(std::size_t place) const {
  while (is_blank(place)) ++place;
  return place;
}

std::optional<std::size_t> ConditionText::after(std::size_t place,
                                                std::u32string_view words) const {
  for (const char32_t symbol : words) {
    if (symbol == U' ' && is_blank(place)) {
      place = skip_blanks(place);
      continue;
    }
    const bool is_joint = symbol == U' ' && (at(place) == U'_' || at(place) == U'-');
    if (at(place) != symbol && !is_joint) return {};
    ++place;
  }
  if (is_latin(words.back()) && is_latin(at(place))) return {};
  return place;
}

std::string_view ConditionText::slice(std::size_t first, std::size_t last) const {
  return text_.substr(offsets_[first], offsets_[last] - offsets_[first]);
}

Problem ConditionText::problem(const std::string& message, std::size_t place) const {
  return problem_at(message, text_, offsets_[std::min(place, symbols_.size())]);
}

std::string squeeze(std::string_view text) {
  std::u32string squeezed;
  for (const char32_t code : text::decode(text)) {
    const bool is_blank = plain_symbol(code) == U' ';
    if (!is_blank) squeezed += code;
    if (is_blank && !squeezed.empty() && squeezed.back() != U' ') squeezed += U' ';
  }
  if (!squeezed.empty() && squeezed.back() == U' ') squeezed.pop_back();
  return text::encode(squeezed);
}

Problem problem_at(const std::string& message, std::string_view text, std::size_t offset) {
  const std::string behind = text::visible(text.substr(offset));
  const std::size_t room = shown_columns - std::min(shown_columns, text::display_width(behind));
  const std::string before =
      cut_front(text::visible(text.substr(0, offset)), std::max(columns_before, room));
  const std::size_t column = text::display_width(before);
  return {message + "\n" + before + text::cut(behind, shown_columns - column) + "\n" +
          std::string(column, ' ') + "^"};
}

}  // namespace leadbook::conditions
