// Records of any kind as rows: read, written and taken away the same way for all of them.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "leadbook/domain/record/any_record.hpp"
#include "leadbook/store/db.hpp"
#include "leadbook/store/record/codec.hpp"

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
void insert_row(Db& db, const RecordShape& shape, RecordRow row);
/// Writes a record whether the book has its number or not.
void put_row(Db& db, const RecordShape& shape, const RecordRow& row);
void erase_row(Db& db, const RecordShape& shape, std::int64_t id);

/// The tables worked out from records: where each project stands, what papers add to the totals,
/// and the names a search reads.
const Table& project_stage_table();
const Table& posting_table();
const Table& posting_block_table();
const Table& name_block_table();

/// The record as JSON text, absent fields left out: what the change log holds.
std::string snapshot(const RecordShape& shape, const RecordRow& row);
/// The record a snapshot holds; throws Error{failed} where it is none of this shape.
RecordRow read_snapshot(const RecordShape& shape, std::int64_t id, std::string_view text);

/// Records from rows and back; `to_record` throws Error{failed} where a column holds no value of
/// its field: the book is damaged.
RecordRow to_row(const AnyRecord& record);
AnyRecord to_record(Kind kind, const RecordRow& row);
template <class R>
R from_row(const RecordRow& row) {
  return std::get<R>(to_record(kind_of<R>, row));
}

/// The record with this number; nothing where the book has none.
std::optional<AnyRecord> find(Db& db, const Reference& record);
template <class R>
std::optional<R> find(Db& db, Id<R> id) {
  auto record = find(db, {kind_of<R>, id.number});
  if (!record) return {};
  return std::get<R>(std::move(*record));
}

/// The records of a kind with these numbers, in their order; those the book has not are left out.
std::vector<AnyRecord> find(Db& db, Kind kind, std::span<const std::int64_t> numbers);

/// The number of the record with this identity; 0 where the book has none.
std::int64_t number_of_identity(Db& db, Kind kind, const std::string& identity);

/// Every record of a kind by number, one at a time.
void each_record(Db& db, Kind kind, const std::function<void(AnyRecord&)>& each);
template <class R>
void each_record(Db& db, const std::function<void(R&)>& each) {
  each_record(db, kind_of<R>, [&](AnyRecord& record) { each(std::get<R>(record)); });
}

/// The records with numbers from `first` to `last`, by number.
template <class R>
std::vector<R> records_between(Db& db, std::int64_t first, std::int64_t last) {
  std::vector<R> records;
  for (const auto& row : rows_between(db, shape_of(kind_of<R>), first, last)) {
    records.push_back(from_row<R>(row));
  }
  return records;
}

/// Some fields of a kind's records as the book keeps them: enough to tell records apart, at less
/// than the price of reading them.
class StoredFields {
 public:
  /// `names` are fields of the kind, none of a list, or "uid" for the identity.
  StoredFields(Kind kind, const std::vector<std::string>& names);

  std::vector<Value> of(const AnyRecord& record) const;
  /// Those of every record of the book with its number, by number.
  void each(Db& db, const std::function<void(std::int64_t, std::span<const Value>)>& each) const;

 private:
  const RecordShape& shape_;
  std::vector<std::size_t> columns_;
};

/// The record as the change log holds it.
std::string snapshot(const AnyRecord& record);
/// The record a text of the change log holds; throws Error{failed} where it is none of this kind.
AnyRecord read_snapshot(const Reference& record, std::string_view text);

/// What a record says, as a text: the same for two that only differ in number, identity and
/// revision.
std::string content_text(const AnyRecord& record);

/// The records a list statement names by `id`, in its order.
template <class R>
std::vector<R> select(Db& db, std::string_view list_statement, const Parameters& parameters) {
  std::vector<std::int64_t> ids;
  db.each(
      statement(list_statement), parameters, [&](Row& row) { ids.push_back(row.integer("id")); });
  std::vector<R> records;
  records.reserve(ids.size());
  for (const auto& row : find_rows(db, shape_of(kind_of<R>), ids)) {
    records.push_back(from_row<R>(row));
  }
  return records;
}

}  // namespace leadbook::store
