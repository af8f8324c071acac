#include "leadbook/text/utf8.hpp"

#include <algorithm>

#include "text/graphemes.hpp"

namespace leadbook::text {
namespace {

constexpr char32_t replacement = 0xFFFD;

bool is_forbidden(char32_t code) {
  return (code < 0x20 && code != '\t' && code != '\n') || (code >= 0x7F && code <= 0x9F);
}

/// Bytes of the blank at the start of the text, 0 where there is none.
std::size_t leading_blank(std::string_view text) {
  if (text.empty()) return 0;
  if (text.front() == ' ' || (text.front() >= '\t' && text.front() <= '\r')) return 1;
  if (text.starts_with("\u00A0")) return 2;
  return text.starts_with("\u3000") ? 3 : 0;
}

std::size_t trailing_blank(std::string_view text) {
  if (text.empty()) return 0;
  if (text.back() == ' ' || (text.back() >= '\t' && text.back() <= '\r')) return 1;
  if (text.ends_with("\u00A0")) return 2;
  return text.ends_with("\u3000") ? 3 : 0;
}

void append(std::string& text, char32_t code) {
  const auto put = [&text](char32_t byte) { text += static_cast<char>(byte); };
  if (code < 0x80) {
    put(code);
  } else if (code < 0x800) {
    put(0xC0 | (code >> 6));
    put(0x80 | (code & 0x3F));
  } else if (code < 0x10000) {
    put(0xE0 | (code >> 12));
    put(0x80 | ((code >> 6) & 0x3F));
    put(0x80 | (code & 0x3F));
  } else {
    put(0xF0 | (code >> 18));
    put(0x80 | ((code >> 12) & 0x3F));
    put(0x80 | ((code >> 6) & 0x3F));
    put(0x80 | (code & 0x3F));
  }
}

}  // namespace

std::optional<std::size_t> first_bad_byte(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    const auto code = first_code_point(text.substr(at));
    if (!code || is_forbidden(code->value)) return at;
    at += code->bytes;
  }
  return std::nullopt;
}

std::u32string decode(std::string_view text) {
  std::u32string codes;
  codes.reserve(text.size());
  while (!text.empty()) {
    const auto code = first_code_point(text).value_or(CodePoint{replacement, 1});
    codes += code.value;
    text.remove_prefix(code.bytes);
  }
  return codes;
}

std::string encode(std::u32string_view codes) {
  std::string text;
  text.reserve(codes.size());
  for (const char32_t code : codes) {
    const bool no_character = code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF);
    append(text, no_character ? replacement : code);
  }
  return text;
}

std::string_view trim(std::string_view text) {
  while (const auto bytes = leading_blank(text)) text.remove_prefix(bytes);
  while (const auto bytes = trailing_blank(text)) text.remove_suffix(bytes);
  return text;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (true) {
    const auto end = text.find(separator);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

}  // namespace leadbook::text
