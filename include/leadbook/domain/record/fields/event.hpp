// The fields of the records of event.hpp.
#pragma once

#include "leadbook/domain/record/event.hpp"
#include "leadbook/domain/record/fields/field.hpp"
#include "leadbook/domain/record/kind_facts.hpp"

namespace leadbook {

template <>
struct Describe<EventProject> {
  static constexpr auto fields = std::make_tuple(
      field(&EventProject::project, "project", "Project", "项目", "", Need::required),
      field(&EventProject::note, "note", "Note", "备注"));
};
static_assert(is_complete<EventProject>);

template <>
struct Describe<Event> {
  static constexpr KindFacts facts = {.kind = Kind::event,
                                      .letters = "E",
                                      .identifier = "event",
                                      .english = "event",
                                      .chinese = "活动",
                                      .synonyms = "events",
                                      .named_by = {"title"},
                                      .found_by = {"title"},
                                      .told_by = {"title", "on", "place"},
                                      .typed = {"title"},
                                      .listed = {"id", "on", "kind", "title", "place"},
                                      .searched_by = {"title"},
                                      .looked_up = 6,
                                      .linked_as = "title"};
  static constexpr auto fields = std::make_tuple(
      field(&Event::title, "title", "Event", "活动", N_("what it was called"), Need::required),
      field(&Event::kind, "kind", "Kind", "类别", N_("what sort of event")),
      field(&Event::on, "on", "Date", "日期", N_("when"), Need::required),
      field(&Event::county, "county", "County", "县区", N_("the county it was held in")),
      field(&Event::place, "place", "Place", "地点", N_("where")),
      field(&Event::venues, "venues", "Branch venues", "分会场", N_("branch venues, between ';'")),
      field(&Event::people, "people", "People", "出席", N_("name|post|organisation, between ';'")),
      field(&Event::projects,
            "projects",
            "Projects",
            "涉及项目",
            N_("projects it concerned, between ';'; a note after '|'")),
      field(&Event::summary, "summary", "Summary", "内容", N_("what happened")),
      field(&Event::source, "source", "Source", "来源", N_("where this was taken from")),
      field(&Event::note, "note", "Note", "备注", N_("anything else")));
};
static_assert(is_complete<Event>);

template <>
struct Describe<Task> {
  static constexpr KindFacts facts = {
      .kind = Kind::task,
      .letters = "T",
      .identifier = "task",
      .english = "task",
      .chinese = "督办事项",
      .synonyms = "tasks",
      .named_by = {"title"},
      .found_by = {"title"},
      .told_by = {"title", "owner", "due"},
      .typed = {"title"},
      .listed = {"id", "title", "kind", "project", "owner", "due", "closed_on"},
      .searched_by = {"title"},
      .looked_up = 8,
      .linked_as = "title"};
  static constexpr auto fields = std::make_tuple(
      field(&Task::title, "title", "Task", "事项", N_("what is to be done"), Need::required),
      field(&Task::kind, "kind", "Kind", "类别", N_("what sort of task")),
      field(&Task::area, "area", "Area", "领域", N_("what it concerns")),
      field(&Task::project, "project", "Project", "项目", N_("the project it is about")),
      field(&Task::county, "county", "County", "县区", N_("the county it is given to")),
      field(&Task::event, "event", "Event", "活动", N_("the event it was given at")),
      field(&Task::owner, "owner", "Owner", "责任人", N_("who has to do it")),
      field_of(Days::due, field(&Task::due, "due", "Due", "期限", N_("by when"))),
      field(&Task::closed_on, "closed_on", "Closed", "销号日期", N_("when it was closed")),
      field(&Task::closing, "closing", "Closing", "办理结果", N_("how it was closed")),
      field(&Task::source, "source", "Source", "来源", N_("where this was taken from")),
      field(&Task::note, "note", "Note", "备注", N_("anything else")));
};
static_assert(is_complete<Task>);

template <>
struct Describe<Figure> {
  static constexpr KindFacts facts = {
      .kind = Kind::figure,
      .letters = "F",
      .identifier = "figure",
      .english = "figure",
      .chinese = "报表数",
      .synonyms = "figures",
      .named_by = {"indicator"},
      .found_by = {"indicator"},
      .told_by = {"area", "period", "indicator", "printed"},
      .typed = {"area", "indicator"},
      .listed = {"id", "area", "period", "indicator", "printed", "count", "amount"},
      .searched_by = {"indicator", "printed"},
      .looked_up = 10};
  static constexpr auto fields = std::make_tuple(
      field(&Figure::area, "area", "Area", "地区", N_("whom the number is about"), Need::required),
      field_of(Days::any,
               field(&Figure::period, "period", "Period", "时期", N_("when"), Need::required)),
      field(&Figure::indicator, "indicator", "Indicator", "指标", N_("of what"), Need::required),
      field(&Figure::printed, "printed", "As printed", "原文", N_("the number word for word")),
      field(&Figure::count, "count", "Count", "数量", N_("the number, where it counts things")),
      field(&Figure::amount, "amount", "Amount", "金额", N_("the number, where it is money")),
      field(&Figure::percent,
            "percent",
            "Share",
            "比例",
            N_("the number, where it is a share or rate")),
      field(&Figure::part_of,
            "part_of",
            "Part of",
            "所属合计",
            N_("the printed total it is one addend of")),
      field(&Figure::source, "source", "Source", "来源", N_("where this was taken from")),
      field(&Figure::note, "note", "Note", "备注", N_("anything else")),
      field(&Figure::whole,
            "whole",
            "All parts",
            "分项齐全",
            N_("its parts, or those it is one of, are all there are")),
      field(
          &Figure::breakdown,
          "breakdown",
          "Breakdown",
          "分项口径",
          N_("by what it is a part, as 'by county'; the parts of one name are all of the total")));
};
static_assert(is_complete<Figure>);

}  // namespace leadbook
