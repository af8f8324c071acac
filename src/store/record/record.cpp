#include "leadbook/store/record/record.hpp"

#include <algorithm>
#include <map>

#include "store/record/details.hpp"
#include "store/record/rows.hpp"

namespace leadbook::store {
namespace {

/// src/store/sql/NAME.sql with a table and its columns filled in; of columns that are written,
/// those that lie in the table.
std::string fill_statement(std::string_view name,
                           const std::string& table,
                           const std::vector<Column>& columns) {
  std::string names;
  std::string written;
  std::string parameters;
  std::string assignments;
  for (const auto& column : columns) {
    names += (names.empty() ? "" : ", ") + column.name;
    if (column.personal) continue;
    const auto* comma = parameters.empty() ? "" : ", ";
    written += comma + column.name;
    parameters += comma + (":" + column.name);
    assignments += comma + column.name + " = excluded." + column.name;
  }
  auto text = statement(name);
  replace_all(text, "{table}", table);
  replace_all(text, "{columns}", names);
  replace_all(text, "{written}", written);
  replace_all(text, "{parameters}", parameters);
  replace_all(text, "{assignments}", assignments);
  return text;
}

/// The same with all of the table's columns, made once.
const std::string& statement_for(std::string_view name,
                                 const std::string& table,
                                 const std::vector<Column>& columns) {
  static std::map<std::pair<std::string, std::string>, std::string> texts;
  auto& text = texts[{std::string(name), table}];
  if (text.empty()) text = fill_statement(name, table, columns);
  return text;
}

void insert_part(Db& db, const RecordShape& shape, const RecordRow& row, std::size_t part) {
  std::int64_t position = 0;
  for (const auto& item : row.parts[part]) {
    std::vector<Value> cells = {row.id, ++position};
    cells.insert(cells.end(), item.begin(), item.end());
    db.insert(shape.parts[part].rows, std::move(cells));
  }
}

/// Writes the columns of a record, and of its parts those that differ from what is stored; all
/// where that is not known.
void write_row(Db& db, const RecordShape& shape, const RecordRow* stored, const RecordRow& row) {
  Parameters parameters = {{"id", row.id}};
  for (std::size_t column = 0; column < shape.columns.size(); ++column) {
    if (shape.columns[column].personal) continue;
    parameters.push_back({shape.columns[column].name, row.values[column]});
  }
  put_details(db, shape, row);
  db.run(statement_for("record_put", shape.table, shape.columns), parameters);
  for (std::size_t part = 0; part < shape.parts.size(); ++part) {
    if (stored != nullptr && stored->parts[part] == row.parts[part]) continue;
    const auto& of = shape.parts[part];
    db.run(statement_for("part_erase", of.table, of.columns), {{"id", row.id}});
    insert_part(db, shape, row, part);
  }
}

}  // namespace

std::optional<RecordRow> find_row(Db& db, const RecordShape& shape, std::int64_t id) {
  std::optional<RecordRow> record;
  const Parameters key = {{"id", id}};
  db.each(statement_for("record_find", shape.source, shape.columns), key, [&](Row& row) {
    record = record_of(row, shape);
  });
  if (!record) return {};
  for (std::size_t part = 0; part < shape.parts.size(); ++part) {
    const auto& of = shape.parts[part];
    db.each(statement_for("part_find", of.table, of.columns), key, [&](Row& row) {
      take_part(row, record->parts[part]);
    });
  }
  return record;
}

// One ordered pass over each of their tables.
std::vector<RecordRow> rows_between(Db& db,
                                    const RecordShape& shape,
                                    std::int64_t first,
                                    std::int64_t last) {
  const Parameters range = {{"first", first}, {"last", last}};
  std::vector<RecordRow> records;
  db.each(statement_for("record_scan", shape.source, shape.columns), range, [&](Row& row) {
    records.push_back(record_of(row, shape));
  });
  for (std::size_t part = 0; part < shape.parts.size(); ++part) {
    const auto& of = shape.parts[part];
    std::size_t at = 0;
    db.each(statement_for("part_scan", of.table, of.columns), range, [&](Row& row) {
      const auto owner = row.integer("record_id");
      while (at < records.size() && records[at].id < owner) ++at;
      if (at < records.size() && records[at].id == owner) take_part(row, records[at].parts[part]);
    });
  }
  return records;
}

std::int64_t last_number(Db& db, Kind kind) {
  const auto& shape = shape_of(kind);
  return db.number(statement_for("record_last", shape.table, shape.columns));
}

std::int64_t number_of_identity(Db& db, Kind kind, const std::string& identity) {
  const auto& shape = shape_of(kind);
  return db.number(statement_for("record_by_uid", shape.table, shape.columns), {{"uid", identity}});
}

std::int64_t next_number(Db& db, Kind kind, std::int64_t first) {
  const auto& shape = shape_of(kind);
  return db.number(statement_for("record_next", shape.table, shape.columns), {{"first", first}});
}

void each_row(Db& db, const RecordShape& shape, const std::function<void(RecordRow&)>& each) {
  constexpr std::int64_t at_once = 10'000;
  // Numbers of all books together leave wide gaps.
  for (auto first = next_number(db, shape.kind, 1); first != 0;
       first = next_number(db, shape.kind, first + at_once)) {
    for (auto& row : rows_between(db, shape, first, first + at_once - 1)) each(row);
  }
}

const Table& project_stage_table() {
  static const Table table = {"project_stage",
                              {"project_id", "stage", "since_from", "since_until"},
                              2 * static_cast<int>(std::size(all_kinds))};
  return table;
}

const Table& posting_table() {
  static const Table table = {"posting",
                              {"project_id",
                               "position",
                               "signing_id",
                               "county_id",
                               "measure",
                               "step",
                               "on_from",
                               "on_until",
                               "minor",
                               "currency",
                               "completes_id"},
                              2 * static_cast<int>(std::size(all_kinds))};
  return table;
}

const Table& posting_block_table() {
  static const Table table = {
      "posting_block", {"part", "on_until", "papers"}, 2 * static_cast<int>(std::size(all_kinds))};
  return table;
}

const Table& name_block_table() {
  static const Table table = {
      "name_block", {"kind", "first_id", "names"}, 2 * static_cast<int>(std::size(all_kinds))};
  return table;
}

std::int64_t count_records(Db& db, Kind kind) {
  const auto& shape = shape_of(kind);
  return db.number(statement_for("record_count", shape.table, shape.columns));
}

void insert_row(Db& db, const RecordShape& shape, RecordRow row) {
  put_details(db, shape, row);
  std::vector<Value> cells = {row.id};
  for (std::size_t column = 0; column < shape.columns.size(); ++column) {
    if (!shape.columns[column].personal) cells.push_back(std::move(row.values[column]));
  }
  db.insert(shape.rows, std::move(cells));
  for (std::size_t part = 0; part < shape.parts.size(); ++part) insert_part(db, shape, row, part);
}

void put_row(Db& db, const RecordShape& shape, const RecordRow& row) {
  write_row(db, shape, nullptr, row);
}

void put_row_over(Db& db, const RecordShape& shape, const RecordRow& stored, const RecordRow& row) {
  write_row(db, shape, &stored, row);
}

void erase_row(Db& db, const RecordShape& shape, std::int64_t id) {
  for (const auto& part : shape.parts) {
    db.run(statement_for("part_erase", part.table, part.columns), {{"id", id}});
  }
  db.run(statement_for("record_erase", shape.table, shape.columns), {{"id", id}});
}

std::optional<AnyRecord> find(Db& db, const Reference& record) {
  const auto row = find_row(db, shape_of(record.kind), record.number);
  if (!row) return {};
  return to_record(record.kind, *row);
}

std::vector<AnyRecord> find(Db& db, Kind kind, std::span<const std::int64_t> numbers) {
  std::vector<AnyRecord> records;
  records.reserve(numbers.size());
  each_numbered(db, Selection(kind), numbers, [&](const Records& piece) {
    for (std::size_t at = 0; at < piece.size(); ++at) records.push_back(piece[at]);
  });
  return records;
}

void each_record(Db& db, Kind kind, const std::function<void(AnyRecord&)>& each) {
  each_row(db, shape_of(kind), [&](RecordRow& row) {
    auto record = to_record(kind, row);
    each(record);
  });
}

StoredFields::StoredFields(Kind kind, const std::vector<std::string>& names)
    : shape_(shape_of(kind)) {
  for (const auto& name : names) {
    if (name == "uid") columns_.push_back(0);
    for (const auto& field : shape_.fields) {
      if (field.name != name) continue;
      for (std::size_t at = 0; at < field.count; ++at) columns_.push_back(field.first + at);
    }
  }
}

std::vector<Value> StoredFields::of(const AnyRecord& record) const {
  auto row = to_row(record);
  std::vector<Value> values;
  for (const auto column : columns_) values.push_back(std::move(row.values[column]));
  return values;
}

void StoredFields::each(
    Db& db, const std::function<void(std::int64_t, std::span<const Value>)>& each) const {
  std::vector<Column> columns;
  for (const auto column : columns_) columns.push_back(shape_.columns[column]);
  db.each(fill_statement("record_columns", shape_.source, columns), {}, [&](Row& row) {
    each(row.integer("id"), std::span(row.values()).subspan(1));
  });
}

}  // namespace leadbook::store
