// The fields of the records of target.hpp.
#pragma once

#include "leadbook/domain/record/fields/field.hpp"
#include "leadbook/domain/record/kind_facts.hpp"
#include "leadbook/domain/record/target.hpp"

namespace leadbook {

template <>
struct Describe<TargetStep> {
  static constexpr auto fields = std::make_tuple(
      field_of(Days::any, field(&TargetStep::until, "until", "Until", "截止", "", Need::required)),
      field(&TargetStep::count, "count", "Count", "数量"),
      field(&TargetStep::amount, "amount", "Amount", "金额"),
      field(&TargetStep::percent, "percent", "Share", "比例"));
};
static_assert(is_complete<TargetStep>);

template <>
struct Describe<Target> {
  static constexpr KindFacts facts = {
      .kind = Kind::target,
      .letters = "TG",
      .identifier = "target",
      .english = "target",
      .chinese = "目标任务",
      .synonyms = "targets",
      .named_by = {"indicator"},
      .told_by = {"county", "period", "indicator", "count", "amount", "percent"},
      .typed = {"county", "indicator"},
      .listed = {"id", "period", "county", "indicator", "count", "amount", "percent", "land"},
      .numbered_by = {"county", "period", "indicator"},
      .number_columns = {"county_id", "period_from", "period_until", "indicator"},
      .number_said = N_("this target")};
  static constexpr auto fields = std::make_tuple(
      field(&Target::county,
            "county",
            "County",
            "县区",
            N_("the county; the whole city if left out")),
      field_of(Days::any,
               field(&Target::period,
                     "period",
                     "Period",
                     "期间",
                     N_("the year, half, quarter or month"),
                     Need::required)),
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
struct Describe<Aggregate> {
  static constexpr KindFacts facts = {
      .kind = Kind::aggregate,
      .letters = "AG",
      .identifier = "aggregate",
      .english = "aggregate",
      .chinese = "汇总上报",
      .synonyms = "aggregates|汇总数|上报数",
      .named_by = {"indicator"},
      .told_by = {"county", "period", "indicator", "count", "amount"},
      .typed = {"county", "indicator"},
      .listed = {"id", "period", "county", "indicator", "count", "amount", "content"},
      .numbered_by = {"county", "period", "indicator"},
      .number_columns = {"county_id", "period_from", "period_until", "indicator"},
      .number_said = N_("this sum")};
  static constexpr auto fields = std::make_tuple(
      field(&Aggregate::county, "county", "County", "县区", N_("whose sum it is"), Need::required),
      field(&Aggregate::period,
            "period",
            "Period",
            "期间",
            N_("the year, half, quarter or month"),
            Need::required),
      field(&Aggregate::indicator,
            "indicator",
            "Indicator",
            "指标",
            N_("what is counted, as signed or started"),
            Need::required),
      field(&Aggregate::count, "count", "Count", "数量", N_("how many projects")),
      field(&Aggregate::amount, "amount", "Amount", "金额", N_("what they come to")),
      field(&Aggregate::content, "content", "Of which", "其中", N_("what is said of its parts")),
      field(&Aggregate::source, "source", "Source", "来源", N_("where this was taken from")),
      field(&Aggregate::note, "note", "Note", "备注", N_("anything else")));
};
static_assert(is_complete<Aggregate>);

template <>
struct Describe<Program> {
  static constexpr KindFacts facts = {.kind = Kind::program,
                                      .letters = "PG",
                                      .identifier = "program",
                                      .english = "program",
                                      .chinese = "重点项目名单",
                                      .synonyms = "programs|programme",
                                      .named_by = {"name"},
                                      .found_by = {"name", "other_name"},
                                      .told_by = {"name", "level", "period"},
                                      .typed = {"name"},
                                      .listed = {"id", "name", "level", "period"},
                                      .numbered_by = {"name"},
                                      .number_columns = {"name"},
                                      .number_said = N_("the name {}"),
                                      .searched_by = {"name"},
                                      .linked_as = "name"};
  static constexpr auto fields = std::make_tuple(
      field(&Program::name, "name", "Program", "重点项目名单", N_("its name"), Need::required),
      field(&Program::other_name,
            "other_name",
            "Other name",
            "另名",
            N_("the name in the other language")),
      field(&Program::level, "level", "Level", "级别", N_("who keeps the list: province, city")),
      field_of(Days::any,
               field(&Program::period, "period", "Period", "期间", N_("the year it is for"))),
      field(&Program::content, "content", "Content", "内容", N_("what the list is for")),
      field(&Program::source, "source", "Source", "来源", N_("where this was taken from")),
      field(&Program::note, "note", "Note", "备注", N_("anything else")));
};
static_assert(is_complete<Program>);

template <>
struct Describe<Report> {
  static constexpr KindFacts facts = {.kind = Kind::report,
                                      .letters = "RP",
                                      .identifier = "report",
                                      .english = "report",
                                      .chinese = "常用报表",
                                      .synonyms = "reports",
                                      .named_by = {"name"},
                                      .found_by = {"name"},
                                      .told_by = {"name", "arguments"},
                                      .typed = {"name"},
                                      .listed = {"id", "name", "arguments", "note"},
                                      .numbered_by = {"name"},
                                      .number_columns = {"name"},
                                      .number_said = N_("the name {}"),
                                      .is_queried = false};
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
