// Records of any kind as listings: which columns each kind shows, and how a field becomes a cell.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "leadbook/present/table.hpp"
#include "leadbook/store/record/names.hpp"
#include "leadbook/store/record/record.hpp"

namespace leadbook::cli {

/// The JSON key of many records of a kind: "projects".
std::string plural_key(Kind kind);

/// "27 companies", "27条企业".
std::string counted(Kind kind, std::int64_t count);

/// Every field of a record as a cell, with its reference, identity and revision in front.
std::vector<present::Column> record_columns(Kind kind);
std::vector<present::Cell> record_cells(const AnyRecord& record, store::Names& names);

/// A record as the one row of a table, for the machine formats; `personal` with what is told of
/// persons.
present::Table record_table(const AnyRecord& record, store::Names& names, bool personal);

/// Whether a column tells of a person.
bool is_personal(Kind kind, std::string_view key);

}  // namespace leadbook::cli
