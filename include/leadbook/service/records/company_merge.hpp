// Making two entries of one company one.
#pragma once

#include "leadbook/store/log/change.hpp"

namespace leadbook::service {

/// Whether two entries have something in common that one company would have: a name nearly alike,
/// or a credit code.
bool share_something(store::Db& db, Id<Company> one, Id<Company> other);

/// Every record that names `from` names `into` instead; `into` takes over its names, flags and
/// what it lacks itself; `from` is removed. Answers how many records were changed.
std::size_t merge_companies(store::Change& change, Id<Company> from, Id<Company> into);

}  // namespace leadbook::service
