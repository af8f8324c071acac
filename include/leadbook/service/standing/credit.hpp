// The credit ledger (利益共享): what each county is credited with where a project has moved.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "leadbook/domain/record/measure.hpp"
#include "leadbook/domain/record/records.hpp"
#include "leadbook/store/db.hpp"

namespace leadbook::service {

/// The parts of both counties, in hundredths of a percent. They need not make 100 %.
struct CreditShares {
  std::int64_t from = 0;
  std::int64_t to = 0;
};

/// The shares that the rule of a transfer gives.
CreditShares shares_of(const Credit& transfer);

struct SplitCredit {
  std::int64_t from = 0;
  std::int64_t to = 0;
};

/// An amount split by shares: both parts together are exactly the amount times both shares, half
/// away from zero; what a minor unit is left over goes to the greater remainder, of equal ones to
/// the receiving county. A negative amount is split as its opposite.
SplitCredit split_credit(std::int64_t amount, const CreditShares& shares);

struct CreditQuery {
  Measure measure = Measure::contract_amount;
  Period period;
  Day today;  // what has happened did so by then
  bool with_lines = false;
};

/// One paper of the period and who is credited with it.
struct CreditLine {
  Id<Project> project;
  Id<Signing> signing;
  Date on;
  std::int64_t amount = 0;  // CNY minor units or, of counts, hundredths
  Id<Credit> transfer;      // in force on that day; none where one county has all of it
  CreditShares shares;
  Id<County> host;   // on that day
  Id<County> other;  // the first-contact county that shares; none without a rule in force
  std::int64_t host_part = 0;
  std::int64_t other_part = 0;
};

/// One county. Its own is all that it hosted; credited = own - given + received.
struct CountyCredit {
  Id<County> county;
  std::string code;
  std::int64_t own = 0;
  std::int64_t received = 0;  // of projects that moved away and are shared
  std::int64_t given = 0;     // of its own, what is not credited to it
  std::int64_t credited() const { return own - given + received; }
};

struct CreditLedger {
  std::vector<CountyCredit> counties;  // every county of the book, in the order of their codes
  CountyCredit sum;                    // its own is the city's total, each project once
  std::vector<CreditLine> lines;
  std::int64_t unknown = 0;  // papers that state no amount
  bool frameworks_counted = false;
  std::vector<std::string> conversions;

  /// What is credited more than once, or less where shares make less than 100 %.
  std::int64_t counted_twice() const { return sum.received - sum.given; }
};

/// Whether a measure has a ledger: signed, contracts, contract_amount, outside_amount and
/// planned_investment do.
bool has_credit(Measure measure);

/// Credits what the papers of a period add, as the totals count them: signed projects at their
/// first paper, contracts, their amounts and what supplements add. The transfer in force on the
/// last day a paper's date can mean decides: the newest that began by then. Without one the paper
/// counts for the host; before the first one for the first-contact county; past its last day for
/// the receiving county. Throws Error{failed} for a missing rate or a sum that does not fit.
CreditLedger credit_ledger(store::Db& db, const CreditQuery& query);

}  // namespace leadbook::service
