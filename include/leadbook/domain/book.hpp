// What a book says of itself, and the exchange rates it counts with.
#pragma once

#include <optional>
#include <vector>

#include "leadbook/domain/date.hpp"
#include "leadbook/domain/field.hpp"
#include "leadbook/domain/quantity.hpp"
#include "leadbook/domain/stage.hpp"
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

template <>
struct Describe<Milestone> {
  static constexpr auto fields = std::make_tuple(
      field(&Milestone::stage, "stage", "Stage", "阶段", "", Need::required),
      field(&Milestone::days_before, "days_before", "Days before", "提前天数", "", Need::required));
};
static_assert(is_complete<Milestone>);

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

  bool operator==(const Book&) const = default;
};

template <>
struct Describe<Book> {
  static constexpr Kind kind = Kind::book;
  static constexpr auto fields = std::make_tuple(
      field(&Book::name, "name", "Book", "台账", N_("what the book is called"), Need::required),
      field(&Book::city, "city", "City", "城市", N_("the city whose counties it holds")),
      field(&Book::city_code, "city_code", "City code", "城市代码", N_("its GB/T 2260 code")),
      field(&Book::frameworks,
            "frameworks",
            "Framework agreements",
            "框架协议",
            N_("whether they count as signed")),
      field(&Book::report_days,
            "report_days",
            "Report days",
            "报告期限（天）",
            N_("days after the return within which a trip report is due")),
      field(&Book::yellow_points,
            "yellow_points",
            "Yellow light (points)",
            "黄灯（百分点）",
            N_("percentage points behind the plan from which the light is yellow; 10 if left out")),
      field(&Book::red_points,
            "red_points",
            "Red light (points)",
            "红灯（百分点）",
            N_("percentage points behind the plan beyond which the light is red; 30 if left out")),
      field(&Book::red_months,
            "red_months",
            "Red light (months)",
            "红灯（月）",
            N_("months after the planned day from which the light is red; 3 if left out")),
      field(&Book::milestones,
            "milestones",
            "Milestones",
            "倒排节点",
            N_("stage|days before the planned completion, between ';'")),
      field(&Book::note, "note", "Note", "备注", N_("anything else")));
};
static_assert(is_complete<Book>);

/// CNY for one unit of a currency from a day on.
struct Rate : Record<Rate> {
  Currency currency;
  std::optional<Date> on;
  RateValue cny;
  std::string source;

  bool operator==(const Rate&) const = default;
};

template <>
struct Describe<Rate> {
  static constexpr Kind kind = Kind::rate;
  static constexpr auto fields = std::make_tuple(
      field(&Rate::currency, "currency", "Currency", "币种", N_("currency"), Need::required),
      field(&Rate::on, "on", "Date", "日期", N_("the day of the rate"), Need::required),
      field(&Rate::cny,
            "cny",
            "CNY per unit",
            "折合人民币",
            N_("CNY for one unit of the currency"),
            Need::required),
      field(&Rate::source, "source", "Source", "来源", N_("who published it")));
};
static_assert(is_complete<Rate>);

}  // namespace leadbook
