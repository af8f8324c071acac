// Records of any kind as rows: read, written and taken away the same way for all of them.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "leadbook/domain/records.hpp"
#include "leadbook/store/codec.hpp"
#include "leadbook/store/db.hpp"

namespace leadbook::store {

/// A list a record holds, in a table of its own.
struct PartShape {
  std::string name;   // of the field, and the key in a snapshot
  std::string table;  // kind_field
  std::vector<Column> columns;
  Table rows;
};

/// The columns one field lies in.
struct FieldColumns {
  std::string name;
  std::size_t first = 0;
  std::size_t count = 0;
};

/// The tables of one kind of record.
struct RecordShape {
  Kind kind;
  std::string table;
  std::vector<Column> columns;  // uid, revision, then the fields
  std::vector<FieldColumns> fields;
  std::vector<PartShape> parts;
  Table rows;
};

using PartRows = std::vector<std::vector<Value>>;

/// A record as the columns of its table and of its parts, in the order of its shape.
struct RecordRow {
  std::int64_t id = 0;
  std::vector<Value> values;
  std::vector<PartRows> parts;

  bool operator==(const RecordRow&) const = default;
  /// Both throw Error{failed} where the column holds no such value: the book is damaged.
  std::string uid() const { return Cursor(values).text(); }
  std::int64_t revision() const {
    Cursor cursor(values);
    cursor.skip(1);
    return cursor.integer();
  }
};

/// The shape of a kind.
const RecordShape& shape_of(Kind kind);

std::optional<RecordRow> find_row(Db& db, const RecordShape& shape, std::int64_t id);

/// The rows with these numbers, in their order; each must exist.
std::vector<RecordRow> find_rows(Db& db,
                                 const RecordShape& shape,
                                 std::span<const std::int64_t> ids);

/// The rows with numbers from `first` to `last`, by number.
std::vector<RecordRow> rows_between(Db& db,
                                    const RecordShape& shape,
                                    std::int64_t first,
                                    std::int64_t last);

/// The greatest number of a kind; 0 where there is no record.
std::int64_t last_number(Db& db, const RecordShape& shape);

/// The least number of a kind from `first` on; 0 where there is none.
std::int64_t next_number(Db& db, const RecordShape& shape, std::int64_t first);

/// The number of the record with this identity; 0 where the book has none.
std::int64_t number_of_uid(Db& db, const RecordShape& shape, const std::string& uid);

/// Every row of a kind by number, one at a time.
void each_row(Db& db, const RecordShape& shape, const std::function<void(RecordRow&)>& each);

/// Some columns of every row of a kind, by number.
void each_values(Db& db,
                 const RecordShape& shape,
                 const std::vector<Column>& columns,
                 const std::function<void(std::int64_t, std::span<const Value>)>& each);

/// How many records of a kind there are.
std::int64_t count_rows(Db& db, const RecordShape& shape);

/// Writes a record whose number the book does not have yet.
void insert_row(Db& db, const RecordShape& shape, const RecordRow& row);
/// Writes a record whether the book has its number or not.
void put_row(Db& db, const RecordShape& shape, const RecordRow& row);
void erase_row(Db& db, const RecordShape& shape, std::int64_t id);

/// Where each project stands, in the order (project_id, stage, since_from, since_until).
const Table& project_stage_table();
const Table& posting_table();

/// The record as JSON text, absent fields left out: what the change log holds.
std::string snapshot(const RecordShape& shape, const RecordRow& row);
/// The record a snapshot holds; throws Error{failed} where it is none of this shape.
RecordRow read_snapshot(const RecordShape& shape, std::int64_t id, std::string_view text);

/// Structs from rows and back.
template <class T>
void write_fields(std::vector<Value>& out, const T& part) {
  for_each_field<T>([&](const auto& field) {
    using Type = typename std::decay_t<decltype(field)>::Type;
    if constexpr (!is_list<Type>) Codec<Type>::write(out, part.*field.member);
  });
}

template <class T>
T read_fields(const std::vector<Value>& values, std::size_t skip) {
  T part;
  Cursor cursor(values);
  cursor.skip(skip);
  for_each_field<T>([&](const auto& field) {
    using Type = typename std::decay_t<decltype(field)>::Type;
    if constexpr (!is_list<Type>) part.*field.member = Codec<Type>::read(cursor);
  });
  return part;
}

template <class R>
RecordRow to_row(const R& record) {
  RecordRow row{record.id.number, {record.uid, record.revision}, {}};
  write_fields(row.values, record);
  for_each_field<R>([&](const auto& field) {
    using Type = typename std::decay_t<decltype(field)>::Type;
    if constexpr (is_list<Type>) {
      auto& rows = row.parts.emplace_back();
      for (const auto& item : record.*field.member) {
        auto& values = rows.emplace_back();
        if constexpr (std::is_same_v<typename Type::value_type, std::string>) {
          values.push_back(item);
        } else {
          write_fields(values, item);
        }
      }
    }
  });
  return row;
}

template <class R>
R from_row(const RecordRow& row) {
  R record = read_fields<R>(row.values, 2);
  record.id = {row.id};
  record.uid = row.uid();
  record.revision = row.revision();
  std::size_t part = 0;
  for_each_field<R>([&](const auto& field) {
    using Type = typename std::decay_t<decltype(field)>::Type;
    if constexpr (is_list<Type>) {
      for (const auto& values : row.parts[part]) {
        if constexpr (std::is_same_v<typename Type::value_type, std::string>) {
          (record.*field.member).push_back(std::get<std::string>(values.front()));
        } else {
          (record.*field.member).push_back(read_fields<typename Type::value_type>(values, 0));
        }
      }
      ++part;
    }
  });
  return record;
}

/// The record with this number; nothing where the book has none.
template <class R>
std::optional<R> find(Db& db, Id<R> id) {
  const auto row = find_row(db, shape_of(Describe<R>::kind), id.number);
  if (!row) return {};
  return from_row<R>(*row);
}

/// The records a list statement names by `id`, in its order.
template <class R>
std::vector<R> select(Db& db, std::string_view list_statement, const Parameters& parameters) {
  std::vector<std::int64_t> ids;
  db.each(
      statement(list_statement), parameters, [&](Row& row) { ids.push_back(row.integer("id")); });
  std::vector<R> records;
  records.reserve(ids.size());
  for (const auto& row : find_rows(db, shape_of(Describe<R>::kind), ids)) {
    records.push_back(from_row<R>(row));
  }
  return records;
}

}  // namespace leadbook::store
