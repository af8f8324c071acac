// The fields of the records of project.hpp.
#pragma once

#include "leadbook/domain/record/fields/field.hpp"
#include "leadbook/domain/record/kind_facts.hpp"
#include "leadbook/domain/record/project.hpp"

namespace leadbook {

template <>
struct Describe<Investor> {
  static constexpr auto fields =
      std::make_tuple(field(&Investor::company, "company", "Company", "企业", "", Need::required),
                      field(&Investor::share, "share", "Share", "份额"));
};
static_assert(is_complete<Investor>);

template <>
struct Describe<Phase> {
  static constexpr auto fields = std::make_tuple(
      field(&Phase::name, "name", "Phase", "期次", "", Need::required),
      field(&Phase::amount, "amount", "Amount", "金额"),
      field(&Phase::land, "land", "Land (mu)", "用地（亩）"),
      field_of(Days::due,
               field(&Phase::planned_start, "planned_start", "Planned start", "计划开工")),
      field_of(
          Days::due,
          field(
              &Phase::planned_completion, "planned_completion", "Planned completion", "计划竣工")),
      field_of(
          Days::due,
          field(
              &Phase::planned_production, "planned_production", "Planned production", "计划投产")),
      field(&Phase::note, "note", "Note", "备注"));
};
static_assert(is_complete<Phase>);

template <>
struct Describe<Waiver> {
  static constexpr auto fields = std::make_tuple(
      field(&Waiver::reason, "reason", "Reason", "原因", "", Need::required),
      field_of(Days::due, field(&Waiver::until, "until", "Until", "截止", "", Need::required)),
      field(&Waiver::by, "by", "Accepted by", "批准人"),
      field(&Waiver::on, "on", "Date", "日期"));
};
static_assert(is_complete<Waiver>);

template <>
struct Describe<Project> {
  static constexpr KindFacts facts = {
      .kind = Kind::project,
      .letters = "P",
      .identifier = "project",
      .english = "project",
      .chinese = "项目",
      .synonyms = "projects",
      .named_by = {"title"},
      .found_by = {"title", "other_title"},
      .told_by = {"title", "county", "planned_investment"},
      .typed = {"title"},
      .listed = {"id", "title", "county", "planned_investment", "stage", "stage_since"},
      .worked_out = {"stage", "stage_since", "days_in_stage"},
      .searched_by = {"title", "other_title"},
      .lies_in_blocks = true,
      .looked_up = 1,
      .linked_as = "title"};
  static constexpr auto fields = std::make_tuple(
      field(&Project::title, "title", "Project", "项目", N_("what is to be built"), Need::required),
      field(&Project::other_title,
            "other_title",
            "Other title",
            "另名",
            N_("the title in the other language")),
      field(&Project::county,
            "county",
            "County",
            "县区",
            N_("the county that hosts it"),
            Need::required),
      field(&Project::investors,
            "investors",
            "Investors",
            "投资方",
            N_("companies, between ';'; a share after '|'"),
            Need::optional,
            "investors,--company"),
      field(&Project::chain, "chain", "Chain", "产业链", N_("industrial chain it belongs to")),
      field(&Project::industry, "industry", "Industry", "行业", N_("industry")),
      field(&Project::content, "content", "Content", "建设内容", N_("what it will consist of")),
      field(&Project::planned_investment,
            "planned_investment",
            "Planned investment",
            "计划总投资",
            N_("planned total investment"),
            Need::optional,
            "planned,--planned-investment"),
      field(&Project::outside_amount,
            "outside_amount",
            "Outside amount",
            "引进资金",
            N_("the part from outside the area")),
      field(&Project::fixed_assets,
            "fixed_assets",
            "Fixed assets",
            "固定资产投资",
            N_("investment in fixed assets")),
      field(&Project::land, "land", "Land (mu)", "用地（亩）", N_("land, in mu (亩) or ha")),
      field(&Project::forecast_sales,
            "forecast_sales",
            "Forecast sales",
            "预计销售收入",
            N_("yearly sales at design capacity")),
      field(&Project::forecast_tax,
            "forecast_tax",
            "Forecast tax",
            "预计税收",
            N_("yearly tax at design capacity")),
      field(&Project::forecast_profit_tax,
            "forecast_profit_tax",
            "Forecast profit and tax",
            "预计利税",
            N_("yearly profit and tax at design capacity")),
      field(&Project::forecast_jobs,
            "forecast_jobs",
            "Forecast jobs",
            "预计就业",
            N_("jobs at design capacity")),
      field(&Project::capacity, "capacity", "Capacity", "设计产能", N_("design capacity")),
      field(&Project::phases,
            "phases",
            "Phases",
            "分期",
            N_("name|amount|land|start|completion|production|note, between ';'")),
      field(&Project::programs,
            "programs",
            "Programs",
            "重点项目名单",
            N_("key-project lists it is on, between ';'")),
      field(&Project::leader, "leader", "Leader", "包联领导", N_("the leader responsible for it")),
      field(
          &Project::task_force, "task_force", "Task force", "专班", N_("the team that serves it")),
      field(&Project::capital, "capital", "Capital", "资金性质", N_("origin of capital")),
      field(&Project::origin, "origin", "Origin", "资金来源地", N_("where the capital comes from")),
      field(&Project::first_contact,
            "first_contact",
            "First contact",
            "首谈地",
            N_("the county that first negotiated it")),
      field(&Project::station,
            "station",
            "Station",
            "驻点",
            N_("the office kept elsewhere that brought the lead")),
      field(
          &Project::lead_on, "lead_on", "Lead since", "线索日期", N_("the day the lead was named")),
      field_of(Days::due,
               field(&Project::planned_start,
                     "planned_start",
                     "Planned start",
                     "计划开工",
                     N_("planned start of construction"))),
      field_of(Days::due,
               field(&Project::planned_completion,
                     "planned_completion",
                     "Planned completion",
                     "计划竣工",
                     N_("planned completion"))),
      field_of(Days::due,
               field(&Project::planned_production,
                     "planned_production",
                     "Planned production",
                     "计划投产",
                     N_("planned start of production"))),
      field(&Project::moves,
            "moves",
            "Stage moves",
            "阶段变动",
            N_("stage|date|reason|document|actor, between ';'")),
      field(&Project::waivers,
            "waivers",
            "Waivers",
            "延期说明",
            N_("accepted reasons for being late: reason|until|by|date, between ';'")),
      field(&Project::source, "source", "Source", "来源", N_("where this was taken from")),
      field(&Project::note, "note", "Note", "备注", N_("anything else")));
};
static_assert(is_complete<Project>);

}  // namespace leadbook
