#include "store/record/details.hpp"

#include <algorithm>
#include <random>
#include <stdexcept>

#include "leadbook/store/record/details.hpp"
#include "leadbook/store/record/digest.hpp"

namespace leadbook::store {
namespace {

/// src/store/sql/record/NAME.sql for the details of a kind.
std::string filled(std::string_view name, const RecordShape& shape) {
  auto text = statement(name);
  std::string columns;
  for (const auto& column : shape.personal_rows.columns) {
    columns += (columns.empty() ? "" : ", ") + column;
  }
  replace_all(text, "{table}", shape.personal_rows.name);
  replace_all(text, "{columns}", columns);
  replace_all(text, "{records}", shape.table);
  return text;
}

/// The place among a row's values of "salt" or "seal".
std::size_t place_of(const RecordShape& shape, std::string_view name) {
  for (std::size_t column = 0; column < shape.columns.size(); ++column) {
    if (shape.columns[column].name == name) return column;
  }
  throw std::logic_error("a kind that tells of persons without salt and seal");
}

const std::string& stored_seal(const RecordShape& shape, const RecordRow& row) {
  return std::get<std::string>(row.values[place_of(shape, "seal")]);
}

/// 128 bits nobody can guess, as those who know the seal may try names and telephone numbers.
std::string new_salt() {
  std::random_device random;
  Digest digest;
  for (int word = 0; word < 4; ++word) digest.add(std::int64_t{random()});
  return digest.hex().substr(0, 32);
}

/// The hash of all that is told of a person with the salt among it.
std::string seal_of(const RecordShape& shape, const RecordRow& row) {
  Digest digest;
  for (std::size_t column = 0; column < shape.columns.size(); ++column) {
    if (shape.columns[column].personal) digest.add(std::get<std::string>(row.values[column]));
  }
  return digest.hex();
}

}  // namespace

bool has_details(const RecordShape& shape, const RecordRow& row) {
  for (std::size_t column = 0; column < shape.columns.size(); ++column) {
    const auto& of = shape.columns[column];
    if (!of.personal || of.name == "salt") continue;
    if (!std::get<std::string>(row.values[column]).empty()) return true;
  }
  return false;
}

bool is_sealed(const RecordShape& shape, const RecordRow& row) {
  if (!has_details(shape, row)) return stored_seal(shape, row).empty();
  return stored_seal(shape, row) == seal_of(shape, row);
}

void seal(const RecordShape& shape, RecordRow& row) {
  if (!shape.has_personal()) return;
  if (!has_details(shape, row)) {
    row.values[place_of(shape, "salt")] = std::string();
    return;
  }
  if (is_sealed(shape, row)) return;
  row.values[place_of(shape, "salt")] = new_salt();
  row.values[place_of(shape, "seal")] = seal_of(shape, row);
}

void put_details(Db& db, const RecordShape& shape, const RecordRow& row) {
  if (!shape.has_personal()) return;
  erase_details(db, {shape.kind, row.id});
  if (!has_details(shape, row)) return;
  std::vector<Value> cells = {row.id};
  for (std::size_t column = 0; column < shape.columns.size(); ++column) {
    if (shape.columns[column].personal) cells.push_back(row.values[column]);
  }
  db.insert(shape.personal_rows, std::move(cells));
}

bool take_details(Db& db, const RecordShape& shape, RecordRow& row) {
  if (!shape.has_personal()) return true;
  db.each(filled("details_find", shape), {{"id", row.id}}, [&](Row& found) {
    for (std::size_t column = 0; column < shape.columns.size(); ++column) {
      const auto& of = shape.columns[column];
      if (of.personal) row.values[column] = found.text(of.name);
    }
  });
  if (is_sealed(shape, row)) return true;
  for (std::size_t column = 0; column < shape.columns.size(); ++column) {
    if (shape.columns[column].personal) row.values[column] = std::string();
  }
  return false;
}

bool has_details(const AnyRecord& record) {
  const auto& shape = shape_of(which_kind(record));
  return shape.has_personal() && has_details(shape, to_row(record));
}

bool has_details(Db& db, const Reference& record) {
  const auto& shape = shape_of(record.kind);
  bool found = false;
  if (!shape.has_personal()) return found;
  db.each(filled("details_find", shape), {{"id", record.number}}, [&](Row&) { found = true; });
  return found;
}

std::vector<std::int64_t> details_left(Db& db, Kind kind) {
  std::vector<std::int64_t> numbers;
  const auto& shape = shape_of(kind);
  if (!shape.has_personal()) return numbers;
  db.each(filled("details_left", shape), {}, [&](Row& row) {
    numbers.push_back(row.integer("record_id"));
  });
  return numbers;
}

void erase_details(Db& db, const Reference& record) {
  const auto& shape = shape_of(record.kind);
  if (!shape.has_personal()) return;
  db.run(filled("part_erase", shape), {{"id", record.number}});
}

// The engine overwrites what it deletes, but leaves copies where it moved rows from page to page.
void rewrite_details(Db& db, Kind kind) {
  const auto& shape = shape_of(kind);
  if (!shape.has_personal() || is_server(db.place())) return;
  std::vector<std::vector<Value>> rows;
  db.each(
      filled("details_all", shape), {}, [&](Row& row) { rows.push_back(std::move(row.values())); });
  db.run(filled("details_erase_all", shape));
  for (auto& row : rows) db.insert(shape.personal_rows, std::move(row));
}

bool is_logged_alike(const AnyRecord& left, const AnyRecord& right) {
  return content_text(left) == content_text(right);
}

AnyRecord sealed(AnyRecord record) {
  const auto& shape = shape_of(which_kind(record));
  if (!shape.has_personal()) return record;
  auto row = to_row(record);
  seal(shape, row);
  return to_record(shape.kind, row);
}

std::optional<AnyRecord> with_details(Db& db, AnyRecord record) {
  const auto& shape = shape_of(which_kind(record));
  if (!shape.has_personal()) return record;
  auto row = to_row(record);
  if (!take_details(db, shape, row)) return {};
  return to_record(shape.kind, row);
}

}  // namespace leadbook::store
