// Reviewing a book: what is likely to be wrong in it, and the command that mends it.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "leadbook/domain/record/records.hpp"
#include "leadbook/domain/word.hpp"
#include "leadbook/store/db.hpp"

namespace leadbook::service {

/// What a review looks for, in the order it tells.
enum class ReviewRule {
  twins,         // records that say what another says already
  no_amount,     // contracts and framework agreements without amount
  unknown_date,  // what is not known to its month falls into no month's report
  far_amount,    // a thousand times what is usual in the county, or more
  outside_trip,  // talks that lie outside the days of their trip
  old_stage,     // stages that do not go with the days of the project's own papers
  no_county,     // contracts in zones that lie in no county
  no_due,        // promises without a day, and not kept yet
};

struct ReviewFinding {
  ReviewRule rule = ReviewRule::twins;
  std::vector<Reference> records;    // the first is the one to be mended
  std::string wrong;                 // in a sentence
  std::vector<std::string> command;  // DAY, AMOUNT, COUNTY: what only people know
};

struct ReviewQuery {
  std::set<ReviewRule> rules;          // none for all
  Id<County> county;                   // only what belongs to it; none for all
  AmountUnit unit = AmountUnit::yuan;  // of amounts in sentences
};

/// What each rule finds, by rule and record. A record belongs to its own county, else to that of
/// its project; a company belongs to none. Where all books of a server are read as one, each is
/// reviewed for itself.
std::vector<ReviewFinding> review_book(store::Db& db, const ReviewQuery& query);

/// What is found of the stages of one project.
std::vector<ReviewFinding> review_stages(store::Db& db, const Project& project);

}  // namespace leadbook::service

namespace leadbook {

template <>
std::span<const Word<service::ReviewRule>> words<service::ReviewRule>();

}  // namespace leadbook
