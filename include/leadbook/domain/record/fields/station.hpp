// The fields of the records of station.hpp.
#pragma once

#include "leadbook/domain/record/fields/field.hpp"
#include "leadbook/domain/record/kind_facts.hpp"
#include "leadbook/domain/record/station.hpp"

namespace leadbook {

template <>
struct Describe<Station> {
  static constexpr KindFacts facts = {.kind = Kind::station,
                                      .letters = "ST",
                                      .identifier = "station",
                                      .english = "station",
                                      .chinese = "驻点",
                                      .synonyms = "stations",
                                      .named_by = {"title"},
                                      .found_by = {"title", "head"},
                                      .told_by = {"title", "place", "head"},
                                      .typed = {"title"},
                                      .listed = {"id", "title", "place", "head", "since"},
                                      .searched_by = {"title"},
                                      .looked_up = 7,
                                      .linked_as = "title"};
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
