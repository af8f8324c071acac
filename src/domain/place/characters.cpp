#include "leadbook/domain/place/characters.hpp"

#include <array>
#include <cstddef>
#include <stdexcept>

#include "leadbook/text/embedded.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook {
namespace {

constexpr char32_t first_han = 0x4E00;
constexpr char32_t last_han = 0x9FFF;

using HanTable = std::array<char16_t, last_han - first_han + 1>;

/// data/han/simplified.txt: each Traditional character with its Simplified form after it.
HanTable make_simplified() {
  HanTable table;
  for (std::size_t at = 0; at < table.size(); ++at) {
    table[at] = static_cast<char16_t>(first_han + at);
  }
  for (const auto line : text::split(han_table("simplified"), '\n')) {
    const auto pairs = text::decode(line);
    for (std::size_t at = 0; at + 1 < pairs.size(); at += 2) {
      table[pairs[at] - first_han] = static_cast<char16_t>(pairs[at + 1]);
    }
  }
  return table;
}

/// The folded form of a character that has one of its own: ASCII, its full-width twin, common Han.
/// Nothing (0) where the whole text decides.
char32_t fold_alone(char32_t code) {
  if (code >= U'！' && code <= U'～') code -= U'！' - U'!';
  if (code == U'　') code = U' ';
  if (code >= U'A' && code <= U'Z') return code - U'A' + U'a';
  if (code > U' ' && code < 0x7F) return code;
  return code >= first_han && code <= last_han ? simplify(code) : 0;
}

}  // namespace

std::string_view han_table(std::string_view name) {
  for (const auto& file : embedded::han()) {
    if (file.name == name) return file.text;
  }
  throw std::logic_error("a table of characters is missing");
}

char32_t simplify(char32_t code) {
  static const HanTable simplified = make_simplified();
  if (code < first_han || code > last_han) return code;
  return simplified[code - first_han];
}

std::u32string fold_name(std::string_view text) {
  // Nearly all names hold only characters that fold alone; the rest takes the long way.
  std::u32string folded = text::decode(text);
  bool alone = true;
  for (char32_t& code : folded) {
    const char32_t form = fold_alone(code);
    alone = alone && (form != 0 || code == U' ');
    if (form != 0) code = form;
  }
  if (alone) return folded;
  folded = text::decode(text::fold(text));
  for (char32_t& code : folded) code = simplify(code);
  return folded;
}

bool is_han(char32_t code) {
  return (code >= 0x3400 && code <= last_han) || code == U'〇' ||
         (code >= 0x20000 && code <= 0x3FFFF) || (code >= 0xF900 && code <= 0xFAFF);
}

bool is_word_character(char32_t code) {
  if (code < 0x80) return (code >= U'a' && code <= U'z') || (code >= U'0' && code <= U'9');
  // Letters of other scripts; punctuation of Unicode's first pages and of Han text is none.
  return code >= 0xC0 && code != U'×' && code != U'÷' && !is_han(code) &&
         !(code >= 0x2000 && code <= 0x303F) && !(code >= 0xFE00 && code <= 0xFF0F);
}

}  // namespace leadbook
