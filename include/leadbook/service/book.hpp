// Making a book for a city, and what it holds.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "leadbook/domain/place/division.hpp"
#include "leadbook/store/log/change.hpp"

namespace leadbook::service {

/// Writes the book's own record and the counties of a city. Throws Error{conflict} where the book
/// is of another city already; a repetition for the same city adds only counties that are missing.
/// Answers how many counties were added.
std::size_t init_book(store::Change& change, const Division& city, const std::string& name);

/// How many records of each kind there are, in the order of all_kinds.
std::vector<std::pair<Kind, std::int64_t>> count_records(store::Db& db);

}  // namespace leadbook::service
