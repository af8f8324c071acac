// The fields of the records of county.hpp.
#pragma once

#include "leadbook/domain/record/county.hpp"
#include "leadbook/domain/record/fields/field.hpp"
#include "leadbook/domain/record/kind_facts.hpp"

namespace leadbook {

template <>
struct Describe<County> {
  static constexpr KindFacts facts = {
      .kind = Kind::county,
      .letters = "CT",
      .identifier = "county",
      .english = "county",
      .chinese = "县区",
      .synonyms = "counties",
      .named_by = {"name"},
      .english_name = "english",
      .found_by = {"name", "code", "short_name", "english", "pinyin"},
      .found_unspaced = {"pinyin"},
      .told_by = {"name", "code", "city"},
      .typed = {"name"},
      .listed = {"id", "code", "name", "english", "kind", "city"},
      .numbered_by = {"code"},
      .number_columns = {"code"},
      .number_said = N_("the code {}"),
      .searched_by = {"name", "english"},
      .looked_up = 3,
      .linked_as = "name"};
  static constexpr auto fields = std::make_tuple(
      field(&County::code, "code", "Code", "代码", N_("GB/T 2260 code, six digits")),
      field(&County::name, "name", "County", "县区", N_("full name, as 拜泉县"), Need::required),
      field(&County::short_name, "short_name", "Short name", "简称", N_("short name, as 拜泉")),
      field(&County::english, "english", "English name", "英文名", N_("name in English")),
      field(&County::pinyin, "pinyin", "Pinyin", "拼音", N_("name in pinyin")),
      field(&County::kind, "kind", "Kind", "类别", N_("what sort of division it is")),
      field(&County::city, "city", "City", "所属市", N_("the city above it")),
      field(&County::host, "host", "Lies in", "所在县区", N_("the county a zone or park lies in")),
      field(&County::source, "source", "Source", "来源", N_("where this was taken from")),
      field(&County::note, "note", "Note", "备注", N_("anything else")));
};
static_assert(is_complete<County>);

}  // namespace leadbook
