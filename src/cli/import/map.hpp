// How columns are to be taken: --map and --default, map files, and maps kept in the book.
#pragma once

#include <string>
#include <vector>

#include "cli/frame/env.hpp"
#include "leadbook/domain/record/import.hpp"

namespace leadbook::cli {

/// What the texts of --map and --default say together, those given later first, so that they hold
/// over those before. A --map is HEADING=FIELD, HEADING=FIELD|UNIT, a file ending in .toml, or the
/// name of a map of the book. Throws Error{usage}, Error{not_found}, or Error{configuration} with
/// the line of a map file.
ColumnMap read_maps(Env& env,
                    const std::vector<std::string>& maps,
                    const std::vector<std::string>& defaults);

}  // namespace leadbook::cli
