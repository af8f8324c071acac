// A listing with bars under it, for a terminal.
#pragma once

#include <string>

#include "cli/frame/output.hpp"

namespace leadbook::cli {

/// Prints a table as `print` does; as text and as a page, with a bar a row below it, in a
/// workbook with a chart beside it: labelled by the columns
/// `labels` ("county,quarter"), as long as the number in the column `value` says. A total has none.
void print_with_bars(Env& env,
                     present::Table table,
                     const std::string& labels,
                     const std::string& value);

}  // namespace leadbook::cli
