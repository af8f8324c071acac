// The fields of the records of negotiation.hpp.
#pragma once

#include "leadbook/domain/record/fields/delegation.hpp"
#include "leadbook/domain/record/fields/field.hpp"
#include "leadbook/domain/record/kind_facts.hpp"
#include "leadbook/domain/record/negotiation.hpp"

namespace leadbook {

template <>
struct Describe<Counterpart> {
  static constexpr auto fields = std::make_tuple(
      field(&Counterpart::company, "company", "Company", "企业", "", Need::required),
      field(&Counterpart::representative, "representative", "Represented by", "代表"));
};
static_assert(is_complete<Counterpart>);

template <>
struct Describe<Commitment> {
  static constexpr auto fields =
      std::make_tuple(field(&Commitment::text, "text", "Promise", "承诺", "", Need::required),
                      field(&Commitment::owner, "owner", "Owner", "责任人"),
                      field_of(Days::due, field(&Commitment::due, "due", "Due", "期限")),
                      field_of(Days::follows, field(&Commitment::kept, "kept", "Kept", "兑现")));
};
static_assert(is_complete<Commitment>);

template <>
struct Describe<Negotiation> {
  static constexpr KindFacts facts = {
      .kind = Kind::negotiation,
      .letters = "N",
      .identifier = "negotiation",
      .english = "negotiation",
      .chinese = "洽谈",
      .synonyms = "negotiations",
      .named_by = {"subject", "summary"},
      .found_by = {"subject", "summary"},
      .told_by = {"on", "counterparts", "project", "outcome"},
      .typed = {"counterparts", "summary"},
      .listed =
          {"id", "on", "county", "counterparts", "project", "round_number", "outcome", "next_due"},
      .worked_out = {"round_number"},
      .searched_by = {"subject", "summary"},
      .looked_up = 9};
  static constexpr auto fields = std::make_tuple(
      field(&Negotiation::on, "on", "Date", "日期", N_("the day of the meeting"), Need::required),
      field(&Negotiation::county, "county", "County", "县区", N_("the county that negotiates")),
      field(&Negotiation::project, "project", "Project", "项目", N_("the project it is about")),
      field(&Negotiation::delegation,
            "delegation",
            "Delegation",
            "招商小分队",
            N_("the trip it belongs to")),
      field(&Negotiation::station,
            "station",
            "Station",
            "驻点",
            N_("the office kept there that held it")),
      field(&Negotiation::counterparts,
            "counterparts",
            "Counterparts",
            "洽谈对象",
            N_("companies, between ';'; who spoke for each after '|'"),
            Need::optional,
            "counterparts,--with"),
      field(&Negotiation::participants,
            "participants",
            "Our side",
            "我方人员",
            N_("who of ours took part: name|post|organisation, between ';'"),
            Need::optional,
            "participants,--ours"),
      field(&Negotiation::place, "place", "Place", "地点", N_("where")),
      field(&Negotiation::mode, "mode", "Mode", "方式", N_("how they met")),
      field(&Negotiation::purpose, "purpose", "Purpose", "目的", N_("why they met")),
      field(&Negotiation::round,
            "round",
            "Round",
            "轮次",
            N_("the round, where stated; else it is counted")),
      field(&Negotiation::subject, "subject", "Subject", "洽谈内容", N_("what it was about")),
      field(&Negotiation::summary, "summary", "Summary", "纪要", N_("what was said")),
      field(&Negotiation::outcome, "outcome", "Outcome", "结果", N_("what came of it")),
      field(&Negotiation::promises,
            "promises",
            "Promises",
            "承诺事项",
            N_("text|owner|due|kept, between ';'"),
            Need::optional,
            "promises,--promise"),
      field(&Negotiation::next_step,
            "next_step",
            "Next step",
            "下一步",
            N_("what comes next"),
            Need::optional,
            "next,--next-step"),
      field_of(Days::due,
               field(&Negotiation::next_due,
                     "next_due",
                     "Next due",
                     "下一步期限",
                     N_("by when"),
                     Need::optional,
                     "due,--next-due")),
      field(&Negotiation::source, "source", "Source", "来源", N_("where this was taken from")),
      field(&Negotiation::note, "note", "Note", "备注", N_("anything else")));
};
static_assert(is_complete<Negotiation>);

}  // namespace leadbook
