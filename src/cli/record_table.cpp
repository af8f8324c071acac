#include "cli/record_table.hpp"

#include "leadbook/domain/field_text.hpp"
#include "leadbook/domain/fields/all.hpp"
#include "leadbook/service/record_input.hpp"

namespace leadbook::cli {
namespace {

using present::Cell;

template <class T>
struct FieldCell {
  static Cell of(const T& value, store::Names&) { return Cell(value); }
};

template <class Unit>
struct FieldCell<Quantity<Unit>> {
  static Cell of(const Quantity<Unit>& quantity, store::Names&) {
    return present::Decimal{quantity.hundredths, 2, Unit::shown};
  }
};

template <>
struct FieldCell<RateValue> {
  static Cell of(const RateValue& rate, store::Names&) { return Cell(rate_text(rate)); }
};

template <>
struct FieldCell<Currency> {
  static Cell of(const Currency& currency, store::Names&) { return Cell(currency.code()); }
};

template <class R>
struct FieldCell<Id<R>> {
  static Cell of(const Id<R>& id, store::Names& names) {
    if (!id) return {};
    const Reference reference{kind_of<R>, id.number};
    return present::Link{reference_text(reference), names(reference)};
  }
};

template <class T>
struct FieldCell<std::optional<T>> {
  static Cell of(const std::optional<T>& value, store::Names& names) {
    return value ? FieldCell<T>::of(*value, names) : Cell();
  }
};

template <class T>
Cell part_cell(const T& part, store::Names& names) {
  present::Object object;
  for_each_field<T>([&](const auto& field) {
    using Type = typename std::decay_t<decltype(field)>::Type;
    object.emplace_back(field.name, FieldCell<Type>::of(part.*field.member, names));
  });
  return object;
}

template <class T>
struct FieldCell<std::vector<T>> {
  static Cell of(const std::vector<T>& list, store::Names& names) {
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

}  // namespace

std::string plural_key(Kind kind) {
  const std::string name(identifier(kind));
  if (name.ends_with('s')) return name;
  if (name.ends_with('y')) return name.substr(0, name.size() - 1) + "ies";
  return name + "s";
}

std::vector<present::Column> record_columns(Kind kind) {
  std::vector<present::Column> columns = {{say("ID"), "id"},
                                          {say("Identity"), "uid"},
                                          {say("Revision"), "revision", text::Align::right}};
  with_record(kind, [&]<class R>() {
    for_each_field<R>([&](const auto& field) {
      using Type = typename std::decay_t<decltype(field)>::Type;
      columns.push_back(
          {heading_of(field),
           field.name,
           is_number(FieldText<Type>::type) ? text::Align::right : text::Align::left});
    });
  });
  return columns;
}

std::vector<present::Cell> record_cells(Kind kind,
                                        const store::RecordRow& row,
                                        store::Names& names) {
  std::vector<Cell> cells = {Reference{kind, row.id}, row.uid(), row.revision()};
  with_record(kind, [&]<class R>() {
    const auto record = store::from_row<R>(row);
    for_each_field<R>([&](const auto& field) {
      using Type = typename std::decay_t<decltype(field)>::Type;
      cells.push_back(FieldCell<Type>::of(record.*field.member, names));
    });
  });
  return cells;
}

present::Table record_table(Kind kind, const store::RecordRow& row, store::Names& names) {
  present::Table table;
  table.key = identifier(kind);
  table.columns = record_columns(kind);
  table.rows.push_back(record_cells(kind, row, names));
  return table;
}

}  // namespace leadbook::cli
