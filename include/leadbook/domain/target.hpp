// Targets (目标任务), the key-project programs (重点项目名单) and saved reports (常用报表).
#pragma once

#include <optional>
#include <vector>

#include "leadbook/domain/county.hpp"
#include "leadbook/domain/date.hpp"
#include "leadbook/domain/measure.hpp"
#include "leadbook/domain/quantity.hpp"

namespace leadbook {

/// How much of a target should be reached by a day (序时进度): one of the three.
struct TargetStep {
  std::optional<Date> until;
  std::optional<std::int64_t> count;
  std::optional<Amount> amount;
  std::optional<Percent> percent;  // of the target

  bool operator==(const TargetStep&) const = default;
};

/// What a county, or the whole city, is to reach over a period: a count, an amount (of what is by
/// area, a mu), a rate or an area, as its indicator is measured.
struct Target : Record<Target> {
  Id<County> county;  // none for the city
  std::optional<Date> period;
  Measure indicator = Measure::contract_amount;
  std::optional<std::int64_t> count;
  std::optional<Amount> amount;
  std::optional<Percent> percent;
  std::optional<Area> land;
  std::vector<TargetStep> steps;  // cumulative, by date
  std::string source;
  std::string note;

  bool operator==(const Target&) const = default;
};

/// The one field a target of this indicator is stated in.
const char* target_field(Measure indicator);

/// A list of key projects. A project is on it where its own field `programs` holds the name.
struct Program : Record<Program> {
  std::string name;
  std::string other_name;
  std::string level;  // who keeps it: 省级, 市级
  std::optional<Date> period;
  std::string content;
  std::string source;
  std::string note;

  bool operator==(const Program&) const = default;
};

/// A query kept under a name: the words of its command line.
struct Report : Record<Report> {
  std::string name;
  std::vector<std::string> arguments;
  std::string note;

  bool operator==(const Report&) const = default;
};

template <>
struct Describe<TargetStep> {
  static constexpr auto fields =
      std::make_tuple(field(&TargetStep::until, "until", "Until", "截止", "", Need::required),
                      field(&TargetStep::count, "count", "Count", "数量"),
                      field(&TargetStep::amount, "amount", "Amount", "金额"),
                      field(&TargetStep::percent, "percent", "Share", "比例"));
};
static_assert(is_complete<TargetStep>);

template <>
struct Describe<Target> {
  static constexpr Kind kind = Kind::target;
  static constexpr auto fields = std::make_tuple(
      field(&Target::county,
            "county",
            "County",
            "县区",
            N_("the county; the whole city if left out")),
      field(&Target::period,
            "period",
            "Period",
            "期间",
            N_("the year, half, quarter or month"),
            Need::required),
      field(&Target::indicator,
            "indicator",
            "Indicator",
            "指标",
            N_("what is to be reached"),
            Need::required),
      field(&Target::count, "count", "Count", "数量", N_("how many, of what is counted")),
      field(&Target::amount,
            "amount",
            "Amount",
            "金额",
            N_("how much, of what is money; a mu, of what is by area")),
      field(&Target::percent, "percent", "Share", "比例", N_("the rate to reach, as 85%")),
      field(&Target::land, "land", "Land", "用地", N_("how much land")),
      field(&Target::steps,
            "steps",
            "Time sequence",
            "序时进度",
            N_("until|count|amount|share, cumulative, between ';'")),
      field(&Target::source, "source", "Source", "来源", N_("where this was taken from")),
      field(&Target::note, "note", "Note", "备注", N_("anything else")));
};
static_assert(is_complete<Target>);

template <>
struct Describe<Program> {
  static constexpr Kind kind = Kind::program;
  static constexpr auto fields = std::make_tuple(
      field(&Program::name, "name", "Program", "重点项目名单", N_("its name"), Need::required),
      field(&Program::other_name,
            "other_name",
            "Other name",
            "另名",
            N_("the name in the other language")),
      field(&Program::level, "level", "Level", "级别", N_("who keeps the list: province, city")),
      field(&Program::period, "period", "Period", "期间", N_("the year it is for")),
      field(&Program::content, "content", "Content", "内容", N_("what the list is for")),
      field(&Program::source, "source", "Source", "来源", N_("where this was taken from")),
      field(&Program::note, "note", "Note", "备注", N_("anything else")));
};
static_assert(is_complete<Program>);

template <>
struct Describe<Report> {
  static constexpr Kind kind = Kind::report;
  static constexpr auto fields = std::make_tuple(
      field(&Report::name, "name", "Report", "常用报表", N_("what it is called"), Need::required),
      field(&Report::arguments,
            "arguments",
            "Command",
            "命令",
            N_("the words of its command line, between ';'"),
            Need::required),
      field(&Report::note, "note", "Note", "备注", N_("anything else")));
};
static_assert(is_complete<Report>);

}  // namespace leadbook
