// Many records changed at once, shown before they are stored.
#pragma once

#include <string>
#include <vector>

#include "cli/record/options.hpp"

namespace leadbook::cli {

/// What is to be changed, and in which records: in the one that `reference` means, or, where
/// `where` is given, in all it holds for.
struct ManyEdits {
  Kind kind;
  std::string reference;
  std::string where;
  std::vector<FieldInput> inputs;
  service::WriteRules rules;
  bool dry_run = false;
};

/// Shows what would change and, with -y or after a question, stores it as one entry. Throws
/// Error{declined} where nobody can be asked, and Error with all that is wrong where any of the
/// records would break a rule: then none is changed.
void edit_many(Env& env, const ManyEdits& edits);

}  // namespace leadbook::cli
