#include "service/bulletin/reading.hpp"

#include <algorithm>

#include "leadbook/text/translate.hpp"
#include "service/bulletin/numbers.hpp"

namespace leadbook::service {
namespace {

Period until(const Period& period, Day day) {
  return period.last <= day ? period : period_of(period.first, std::max(period.first, day));
}

/// As much of the span before as is over of this one.
Period as_long_before(const Period& whole, const Period& part) {
  const auto before = period_before(whole);
  if (part == whole) return before;
  return period_of(before.first, std::min(before.last, before.first + (part.last - part.first)));
}

unsigned month_of(Day day) { return unsigned(std::chrono::year_month_day(day).month()); }

}  // namespace

const std::vector<Measure>& bulletin_measures() {
  static const std::vector<Measure> measures = {Measure::events,
                                                Measure::delegations,
                                                Measure::visits,
                                                Measure::negotiations,
                                                Measure::effective_leads,
                                                Measure::signed_,
                                                Measure::contract_amount,
                                                Measure::started,
                                                Measure::producing,
                                                Measure::funds};
  return measures;
}

SpanFigures::SpanFigures(store::Db& db, const Period& period, Day day, bool with_records)
    : period_(period), nothing_(bulletin_measures().size()) {
  TotalsQuery query;
  query.by = {Dimension::county};
  query.measures = bulletin_measures();
  query.period = period;
  query.today = day;
  query.rates.list_missing = true;
  query.with_records = with_records;
  has_records_ = service::has_records(db, period);
  totals_ = service::totals(db, query);
  for (const auto& row : totals_.rows) {
    const auto& county = row.keys.front().record;
    if (county) rows_[county->number] = &row;
  }
}

const TotalsValue& SpanFigures::of(Measure measure, Id<County> county) const {
  const auto& all = bulletin_measures();
  const auto at =
      static_cast<std::size_t>(std::find(all.begin(), all.end(), measure) - all.begin());
  if (!county) return totals_.sum[at];
  const auto row = rows_.find(county.number);
  return row == rows_.end() ? nothing_[at] : row->second->values[at];
}

BulletinReading::BulletinReading(store::Db& db, const BulletinQuery& query)
    : period(until(query.period, query.day())),
      whole(query.period),
      book(store::find(db, Id<Book>{1})),
      rates(db),
      db_(db),
      query_(query),
      names_(db),
      counties_(listed_counties(db, Zones::none)) {
  store::each_record<County>(
      db, [&](County& county) { known_counties_.emplace(county.id.number, county); });
  const auto read = [&](const Period& of, bool with_records) {
    return std::make_unique<SpanFigures>(db, of, query.day(), with_records);
  };
  const auto year = period_of(span_holding(Dimension::year, period.last).first, period.last);
  now = read(period, true);
  previous = read(as_long_before(whole, period), false);
  last_year = read(year_before(period), false);
  ytd = read(year, true);
  ytd_last_year = read(year_before(year), false);
}

TotalsQuery BulletinReading::totals_query(const Period& of) const {
  TotalsQuery query;
  query.period = of;
  query.today = day();
  query.rates.list_missing = true;
  return query;
}

std::string BulletinReading::county_name(Id<County> county) {
  return county ? names_({Kind::county, county.number}) : area_word();
}
std::string BulletinReading::project_name(Id<Project> project) {
  return names_({Kind::project, project.number});
}
std::string BulletinReading::company_name(Id<Company> company) {
  return names_({Kind::company, company.number});
}

const County* BulletinReading::find_county(Id<County> county) const {
  const auto found = known_counties_.find(county.number);
  return found == known_counties_.end() ? nullptr : &found->second;
}

std::string BulletinReading::period_words() const {
  const auto month = month_of(whole.first);
  if (period != whole || query_.kind == BulletinKind::weekly) {
    return span_words(period.first, period.last, year());
  }
  const bool chinese = language() == Language::chinese;
  switch (query_.kind) {
    case BulletinKind::monthly:
      return chinese ? std::to_string(month) + "月" : format_period(whole);
    case BulletinKind::quarterly: {
      static constexpr const char* quarters[] = {"一季度", "二季度", "三季度", "四季度"};
      return chinese ? quarters[(month - 1) / 3] : format_period(whole);
    }
    case BulletinKind::weekly:
    case BulletinKind::yearly:
      break;
  }
  return format_period(whole);
}

std::string BulletinReading::ytd_words() const {
  const auto& year_so_far = ytd->period();
  const auto end = span_holding(Dimension::month, year_so_far.last);
  if (end.last != year_so_far.last) return span_words(year_so_far.first, year_so_far.last, year());
  const auto month = month_of(end.first);
  if (month == 12) return say("the whole year");
  return language() == Language::chinese ? fmt::format("1—{}月", month)
                                         : say("January to {}", format_period(end));
}

std::string BulletinReading::area_word() const {
  if (query_.county) {
    const auto* county = find_county(query_.county);
    const auto kind = county == nullptr ? CountyKind::county : county->kind;
    switch (kind) {
      case CountyKind::county:
        return say("the county");
      case CountyKind::district:
        return say("the district");
      case CountyKind::county_city:
        return say("the city");
      case CountyKind::banner:
        return say("the banner");
      case CountyKind::town:
        return say("the town");
      case CountyKind::zone:
      case CountyKind::park:
        return say("the zone");
    }
  }
  // The code of a city ends in 00; a book may be of one county alone.
  const bool is_county = book && book->city_code.size() == 6 && !book->city_code.ends_with("00");
  return is_county ? say("the county") : say("the city");
}

std::string BulletinReading::previous_words() const {
  switch (query_.kind) {
    case BulletinKind::weekly:
      return say("the week before");
    case BulletinKind::monthly:
      return say("the month before");
    case BulletinKind::quarterly:
      return say("the quarter before");
    case BulletinKind::yearly:
      return say("the year before");
  }
  return "";
}

}  // namespace leadbook::service
