// Records of any kind: read the same way for all of them.
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
  std::string source;           // what is read: the table, with the personal columns beside it
  std::vector<Column> columns;  // uid, revision, then the fields
  std::vector<FieldColumns> fields;
  std::vector<PartShape> parts;
  Table rows;
  Table personal_rows;  // without columns where nothing tells of a person

  bool has_personal() const { return !personal_rows.columns.empty(); }
};

/// The shape of a kind.
const RecordShape& shape_of(Kind kind);

/// The greatest number of a kind; 0 where there is no record.
std::int64_t last_number(Db& db, Kind kind);

/// The least number of a kind from `first` on; 0 where there is none.
std::int64_t next_number(Db& db, Kind kind, std::int64_t first);

/// How many records of a kind there are.
std::int64_t count_records(Db& db, Kind kind);

/// The tables worked out from records: where each project stands, what papers add to the totals,
/// and the names a search reads.
const Table& project_stage_table();
const Table& posting_table();
const Table& posting_block_table();
const Table& name_block_table();

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

/// Records whose kind is known.
template <class R>
std::vector<R> records_as(std::vector<AnyRecord> records) {
  std::vector<R> of_kind;
  of_kind.reserve(records.size());
  for (auto& record : records) of_kind.push_back(std::get<R>(std::move(record)));
  return of_kind;
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

/// The record as JSON text, absent fields left out: what the change log holds.
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
  return records_as<R>(find(db, kind_of<R>, ids));
}

}  // namespace leadbook::store
