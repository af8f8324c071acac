// Company (企业/机构): any counterpart, from an enterprise to a chamber of commerce.
#pragma once

#include "leadbook/domain/field.hpp"
#include "leadbook/domain/word.hpp"

namespace leadbook {

enum class CompanyKind {
  enterprise,
  chamber_of_commerce,
  association,
  fund,
  government,
  public_institution,
  other,
};

template <>
std::span<const Word<CompanyKind>> words<CompanyKind>();

struct Company : Record<Company> {
  std::string name;
  CompanyKind kind = CompanyKind::enterprise;
  std::string home;  // the place it comes from, as written
  std::string credit_code;
  std::vector<std::string> aliases;
  std::vector<std::string> flags;
  std::string source;
  std::string note;

  bool operator==(const Company&) const = default;
};

template <>
struct Describe<Company> {
  static constexpr Kind kind = Kind::company;
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
