// Names of firms in one text: where one ends and the next begins.
#pragma once

#include <string_view>
#include <vector>

namespace leadbook {

/// The pieces of a text between '、', commas and strokes of either width and line ends, those
/// outside of brackets. What belongs to one firm's name stays in it: "Delta Food Co., Ltd.",
/// "Novo Nordisk A/S", "Smith, Jones & Partners", "3,000 Acres". Empty pieces are left out. A
/// separator behind a backslash is none.
std::vector<std::string_view> split_names(std::string_view text);

/// Whether every piece ends as names of firms and offices do (公司, 商会, Ltd): what tells several
/// names from one with a comma in it.
bool are_all_firms(const std::vector<std::string_view>& names);

}  // namespace leadbook
