#include "cli/record/table.hpp"

#include "cli/record/field_cell.hpp"
#include "leadbook/domain/record/fields/field_text.hpp"

namespace leadbook::cli {

using present::Cell;

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
