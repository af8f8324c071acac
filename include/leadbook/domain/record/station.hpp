// Stations (驻点招商): offices kept in key regions, to which trips, talks and leads belong.
#pragma once

#include <optional>

#include "leadbook/domain/date/date.hpp"
#include "leadbook/domain/record/record.hpp"

namespace leadbook {

struct Station : Record<Station> {
  std::string title;
  std::string place;
  std::string head;
  std::optional<Date> since;
  std::string source;
  std::string note;

  bool operator==(const Station&) const = default;
};

template <>
struct KindOf<Station> : std::integral_constant<Kind, Kind::station> {};

}  // namespace leadbook
