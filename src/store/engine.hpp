// What an engine does for Db: the six things in which SQLite and PostgreSQL differ.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "leadbook/store/db.hpp"
#include "leadbook/store/query.hpp"

namespace leadbook::store {

class Engine {
 public:
  Engine() = default;
  virtual ~Engine() = default;
  Engine(const Engine&) = delete;
  Engine& operator=(const Engine&) = delete;

  virtual void each(const std::string& sql, const Parameters& parameters, const EachRow& each) = 0;
  virtual QueryAnswer query(const Query& query) = 0;
  virtual void insert(const Table& table, const std::vector<std::vector<Value>>& rows) = 0;
  virtual void begin() = 0;
  virtual void commit() = 0;
  virtual void roll_back() noexcept = 0;
  virtual void end_reading() = 0;
  virtual void examine_place(CheckPart& part) = 0;
  virtual void examine_settings(CheckPart& part) = 0;
  virtual std::vector<std::string> damages() = 0;
  virtual std::string place() const = 0;

  /// The version of the book as it is now.
  virtual int version() = 0;
  /// The same book in memory, as of one moment.
  virtual std::unique_ptr<Engine> in_memory() = 0;
  /// Begins the transaction in which the book's tables are changed: nobody else writes from here
  /// on, and others may read until `run_step`.
  virtual void begin_upgrade() = 0;
  virtual void run_step(std::string_view migration) = 0;
  /// What goes with the tables of a version once they are as they should be: its number, rights.
  virtual void finish_upgrade(int version) = 0;
};

/// "INSERT INTO company (id, name) VALUES (:id, :name)": its parameters are in the columns' order.
std::string insert_statement(const Table& table);

[[noreturn]] void refuse_newer_book(const std::string& place, int version);

/// `version` is that of a book to be made.
std::unique_ptr<Engine> open_sqlite(const std::string& file,
                                    Db::Access access,
                                    int version = schema_version());
std::unique_ptr<Engine> open_postgres(const Place& place, Db::Access access);

}  // namespace leadbook::store
