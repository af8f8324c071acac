// Statements of a book in a file: prepared, given their parameters, and read.
#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <string>
#include <vector>

#include "leadbook/store/value.hpp"

namespace leadbook::store {

/// A prepared statement with its column names.
struct Prepared {
  Prepared(SQLite::Database& database, const std::string& sql) : statement(database, sql) {
    for (int column = 0; column < statement.getColumnCount(); ++column) {
      names.emplace_back(statement.getColumnName(column));
    }
  }
  SQLite::Statement statement;
  std::vector<std::string> names;
};

/// Binds a value, which must outlive the statement's next step.
void bind(SQLite::Statement& statement, int index, const Value& value);

/// Binds every :name; throws std::logic_error where others are wanted than given.
void bind(SQLite::Statement& statement, const Parameters& parameters);

/// Reads a column into a value, whose memory is used again where both are text.
void read_value(const SQLite::Column& column, Value& value);

}  // namespace leadbook::store
