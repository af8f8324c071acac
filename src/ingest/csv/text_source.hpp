// The text of an input, decoded piece by piece, and what may stand in a cell of it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "leadbook/ingest/input.hpp"
#include "leadbook/text/encoding.hpp"

namespace leadbook::ingest {

/// More than any sheet has in a row: beyond it a quote was left open, or this is no text.
inline constexpr std::size_t longest_row = 4'000'000;

/// The encoding that was named, or else the one that explains every byte. Throws Error{usage} that
/// names the byte or the encodings there are.
text::Encoding choose_encoding(const Input& input, const std::string& named);

/// Reads an input once, from its start. The input must outlive it.
class TextReader {
 public:
  TextReader(const Input& input, text::Encoding encoding);

  /// The next piece in UTF-8 without the byte order mark, good until the next call; nothing at the
  /// end. A piece has whole characters, but bytes that are none stay in what is UTF-8 already.
  /// Throws Error{usage} at a byte that is none of another encoding.
  std::string_view next();

  /// Whether the last piece is strict UTF-8 without control characters but \t \n \r.
  bool is_clean() const { return clean_; }

 private:
  std::string_view next_plain();
  std::string_view next_decoded();

  const Input* input_;
  text::Encoding encoding_;
  std::optional<text::Decoder> decoder_;
  std::vector<char> bytes_;
  std::string text_;
  std::uint64_t at_ = 0;      // of the next byte to read
  std::size_t returned_ = 0;  // bytes of the last piece, of those in bytes_
  std::size_t held_ = 0;      // bytes in bytes_
  bool clean_ = true;
  bool ended_ = false;
};

/// What is wrong with the bytes of a cell, and where; nothing where they may enter.
struct TextProblem {
  std::size_t at = 0;
  std::string message;
};
std::optional<TextProblem> find_text_problem(std::string_view cell);

}  // namespace leadbook::ingest
