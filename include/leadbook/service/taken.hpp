// Numbers that only one record may have.
#pragma once

#include "leadbook/store/record.hpp"

namespace leadbook::service {

/// Throws Error{conflict} that names the record which already has this contract number, credit
/// code, county code, or currency and day.
void refuse_taken(store::Db& db, Kind kind, const store::RecordRow& row);

}  // namespace leadbook::service
