// Making two entries of one company one.
#pragma once

#include "leadbook/store/log/change.hpp"

namespace leadbook::service {

/// Every record that names `from` names `into` instead; `into` takes over its names, flags and
/// what it lacks itself; `from` is removed. Answers how many records were changed.
std::size_t merge_companies(store::Change& change, Id<Company> from, Id<Company> into);

}  // namespace leadbook::service
