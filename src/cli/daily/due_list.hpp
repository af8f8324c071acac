// What is due, as people read it: by time, the longest overdue first.
#pragma once

#include <string>
#include <vector>

#include "leadbook/present/card.hpp"
#include "leadbook/service/due/due.hpp"
#include "leadbook/store/record/names.hpp"

namespace leadbook::cli {

/// Reads the names of all records that the items mention.
void read_names(const std::vector<service::DueItem>& items, store::Names& names);

/// "N-2 Promise · Jianhua: send the contract (Huakai, nodular iron, Jianhua District)".
std::string what_text(const service::DueItem& item, store::Names& names);

/// A section for each time, a fact for each item, with the command that closes it; where there is
/// none, until when nothing is due.
present::Card due_list(const std::vector<service::DueItem>& items,
                       store::Names& names,
                       const service::DueQuery& query);

}  // namespace leadbook::cli
