// Listings: which records of a kind, in what order, and how many, as one statement.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "leadbook/store/record/many.hpp"

namespace leadbook::store {

/// A column to order by; rows without a value come last either way.
struct OrderKey {
  Column column;
  bool descending = false;
};

/// What a listing asks for.
struct Listing {
  Kind kind;
  Parameters filters = {};           // of src/store/sql/record/KIND_list.sql; one left out is open
  std::vector<OrderKey> order = {};  // before the listing's own
  bool by_number = false;            // in place of the listing's own order
  std::optional<std::int64_t> limit = {};
};

/// The records of a listing, in its order, a piece at a time.
void each_listed(Db& db, const Selection& selection, const Listing& listing, const EachPiece& each);

/// Their numbers alone.
std::vector<std::int64_t> listed_numbers(Db& db, const Listing& listing);

/// The records that refer to another of their own kind, each with the number of that one.
std::map<std::int64_t, std::int64_t> own_references(Db& db, Kind kind);

/// The text of a listing's statement with these columns behind the number, and the parameters that
/// are left in it.
struct ListStatement {
  std::string sql;
  Parameters parameters;
};
ListStatement list_statement(const Listing& listing, const std::vector<std::string>& columns);

}  // namespace leadbook::store
