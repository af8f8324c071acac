// The fields of the records of signing.hpp.
#pragma once

#include "leadbook/domain/record/fields/field.hpp"
#include "leadbook/domain/record/kind_facts.hpp"
#include "leadbook/domain/record/signing.hpp"

namespace leadbook {

template <>
struct Describe<Party> {
  static constexpr auto fields =
      std::make_tuple(field(&Party::company, "company", "Party", "签约方", "", Need::required),
                      field(&Party::role, "role", "Role", "角色"));
};
static_assert(is_complete<Party>);

template <>
struct Describe<Signing> {
  static constexpr KindFacts facts = {.kind = Kind::signing,
                                      .letters = "S",
                                      .identifier = "signing",
                                      .english = "signing",
                                      .chinese = "签约",
                                      .synonyms = "signings",
                                      .named_by = {"contract_no", "title"},
                                      .found_by = {"contract_no", "title"},
                                      .told_by = {"project", "kind", "on", "amount"},
                                      .typed = {"project"},
                                      .listed = {"id", "on", "kind", "county", "project", "amount"},
                                      .worked_out = {"county"},
                                      .numbered_by = {"contract_no"},
                                      .number_columns = {"contract_no"},
                                      .number_said = N_("the contract number {}"),
                                      .searched_by = {"contract_no", "title"},
                                      .lies_in_blocks = true,
                                      .looked_up = 5};
  static constexpr auto fields = std::make_tuple(
      field(&Signing::project, "project", "Project", "项目", N_("the project"), Need::required),
      field(&Signing::title, "title", "Agreement", "协议名称", N_("what the paper is called")),
      field(
          &Signing::contract_no, "contract_no", "Contract no.", "合同编号", N_("contract number")),
      field(&Signing::kind, "kind", "Kind", "类别", N_("what sort of paper was signed")),
      field(&Signing::on, "on", "Signed", "签约日期", N_("the day of signing"), Need::required),
      field(&Signing::place, "place", "Place", "地点", N_("where")),
      field(&Signing::mode, "mode", "Mode", "方式", N_("how it was signed")),
      field(&Signing::parties,
            "parties",
            "Parties",
            "签约方",
            N_("companies, between ';'; signer or witness after '|'")),
      field(&Signing::amount,
            "amount",
            "Amount",
            "合同金额",
            N_("contract amount in its own currency, or 'undisclosed'")),
      field(&Signing::outside_amount,
            "outside_amount",
            "Outside amount",
            "合同引进资金",
            N_("the part from outside the area")),
      field(&Signing::phase, "phase", "Phase", "期次", N_("the phase it covers")),
      field(
          &Signing::amends, "amends", "Amends", "变更对象", N_("the signing a supplement amends")),
      field(&Signing::ceremony,
            "ceremony",
            "Ceremony",
            "集中签约",
            N_("the ceremony at which a batch was signed")),
      field(&Signing::source, "source", "Source", "来源", N_("where this was taken from")),
      field(&Signing::note, "note", "Note", "备注", N_("anything else")));
};
static_assert(is_complete<Signing>);

}  // namespace leadbook
