// The steps through UTF-8 text that every measure of it takes: code points and graphemes.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace leadbook::text {

struct CodePoint {
  char32_t value = 0;
  std::size_t bytes = 0;
};

/// The code point at the start of a text that is not empty; nothing where it is not strict UTF-8.
std::optional<CodePoint> first_code_point(std::string_view text);

/// What a reader sees as one character. Bytes that are not UTF-8 are one each.
struct Grapheme {
  std::string_view bytes;
  char32_t first = 0;
  std::size_t columns = 0;
};

/// The grapheme at the start of a text that is not empty.
Grapheme first_grapheme(std::string_view text);

}  // namespace leadbook::text
