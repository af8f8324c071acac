// --as-of: the moment of a book that a command is to read, and what is told of it.
#pragma once

#include <string>
#include <vector>

#include "leadbook/cli/run.hpp"
#include "leadbook/service/history/past.hpp"

namespace leadbook::cli {

/// A book as it stood at a moment.
struct PastBook {
  store::Db db;
  service::Moment moment;
};

/// The book at what `as_of` names: "2020-03-31" or any other date, at the end of its last day, or
/// "#412" and "import#3", after that entry. Throws Error{usage} for what is neither and where no
/// book is named, Error{not_found}.
PastBook open_past(const store::Place& place,
                   const std::string& as_of,
                   Day today,
                   const store::Upgrade& upgrade);

/// Which entry the moment stands after, with its time and hash, and whether it may still change.
std::vector<std::string> notes_of(const service::Moment& moment,
                                  const std::string& text,
                                  const World& world);

}  // namespace leadbook::cli
