// Taking a record away, where no other depends on it.
#pragma once

#include <vector>

#include "leadbook/store/log/change.hpp"

namespace leadbook::service {

/// Throws Error{conflict} that names the dependents, where there are any.
void refuse_dependents(store::Db& db,
                       const Reference& record,
                       const std::vector<Reference>& dependents);

/// Removes a record; throws Error{conflict} that names the records that depend on it.
void remove_record(store::Change& change, const Reference& record);

}  // namespace leadbook::service
