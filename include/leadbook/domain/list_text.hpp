// Lists in one line of text: items between ';', the fields of an item between '|'.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace leadbook {

/// Splits at unescaped separators (each also in its full-width form); "\;" "\|" "\\" stand for
/// the characters themselves. Pieces are trimmed and unescaped; empty items are left out. With
/// `enumeration_comma`, '、' separates the items of a text that has no other separator.
std::vector<std::vector<std::string>> read_list_text(std::string_view text,
                                                     bool enumeration_comma = false);

/// The text that reads back as these items; empty fields at an item's end are left out.
std::string write_list_text(const std::vector<std::vector<std::string>>& items);

}  // namespace leadbook
