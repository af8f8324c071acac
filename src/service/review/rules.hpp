// The rules of a review: each reads the book by itself and answers what it finds, by record.
#pragma once

#include "leadbook/service/records/command_on.hpp"
#include "leadbook/service/review/review.hpp"

namespace leadbook::service {

using Findings = std::vector<ReviewFinding>;

Findings find_twins(store::Db& db, const ReviewQuery& query);
Findings find_missing_amounts(store::Db& db, const ReviewQuery& query);
Findings find_far_amounts(store::Db& db, const ReviewQuery& query);
Findings find_unknown_dates(store::Db& db, const ReviewQuery& query);
Findings find_talks_outside_trips(store::Db& db, const ReviewQuery& query);
Findings find_old_stages(store::Db& db, const ReviewQuery& query);
Findings find_missing_counties(store::Db& db, const ReviewQuery& query);
Findings find_missing_due_days(store::Db& db, const ReviewQuery& query);

/// What stands in a command for what only people know.
inline constexpr const char* unknown_day = "DAY";
inline constexpr const char* unknown_amount = "AMOUNT";
inline constexpr const char* unknown_county = "COUNTY";

/// Whether two records lie in one book, where all books of a server are read as one.
inline bool lie_in_one_book(std::int64_t left, std::int64_t right) {
  return left / numbers_per_book == right / numbers_per_book;
}

}  // namespace leadbook::service
