// The tables of the change log, as rows are added to them.
#pragma once

#include "leadbook/store/log/history.hpp"

namespace leadbook::store {

const Table& entry_table();
const Table& entry_row_table();

/// An entry and one of its rows, their columns in the order of these tables.
std::vector<Value> columns_of(const Entry& entry);
std::vector<Value> columns_of(std::int64_t entry, std::int64_t position, const EntryRow& row);

}  // namespace leadbook::store
