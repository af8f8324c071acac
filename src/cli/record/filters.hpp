// The filters of each kind's listing, as options and as parameters of its list statement.
#pragma once

#include <string>
#include <vector>

#include "cli/frame/command.hpp"

namespace leadbook::cli {

/// Declares the filters of a kind; `texts` then holds what was typed, one text a filter.
void add_filter_options(CommandLine& line, Kind kind, std::vector<std::string>& texts);

/// The parameters of src/store/sql/KIND_list.sql. Throws Error{usage} or {not_found} for a filter
/// that cannot be read.
store::Parameters filter_parameters(Env& env, Kind kind, const std::vector<std::string>& texts);

}  // namespace leadbook::cli
