#include "leadbook/service/standing/county_values.hpp"

#include <algorithm>

#include "leadbook/domain/wide.hpp"
#include "leadbook/store/record/record.hpp"
#include "service/totals/counties.hpp"
#include "service/totals/sum.hpp"

namespace leadbook::service {
namespace {

constexpr Scaled rate_scale = 1'000'000'000'000;
constexpr Scaled per_mu_scale = 10'000;

Scaled quotient(const TotalsValue& value, Scaled scale) {
  const auto rounded = narrowed(divide_rounded(Wide{value.number} * scale, value.divisor));
  if (!rounded) refuse_too_large();
  return *rounded;
}

/// Adds what a zone has to what its county has. Shares are parts of one whole, so that their
/// divisor is the same.
void add_value(Measure measure, TotalsValue& county, const TotalsValue& zone) {
  add_checked(county.number, zone.number);
  const bool of_one_whole =
      measure == Measure::share_of_count || measure == Measure::share_of_amount;
  if (of_one_whole) {
    county.divisor = std::max(county.divisor, zone.divisor);
  } else {
    add_checked(county.divisor, zone.divisor);
  }
  county.counted += zone.counted;
  county.known += zone.known;
  add_checked(county.reported, zone.reported);
  county.records.insert(county.records.end(), zone.records.begin(), zone.records.end());
  county.base.insert(county.base.end(), zone.base.begin(), zone.base.end());
  county.parts.insert(county.parts.end(), zone.parts.begin(), zone.parts.end());
  county.base_parts.insert(county.base_parts.end(), zone.base_parts.begin(), zone.base_parts.end());
}

std::size_t place_in(const std::vector<Measure>& measures, Measure measure) {
  return static_cast<std::size_t>(std::find(measures.begin(), measures.end(), measure) -
                                  measures.begin());
}

}  // namespace

std::optional<Scaled> scaled_value(Measure measure, const TotalsValue& value) {
  switch (unit_of(measure)) {
    case MeasureUnit::percent:
      if (value.divisor == 0) return {};
      return quotient(value, rate_scale);
    case MeasureUnit::per_mu:
      if (value.divisor == 0) return {};
      return quotient(value, per_mu_scale);
    case MeasureUnit::count:
    case MeasureUnit::money:
    case MeasureUnit::area:
      break;
  }
  if (value.counted > 0 && !value.is_known(measure)) return {};
  return value.number;
}

Scaled scaled_percent(std::int64_t hundredths) {
  Scaled scaled = 0;
  if (__builtin_mul_overflow(hundredths, rate_scale / 10'000, &scaled)) refuse_too_large();
  return scaled;
}

Scaled scaled_amount(Measure measure, std::int64_t minor) {
  if (unit_of(measure) != MeasureUnit::per_mu) return minor;
  Scaled scaled = 0;
  if (__builtin_mul_overflow(minor, per_mu_scale / 100, &scaled)) refuse_too_large();
  return scaled;
}

std::vector<ListedCounty> all_counties(store::Db& db) {
  std::vector<ListedCounty> counties;
  store::each_record<County>(db, [&](const County& county) {
    const bool is_zone = county.kind == CountyKind::zone || county.kind == CountyKind::park;
    const bool is_town = county.kind == CountyKind::town;
    counties.push_back({county.id, county.code, is_zone, county.host, is_town});
  });
  std::stable_sort(counties.begin(), counties.end(), [](const auto& left, const auto& right) {
    if (left.code.empty() != right.code.empty()) return right.code.empty();
    return left.code < right.code;
  });
  return counties;
}

bool counts_with_host(const ListedCounty& county, Zones zones) {
  return county.host && (county.is_town || (county.is_zone && zones == Zones::host));
}

std::vector<ListedCounty> listed_counties(store::Db& db, Zones zones) {
  auto counties = all_counties(db);
  std::erase_if(counties, [&](const ListedCounty& county) {
    return (county.is_zone && zones == Zones::none) || counts_with_host(county, zones);
  });
  return counties;
}

CountyValues::CountyValues(store::Db& db, TotalsQuery query, Zones zones)
    : db_(db), query_(std::move(query)), zones_(zones) {
  query_.by = {Dimension::county};
  // Read apart and added up here, so that a zone's own value is there as well.
  query_.zones.reset();
  for (const auto measure : query_.measures) expect(measure, query_.rates.in.value_or(Currency()));
}

void CountyValues::expect(Measure measure, const Currency& currency) {
  auto& measures = expected_[currency];
  if (place_in(measures, measure) == measures.size()) measures.push_back(measure);
}

const TotalsValue& CountyValues::of(Id<County> county,
                                    Measure measure,
                                    const Currency& currency,
                                    const Condition* condition) {
  auto& of_all = sheet(measure, currency, condition);
  auto& values = of_all.values[county.number];
  values.resize(of_all.measures.size());
  return values[place_in(of_all.measures, measure)];
}

const TotalsValue& CountyValues::of_city(Measure measure, const Currency& currency) {
  auto& of_all = sheet(measure, currency, nullptr);
  return of_all.totals.sum[place_in(of_all.measures, measure)];
}

CountyValues::Sheet& CountyValues::sheet(Measure measure,
                                         const Currency& currency,
                                         const Condition* condition) {
  for (const auto& known : sheets_) {
    if (known->currency == currency && known->condition == condition &&
        place_in(known->measures, measure) < known->measures.size()) {
      return *known;
    }
  }
  return make_sheet(measure, currency, condition);
}

CountyValues::Sheet& CountyValues::make_sheet(Measure measure,
                                              const Currency& currency,
                                              const Condition* condition) {
  auto query = query_;
  const auto& expected = expected_[currency];
  const bool together = condition == nullptr && place_in(expected, measure) < expected.size();
  query.measures = together ? expected : std::vector<Measure>{measure};
  query.rates.in = currency;
  if (condition != nullptr) {
    query.where = *condition;
    query.with_reported = false;  // a sum cannot tell what of it a condition holds for
  }
  auto& made = *sheets_.emplace_back(std::make_unique<Sheet>());
  made.currency = currency;
  made.condition = condition;
  made.measures = query.measures;
  made.totals = totals(db_, query);
  for (auto& row : made.totals.rows) {
    const auto& record = row.keys.front().record;
    if (record) made.values[record->number] = std::move(row.values);
  }
  made.totals.rows.clear();
  count_with_hosts(made);
  return made;
}

void CountyValues::count_with_hosts(Sheet& sheet) {
  Counties counties(db_, zones_);
  std::vector<std::int64_t> numbers;
  for (const auto& [number, values] : sheet.values) numbers.push_back(number);
  for (const auto number : numbers) {
    const auto* counted = counties.find(number);
    if (counted == nullptr || counted->number == number) continue;
    const auto own = sheet.values.at(number);
    auto& host = sheet.values[counted->number];
    host.resize(sheet.measures.size());
    for (std::size_t at = 0; at < sheet.measures.size(); ++at) {
      add_value(sheet.measures[at], host[at], own[at]);
    }
  }
}

void add_new(std::vector<std::string>& lines, const std::vector<std::string>& more) {
  for (const auto& line : more) {
    if (std::find(lines.begin(), lines.end(), line) == lines.end()) lines.push_back(line);
  }
}

Totals CountyValues::facts() const {
  Totals facts;
  for (const auto& sheet : sheets_) {
    facts.frameworks_counted = sheet->totals.frameworks_counted;
    add_new(facts.conversions, sheet->totals.conversions);
    facts.converted.insert(sheet->totals.converted.begin(), sheet->totals.converted.end());
    add_new(facts.missing, sheet->totals.missing);
    add_new(facts.doubtful, sheet->totals.doubtful);
    add_new(facts.reported, sheet->totals.reported);
  }
  return facts;
}

}  // namespace leadbook::service
