#include "cli/record/table.hpp"

#include <algorithm>

#include "cli/record/field_cell.hpp"
#include "leadbook/domain/record/field_facts.hpp"
#include "leadbook/domain/record/fields/field_text.hpp"

namespace leadbook::cli {

using present::Cell;

std::string plural_key(Kind kind) {
  std::string name(identifier(kind));
  if (name.ends_with('s')) return name;
  if (name.ends_with('y') && !name.ends_with("ay")) return name.substr(0, name.size() - 1) + "ies";
  return name + "s";
}

std::string counted(Kind kind, std::int64_t count) {
  const auto plural = plural_key(kind);
  const auto noun = std::string(
      choose(count == 1 ? word_of(kind).english : std::string_view(plural), name_of(kind)));
  return fmt::format(fmt::runtime(choose("{} {}", "{}条{}")), count, noun);
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

std::vector<present::Cell> record_cells(const AnyRecord& record, store::Names& names) {
  std::vector<Cell> cells = {reference_of(record), identity_of(record), revision_of(record)};
  std::visit(
      [&]<class R>(const R& of) {
        for_each_field<R>([&](const auto& field) {
          using Type = typename std::decay_t<decltype(field)>::Type;
          cells.push_back(FieldCell<Type>::of(of.*field.member, names));
        });
      },
      record);
  return cells;
}

bool is_personal(Kind kind, std::string_view key) {
  const auto& fields = fields_of(kind);
  return std::any_of(fields.begin(), fields.end(), [&](const FieldFacts& field) {
    // The seal is of use together with the details alone.
    return field.name == key && (field.personal || (field.by_program && key == "seal"));
  });
}

present::Table record_table(const AnyRecord& record, store::Names& names, bool personal) {
  const auto kind = which_kind(record);
  present::Table table;
  table.key = identifier(kind);
  const auto columns = record_columns(kind);
  auto cells = record_cells(record, names);
  auto& row = table.rows.emplace_back();
  for (std::size_t column = 0; column < columns.size(); ++column) {
    if (!personal && is_personal(kind, columns[column].key)) continue;
    table.columns.push_back(columns[column]);
    row.push_back(std::move(cells[column]));
  }
  return table;
}

}  // namespace leadbook::cli
