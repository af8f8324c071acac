// What a book says of itself, and the exchange rates it counts with.
#pragma once

#include <optional>
#include <vector>

#include "leadbook/domain/amount/quantity.hpp"
#include "leadbook/domain/date/date.hpp"
#include "leadbook/domain/place/zones.hpp"
#include "leadbook/domain/record/record.hpp"
#include "leadbook/domain/record/stage.hpp"
#include "leadbook/domain/word.hpp"

namespace leadbook {

/// Whether a framework agreement makes a project signed and enters the totals.
enum class Frameworks { do_not_count, count };

template <>
std::span<const Word<Frameworks>> words<Frameworks>();

/// By how many days before the planned completion a stage should be reached (倒排工期).
struct Milestone {
  Stage stage = Stage::started;
  std::int64_t days_before = 0;

  bool operator==(const Milestone&) const = default;
};

/// The book's own record, number 1: settings that change figures belong here, where a change is
/// logged, not in somebody's configuration.
struct Book : Record<Book> {
  std::string name;
  std::string city;
  std::string city_code;
  Frameworks frameworks = Frameworks::do_not_count;
  std::optional<std::int64_t> report_days;  // a trip report is due this many days after the return
  std::optional<std::int64_t> yellow_points;  // behind the plan, in percentage points
  std::optional<std::int64_t> red_points;
  std::optional<std::int64_t> red_months;  // after the planned day
  std::vector<Milestone> milestones;       // what a plan counts back from its end
  std::string note;
  std::optional<Zones> zones;  // where zones and parks count, where a command does not say it

  bool operator==(const Book&) const = default;
};

/// How many days after the return a trip report is due; 15 where the book says nothing.
inline std::int64_t report_days(const Book& book) {
  constexpr std::int64_t usual_days = 15;
  return book.report_days.value_or(usual_days);
}

/// CNY for one unit of a currency from a day on.
struct Rate : Record<Rate> {
  Currency currency;
  std::optional<Date> on;
  RateValue cny;
  std::string source;

  bool operator==(const Rate&) const = default;
};

template <>
struct KindOf<Book> : std::integral_constant<Kind, Kind::book> {};
template <>
struct KindOf<Rate> : std::integral_constant<Kind, Kind::rate> {};

}  // namespace leadbook
