// --as-of: the moment of a book that a command is to read, and what is told of it.
#pragma once

#include <string>
#include <vector>

#include "leadbook/cli/run.hpp"
#include "leadbook/service/history/past.hpp"

namespace leadbook::cli {

/// The moment that "2020-03-31" or any other date names, at the end of its last day, or "#412" and
/// "import#3", after that entry. Throws Error{usage} for what is neither, Error{not_found}.
service::Moment read_moment(store::Db& book, const std::string& text, Day today);

/// Which entry the moment stands after, with its time and hash, and whether it may still change.
std::vector<std::string> moment_notes(const service::Moment& moment,
                                      const std::string& text,
                                      const World& world);

}  // namespace leadbook::cli
