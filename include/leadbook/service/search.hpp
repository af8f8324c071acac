// Finding records by what any of their texts hold, by how their names are read, and by the firms
// they are about.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "leadbook/domain/id.hpp"
#include "leadbook/store/db.hpp"

namespace leadbook::service {

struct SearchQuery {
  std::string text;
  std::set<Kind> kinds = {};                // none for all
  std::vector<std::int64_t> counties = {};  // none for all
};

/// How a record was found, the best first.
enum class FoundBy : std::uint8_t {
  whole_name,
  start_of_name,
  within_name,
  reading_of_start,  // whole syllables at the start of a name
  initials_of_start,
  reading_within,
  initials_within,
  text,  // that is no name
  firm,  // it names a firm that was found
};

struct Found {
  Reference record;
  FoundBy by;
};

/// The records that hold a text whatever its case, width or script, each once: the best first, then
/// by kind and number. A text of letters is held against how names are read as well (huakai, hkjt).
/// Where nothing holds a text of several words, those that hold each word. What names one of the
/// firms found comes last, unless these are many. None for a blank text.
std::vector<Found> search(store::Db& db, const SearchQuery& query);

}  // namespace leadbook::service
