#include "store/upgrade/copy_tables.hpp"

#include <utility>

namespace leadbook::store {
namespace {

std::vector<std::string> names_of(Engine& engine,
                                  const std::string& sql,
                                  const Parameters& parameters = {}) {
  std::vector<std::string> names;
  engine.each(sql, parameters, [&](Row& row) { names.push_back(row.text("name")); });
  return names;
}

std::string select_from(const Table& table) {
  std::string names;
  for (const auto& column : table.columns) names += (names.empty() ? "" : ", ") + column;
  return "SELECT " + names + " FROM " + table.name;
}

/// Rows a new book is made with, as that of the head, give way to those of the other.
void copy_table(Engine& from, Engine& to, const Table& table) {
  constexpr std::size_t at_once = 10'000;
  to.each("DELETE FROM " + table.name, {}, [](Row&) {});
  std::vector<std::vector<Value>> rows;
  from.each(select_from(table), {}, [&](Row& row) {
    rows.push_back(std::move(row.values()));
    if (rows.size() < at_once) return;
    to.insert(table, std::exchange(rows, {}));
  });
  to.insert(table, rows);
}

}  // namespace

void copy_tables(Engine& from, Engine& to) {
  to.begin();
  try {
    // Tables refer to one another in any order.
    to.each("PRAGMA defer_foreign_keys=ON", {}, [](Row&) {});
    for (const auto& name : names_of(to, "SELECT name FROM sqlite_schema WHERE type = 'table'")) {
      copy_table(from,
                 to,
                 {name, names_of(to, "SELECT name FROM pragma_table_info(:of)", {{"of", name}})});
    }
    to.commit();
  } catch (...) {
    to.roll_back();
    throw;
  }
}

void copy_as_stored(const Place& server, const std::filesystem::path& file) {
  const auto from = open_postgres(server, Db::Access::as_stored);
  const auto to = open_sqlite(file.string(), Db::Access::create, from->version());
  copy_tables(*from, *to);
}

}  // namespace leadbook::store
