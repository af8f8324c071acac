#include "service/totals/reported.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "leadbook/domain/error.hpp"
#include "leadbook/store/record/record.hpp"
#include "leadbook/text/translate.hpp"
#include "service/money/conversion.hpp"
#include "service/totals/counties.hpp"
#include "service/totals/sum.hpp"

namespace leadbook::service {
namespace {

/// One number of an aggregate: its count, or the amount beside it.
struct ReportedSum {
  std::int64_t aggregate = 0;
  std::int64_t county = 0;
  Measure measure = Measure::signed_;
  Date period;
  std::int64_t count = 0;
  std::optional<Money> amount;
};

void refuse_what_no_sum_answers(const TotalsQuery& query) {
  const bool is_whole = query.by.empty();
  const bool is_of_place = query.by.size() == 1 && (query.by.front() == Dimension::county ||
                                                    query.by.front() == Dimension::city);
  if ((is_whole || is_of_place) && !query.where && !query.stage && query.rates.in) return;
  throw Error(
      ErrorKind::usage,
      say("sums without projects say of counties and whole periods alone: they go with --by "
          "county, city or none, in one currency, without --where and --stage"));
}

bool is_asked(const TotalsQuery& query, Measure measure) {
  return std::find(query.measures.begin(), query.measures.end(), measure) != query.measures.end();
}

std::vector<ReportedSum> read_sums(store::Db& db, const TotalsQuery& query) {
  std::vector<ReportedSum> sums;
  store::each_record<Aggregate>(db, [&](const Aggregate& aggregate) {
    if (!query.counts(*aggregate.period)) return;
    ReportedSum sum{aggregate.id.number,
                    aggregate.county.number,
                    aggregate.indicator,
                    *aggregate.period,
                    0,
                    {}};
    if (aggregate.count && is_asked(query, aggregate.indicator)) {
      auto counted = sum;
      counted.count = *aggregate.count;
      sums.push_back(counted);
    }
    const auto measure = aggregate_amount(aggregate.indicator);
    if (!aggregate.amount || !measure || !is_asked(query, *measure)) return;
    sum.measure = *measure;
    sum.amount = aggregate.amount->money;
    sums.push_back(sum);
  });
  return sums;
}

bool overlap(const Date& left, const Date& right) {
  return left.first <= right.last && right.first <= left.last;
}

/// Of sums of one county and measure that overlap in time the longest, and of equals the one
/// entered last, stands for all; the others are told.
std::vector<ReportedSum> without_overlaps(std::vector<ReportedSum> sums, Totals& totals) {
  std::sort(sums.begin(), sums.end(), [](const ReportedSum& left, const ReportedSum& right) {
    const auto key = [](const ReportedSum& sum) {
      return std::tuple(sum.period.first - sum.period.last, -sum.aggregate, sum.measure);
    };
    return key(left) < key(right);
  });
  std::vector<ReportedSum> kept;
  for (auto& sum : sums) {
    const auto longer = std::find_if(kept.begin(), kept.end(), [&](const ReportedSum& other) {
      return other.county == sum.county && other.measure == sum.measure &&
             overlap(other.period, sum.period);
    });
    if (longer == kept.end()) {
      kept.push_back(std::move(sum));
      continue;
    }
    const auto told = say("{} lies within the time of {}",
                          reference_text({Kind::aggregate, sum.aggregate}),
                          reference_text({Kind::aggregate, longer->aggregate}));
    if (std::find(totals.reported.begin(), totals.reported.end(), told) == totals.reported.end()) {
      totals.reported.push_back(told);
    }
  }
  return kept;
}

/// The totals by county of the times that sums are of, each computed once.
class RecordsOf {
 public:
  RecordsOf(store::Db& db, const TotalsQuery& query) : db_(db), query_(query) {
    query_.by = {Dimension::county};
    query_.with_reported = query_.with_records = query_.with_parts = false;
    // A zone's sum is held against its own records, wherever its figures count.
    query_.zones = Zones::own;
  }

  std::int64_t number(const ReportedSum& sum) {
    const auto span = std::pair(sum.period.first, sum.period.last);
    const auto [at, is_new] = known_.try_emplace(span);
    if (is_new) {
      query_.period = period_of(sum.period.first, sum.period.last);
      for (auto& row : totals(db_, query_).rows) {
        const auto& record = row.keys.front().record;
        if (record) at->second[record->number] = std::move(row.values);
      }
    }
    const auto found = at->second.find(sum.county);
    if (found == at->second.end()) return 0;
    const auto place = std::find(query_.measures.begin(), query_.measures.end(), sum.measure);
    return found->second[static_cast<std::size_t>(place - query_.measures.begin())].number;
  }

 private:
  store::Db& db_;
  TotalsQuery query_;
  std::map<std::pair<Day, Day>, std::map<std::int64_t, std::vector<TotalsValue>>> known_;
};

void add_to(TotalsValue& value,
            const TotalsQuery& query,
            const ReportedSum& sum,
            std::int64_t more) {
  add_checked(value.number, more);
  add_checked(value.reported, more);
  if (!query.with_records && !query.with_parts) return;
  const Reference record{Kind::aggregate, sum.aggregate};
  value.records.push_back(record);
  value.parts.push_back({record, more, sum.amount, record});
}

/// The row of a county, or of the city it lies in; a city without records has none yet.
TotalsRow& row_of(const TotalsQuery& query,
                  Counties& counties,
                  std::int64_t county,
                  Totals& totals) {
  const auto* facts = counties.find(county);
  const bool by_county = query.by.front() == Dimension::county;
  TotalsKey key;
  if (facts != nullptr) key.text = by_county ? facts->code : facts->city;
  if (by_county) key.record = Reference{Kind::county, facts == nullptr ? county : facts->number};
  const auto found =
      std::find_if(totals.rows.begin(), totals.rows.end(), [&](const TotalsRow& row) {
        return by_county ? row.keys.front().record == key.record : row.keys.front() == key;
      });
  if (found != totals.rows.end()) return *found;
  totals.rows.push_back({{key}, std::vector<TotalsValue>(query.measures.size())});
  return totals.rows.back();
}

}  // namespace

void add_reported(store::Db& db, const TotalsQuery& query, Totals& totals) {
  refuse_what_no_sum_answers(query);
  RecordsOf records(db, query);
  Counties counties(db, query.zones);
  Conversion conversion(db, query.rates, query.period);
  for (const auto& sum : without_overlaps(read_sums(db, query), totals)) {
    const Reference record{Kind::aggregate, sum.aggregate};
    const auto stated = sum.amount ? conversion(*sum.amount, Date::of(sum.period.last), record)
                                   : std::optional(sum.count);
    if (!stated) continue;
    const auto more = *stated - records.number(sum);
    if (more <= 0) {
      const auto told = say("{}: the records hold as much", reference_text(record));
      if (std::find(totals.reported.begin(), totals.reported.end(), told) ==
          totals.reported.end()) {
        totals.reported.push_back(told);
      }
      continue;
    }
    const auto place = static_cast<std::size_t>(
        std::find(query.measures.begin(), query.measures.end(), sum.measure) -
        query.measures.begin());
    if (!query.by.empty()) {
      add_to(row_of(query, counties, sum.county, totals).values[place], query, sum, more);
    }
    add_to(totals.sum[place], query, sum, more);
  }
  for (auto& line : conversion.used()) totals.conversions.push_back(line);
  for (auto& line : conversion.missing()) totals.missing.push_back(line);
  const auto currencies = conversion.currencies();
  totals.converted.insert(currencies.begin(), currencies.end());
}

}  // namespace leadbook::service
