// County (县区): an administrative division with its GB/T 2260 code, or a zone that has none.
#pragma once

#include "leadbook/domain/place/county_kind.hpp"
#include "leadbook/domain/record/record.hpp"

namespace leadbook {

struct County : Record<County> {
  std::string code;  // six digits; "" for zones and parks
  std::string name;
  std::string short_name;
  std::string english;
  std::string pinyin;
  CountyKind kind = CountyKind::county;
  std::string city;
  Id<County> host;  // the county a zone lies in
  std::string source;
  std::string note;

  bool operator==(const County&) const = default;
};

template <>
struct KindOf<County> : std::integral_constant<Kind, Kind::county> {};

}  // namespace leadbook
