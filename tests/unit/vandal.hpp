// Whoever damages a book behind the program's back: a second connection past all its rules.
#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "scratch_book.hpp"

namespace vandal {

using namespace leadbook;

/// A cell of any table. Rows of a table are numbered in the order they were written.
struct Cell {
  std::string table;
  std::int64_t row;
  std::string column;
};

class Vandal {
 public:
  Vandal() = default;
  virtual ~Vandal() = default;
  Vandal(const Vandal&) = delete;
  Vandal& operator=(const Vandal&) = delete;

  /// All cells of the book by table, row and column.
  virtual std::vector<Cell> cells() = 0;
  virtual store::Value read(const Cell& cell) = 0;
  /// False where the engine refuses the value.
  virtual bool write(const Cell& cell, const store::Value& value) = 0;
};

class SqliteVandal final : public Vandal {
 public:
  explicit SqliteVandal(const std::string& file) : database_(file, SQLite::OPEN_READWRITE) {
    database_.exec(
        "PRAGMA foreign_keys=OFF; PRAGMA ignore_check_constraints=ON; PRAGMA synchronous=OFF;");
  }

  std::vector<Cell> cells() override {
    std::vector<Cell> all;
    SQLite::Statement columns(database_,
                              "SELECT m.name, c.name FROM sqlite_master AS m, "
                              "pragma_table_info(m.name) AS c WHERE m.type = 'table' "
                              "ORDER BY m.name, c.cid");
    while (columns.executeStep()) {
      const std::string table = columns.getColumn(0).getText();
      SQLite::Statement rows(database_, "SELECT rowid FROM " + table + " ORDER BY rowid");
      while (rows.executeStep()) {
        all.push_back({table, rows.getColumn(0).getInt64(), columns.getColumn(1).getText()});
      }
    }
    return all;
  }

  store::Value read(const Cell& cell) override {
    SQLite::Statement query(database_,
                            "SELECT " + cell.column + " FROM " + cell.table +
                                " WHERE rowid = " + std::to_string(cell.row));
    query.executeStep();
    const auto column = query.getColumn(0);
    if (column.isNull()) return {};
    if (column.isInteger()) return std::int64_t{column.getInt64()};
    return column.getString();
  }

  bool write(const Cell& cell, const store::Value& value) override {
    try {
      SQLite::Statement update(database_,
                               "UPDATE " + cell.table + " SET " + cell.column +
                                   " = ? WHERE rowid = " + std::to_string(cell.row));
      if (const auto* number = std::get_if<std::int64_t>(&value)) update.bind(1, *number);
      if (const auto* text = std::get_if<std::string>(&value)) update.bind(1, *text);
      update.exec();
      return true;
    } catch (const SQLite::Exception&) {
      return false;
    }
  }

 private:
  SQLite::Database database_;
};

/// The server moves a row with each change to it: its place is kept beside its number.
class PostgresVandal final : public Vandal {
 public:
  PostgresVandal(const std::string& address, std::string schema)
      : connection_(store::parse_postgres_address({address, ""})), schema_(std::move(schema)) {
    // Foreign keys are kept by triggers, which a replica leaves to its original.
    connection_.run("SET session_replication_role = replica; SET search_path = " + schema_);
  }

  std::vector<Cell> cells() override {
    std::vector<Cell> all;
    std::vector<std::pair<std::string, std::string>> columns;
    // A file keeps its version in its head, not in a table.
    connection_.each(
        "SELECT CAST(table_name AS text) AS name, CAST(column_name AS text) AS part "
        "FROM information_schema.columns WHERE table_schema = :schema "
        "AND table_name <> 'version' ORDER BY table_name, ordinal_position",
        {{"schema", schema_}},
        [&](store::Row& row) { columns.emplace_back(row.text("name"), row.text("part")); });
    places_.clear();
    for (const auto& [table, column] : columns) {
      auto& places = places_[table];
      if (places.empty()) {
        connection_.each("SELECT CAST(ctid AS text) AS place FROM " + table + " ORDER BY ctid",
                         {},
                         [&places](store::Row& row) { places.push_back(row.text("place")); });
      }
      for (std::size_t row = 0; row < places.size(); ++row) {
        all.push_back({table, static_cast<std::int64_t>(row), column});
      }
    }
    return all;
  }

  store::Value read(const Cell& cell) override {
    store::Value value;
    connection_.each("SELECT " + cell.column + " FROM " + cell.table + " WHERE ctid = :place",
                     {{"place", place_of(cell)}},
                     [&](store::Row& row) { value = row.values().front(); });
    return value;
  }

  bool write(const Cell& cell, const store::Value& value) override {
    try {
      connection_.each("UPDATE " + cell.table + " SET " + cell.column +
                           " = :value WHERE ctid = :place RETURNING CAST(ctid AS text) AS place",
                       {{"value", value}, {"place", place_of(cell)}},
                       [&](store::Row& row) { place_of(cell) = row.text("place"); });
      return true;
    } catch (const store::ServerError&) {
      return false;
    }
  }

 private:
  std::string& place_of(const Cell& cell) {
    return places_.at(cell.table).at(static_cast<std::size_t>(cell.row));
  }

  store::PostgresConnection connection_;
  std::string schema_;
  std::map<std::string, std::vector<std::string>> places_;
};

inline std::unique_ptr<Vandal> make_vandal(const scratch::Book& book) {
  const auto& home = book.home();
  if (home.schema().empty()) return std::make_unique<SqliteVandal>(home.db());
  return std::make_unique<PostgresVandal>(home.db(), home.schema());
}

/// The cells of one column, in the order of the rows.
inline std::vector<Cell> column_of(Vandal& vandal,
                                   const std::string& table,
                                   const std::string& column) {
  auto cells = vandal.cells();
  std::erase_if(cells,
                [&](const Cell& cell) { return cell.table != table || cell.column != column; });
  return cells;
}

}  // namespace vandal
