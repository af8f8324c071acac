#include "text/graphemes.hpp"

#include <utf8proc.h>

#include <algorithm>

namespace leadbook::text {
namespace {

constexpr char32_t replacement_character = 0xFFFD;
constexpr char32_t emoji_style = 0xFE0F;

bool is_pictograph(char32_t code) {
  const auto* property = utf8proc_get_property(static_cast<utf8proc_int32_t>(code));
  return property->boundclass == UTF8PROC_BOUNDCLASS_EXTENDED_PICTOGRAPHIC;
}

bool starts_keycap(char32_t code) {
  return (code >= '0' && code <= '9') || code == '#' || code == '*';
}

std::size_t columns_of(char32_t code) {
  // Planes 2 and 3 are Han, also where this library's Unicode has nothing assigned yet.
  if (code >= 0x20000 && code <= 0x3FFFD) return 2;
  // Korean vowels and finals are drawn inside the syllable that their initial opened.
  if ((code >= 0x1160 && code <= 0x11FF) || (code >= 0xD7B0 && code <= 0xD7FF)) return 0;
  const int columns = utf8proc_charwidth(static_cast<utf8proc_int32_t>(code));
  return columns < 0 ? 0 : static_cast<std::size_t>(columns);
}

}  // namespace

std::optional<CodePoint> first_code_point(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text.front());
  if (lead < 0x80) return CodePoint{lead, 1};
  utf8proc_int32_t code = -1;
  const auto bytes = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                      static_cast<utf8proc_ssize_t>(text.size()),
                                      &code);
  if (bytes <= 0) return std::nullopt;
  return CodePoint{static_cast<char32_t>(code), static_cast<std::size_t>(bytes)};
}

Grapheme first_grapheme(std::string_view text) {
  const auto start = first_code_point(text);
  if (!start) return {text.substr(0, 1), replacement_character, 1};
  std::size_t end = start->bytes;
  std::size_t columns = columns_of(start->value);
  bool widened = false;
  char32_t previous = start->value;
  utf8proc_int32_t state = 0;
  while (end < text.size()) {
    const auto next = first_code_point(text.substr(end));
    if (!next || utf8proc_grapheme_break_stateful(static_cast<utf8proc_int32_t>(previous),
                                                  static_cast<utf8proc_int32_t>(next->value),
                                                  &state)) {
      break;
    }
    columns += columns_of(next->value);
    widened = widened || (next->value == emoji_style &&
                          (is_pictograph(start->value) || starts_keycap(start->value)));
    previous = next->value;
    end += next->bytes;
  }
  // A sequence of several emoji is drawn as one; all else as wide as its parts.
  if (widened || (columns > 2 && is_pictograph(start->value))) columns = 2;
  return {text.substr(0, end), start->value, columns};
}

}  // namespace leadbook::text
