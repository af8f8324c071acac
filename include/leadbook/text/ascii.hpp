// Letters and digits of ASCII and the bytes of characters of UTF-8, one at a time.
#pragma once

#include <cstddef>
#include <string_view>

namespace leadbook::text {

constexpr bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

constexpr bool is_small_letter(char byte) { return byte >= 'a' && byte <= 'z'; }

constexpr bool is_capital(char byte) { return byte >= 'A' && byte <= 'Z'; }

constexpr char to_small(char byte) {
  return is_capital(byte) ? static_cast<char>(byte - 'A' + 'a') : byte;
}

constexpr char to_capital(char byte) {
  return is_small_letter(byte) ? static_cast<char>(byte - 'a' + 'A') : byte;
}

/// Whether a byte goes on with a character that one before it began.
constexpr bool continues_character(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

/// Characters of a text, each code point for itself.
constexpr std::size_t count_characters(std::string_view text) {
  std::size_t count = 0;
  for (const char byte : text) {
    if (!continues_character(byte)) ++count;
  }
  return count;
}

/// Bytes of the character a text begins with; 0 where it is empty.
constexpr std::size_t first_length(std::string_view text) {
  if (text.empty()) return 0;
  std::size_t length = 1;
  while (length < text.size() && continues_character(text[length])) ++length;
  return length;
}

}  // namespace leadbook::text
