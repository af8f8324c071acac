// Making two entries of one company, project or signing one.
#pragma once

#include <string>
#include <vector>

#include "leadbook/store/log/change.hpp"

namespace leadbook::service {

/// Whether two entries have something in common that one thing would have: companies a name nearly
/// alike or a credit code, projects county and title, signings their project.
bool share_something(store::Db& db, Kind kind, std::int64_t one, std::int64_t other);

/// What a field says in both entries, and differently: that of the one that stays holds.
struct Disagreement {
  std::size_t field = 0;  // in `fields_of` the kind
  std::string kept;
  std::string gone;
};

struct MergedRecord {
  std::size_t redirected = 0;               // records that now name the one that stays
  std::vector<Disagreement> disagreements;  // in the order of the fields
  std::vector<std::string> twins;           // signings of a project that now say the same
};

/// Every record that names `from` names `into` instead; `into` takes over the items of its lists,
/// what it lacks itself, and a company's name as a further one; `from` is removed. Companies,
/// projects and signings. Throws Error{conflict} where a signing amends the other.
MergedRecord merge_records(store::Change& change, Kind kind, std::int64_t from, std::int64_t into);

}  // namespace leadbook::service
