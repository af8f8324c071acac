// The fields of the records of progress.hpp.
#pragma once

#include "leadbook/domain/record/fields/field.hpp"
#include "leadbook/domain/record/kind_facts.hpp"
#include "leadbook/domain/record/progress.hpp"

namespace leadbook {

template <>
struct Describe<Procedure> {
  static constexpr KindFacts facts = {
      .kind = Kind::procedure,
      .letters = "PR",
      .identifier = "procedure",
      .english = "procedure",
      .chinese = "前期手续",
      .synonyms = "procedures",
      .named_by = {"item"},
      .found_by = {"item"},
      .told_by = {"item", "project", "department", "submitted", "granted"},
      .typed = {"project", "item"},
      .listed = {"id", "project", "item", "department", "submitted", "due", "granted"},
      .worked_out = {"due"}};
  static constexpr auto fields = std::make_tuple(
      field(&Procedure::project, "project", "Project", "项目", N_("the project"), Need::required),
      field(&Procedure::item,
            "item",
            "Procedure",
            "手续",
            N_("what is to be approved"),
            Need::required),
      field(&Procedure::department,
            "department",
            "Department",
            "审批部门",
            N_("the department that grants it")),
      field(&Procedure::submitted,
            "submitted",
            "Submitted",
            "申报日期",
            N_("the day it was applied for")),
      field(&Procedure::limit_days,
            "limit_days",
            "Time limit (days)",
            "办理时限（天）",
            N_("days from submission within which it should be granted")),
      field_of(
          Days::follows,
          field(
              &Procedure::granted, "granted", "Granted", "办结日期", N_("the day it was granted"))),
      field(&Procedure::mechanism,
            "mechanism",
            "Mechanism",
            "办理机制",
            N_("how it was made quicker")),
      field(&Procedure::document, "document", "Document", "文号", N_("the number of the approval")),
      field(&Procedure::source, "source", "Source", "来源", N_("where this was taken from")),
      field(&Procedure::note, "note", "Note", "备注", N_("anything else")));
};
static_assert(is_complete<Procedure>);

template <>
struct Describe<Funds> {
  static constexpr KindFacts facts = {.kind = Kind::funds,
                                      .letters = "FD",
                                      .identifier = "funds",
                                      .english = "funds",
                                      .chinese = "到位资金",
                                      .synonyms = "fund",
                                      .named_by = {"evidence", "phase"},
                                      .found_by = {"evidence"},
                                      .told_by = {"amount", "project", "on"},
                                      .typed = {"project", "amount"},
                                      .listed = {"id", "on", "project", "amount", "capital"}};
  static constexpr auto fields = std::make_tuple(
      field(&Funds::project, "project", "Project", "项目", N_("the project"), Need::required),
      field(
          &Funds::on, "on", "Received", "到位日期", N_("the day it was received"), Need::required),
      field(&Funds::amount,
            "amount",
            "Funds in place",
            "到位资金",
            N_("the amount received, in its own currency"),
            Need::required),
      field(&Funds::capital, "capital", "Capital", "资金性质", N_("domestic or foreign capital")),
      field(&Funds::company, "company", "Paid by", "出资方", N_("the company that paid")),
      field(&Funds::phase, "phase", "Phase", "期次", N_("the phase it is for")),
      field(&Funds::evidence,
            "evidence",
            "Evidence",
            "凭证",
            N_("the voucher or report that proves it")),
      field(&Funds::source, "source", "Source", "来源", N_("where this was taken from")),
      field(&Funds::note, "note", "Note", "备注", N_("anything else")));
};
static_assert(is_complete<Funds>);

template <>
struct Describe<Outlay> {
  static constexpr KindFacts facts = {.kind = Kind::outlay,
                                      .letters = "OL",
                                      .identifier = "outlay",
                                      .english = "outlay",
                                      .chinese = "年度投资",
                                      .synonyms = "outlays|年度投资计划",
                                      .named_by = {"year"},
                                      .is_named_by_all = true,
                                      .told_by = {"project", "year", "planned", "done", "on"},
                                      .typed = {"project"},
                                      .listed = {"id", "year", "project", "planned", "done", "on"}};
  static constexpr auto fields = std::make_tuple(
      field(&Outlay::project, "project", "Project", "项目", N_("the project"), Need::required),
      field_of(
          Days::any,
          field(&Outlay::year, "year", "Year", "年度", N_("the year it is for"), Need::required)),
      field(&Outlay::planned,
            "planned",
            "Planned for the year",
            "年度计划投资",
            N_("what is to be invested in the year")),
      field(&Outlay::done,
            "done",
            "Done in the year",
            "本年完成投资",
            N_("what was invested since the beginning of the year")),
      field(&Outlay::on, "on", "Done by", "完成截至", N_("the day up to which it was done")),
      field(&Outlay::source, "source", "Source", "来源", N_("where this was taken from")),
      field(&Outlay::note, "note", "Note", "备注", N_("anything else")));
};
static_assert(is_complete<Outlay>);

}  // namespace leadbook
