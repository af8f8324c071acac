// Stations (驻点招商): offices kept in key regions, to which trips, talks and leads belong.
#pragma once

#include <optional>

#include "leadbook/domain/date.hpp"
#include "leadbook/domain/field.hpp"

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
struct Describe<Station> {
  static constexpr Kind kind = Kind::station;
  static constexpr auto fields = std::make_tuple(
      field(&Station::title, "title", "Station", "驻点", N_("its name"), Need::required),
      field(&Station::place, "place", "Place", "城市", N_("the city it is in")),
      field(&Station::head, "head", "Head", "负责人", N_("who heads it")),
      field(&Station::since, "since", "Since", "设立", N_("since when")),
      field(&Station::source, "source", "Source", "来源", N_("where this was taken from")),
      field(&Station::note, "note", "Note", "备注", N_("anything else")));
};
static_assert(is_complete<Station>);

}  // namespace leadbook
