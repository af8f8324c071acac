#include "store/query/gate.hpp"

#include <SQLiteCpp/Exception.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <random>
#include <string_view>

#include "leadbook/store/query.hpp"
#include "store/query/text.hpp"

namespace leadbook::store {
namespace {

using Clock = std::chrono::steady_clock;

bool may_read(const Gate& gate, std::string_view table, std::string_view column, const char* by) {
  if (by != nullptr && std::string_view(by).starts_with(gate.mark)) {
    return gate.viewed.count(std::string(table)) != 0;
  }
  // Asked for a table of which no column is read: one joined within a view, or one the statement
  // itself defines, under whatever name. Of the book's own only the views' are let through.
  const std::string name(table);
  return column.empty() && (gate.viewed.count(name) != 0 || gate.tables.count(name) == 0) &&
         !table.starts_with("sqlite_") && !table.starts_with("pragma_");
}

int authorize(void* context,
              int action,
              const char* first,
              const char* second,
              const char* database,
              const char* by) {
  const auto& gate = *static_cast<const Gate*>(context);
  const auto text = [](const char* value) {
    return std::string_view(value == nullptr ? "" : value);
  };
  switch (action) {
    case SQLITE_SELECT:
    case SQLITE_RECURSIVE:
      return SQLITE_OK;
    case SQLITE_READ:
      return text(database) != "temp" && may_read(gate, text(first), text(second), by)
                 ? SQLITE_OK
                 : SQLITE_DENY;
    case SQLITE_FUNCTION:
      return is_function(text(second), Dialect::sqlite) ? SQLITE_OK : SQLITE_DENY;
    default:
      return SQLITE_DENY;
  }
}

int is_late(void* until) {
  return Clock::now() > *static_cast<const Clock::time_point*>(until) ? 1 : 0;
}

struct Limit {
  int name;
  int most;
};

constexpr std::array engine_limits = {Limit{SQLITE_LIMIT_LENGTH, 10'000'000},
                                      Limit{SQLITE_LIMIT_SQL_LENGTH, 1'000'000},
                                      Limit{SQLITE_LIMIT_COLUMN, 500},
                                      Limit{SQLITE_LIMIT_EXPR_DEPTH, 500},
                                      Limit{SQLITE_LIMIT_COMPOUND_SELECT, 50},
                                      Limit{SQLITE_LIMIT_VDBE_OP, 250'000},
                                      Limit{SQLITE_LIMIT_FUNCTION_ARG, 50},
                                      Limit{SQLITE_LIMIT_ATTACHED, 0},
                                      Limit{SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 200},
                                      Limit{SQLITE_LIMIT_VARIABLE_NUMBER, 100},
                                      Limit{SQLITE_LIMIT_TRIGGER_DEPTH, 0},
                                      Limit{SQLITE_LIMIT_WORKER_THREADS, 0}};

}  // namespace

Gate make_gate(sqlite3* database) {
  constexpr std::string_view figures = "0123456789abcdef";
  std::random_device random;
  Gate gate;
  std::generate_n(std::back_inserter(gate.mark), 32, [&] { return figures[random() % 16]; });
  for (const auto& view : query_views()) gate.viewed.insert(view.name);
  const auto take = [](void* names, int, char** values, char**) {
    static_cast<std::set<std::string>*>(names)->insert(values[0]);
    return 0;
  };
  const int code = sqlite3_exec(
      database, "SELECT name FROM sqlite_master WHERE type = 'table'", take, &gate.tables, nullptr);
  if (code != SQLITE_OK) throw SQLite::Exception(database, code);
  return gate;
}

Confined::Confined(sqlite3* database, Gate& gate, Clock::time_point& until) : database_(database) {
  for (const auto& limit : engine_limits) {
    before_.push_back(sqlite3_limit(database_, limit.name, limit.most));
  }
  sqlite3_set_authorizer(database_, authorize, &gate);
  sqlite3_progress_handler(database_, 1000, is_late, &until);
}

Confined::~Confined() {
  sqlite3_progress_handler(database_, 0, nullptr, nullptr);
  sqlite3_set_authorizer(database_, nullptr, nullptr);
  for (std::size_t at = 0; at < engine_limits.size(); ++at) {
    sqlite3_limit(database_, engine_limits[at].name, before_[at]);
  }
}

}  // namespace leadbook::store
