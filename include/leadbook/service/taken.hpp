// Numbers that only one record may have: contract numbers, credit codes, county codes, and of
// rates the currency with its day.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "leadbook/store/record.hpp"

namespace leadbook::service {

/// The record that has this record's number, itself included; 0 where none has.
std::int64_t holder_of_number(store::Db& db, Kind kind, const store::RecordRow& row);

/// The fields that make up the number, by their place in `fields_of(kind)`.
std::vector<std::size_t> numbering_fields(Kind kind);

/// Throws Error{conflict} that names the other record which already has this number.
void refuse_taken(store::Db& db, Kind kind, const store::RecordRow& row);

}  // namespace leadbook::service
