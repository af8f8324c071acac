#include "leadbook/service/standing/credit.hpp"

#include <limits>
#include <unordered_map>

#include "leadbook/domain/amount/quantity.hpp"
#include "leadbook/domain/wide.hpp"
#include "leadbook/service/derived/stages.hpp"
#include "leadbook/store/record/record.hpp"
#include "service/money/conversion.hpp"
#include "service/totals/facts.hpp"
#include "service/totals/sum.hpp"

namespace leadbook::service {
namespace {

constexpr std::int64_t one_count = 100;

using Transfers = std::unordered_map<std::int64_t, std::vector<Credit>>;

/// By project, each project's by date.
Transfers read_transfers(store::Db& db) {
  Transfers transfers;
  const store::Parameters all = {{"county", {}}, {"project", {}}, {"from", {}}, {"until", {}}};
  for (auto& credit : store::select<Credit>(db, "credit_list", all)) {
    transfers[credit.project.number].push_back(std::move(credit));
  }
  return transfers;
}

const char* statement_of(Measure measure) {
  return measure == Measure::planned_investment ? "credit_planned" : "credit_postings";
}

/// The measure the postings are kept under.
Measure posted_measure(Measure measure) {
  return measure == Measure::outside_amount ? measure : Measure::contract_amount;
}

/// Whether a paper adds to a measure.
bool counts(Measure measure, const PostedPaper& paper) {
  if (measure == Measure::signed_) return paper.first;
  if (measure == Measure::contracts) return paper.contract;
  return true;
}

/// Credits papers one after another.
class Crediting {
 public:
  Crediting(store::Db& db, const CreditQuery& query)
      : query_(query), conversion_(db, RateChoice(), query.period), transfers_(read_transfers(db)) {
    db.each(store::statement("county_codes"), {}, [&](store::Row& row) {
      const Id<County> county{row.integer("id")};
      places_[county.number] = ledger_.counties.size();
      ledger_.counties.push_back({county, row.text("code")});
    });
  }

  void take(const PostedPaper& paper) {
    if (!counts(query_.measure, paper)) return;
    const auto amount = amount_of(paper);
    if (!amount) {
      ++ledger_.unknown;
      return;
    }
    const auto line = credit(paper, *amount);
    enter(line);
    if (query_.with_lines) ledger_.lines.push_back(line);
  }

  CreditLedger take_ledger() {
    ledger_.conversions = conversion_.used();
    return std::move(ledger_);
  }

 private:
  std::optional<std::int64_t> amount_of(const PostedPaper& paper) {
    if (query_.measure == Measure::signed_ || query_.measure == Measure::contracts) {
      return one_count;
    }
    if (!paper.amount) return {};
    return conversion_(*paper.amount, paper.on, {Kind::signing, paper.signing});
  }

  CreditLine credit(const PostedPaper& paper, std::int64_t amount) const {
    CreditLine line;
    line.project = {paper.project};
    line.signing = {paper.signing};
    line.on = paper.on;
    line.amount = amount;
    line.host = {paper.county};
    line.host_part = amount;
    line.shares = {0, hundred_percent};
    const auto transfers = transfers_.find(paper.project);
    if (transfers == transfers_.end()) return line;
    const Credit* in_force = nullptr;
    for (const auto& transfer : transfers->second) {
      if (transfer.on->last <= paper.on.last) in_force = &transfer;
    }
    if (in_force == nullptr) {
      line.host = transfers->second.front().from_county;
      return line;
    }
    line.host = in_force->to_county;
    if (in_force->until && in_force->until->last < paper.on.last) return line;
    line.transfer = in_force->id;
    line.shares = shares_of(*in_force);
    line.other = in_force->from_county;
    const auto parts = split_credit(amount, line.shares);
    line.host_part = parts.to;
    line.other_part = parts.from;
    return line;
  }

  CountyCredit& of(Id<County> county) { return ledger_.counties.at(places_.at(county.number)); }

  void enter(const CreditLine& line) {
    std::int64_t given = 0;
    if (__builtin_sub_overflow(line.amount, line.host_part, &given)) refuse_too_large();
    for (auto* county : {&of(line.host), &ledger_.sum}) {
      add_checked(county->own, line.amount);
      add_checked(county->given, given);
    }
    if (!line.other) return;
    for (auto* county : {&of(line.other), &ledger_.sum})
      add_checked(county->received, line.other_part);
  }

  const CreditQuery& query_;
  Conversion conversion_;
  Transfers transfers_;
  std::unordered_map<std::int64_t, std::size_t> places_;
  CreditLedger ledger_;
};

}  // namespace

CreditShares shares_of(const Credit& transfer) {
  switch (transfer.rule) {
    case CreditRule::half:
      return {hundred_percent / 2, hundred_percent / 2};
    case CreditRule::tenth:
      return {hundred_percent / 10, hundred_percent - hundred_percent / 10};
    case CreditRule::full_both:
      return {hundred_percent, hundred_percent};
    case CreditRule::custom:
      break;
  }
  return {transfer.from_share.value_or(Percent()).hundredths,
          transfer.to_share.value_or(Percent()).hundredths};
}

SplitCredit split_credit(std::int64_t amount, const CreditShares& shares) {
  if (amount < 0) {
    if (amount == std::numeric_limits<std::int64_t>::min()) refuse_too_large();
    const auto split = split_credit(-amount, shares);
    return {-split.from, -split.to};
  }
  const Wide from = Wide{amount} * shares.from;
  const Wide to = Wide{amount} * shares.to;
  const Wide both = (from + to + hundred_percent / 2) / hundred_percent;
  if (both > std::numeric_limits<std::int64_t>::max()) refuse_too_large();
  const auto left_over = static_cast<int>(both - from / hundred_percent - to / hundred_percent);
  const bool from_first = from % hundred_percent > to % hundred_percent;
  SplitCredit split{static_cast<std::int64_t>(from / hundred_percent),
                    static_cast<std::int64_t>(to / hundred_percent)};
  if (left_over > 1 || (left_over == 1 && from_first)) ++split.from;
  if (left_over > 1 || (left_over == 1 && !from_first)) ++split.to;
  return split;
}

bool has_credit(Measure measure) {
  return measure == Measure::signed_ || measure == Measure::contracts ||
         measure == Measure::contract_amount || measure == Measure::outside_amount ||
         measure == Measure::planned_investment;
}

CreditLedger credit_ledger(store::Db& db, const CreditQuery& query) {
  Crediting crediting(db, query);
  TotalsQuery counting;
  counting.period = query.period;
  counting.today = query.today;
  auto parameters = reaching_bounds(counting);
  if (query.measure != Measure::planned_investment) {
    parameters.push_back({"measure", std::string(identifier(posted_measure(query.measure)))});
  }
  db.each(store::statement(statement_of(query.measure)), parameters, [&](store::Row& row) {
    const auto paper = posting_at(row);
    if (counting.counts(paper.on)) crediting.take(paper);
  });
  auto ledger = crediting.take_ledger();
  ledger.frameworks_counted = frameworks_count(db);
  return ledger;
}

}  // namespace leadbook::service
