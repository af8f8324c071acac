// The tables of each kind of record, from its field list.
#include <algorithm>

#include "leadbook/domain/record/fields/all.hpp"
#include "leadbook/store/record/record.hpp"

namespace leadbook::store {
namespace {

template <class T>
void name_fields(std::vector<Column>& columns) {
  for_each_field<T>([&](const auto& field) {
    using Type = typename std::decay_t<decltype(field)>::Type;
    if constexpr (!is_list<Type>) Codec<Type>::name_columns(columns, field.name);
  });
}

/// Rows are written table by table: first the kinds others refer to, parts after all records.
int rank_of(Kind kind) {
  return static_cast<int>(std::find(std::begin(all_kinds), std::end(all_kinds), kind) -
                          std::begin(all_kinds));
}

Table rows_of(const std::string& table,
              std::vector<std::string> keys,
              const std::vector<Column>& columns,
              int rank) {
  for (const auto& column : columns) {
    if (!column.personal) keys.push_back(column.name);
  }
  return {table, std::move(keys), rank};
}

/// The table and what is told of persons beside it, as one.
std::string source_of(const RecordShape& shape) {
  if (!shape.has_personal()) return shape.table;
  std::string columns = "r.id";
  for (const auto& column : shape.columns) {
    columns += column.personal ? ", coalesce(d." + column.name + ", '') AS " + column.name
                               : ", r." + column.name;
  }
  return "(SELECT " + columns + " FROM " + shape.table + " AS r LEFT JOIN " +
         shape.personal_rows.name + " AS d ON d.record_id = r.id) AS " + shape.table;
}

/// Takes the column named last for one of what is told of a person.
void add_personal(RecordShape& shape) {
  auto& column = shape.columns.back();
  column.personal = true;
  auto& rows = shape.personal_rows;
  if (rows.columns.empty()) rows = {"personal_" + shape.table, {"record_id"}, 0};
  rows.columns.push_back(column.name);
}

/// What tells of a person is texts: absent is empty.
template <class R>
constexpr bool is_personal_text() {
  bool text = true;
  for_each_field<R>([&](const auto& field) {
    using Type = typename std::decay_t<decltype(field)>::Type;
    if (field.personal) text = text && std::is_same_v<Type, std::string>;
  });
  return text;
}

template <class R>
RecordShape make_shape() {
  static_assert(is_personal_text<R>());
  const std::string table(identifier(kind_of<R>));
  const int rank = rank_of(kind_of<R>);
  RecordShape shape{kind_of<R>, table, "", {{"uid", false}, {"revision", true}}, {}, {}, {}, {}};
  for_each_field<R>([&](const auto& field) {
    using Type = typename std::decay_t<decltype(field)>::Type;
    if constexpr (!is_list<Type>) {
      const auto first = shape.columns.size();
      Codec<Type>::name_columns(shape.columns, field.name);
      shape.fields.push_back({field.name, first, shape.columns.size() - first});
      if constexpr (std::is_same_v<Type, std::string>) {
        if (field.personal) add_personal(shape);
      }
    }
  });
  shape.rows = rows_of(table, {"id"}, shape.columns, rank);
  shape.source = source_of(shape);
  for_each_field<R>([&](const auto& field) {
    using Type = typename std::decay_t<decltype(field)>::Type;
    if constexpr (is_list<Type>) {
      PartShape part{field.name, table + "_" + field.name, {}, {}};
      if constexpr (std::is_same_v<typename Type::value_type, std::string>) {
        part.columns.push_back({"value", false, {}, false, true});
      } else {
        name_fields<typename Type::value_type>(part.columns);
      }
      part.rows = rows_of(part.table,
                          {"record_id", "position"},
                          part.columns,
                          rank + static_cast<int>(std::size(all_kinds)));
      shape.parts.push_back(std::move(part));
    }
  });
  return shape;
}

}  // namespace

const RecordShape& shape_of(Kind kind) {
  return with_record(kind, []<class R>() -> const RecordShape& {
    static const RecordShape shape = make_shape<R>();
    return shape;
  });
}

}  // namespace leadbook::store
