#include "leadbook/domain/record/company.hpp"

#include <algorithm>
#include <string>

#include "leadbook/text/utf8.hpp"

namespace leadbook {
namespace {

struct Sign {
  std::string_view word;
  CompanyKind kind;
};

// The first that stands in a name decides: 基金管理有限公司 is a firm, 产业基金 a fund.
constexpr Sign signs[] = {
    {"有限公司", CompanyKind::enterprise},
    {"有限责任公司", CompanyKind::enterprise},
    {"商会", CompanyKind::chamber_of_commerce},
    {"工商联", CompanyKind::chamber_of_commerce},
    {"商會", CompanyKind::chamber_of_commerce},
    {"chamber of commerce", CompanyKind::chamber_of_commerce},
    {"协会", CompanyKind::association},
    {"協會", CompanyKind::association},
    {"联合会", CompanyKind::association},
    {"association", CompanyKind::association},
    {"政府", CompanyKind::government},
    {"管委会", CompanyKind::government},
    {"管理委员会", CompanyKind::government},
    {"招商局", CompanyKind::government},
    {"government", CompanyKind::government},
    {"基金", CompanyKind::fund},
};

/// Latin words stand alone: "fund", not "fundamental".
bool ends_with_word(std::string_view folded, std::string_view word) {
  return folded == word || folded.ends_with(" " + std::string(word));
}

}  // namespace

CompanyKind company_kind(std::string_view name) {
  const auto folded = text::fold(name);
  const auto* sign = std::find_if(std::begin(signs), std::end(signs), [&](const Sign& known) {
    return folded.find(known.word) != std::string::npos;
  });
  // 招商局集团 and its like are firms.
  if (sign != std::end(signs) && sign->word == "招商局" && !folded.ends_with("招商局")) {
    return CompanyKind::enterprise;
  }
  if (sign != std::end(signs)) return sign->kind;
  return ends_with_word(folded, "fund") ? CompanyKind::fund : CompanyKind::enterprise;
}

}  // namespace leadbook
