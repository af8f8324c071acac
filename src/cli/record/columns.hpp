// The columns of each kind's listing: every field, what is derived of it, and those people see.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "leadbook/present/table.hpp"
#include "leadbook/store/db.hpp"

namespace leadbook::cli {

/// The records with these numbers, every field and derived value a column. `today` ends the days
/// in a stage that lasts.
present::Table make_listing(store::Db& db,
                            Kind kind,
                            const std::vector<std::int64_t>& ids,
                            Day today);

/// The columns shown where nobody chose: "id,title,county"; those that tell of persons may be left
/// out.
std::string default_columns(Kind kind, bool shows_persons = true);

/// Why a past state of the book tells nothing of persons.
std::string past_persons_note();

}  // namespace leadbook::cli
