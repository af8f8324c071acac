// Books whose signings a test wrote itself, and what a plain count of these says.
#pragma once

#include <random>
#include <string>
#include <vector>

#include "catch.hpp"
#include "leadbook/service/standing/ranking.hpp"
#include "scratch_book.hpp"

namespace targets_sample {

using namespace leadbook;

inline Period period(const char* text) { return parse_period(text, scratch::today).value(); }
inline Date on(const std::string& text) { return parse_date(text, scratch::today).value(); }
inline Amount yuan(std::int64_t minor) { return {{minor, Currency()}, Qualifier::exact}; }

/// What each county signed, as the test wrote it: by county, then the days and amounts.
struct Written {
  std::vector<County> counties;
  struct Paper {
    std::size_t county;
    Day day;
    std::optional<std::int64_t> minor;
  };
  std::vector<Paper> papers;

  /// The sum of the known amounts in a period; nothing where there are papers but no amounts.
  RankedValue amount(std::size_t county, const Period& in) const {
    bool any = false;
    RankedValue sum;
    for (const auto& paper : papers) {
      if (paper.county != county || paper.day < in.first || paper.day > in.last) continue;
      any = true;
      if (paper.minor) sum = sum.value_or(0) + *paper.minor;
    }
    return any ? sum : RankedValue(0);
  }

  std::int64_t count(std::size_t county, const Period& in) const {
    return std::count_if(papers.begin(), papers.end(), [&](const Paper& paper) {
      return paper.county == county && paper.day >= in.first && paper.day <= in.last;
    });
  }
};

/// A book of some counties whose projects have one contract each.
inline Written fill(scratch::Book& book, std::mt19937& random, std::size_t counties) {
  Written written;
  book.write([&](store::Change& change) {
    for (std::size_t number = 0; number < counties; ++number) {
      County county;
      county.code = std::to_string(230290 - number);  // the last added comes first
      county.name = "county " + std::to_string(number);
      written.counties.push_back(change.add(county));
    }
    for (std::size_t number = 0; number < counties * 3; ++number) {
      Project project;
      project.title = "project " + std::to_string(number);
      Written::Paper paper;
      paper.county = random() % (counties - 1);  // the last county has nothing
      paper.day = period("2019").first + std::chrono::days(random() % 731);
      if (random() % 4 != 0) paper.minor = static_cast<std::int64_t>(random() % 5) * 100'000'000;
      project.county = written.counties[paper.county].id;
      Signing signing;
      signing.project = change.add(project).id;
      signing.kind = SigningKind::contract;
      signing.on = Date::of(paper.day);
      if (paper.minor) signing.amount = yuan(*paper.minor);
      change.add(signing);
      written.papers.push_back(paper);
    }
  });
  return written;
}

/// The row of a county in the book's order, which is that of its code.
inline std::size_t row_of(const Written& written, Id<County> county) {
  for (std::size_t row = 0; row < written.counties.size(); ++row) {
    if (written.counties[row].id == county) return row;
  }
  FAIL("a county nobody wrote");
  return 0;
}

inline std::optional<std::int64_t> place_among(const std::vector<RankedValue>& values,
                                               const RankedValue& value) {
  if (!value) return {};
  return 1 + std::count_if(values.begin(), values.end(), [&](const RankedValue& other) {
           return other && *other > *value;
         });
}

inline service::RankQuery query_of(Measure measure, const char* in, const char* before) {
  service::RankQuery query;
  query.measure = measure;
  query.totals.period = period(in);
  query.totals.today = scratch::today;
  query.before = period(before);
  return query;
}

inline Target target_of(Id<County> county, const char* in, Measure indicator) {
  Target target;
  target.county = county;
  target.period = on(in);
  target.indicator = indicator;
  return target;
}

}  // namespace targets_sample
