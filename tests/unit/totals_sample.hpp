// Small books, and what totals say of them in one line.
#pragma once

#include <algorithm>
#include <initializer_list>
#include <string>
#include <vector>

#include "leadbook/domain/error.hpp"
#include "slow_tally.hpp"

namespace totals_sample {

using namespace leadbook;
using slow_totals::Told;
using totals_book::amount;
using totals_book::on;

inline County add_county(scratch::Book& book, const char* code = "230231") {
  County county;
  county.code = code;
  county.name = std::string("c") + code;
  return book.add(county);
}

inline Project in_county(const County& county) {
  Project project;
  project.title = "p";
  project.county = county.id;
  return project;
}

/// A county with one project, planned at a million.
inline Project small_book(scratch::Book& book) {
  auto project = in_county(add_county(book));
  project.planned_investment = amount(100'000'000);
  return book.add(project);
}

inline Signing signed_on(const Project& project, const char* date, std::optional<Amount> worth) {
  Signing signing;
  signing.project = project.id;
  signing.on = on(date);
  signing.amount = worth;
  return signing;
}

inline Signing supplement_on(const Signing& paper, const char* date, std::optional<Amount> worth) {
  Signing supplement;
  supplement.project = paper.project;
  supplement.kind = SigningKind::supplement;
  supplement.amends = paper.id;
  supplement.on = on(date);
  supplement.amount = worth;
  return supplement;
}

inline void add_rate(scratch::Book& book, const char* code, const char* day, std::int64_t e10) {
  Rate rate;
  rate.currency = totals_book::currency(code);
  rate.on = on(day);
  rate.cny = {e10};
  book.add(rate);
}

inline service::TotalsQuery query_of(const char* period,
                                     std::vector<Measure> measures,
                                     std::vector<Dimension> by = {}) {
  service::TotalsQuery query;
  query.by = std::move(by);
  query.measures = std::move(measures);
  query.period = parse_period(period, scratch::today).value();
  query.today = std::max(query.period.last, scratch::today);
  return query;
}

/// The same by both ways, in one line each: "signed [sum]: 1 / 0, 1 of 1".
inline std::vector<std::string> told(scratch::Book& book, service::TotalsQuery query) {
  std::vector<std::string> lines;
  query.by_project = true;
  const auto slow = slow_totals::tell(service::totals(book.db, query), query);
  query.by_project = false;
  const auto got = slow_totals::tell(service::totals(book.db, query), query);
  CHECK(slow_totals::differences(slow, got) == std::vector<std::string>{});
  for (const auto& [name, text] : got) lines.push_back(name + ": " + text);
  return lines;
}

/// The sum of one measure: "500 / 0, 1 of 1", or nothing.
inline std::string sum_of(scratch::Book& book, const char* period, Measure measure) {
  const auto query = query_of(period, {measure});
  const auto lines = slow_totals::tell(service::totals(book.db, query), query);
  const auto found = lines.find(slow_totals::name_of_row(measure, {"sum"}));
  return found == lines.end() ? "" : found->second;
}

}  // namespace totals_sample
