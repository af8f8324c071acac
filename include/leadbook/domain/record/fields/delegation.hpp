// The fields of the records of delegation.hpp.
#pragma once

#include "leadbook/domain/record/delegation.hpp"
#include "leadbook/domain/record/fields/field.hpp"
#include "leadbook/domain/record/kind_facts.hpp"

namespace leadbook {

template <>
struct Describe<Person> {
  static constexpr auto fields =
      std::make_tuple(field(&Person::name, "name", "Name", "姓名", "", Need::required),
                      field(&Person::post, "post", "Post", "职务"),
                      field(&Person::organisation, "organisation", "Organisation", "单位"));
};
static_assert(is_complete<Person>);

template <>
struct Describe<Stop> {
  static constexpr auto fields =
      std::make_tuple(field(&Stop::place, "place", "Place", "地点", "", Need::required),
                      field_of(Days::follows, field(&Stop::on, "on", "Date", "日期")),
                      field(&Stop::note, "note", "Note", "备注"));
};
static_assert(is_complete<Stop>);

template <>
struct Describe<Visit> {
  static constexpr auto fields =
      std::make_tuple(field(&Visit::company, "company", "Company", "企业", "", Need::required),
                      field(&Visit::topic, "topic", "Topic", "事由"));
};
static_assert(is_complete<Visit>);

template <>
struct Describe<Delegation> {
  static constexpr KindFacts facts = {
      .kind = Kind::delegation,
      .letters = "D",
      .identifier = "delegation",
      .english = "delegation",
      .chinese = "招商小分队",
      .synonyms = "delegations",
      .named_by = {"title"},
      .found_by = {"title", "leader"},
      .told_by = {"title", "leader", "starts", "ends"},
      .typed = {"title"},
      .listed =
          {"id", "title", "county", "leader", "starts", "days_away", "status", "report_filed"},
      .worked_out = {"days_away"},
      .searched_by = {"title", "leader"},
      .looked_up = 4,
      .linked_as = "title"};
  static constexpr auto fields = std::make_tuple(
      field(&Delegation::title,
            "title",
            "Delegation",
            "招商小分队",
            N_("a name for the trip"),
            Need::required),
      field(&Delegation::county, "county", "County", "县区", N_("the county that sent it")),
      field(&Delegation::station,
            "station",
            "Station",
            "驻点",
            N_("the office kept there that it belongs to")),
      field(&Delegation::leader, "leader", "Leader", "带队领导", N_("who leads it")),
      field(&Delegation::leader_post, "leader_post", "Post", "职务", N_("the leader's post")),
      field(&Delegation::members,
            "members",
            "Members",
            "成员",
            N_("name|post|organisation, between ';'")),
      field(&Delegation::starts,
            "starts",
            "Starts",
            "出发",
            N_("first day"),
            Need::optional,
            "starts,--from,--on"),
      field_of(Days::follows,
               field(&Delegation::ends,
                     "ends",
                     "Ends",
                     "返回",
                     N_("last day"),
                     Need::optional,
                     "ends,--until")),
      field(&Delegation::days, "days", "Days", "天数", N_("how many days, where stated")),
      field(&Delegation::stops, "stops", "Stops", "行程", N_("place|date|note, between ';'")),
      field(&Delegation::visits, "visits", "Visits", "拜访企业", N_("company|topic, between ';'")),
      field(&Delegation::batch, "batch", "Batch", "批次", N_("batch number")),
      field(&Delegation::status, "status", "Status", "状态", N_("planned or done")),
      field(&Delegation::purpose, "purpose", "Purpose", "招商方向", N_("what it looks for")),
      field_of(Days::follows,
               field(&Delegation::report_filed,
                     "report_filed",
                     "Report filed",
                     "报告日期",
                     N_("the day the trip report was filed"))),
      field(&Delegation::report, "report", "Report", "招商报告", N_("the report in short")),
      field(&Delegation::source, "source", "Source", "来源", N_("where this was taken from")),
      field(&Delegation::note, "note", "Note", "备注", N_("anything else")));
};
static_assert(is_complete<Delegation>);

}  // namespace leadbook
