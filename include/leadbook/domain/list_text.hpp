// Lists in one line of text: items between ';', the fields of an item between '|'.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace leadbook {

/// What else may stand between the items of a text that has none of the separators.
enum class Joints {
  none,
  enumeration_comma,  // '、', as between titles of projects
  names,  // all that stands between names of firms (split_names), which also separates those of
          // which each is plainly a firm's, in any text
};

/// Splits at unescaped separators (each also in its full-width form); "\;" "\|" "\\" stand for
/// the characters themselves. Pieces are trimmed and unescaped; empty items are left out. What
/// `is_one` says to be a name is one, whatever joints stand in it.
std::vector<std::vector<std::string>> read_list_text(
    std::string_view text,
    Joints joints = Joints::none,
    const std::function<bool(std::string_view)>& is_one = {});

/// Puts items of one field each together where they are plainly the fields of fewer:
/// 寄合同；张三；12月5日, where the field at `place` is a date. Answers whether it did.
bool join_fields(std::vector<std::vector<std::string>>& items,
                 std::size_t place,
                 const std::function<bool(std::string_view)>& is_date);

/// The text that reads back as these items; empty fields at an item's end are left out.
std::string write_list_text(const std::vector<std::vector<std::string>>& items);

}  // namespace leadbook
