// The wall chart as tables: one row a project, or the groups side by side.
#pragma once

#include <span>

#include "leadbook/present/card.hpp"
#include "leadbook/service/standing/board.hpp"
#include "leadbook/store/record/names.hpp"

namespace leadbook::cli {

/// Every fact of every project, a column each; or those named, as "light,id".
present::Table board_table(std::span<const service::BoardEntry> entries,
                           store::Names& names,
                           Day today,
                           const std::string& columns = "");

/// A column a group, the first of each in the first row; without the suspended ones where there
/// are none.
present::Table board_lanes(const service::Board& board, store::Names& names, Day today);

/// The groups one below the other, each with the open obstacles and waivers of its projects, then
/// what they are.
present::Card board_card(const service::Board& board, store::Names& names, Day today);

/// Open obstacles and waivers, project by project.
std::vector<std::string> board_remarks(std::span<const service::BoardEntry> entries, Day today);

/// What the groups, the lights and the plan are, and what could not be compared.
std::vector<std::pair<std::string, std::string>> board_definitions(const service::Board& board);

}  // namespace leadbook::cli
