// The fields of the records of book.hpp.
#pragma once

#include "leadbook/domain/record/book.hpp"
#include "leadbook/domain/record/fields/field.hpp"
#include "leadbook/domain/record/kind_facts.hpp"

namespace leadbook {

template <>
struct Describe<Milestone> {
  static constexpr auto fields = std::make_tuple(
      field(&Milestone::stage, "stage", "Stage", "阶段", "", Need::required),
      field(&Milestone::days_before, "days_before", "Days before", "提前天数", "", Need::required));
};
static_assert(is_complete<Milestone>);

template <>
struct Describe<Book> {
  static constexpr KindFacts facts = {.kind = Kind::book,
                                      .letters = "B",
                                      .identifier = "book",
                                      .english = "book",
                                      .chinese = "台账",
                                      .synonyms = "",
                                      .named_by = {"name"},
                                      .found_by = {"name"},
                                      .told_by = {"name", "city"},
                                      .listed = {"id", "name", "city"}};
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
      field(&Book::note, "note", "Note", "备注", N_("anything else")),
      field(&Book::zones,
            "zones",
            "Zones and parks",
            "开发区、园区",
            N_("where their figures count, where a command does not say it")));
};
static_assert(is_complete<Book>);

template <>
struct Describe<Rate> {
  static constexpr KindFacts facts = {.kind = Kind::rate,
                                      .letters = "R",
                                      .identifier = "rate",
                                      .english = "rate",
                                      .chinese = "汇率",
                                      .synonyms = "rates",
                                      .named_by = {"currency", "on"},
                                      .is_named_by_all = true,
                                      .found_by = {"currency", "on"},
                                      .told_by = {"currency", "on", "cny"},
                                      .typed = {"currency", "cny"},
                                      .listed = {"id", "currency", "on", "cny", "source"},
                                      .numbered_by = {"currency", "on"},
                                      .number_columns = {"currency", "on_until"},
                                      .number_said = N_("the rate of {}")};
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
