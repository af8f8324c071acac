// Company (企业/机构): any counterpart, from an enterprise to a chamber of commerce.
#pragma once

#include "leadbook/domain/record/record.hpp"
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

/// What a company is by its name: 商会, 协会, 基金, 政府 and the like in either language, else an
/// enterprise.
CompanyKind company_kind(std::string_view name);

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
struct KindOf<Company> : std::integral_constant<Kind, Kind::company> {};

}  // namespace leadbook
