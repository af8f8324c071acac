// The fields of the records of credit.hpp.
#pragma once

#include "leadbook/domain/record/credit.hpp"
#include "leadbook/domain/record/fields/field.hpp"
#include "leadbook/domain/record/kind_facts.hpp"

namespace leadbook {

template <>
struct Describe<Credit> {
  static constexpr KindFacts facts = {
      .kind = Kind::credit,
      .letters = "CR",
      .identifier = "credit",
      .english = "credit",
      .chinese = "利益共享",
      .synonyms = "credits",
      .named_by = {"document"},
      .found_by = {"document"},
      .told_by = {"project", "from_county", "to_county", "rule", "on"},
      .typed = {"project"},
      .listed = {"id", "on", "project", "from_county", "to_county", "rule", "until"}};
  static constexpr auto fields = std::make_tuple(
      field(&Credit::project, "project", "Project", "项目", N_("the project"), Need::required),
      field(&Credit::from_county,
            "from_county",
            "First-contact county",
            "首谈县区",
            N_("the county that first negotiated it"),
            Need::required,
            "from,--from-county"),
      field(&Credit::to_county,
            "to_county",
            "Receiving county",
            "承接县区",
            N_("the county that takes it over"),
            Need::required,
            "to,--to-county"),
      field(&Credit::rule, "rule", "Rule", "分成规则", N_("how the credit is split")),
      field(&Credit::from_share,
            "from_share",
            "First-contact share",
            "首谈地占比",
            N_("the share of the first-contact county, of a custom rule")),
      field(&Credit::to_share,
            "to_share",
            "Receiving share",
            "承接地占比",
            N_("the share of the receiving county, of a custom rule")),
      field(&Credit::on, "on", "Date", "日期", N_("the day of the transfer"), Need::required),
      field_of(Days::due,
               field(&Credit::until,
                     "until",
                     "Until",
                     "截止",
                     N_("the last day on which credit is shared"))),
      field(&Credit::reason, "reason", "Reason", "原因", N_("why it was transferred")),
      field(&Credit::document, "document", "Document", "文件", N_("the agreement on it")),
      field(&Credit::source, "source", "Source", "来源", N_("where this was taken from")),
      field(&Credit::note, "note", "Note", "备注", N_("anything else")));
};
static_assert(is_complete<Credit>);

}  // namespace leadbook
