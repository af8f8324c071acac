// How a field of each type becomes a cell, and by which of the columns it lies in a listing orders
// it.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include "leadbook/domain/record/fields/all.hpp"
#include "leadbook/present/table.hpp"
#include "leadbook/store/record/names.hpp"

namespace leadbook::cli {

/// The places of columns among those of a field, in the order they count in.
template <std::size_t... place>
struct OrderedBy {
  static constexpr std::array<std::size_t, sizeof...(place)> order = {place...};
};

/// Texts, words and counts.
template <class T>
struct FieldCell : OrderedBy<0> {
  static present::Cell of(const T& value, store::Names&) { return value; }
};

template <>
struct FieldCell<Date> : OrderedBy<0, 1> {
  static present::Cell of(const Date& date, store::Names&) { return date; }
};

/// By currency, then by value.
template <>
struct FieldCell<Amount> : OrderedBy<1, 0> {
  static present::Cell of(const Amount& amount, store::Names&) { return amount; }
};

template <class Unit>
struct FieldCell<Quantity<Unit>> : OrderedBy<0> {
  static present::Cell of(const Quantity<Unit>& quantity, store::Names&) {
    return present::Decimal{quantity.hundredths, 2, Unit::shown};
  }
};

/// As it is written, which no column holds.
template <>
struct FieldCell<RateValue> : OrderedBy<> {
  static present::Cell of(const RateValue& rate, store::Names&) { return rate_text(rate); }
};

template <>
struct FieldCell<Currency> : OrderedBy<0> {
  static present::Cell of(const Currency& currency, store::Names&) { return currency.code(); }
};

/// By the name of the record it refers to, which lies elsewhere.
template <class R>
struct FieldCell<Id<R>> : OrderedBy<> {
  static present::Cell of(const Id<R>& id, store::Names& names) {
    if (!id) return {};
    const Reference reference{kind_of<R>, id.number};
    return present::Link{reference_text(reference), names(reference)};
  }
};

template <class T>
struct FieldCell<std::optional<T>> : FieldCell<T> {
  static present::Cell of(const std::optional<T>& value, store::Names& names) {
    return value ? FieldCell<T>::of(*value, names) : present::Cell();
  }
};

template <class T>
present::Cell part_cell(const T& part, store::Names& names) {
  present::Object object;
  for_each_field<T>([&](const auto& field) {
    using Type = typename std::decay_t<decltype(field)>::Type;
    object.emplace_back(field.name, FieldCell<Type>::of(part.*field.member, names));
  });
  return object;
}

template <class T>
struct FieldCell<std::vector<T>> : OrderedBy<> {
  static present::Cell of(const std::vector<T>& list, store::Names& names) {
    present::List cells;
    for (const auto& item : list) {
      if constexpr (std::is_same_v<T, std::string>) {
        cells.emplace_back(item);
      } else {
        cells.push_back(part_cell(item, names));
      }
    }
    return cells;
  }
};

}  // namespace leadbook::cli
