// The currencies of ISO 4217 with what people call them, and the search for a name in a text.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace leadbook {

struct CurrencyRow {
  std::string_view code;
  int minor_digits;
  std::string_view english;
  std::string_view chinese;        // unique, so that a printed amount reads back
  std::string_view synonyms = "";  // lower case, separated by '|'
};

/// All currencies, sorted by code.
std::span<const CurrencyRow> currency_rows();

/// The row of a code in capitals, or nullptr.
const CurrencyRow* find_currency(std::string_view code);

struct CurrencyMatch {
  const CurrencyRow* row = nullptr;
  std::size_t length = 0;  // bytes of the name
};

/// The longest code, symbol or name that a text already in lower case begins with; a Latin name
/// must end where its word ends.
CurrencyMatch match_currency(std::string_view text);

/// What a word that is no currency may have been meant for, or "".
std::string suggest_currency(std::string_view word, std::span<const std::string> others = {});

}  // namespace leadbook
