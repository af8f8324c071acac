// Texts as a search compares them, and where a text as it is written holds what was searched.
#include "leadbook/domain/naming/search_form.hpp"

#include <vector>

#include "leadbook/domain/place/characters.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook {

std::string search_form(std::string_view text) {
  std::string form = text::fold(text);
  // A common Han character is three bytes, and so is its Simplified form.
  for (std::size_t at = 0; at + 2 < form.size(); ++at) {
    const auto byte = [&](std::size_t next) { return static_cast<unsigned char>(form[at + next]); };
    if (byte(0) < 0xE4 || byte(0) > 0xE9) continue;
    const auto code =
        static_cast<char32_t>((byte(0) & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F));
    const auto simple = simplify(code);
    if (simple != code) {
      form[at] = static_cast<char>(0xE0 | simple >> 12);
      form[at + 1] = static_cast<char>(0x80 | (simple >> 6 & 0x3F));
      form[at + 2] = static_cast<char>(0x80 | (simple & 0x3F));
    }
    at += 2;
  }
  return form;
}

std::optional<Stretch> place_of(std::string_view searched, std::string_view written) {
  std::string form;
  std::vector<std::size_t> begins;  // of the character each byte of the form comes from
  std::size_t at = 0;
  for (const auto code : text::decode(written)) {
    const auto character = text::encode(std::u32string_view(&code, 1));
    auto folded = search_form(character);
    if (folded.empty() && text::trim(character).empty()) folded = " ";
    begins.resize(begins.size() + folded.size(), at);
    form += folded;
    at += character.size();
  }
  begins.push_back(written.size());
  const auto wanted = search_form(searched);
  const auto in_written = [&](std::size_t first, std::size_t last) {
    // To the end of the character in which it ends.
    while (last < form.size() && begins[last] == begins[last - 1]) ++last;
    return Stretch{begins[first], begins[last]};
  };
  if (wanted.empty()) return {};
  if (const auto found = form.find(wanted); found != std::string::npos) {
    return in_written(found, found + wanted.size());
  }
  const auto pinyin = Pinyin::parse(searched);
  const auto read = pinyin ? pinyin->find(form) : std::nullopt;
  if (!read) return {};
  return in_written(read->place.first, read->place.last);
}

}  // namespace leadbook
