#include "leadbook/service/totals.hpp"

#include <map>
#include <optional>

#include "leadbook/domain/error.hpp"
#include "leadbook/service/rates.hpp"
#include "leadbook/service/write.hpp"
#include "leadbook/store/record.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::service {
namespace {

struct CountedSigning {
  std::int64_t id;
  std::int64_t project;
  std::int64_t county;
  bool supplement;
  Date on;
  std::int64_t amends;
  std::optional<Money> amount;
  std::optional<Money> planned;
};

std::optional<Money> money_at(store::Row& row, const std::string& name) {
  if (store::is_null(row.at(name + "_minor"))) return {};
  const auto currency = Currency::parse(row.text(name + "_currency"));
  if (!currency) throw Error(ErrorKind::failed, currency.problem().message);
  return Money{row.integer(name + "_minor"), *currency};
}

Date date_at(store::Row& row) {
  const auto first = parse_iso_day(row.text("on_from"));
  const auto last = parse_iso_day(row.text("on_until"));
  if (!first || !last) {
    throw Error(ErrorKind::failed,
                say("the book is damaged: a signing has no date; run 'leadbook book check'"));
  }
  return {*first, *last};
}

CountedSigning signing_at(store::Row& row) {
  return {row.integer("id"),
          row.integer("project_id"),
          row.integer("county_id"),
          row.text("kind") == identifier(SigningKind::supplement),
          date_at(row),
          row.integer_or_zero("amends_id"),
          money_at(row, "amount"),
          money_at(row, "planned_investment")};
}

void add_to(std::int64_t& sum, std::int64_t minor) {
  if (__builtin_add_overflow(sum, minor, &sum)) {
    throw Error(ErrorKind::failed, say("the sum is too large to be counted"));
  }
}

/// Walks the signings of one project after another: the contracts by date, then the supplements by
/// date, as a contract known only to the year must not come after a supplement known to the day.
class Summing {
 public:
  Summing(store::Db& db, const Period& period) : period_(period), rates_(db) {}

  void take(const CountedSigning& signing, CountyTotal& total) {
    const bool in_period = period_.contains(signing.on);
    if (signing.supplement) {
      take_supplement(signing, total, in_period);
      return;
    }
    if (signing.project != project_) {
      project_ = signing.project;
      if (in_period) count_project(signing, total);
    }
    contracts_[signing.id] = {signing.amount, in_period};
    if (!in_period) return;
    ++total.contracts;
    if (!signing.amount) return;
    ++total.with_amount;
    add_to(total.contract_amount, rates_.to_cny(*signing.amount, signing.on).minor);
  }

  const std::vector<std::string>& conversions() const { return rates_.used(); }

 private:
  /// A contract as it stands after the supplements so far.
  struct Standing {
    std::optional<Money> amount;
    bool in_period = false;
  };

  void count_project(const CountedSigning& signing, CountyTotal& total) {
    ++total.signed_projects;
    if (!signing.planned) return;
    ++total.planned_known;
    add_to(total.planned_investment, rates_.to_cny(*signing.planned, signing.on).minor);
  }

  void take_supplement(const CountedSigning& signing, CountyTotal& total, bool in_period) {
    const auto chained = roots_.find(signing.amends);
    const auto root = chained == roots_.end() ? signing.amends : chained->second;
    roots_[signing.id] = root;
    const auto standing = contracts_.find(root);
    // What it amends may be a letter of intent or a framework that does not count.
    if (standing == contracts_.end() || !signing.amount) return;
    auto& contract = standing->second;
    if (in_period) {
      add_to(total.contract_amount, rates_.to_cny(*signing.amount, signing.on).minor);
      if (contract.amount) {
        add_to(total.contract_amount, -rates_.to_cny(*contract.amount, signing.on).minor);
      } else if (contract.in_period) {
        ++total.with_amount;
      }
    }
    contract.amount = signing.amount;
  }

  Period period_;
  Rates rates_;
  std::int64_t project_ = 0;
  std::map<std::int64_t, Standing> contracts_;
  std::map<std::int64_t, std::int64_t> roots_;  // of each supplement, the contract it amends
};

void add_up(CountyTotal& sum, const CountyTotal& county) {
  sum.signed_projects += county.signed_projects;
  sum.contracts += county.contracts;
  sum.with_amount += county.with_amount;
  add_to(sum.contract_amount, county.contract_amount);
  sum.planned_known += county.planned_known;
  add_to(sum.planned_investment, county.planned_investment);
}

}  // namespace

Totals totals_by_county(store::Db& db, const Period& period) {
  Totals totals;
  std::map<std::int64_t, std::size_t> places;
  db.each(store::statement("county_codes"), {}, [&](store::Row& row) {
    places[row.integer("id")] = totals.counties.size();
    totals.counties.push_back({{row.integer("id")}, row.text("code"), 0, 0, 0, 0, 0, 0});
  });
  totals.frameworks_counted = frameworks_count(db);
  Summing summing(db, period);
  const std::int64_t frameworks = totals.frameworks_counted ? 1 : 0;
  db.each(store::statement("signing_totals"), {{"frameworks", frameworks}}, [&](store::Row& row) {
    const auto signing = signing_at(row);
    summing.take(signing, totals.counties.at(places.at(signing.county)));
  });
  for (const auto& county : totals.counties) add_up(totals.sum, county);
  totals.conversions = summing.conversions();
  return totals;
}

}  // namespace leadbook::service
