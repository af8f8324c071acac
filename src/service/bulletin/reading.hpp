// What a bulletin reads of the book: the figures of its spans of time, and the records they rest
// on.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "leadbook/domain/record/records.hpp"
#include "leadbook/service/bulletin/bulletin.hpp"
#include "leadbook/service/money/rates.hpp"
#include "leadbook/service/standing/county_values.hpp"
#include "leadbook/service/totals/totals.hpp"
#include "leadbook/store/record/names.hpp"

namespace leadbook::service {

/// The measures every span is asked for.
const std::vector<Measure>& bulletin_measures();

/// The figures of one span, of the whole book and of each county.
class SpanFigures {
 public:
  SpanFigures(store::Db& db, const Period& period, Day day, bool with_records);

  const Period& period() const { return period_; }
  bool has_records() const { return has_records_; }
  const Totals& totals() const { return totals_; }
  /// The value of a county; of all where it is none.
  const TotalsValue& of(Measure measure, Id<County> county) const;

 private:
  Period period_;
  Totals totals_;
  bool has_records_ = false;
  std::map<std::int64_t, const TotalsRow*> rows_;
  std::vector<TotalsValue> nothing_;
};

/// All that the sections of one bulletin share.
class BulletinReading {
 public:
  BulletinReading(store::Db& db, const BulletinQuery& query);

  store::Db& db() { return db_; }
  const BulletinQuery& query() const { return query_; }
  Day day() const { return query_.day(); }
  int year() const { return year_of(period.last); }
  bool is_of_city() const { return !query_.county; }
  /// The county's own figures, or those of all.
  const TotalsValue& value(const SpanFigures& span, Measure measure) const {
    return span.of(measure, query_.county);
  }
  TotalsQuery totals_query(const Period& of) const;

  std::string county_name(Id<County> county);
  std::string project_name(Id<Project> project);
  std::string company_name(Id<Company> company);
  const County* find_county(Id<County> county) const;
  /// Counties that are ranked, by code: no zones.
  const std::vector<ListedCounty>& counties() const { return counties_; }
  /// Whether a record that belongs to this county is told of.
  bool tells_of(Id<County> county) const { return is_of_city() || county == query_.county; }

  Period period;  // up to the day
  Period whole;   // all of it
  std::optional<Book> book;
  Rates rates;
  std::unique_ptr<SpanFigures> now, previous, last_year, ytd, ytd_last_year;

  /// "5月", "5月18日至24日", "一季度", "2020年": the period in running text, and the year so far.
  std::string period_words() const;
  std::string ytd_words() const;
  /// 全市, 全县, 全区.
  std::string area_word() const;
  /// 上月, 上周, 上季度, 上年.
  std::string previous_words() const;
  bool is_whole_year() const { return query_.kind == BulletinKind::yearly; }
  /// Whether the year so far is the period itself.
  bool begins_year() const { return ytd->period().first == period.first; }

 private:
  store::Db& db_;
  const BulletinQuery& query_;
  store::Names names_;
  std::map<std::int64_t, County> known_counties_;
  std::vector<ListedCounty> counties_;
};

/// Records of these references that are of kind R, by number.
template <class R>
std::vector<R> records_behind(store::Db& db, const std::vector<Reference>& references) {
  std::vector<std::int64_t> numbers;
  for (const auto& reference : references) {
    if (reference.kind == kind_of<R>) numbers.push_back(reference.number);
  }
  return store::records_as<R>(store::find(db, kind_of<R>, numbers));
}

}  // namespace leadbook::service
