// Finding records of any kind by what their kind says of itself: by names, by the number only one
// of them may have, by what they refer to.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "leadbook/domain/id.hpp"
#include "leadbook/store/db.hpp"

namespace leadbook::store {

/// A record and one of the spellings it may be found by.
struct Spelling {
  std::int64_t id = 0;
  std::string text;
};

/// All spellings of all records of a kind, by number.
std::vector<Spelling> spellings_of(Db& db, Kind kind);

/// The records that refer to this one, by kind and number.
std::vector<Reference> dependents_of(Db& db, const Reference& record);

/// The record that has a number only one may have, its columns joined by spaces; 0 for none.
std::int64_t number_holder(Db& db, Kind kind, const std::string& number);

/// Calls each(id, number) for every record of a kind that has such a number.
void each_number(Db& db,
                 Kind kind,
                 const std::function<void(std::int64_t, const std::string&)>& each);

/// What a search reads of a record: its names and all other texts, those of its lists among them.
struct SearchedTexts {
  Reference record;
  std::vector<std::string> names;
  std::vector<std::string> others;
};
using EachSearched = std::function<void(const SearchedTexts&)>;

/// Calls `each` with what a search reads of the records of a kind from `first` to `last`, by
/// number; records without any text are left out.
void each_searched(
    Db& db, Kind kind, std::int64_t first, std::int64_t last, const EachSearched& each);

/// The same of all records that lie in no block, by kind and number.
void each_searched_outside_blocks(Db& db, const EachSearched& each);

}  // namespace leadbook::store
