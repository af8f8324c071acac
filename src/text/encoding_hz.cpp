#include "text/encoding_hz.hpp"

#include <cstddef>

namespace leadbook::text {
namespace {

constexpr char high_bit = '\x80';

bool is_ascii(char byte) { return (byte & high_bit) == 0; }

std::size_t character_size(std::string_view text) {
  std::size_t size = 1;
  while (size < text.size() && (text[size] & '\xC0') == high_bit) ++size;
  return size;
}

}  // namespace

HzStop decode_hz(std::string_view& bytes,
                 bool& shifted,
                 const ConvertCharacter& from_gb,
                 std::string& text) {
  while (!bytes.empty()) {
    const char first = bytes[0];
    const bool pair = first == '~' || (shifted && first != '\n');
    if (!is_ascii(first)) return HzStop::bad;
    if (!pair) {
      text += first;
      bytes.remove_prefix(1);
      if (first == '\n') shifted = false;  // a line end closes what was left open
      continue;
    }
    if (bytes.size() < 2) return HzStop::unfinished;
    const char second = bytes[1];
    if (first != '~') {
      const std::string gb = {static_cast<char>(first | high_bit),
                              static_cast<char>(second | high_bit)};
      const auto character = from_gb(gb);
      if (character.empty() || !is_ascii(second)) return HzStop::bad;
      text += character;
    } else if (second == '{' || second == '}') {
      shifted = second == '{';
    } else if (second == '~' && !shifted) {
      text += '~';
    } else if (second != '\n') {
      return HzStop::bad;
    }
    bytes.remove_prefix(2);
  }
  return HzStop::end;
}

std::string encode_hz(std::string_view text, const ConvertCharacter& to_gb) {
  std::string encoded;
  bool shifted = false;
  const auto shift = [&](bool to) {
    if (shifted != to) encoded += to ? "~{" : "~}";
    shifted = to;
  };
  while (!text.empty()) {
    const auto size = character_size(text);
    const auto gb = size == 1 ? std::string() : to_gb(text.substr(0, size));
    shift(gb.size() == 2);
    if (gb.size() == 2) {
      for (const char byte : gb) encoded += static_cast<char>(byte & ~high_bit);
    } else if (size > 1 || !is_ascii(text[0])) {
      encoded += '?';
    } else {
      encoded.append(text[0] == '~' ? 2 : 1, text[0]);
    }
    text.remove_prefix(size);
  }
  shift(false);
  return encoded;
}

}  // namespace leadbook::text
