// Finding records by what their names hold.
#pragma once

#include <string>
#include <vector>

#include "leadbook/domain/id.hpp"
#include "leadbook/store/db.hpp"

namespace leadbook::service {

struct FoundName {
  Reference record;
  std::string name;  // the first of its names, in the order of its fields, that holds the text
};

/// The records whose names, numbers or summaries hold a text, whatever its case or width: each
/// once, by kind and number. None for a blank text.
std::vector<FoundName> search_names(store::Db& db, const std::string& text);

}  // namespace leadbook::service
