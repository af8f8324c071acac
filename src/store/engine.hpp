// What an engine does for Db: the five things in which SQLite and PostgreSQL differ.
#pragma once

#include <memory>
#include <string>
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
  virtual std::vector<std::string> damages() = 0;
  virtual std::string place() const = 0;
};

/// "INSERT INTO company (id, name) VALUES (:id, :name)": its parameters are in the columns' order.
std::string insert_statement(const Table& table);

std::unique_ptr<Engine> open_sqlite(const std::string& file, Db::Access access);
std::unique_ptr<Engine> open_postgres(const Place& place, Db::Access access);

}  // namespace leadbook::store
