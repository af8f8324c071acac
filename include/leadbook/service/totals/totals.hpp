// Totals: what a period brought, by any dimensions, each figure with the records it is made of.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "leadbook/domain/condition/condition.hpp"
#include "leadbook/domain/place/zones.hpp"
#include "leadbook/domain/record/measure.hpp"
#include "leadbook/domain/record/records.hpp"
#include "leadbook/domain/standing/dimension.hpp"
#include "leadbook/service/money/rates.hpp"
#include "leadbook/store/db.hpp"

namespace leadbook::service {

/// Projects chosen by how far they came, in place of those signed in the period.
struct StageChoice {
  Stage from = Stage::lead;
  Stage last = Stage::lead;  // of those that stand there
  bool standing = false;     // who stands on one of these stages at the end of the period; else who
                             // first reached `from`, or a later stage, within it

  bool operator==(const StageChoice&) const = default;
};

struct TotalsQuery {
  std::vector<Dimension> by;  // none for the sum alone
  std::vector<Measure> measures;
  Period period;
  Day today;  // a stage is that at the end of the period, but not of a day to come; what has
              // happened did so by then
  std::optional<Condition> where;
  RateChoice rates;
  bool with_records = false;  // name the records behind each value
  bool by_project = false;    // never take the short way over the postings, which must be the same
  std::optional<Zones> zones = Zones::own;  // whether zones have rows of their own or count, as
                                            // towns do, with their county; nothing: each by itself
  bool doubtful = false;  // only what is dated too roughly to tell whether it falls into the period
  SizeSteps sizes = {};   // of the dimension size
  std::optional<StageChoice> stage = {};  // whose `projects` and stated amounts are counted
  bool with_parts = false;                // say what each record adds, without naming records
  bool with_reported = false;             // add what counties report as sums without projects

  /// Whether what happened on a date is counted: within the period for certain or, in a query of
  /// the doubtful, neither for certain within it nor for certain without.
  bool counts(const Date& on) const;
  /// The same of what happened by the end of the period.
  bool counts_by_end(const Date& on) const;
};

/// What one record adds to a value: less than nothing where a supplement takes away.
struct TotalsPart {
  Reference record;
  std::int64_t number = 0;   // as the value's
  std::optional<Money> own;  // of an amount, in its own currency
  Reference of = {};         // whose it is: of papers and payments the project, else the record
};

/// One measure of one group. A sum counts what is known and says of how many.
struct TotalsValue {
  std::int64_t number = 0;  // a count, minor units, hundredths of a mu; of a quotient the numerator
  std::int64_t divisor = 0;   // of a quotient
  std::int64_t counted = 0;   // the records looked at
  std::int64_t known = 0;     // those that state the value
  std::int64_t reported = 0;  // how much of `number` is of sums without projects
  std::vector<Reference> records;
  std::vector<Reference> base;         // of a quotient, the records of the divisor
  std::vector<TotalsPart> parts;       // what makes `number`, record by record
  std::vector<TotalsPart> base_parts;  // and `divisor`

  /// Whether there is a value at all: a sum of which nothing is known has none, nor has a quotient
  /// by zero.
  bool is_known(Measure measure) const;
};

/// One value of a dimension: its canonical text, the record it is, or nothing for unknown.
struct TotalsKey {
  std::string text;
  std::optional<Reference> record;

  auto operator<=>(const TotalsKey&) const = default;
};

struct TotalsRow {
  std::vector<TotalsKey> keys;  // as the query's dimensions
  std::vector<TotalsValue> values;
};

struct Totals {
  std::vector<TotalsRow> rows;   // by key; by county alone every one of the book, by code
  std::vector<TotalsValue> sum;  // each record once, where a row of a company or flag repeats it
  bool frameworks_counted = false;
  std::vector<std::string> conversions;  // each once
  std::set<Currency> converted;          // the currencies of these
  std::vector<std::string> missing;      // amounts without a rate, with their record
  std::vector<std::string> doubtful;     // what was left out as its date is too rough, by measure
  std::int64_t moved = 0;  // projects said to be signed within the period of which no paper counts
  std::vector<std::string> reported;  // the sums without projects that were not counted, and why
};

/// Counts and sums over a period.
///
/// - projects: those in the book at its end. effective_leads, started, completed, producing: the
///   projects that first reached the stage, or a later one, within it. reserve, in_talks: those
///   that stand at a lead, in negotiation or intent at its end.
/// - reserve_investment, talks_investment, started_investment, completed_investment,
///   producing_investment: the planned investment of these projects, at the rate of the day of
///   signing, else of the first appearance, else of the end.
/// - With a `stage`, projects and what projects state (planned_investment to land, intensity,
///   tax_per_mu) are of the projects so chosen, at the same rate.
/// - year_plan: what is planned for a year, on its first day, as last reported by the end.
/// year_done:
///   what was invested, each report adding on its day what it states beyond the one before.
///   year_rate = year_done / year_plan, of the projects with a plan.
/// - signed: a project once, at its first counted paper (contract; framework where the book counts
///   them). contracts: every counted paper. contract_amount, outside_amount: what these state, and
///   what supplements of the period add.
/// - planned_investment, fixed_assets, forecast_*, land: of the projects signed in the period, at
///   the rate of their signing.
/// - funds, funds_domestic, funds_foreign: money received in the period.
/// - intensity = fixed_assets / land, tax_per_mu = forecast_tax / land: over the signed projects of
///   which both are known.
/// - share_of_count, share_of_amount: of signed and contract_amount in the sum.
/// - performance_rate, start_rate, production_rate: of the projects signed in the period, those
///   that reached preliminary procedures, start and production by its end. conversion: of those
///   that became effective leads in it, those signed by its end.
/// - funds_rate: funds received by its end / contract amount, of the projects signed in the period
///   whose contract amount is known.
/// - negotiations, events: held in the period; delegations: begun in it; visits: companies visited
///   on these trips, each once a trip.
///
/// A date counts in a period that contains all it can mean, of which nothing lies after today. What
/// may or may not lie in the period is left out, and told with its number and amount.
///
/// Sums without projects (Aggregate) add what they exceed the records of their county and period
/// by; of two that overlap the longer counts. They are by county, city or whole, without a
/// condition. Throws Error{failed} for a missing rate, a sum that does not fit, Error{usage} for
/// reported sums by anything else.
Totals totals(store::Db& db, const TotalsQuery& query);

/// Whether the book holds a record of any kind that is dated within a period.
bool has_records(store::Db& db, const Period& period);

/// What a condition of --where may ask of, in the order `totals` answers it.
const std::vector<Criterion>& totals_criteria();

}  // namespace leadbook::service
