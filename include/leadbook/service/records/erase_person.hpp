// Taking what is told of a person out of the book for good.
#pragma once

#include "leadbook/store/log/change.hpp"

namespace leadbook::service {

/// Throws Error{not_found} where the book has neither the contact nor details of it that were kept
/// when it was removed, Error{conflict} where it was erased before.
void refuse_unknown_person(store::Db& db, const Reference& person);

/// The contact stays as one whose details are erased; of one that was removed nothing is left.
void erase_person(store::Change& change, const Reference& person);

}  // namespace leadbook::service
