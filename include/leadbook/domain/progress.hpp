// What pushes a signed project on: its procedures (前期手续) and the money received (到位资金).
#pragma once

#include <optional>

#include "leadbook/domain/company.hpp"
#include "leadbook/domain/date.hpp"
#include "leadbook/domain/project.hpp"

namespace leadbook {

/// How an approval was made quicker.
enum class Mechanism { green_channel, deficiency_tolerance, commitment };

template <>
std::span<const Word<Mechanism>> words<Mechanism>();

/// One approval a project needs.
struct Procedure : Record<Procedure> {
  Id<Project> project;
  std::string item;
  std::string department;
  std::optional<Date> submitted;
  std::optional<std::int64_t> limit_days;  // from submission to the day it should be granted
  std::optional<Date> granted;
  std::optional<Mechanism> mechanism;
  std::string document;
  std::string source;
  std::string note;

  bool operator==(const Procedure&) const = default;
};

/// The day a procedure should be granted by; nothing where no submission or no limit is stated.
std::optional<Date> due_of(const Procedure& procedure);

/// Money a project really received.
struct Funds : Record<Funds> {
  Id<Project> project;
  std::optional<Date> on;
  std::optional<Amount> amount;
  Capital capital = Capital::domestic;  // never mixed: such a payment is two records
  Id<Company> company;                  // who paid
  std::string phase;
  std::string evidence;
  std::string source;
  std::string note;

  bool operator==(const Funds&) const = default;
};

template <>
struct Describe<Procedure> {
  static constexpr Kind kind = Kind::procedure;
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
      field(&Procedure::granted, "granted", "Granted", "办结日期", N_("the day it was granted")),
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
  static constexpr Kind kind = Kind::funds;
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

}  // namespace leadbook
