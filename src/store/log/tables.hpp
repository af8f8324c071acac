// The tables of the change log, as rows are added to them.
#pragma once

#include <functional>

#include "leadbook/store/log/history.hpp"

namespace leadbook::store {

const Table& entry_table();
const Table& entry_row_table();

/// An entry and one of its rows, their columns in the order of these tables.
std::vector<Value> columns_of(const Entry& entry);
std::vector<Value> columns_of(std::int64_t entry, std::int64_t position, const EntryRow& row);

using EachState = std::function<void(std::int64_t id, const std::string& snapshot)>;

/// What each record of a kind was last made by an entry and those before it, by number. The log is
/// read in the order of its index, where the states of a record follow one another: none but the
/// last is held.
void each_last_state(Db& book, Kind kind, std::int64_t last, const EachState& each);

}  // namespace leadbook::store
