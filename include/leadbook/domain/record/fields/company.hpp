// The fields of the records of company.hpp.
#pragma once

#include "leadbook/domain/record/company.hpp"
#include "leadbook/domain/record/fields/field.hpp"
#include "leadbook/domain/record/kind_facts.hpp"

namespace leadbook {

template <>
struct Describe<Company> {
  static constexpr KindFacts facts = {.kind = Kind::company,
                                      .letters = "C",
                                      .identifier = "company",
                                      .english = "company",
                                      .chinese = "企业",
                                      .synonyms = "companies",
                                      .named_by = {"name"},
                                      .found_by = {"name", "credit_code", "aliases"},
                                      .told_by = {"name", "kind", "home"},
                                      .typed = {"name"},
                                      .listed = {"id", "name", "kind", "home", "flags"},
                                      .numbered_by = {"credit_code"},
                                      .number_columns = {"credit_code"},
                                      .number_said = N_("the credit code {}"),
                                      .searched_by = {"name", "aliases"},
                                      .lies_in_blocks = true,
                                      .looked_up = 2,
                                      .linked_as = "name"};
  static constexpr auto fields = std::make_tuple(
      field(&Company::name, "name", "Company", "企业", N_("registered name"), Need::required),
      field(&Company::kind, "kind", "Kind", "类别", N_("what sort of counterpart it is")),
      field(&Company::home, "home", "Home", "所在地", N_("the place it comes from")),
      field(&Company::credit_code,
            "credit_code",
            "Credit code",
            "统一社会信用代码",
            N_("unified social credit code, 18 characters")),
      field(&Company::aliases,
            "aliases",
            "Also known as",
            "别名",
            N_("other names, in any language, between ';'")),
      field(&Company::flags,
            "flags",
            "Flags",
            "标签",
            N_("世界500强, 高新技术企业, 专精特新 ..., between ';'")),
      field(&Company::source, "source", "Source", "来源", N_("where this was taken from")),
      field(&Company::note, "note", "Note", "备注", N_("anything else")));
};
static_assert(is_complete<Company>);

}  // namespace leadbook
