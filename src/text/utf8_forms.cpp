#include <fmt/format.h>
#include <utf8proc.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <memory>

#include "leadbook/text/utf8.hpp"
#include "text/graphemes.hpp"

namespace leadbook::text {
namespace {

constexpr char32_t non_joiner = 0x200C;
constexpr char32_t joiner = 0x200D;

bool is_unprintable(char32_t code) {
  // The joiners shape Persian and emoji; Han of planes 2 and 3 may be newer than the library.
  if (code == non_joiner || code == joiner || (code >= 0x20000 && code <= 0x3FFFD)) return false;
  const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(code));
  return category == UTF8PROC_CATEGORY_CC || category == UTF8PROC_CATEGORY_CF ||
         category == UTF8PROC_CATEGORY_CN || category == UTF8PROC_CATEGORY_ZL ||
         category == UTF8PROC_CATEGORY_ZP;
}

std::string picture_of(char32_t code) {
  if (code < 0x20) return encode(std::u32string(1, 0x2400 + code));
  if (code == 0x7F) return "␡";
  return fmt::format("<U+{:04X}>", static_cast<std::uint32_t>(code));
}

/// Whether folding changes nothing but the case of ASCII letters: text of ASCII and of the common
/// Han characters, U+4E00 to U+9FFF.
bool folds_by_byte(std::string_view text) {
  const auto is_further = [](char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
  };
  for (std::size_t at = 0; at < text.size();) {
    const auto lead = static_cast<unsigned char>(text[at]);
    if (lead < 0x80) {
      ++at;
      continue;
    }
    if (lead < 0xE4 || lead > 0xE9 || at + 2 >= text.size()) return false;
    if (!is_further(text[at + 1]) || !is_further(text[at + 2])) return false;
    if (lead == 0xE4 && static_cast<unsigned char>(text[at + 1]) < 0xB8) return false;
    at += 3;
  }
  return true;
}

std::string map_compatible(std::string_view text) {
  const auto options = static_cast<utf8proc_option_t>(
      UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE);
  utf8proc_uint8_t* mapped = nullptr;
  const auto size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                 static_cast<utf8proc_ssize_t>(text.size()),
                                 &mapped,
                                 options);
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(mapped, &std::free);
  // Text that is not UTF-8 comes here once more, repaired.
  if (size < 0) return map_compatible(encode(decode(text)));
  return std::string(reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(size));
}

std::string collapse_blanks(std::string_view text) {
  std::string collapsed;
  collapsed.reserve(text.size());
  for (const char byte : trim(text)) {
    const bool blank = byte == ' ' || (byte >= '\t' && byte <= '\r');
    if (!blank) {
      collapsed += byte;
    } else if (collapsed.back() != ' ') {
      collapsed += ' ';
    }
  }
  return collapsed;
}

}  // namespace

std::string visible(std::string_view text) {
  if (simple_width(text)) return std::string(text);
  std::string shown;
  shown.reserve(text.size());
  while (!text.empty()) {
    const auto code = first_code_point(text);
    const std::size_t bytes = code ? code->bytes : 1;
    if (!code) {
      shown += "\uFFFD";
    } else if (is_unprintable(code->value)) {
      shown += picture_of(code->value);
    } else {
      shown += text.substr(0, bytes);
    }
    text.remove_prefix(bytes);
  }
  return shown;
}

std::string fold(std::string_view text) {
  if (!folds_by_byte(text)) return collapse_blanks(map_compatible(text));
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(), [](char byte) {
    return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
  });
  return collapse_blanks(lower);
}

}  // namespace leadbook::text
