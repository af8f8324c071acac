// The text of a condition, symbol by symbol, without regard to case and width.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "leadbook/domain/result.hpp"

namespace leadbook::conditions {

/// Text as keywords and names are compared: half width, small letters, every blank a space, both
/// quotation marks of a pair the same one, '、' a comma.
std::u32string plain_symbols(std::string_view text);

/// Whether a symbol belongs to a word of Latin letters, within which no word ends.
bool is_latin(char32_t symbol);

class ConditionText {
 public:
  /// `text` is strict UTF-8 and outlives this.
  explicit ConditionText(std::string_view text);

  /// The symbol at a place, 0 at the end and behind it.
  char32_t at(std::size_t place) const { return place < symbols_.size() ? symbols_[place] : 0; }
  bool is_end(std::size_t place) const { return place >= symbols_.size(); }
  bool is_blank(std::size_t place) const { return at(place) == U' '; }

  std::size_t skip_blanks(std::size_t place) const;

  /// The place behind `words` (plain symbols) where they stand here and end as a word; a space in
  /// them stands for any blanks, '_' or '-'.
  std::optional<std::size_t> after(std::size_t place, std::u32string_view words) const;

  /// What was typed between two places.
  std::string_view slice(std::size_t first, std::size_t last) const;

  /// The message with the text below it and a caret under the place.
  Problem problem(const std::string& message, std::size_t place) const;

 private:
  std::string_view text_;
  std::u32string symbols_;
  std::vector<std::size_t> offsets_;  // of the symbols, and of the end
};

/// The text with runs of blanks as one space and none around it.
std::string squeeze(std::string_view text);

/// The message with `text` below it, cut to what surrounds the byte `offset`, and a caret.
Problem problem_at(const std::string& message, std::string_view text, std::size_t offset);

}  // namespace leadbook::conditions
