#include "store/sqlite/query.hpp"

#include <SQLiteCpp/Database.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <memory>

#include "store/query/gate.hpp"
#include "store/query/run.hpp"
#include "store/sqlite/writer_queue.hpp"

namespace leadbook::store {
namespace {

using Clock = std::chrono::steady_clock;

struct Finalize {
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using StatementHandle = std::unique_ptr<sqlite3_stmt, Finalize>;

struct Saying {
  std::string_view part;
  QueryFault fault;
};

/// The engine's words, by which alone it tells its errors apart.
constexpr std::array sayings = {
    Saying{"syntax error", QueryFault::syntax},
    Saying{"incomplete input", QueryFault::syntax},
    Saying{"unrecognized token", QueryFault::syntax},
    Saying{"no such table", QueryFault::table},
    Saying{"is prohibited", QueryFault::table},
    Saying{"vtable constructor failed", QueryFault::table},
    Saying{"not authorized to use function", QueryFault::function},
    Saying{"no such column", QueryFault::column},
    Saying{"no such function", QueryFault::function},
    Saying{"ambiguous column", QueryFault::ambiguous},
    Saying{"wrong number of arguments", QueryFault::arguments},
    Saying{"misuse of", QueryFault::aggregate},
    Saying{"aggregate functions are not allowed", QueryFault::aggregate},
    Saying{"GROUP BY clause is required", QueryFault::aggregate},
    Saying{"same number of", QueryFault::widths},
    Saying{"sub-select returns", QueryFault::widths},
    Saying{"row value misused", QueryFault::widths},
    Saying{"datatype mismatch", QueryFault::type},
    Saying{"integer overflow", QueryFault::overflow},
    Saying{"too big", QueryFault::size},
    Saying{"pattern too complex", QueryFault::size},
    Saying{"too large", QueryFault::complexity},
    Saying{"too many", QueryFault::complexity},
    Saying{"parser stack overflow", QueryFault::complexity},
    Saying{"tables in a join", QueryFault::complexity},
};

/// Where the statement holds what the engine names behind a colon or "access to".
std::optional<std::size_t> place_of_name(const QueryText& text, std::string_view message) {
  constexpr std::string_view access = "access to ";
  auto name = message.substr(std::min(message.rfind(": ") + 2, message.size()));
  if (message.starts_with(access)) {
    name = message.substr(access.size(), message.find('.') - access.size());
  }
  const auto dot = name.rfind('.');
  if (dot != std::string_view::npos) name.remove_prefix(dot + 1);
  for (const auto& token : text.tokens) {
    if (token.is_name() &&
        (token.value == name || text.text.substr(token.at, token.end - token.at) == name)) {
      return token.at;
    }
  }
  return {};
}

/// One run of a statement.
class Run {
 public:
  Run(sqlite3* database,
      const QueryText& text,
      const Query& query,
      const ReadyQuery& ready,
      Gate& gate)
      : database_(database),
        text_(text),
        query_(query),
        ready_(ready),
        gate_(gate),
        until_(Clock::now() + query.longest) {}

  QueryAnswer run() {
    const Confined confined(database_, gate_, until_);
    prepare();
    bind();
    AnswerKeeper keeper(query_);
    std::vector<std::string> names;
    for (int column = 0; column < sqlite3_column_count(statement_.get()); ++column) {
      names.emplace_back(sqlite3_column_name(statement_.get(), column));
    }
    keeper.name_columns(std::move(names));
    for (;;) {
      const int code = sqlite3_step(statement_.get());
      if (code == SQLITE_DONE) break;
      if (code != SQLITE_ROW) refuse(code);
      if (!keeper.keep(row())) break;
    }
    return keeper.take();
  }

 private:
  void prepare() {
    sqlite3_stmt* statement = nullptr;
    const char* rest = nullptr;
    const int code = sqlite3_prepare_v2(
        database_, ready_.sql.c_str(), static_cast<int>(ready_.sql.size() + 1), &statement, &rest);
    statement_.reset(statement);
    if (code != SQLITE_OK) refuse(code);
    const bool reads = statement != nullptr && sqlite3_stmt_readonly(statement) != 0;
    if (!reads || rest == nullptr || *rest != '\0') refuse_query(text_, QueryFault::writing);
  }

  /// What looks like a number is one, so that it compares with numbers.
  void bind() {
    for (std::size_t at = 0; at < ready_.values.size(); ++at) {
      const auto& text = ready_.values[at];
      const auto number = read_number(text);
      const int index = static_cast<int>(at) + 1;
      const auto* whole = std::get_if<std::int64_t>(&number);
      if (whole != nullptr && std::to_string(*whole) == text) {
        sqlite3_bind_int64(statement_.get(), index, *whole);
      } else if (std::holds_alternative<Fraction>(number)) {
        double value = 0;
        std::from_chars(text.data(), text.data() + text.size(), value);
        sqlite3_bind_double(statement_.get(), index, value);
      } else {
        sqlite3_bind_text(
            statement_.get(), index, text.data(), static_cast<int>(text.size()), SQLITE_STATIC);
      }
    }
  }

  std::vector<QueryValue> row() {
    std::vector<QueryValue> values;
    const int columns = sqlite3_column_count(statement_.get());
    values.reserve(static_cast<std::size_t>(columns));
    for (int column = 0; column < columns; ++column) values.push_back(value(column));
    return values;
  }

  QueryValue value(int column) {
    auto* statement = statement_.get();
    const int type = sqlite3_column_type(statement, column);
    if (type == SQLITE_NULL) return {};
    if (type == SQLITE_INTEGER) {
      return static_cast<std::int64_t>(sqlite3_column_int64(statement, column));
    }
    const auto* bytes = sqlite3_column_text(statement, column);
    if (bytes == nullptr) refuse(SQLITE_NOMEM);
    const std::string_view text(reinterpret_cast<const char*>(bytes),
                                static_cast<std::size_t>(sqlite3_column_bytes(statement, column)));
    if (type == SQLITE_FLOAT) return read_number(text);
    return std::string(text);
  }

  [[noreturn]] void refuse(int code) {
    if (code == SQLITE_INTERRUPT) refuse_slow(query_);
    if (code == SQLITE_NOMEM) refuse_query(text_, QueryFault::memory);
    if (code == SQLITE_TOOBIG) refuse_query(text_, QueryFault::size);
    if (code == SQLITE_AUTH) {
      refuse_query(text_, QueryFault::table, place_of_hidden());
    }
    if (code != SQLITE_ERROR && code != SQLITE_MISMATCH) {
      throw SQLite::Exception(database_, code);
    }
    const std::string message = sqlite3_errmsg(database_);
    const auto found = std::find_if(sayings.begin(), sayings.end(), [&](const Saying& saying) {
      return message.find(saying.part) != std::string::npos;
    });
    const auto fault = found == sayings.end() ? QueryFault::other : found->fault;
    refuse_query(text_, fault, fault_at(message, fault));
  }

  std::optional<std::size_t> fault_at(const std::string& message, QueryFault fault) const {
    const int offset = sqlite3_error_offset(database_);
    if (offset >= 0) return ready_.place_of(static_cast<std::size_t>(offset));
    if (fault == QueryFault::table || fault == QueryFault::column ||
        fault == QueryFault::function || fault == QueryFault::ambiguous ||
        fault == QueryFault::arguments) {
      return place_of_name(text_, message);
    }
    return {};
  }

  /// Where the statement names a table of the book that is no view's.
  std::optional<std::size_t> place_of_hidden() const {
    for (const auto& token : text_.tokens) {
      if (token.is_name() && gate_.tables.count(token.value) != 0 &&
          gate_.viewed.count(token.value) == 0) {
        return token.at;
      }
    }
    return place_of_name(text_, sqlite3_errmsg(database_));
  }

  sqlite3* database_;
  const QueryText& text_;
  const Query& query_;
  const ReadyQuery& ready_;
  Gate& gate_;
  Clock::time_point until_;
  StatementHandle statement_;
};

}  // namespace

QueryAnswer query_memory(sqlite3* database, const Query& query) {
  const auto text = read_query(query.text);
  refuse_qualifiers(text, {"main", "temp"});
  check_functions(text, Dialect::sqlite);
  auto gate = make_gate(database);
  const auto ready = make_ready(text, query, Dialect::sqlite, "main", gate.mark);
  return Run(database, text, query, ready, gate).run();
}

QueryAnswer query_file(const std::filesystem::path& file, const Query& query) {
  SQLite::Database database(
      file.string(), SQLite::OPEN_READONLY, static_cast<int>(longest_wait.count()));
  auto* handle = database.getHandle();
  for (const auto& [setting, on] : {std::pair(SQLITE_DBCONFIG_DEFENSIVE, 1),
                                    std::pair(SQLITE_DBCONFIG_DQS_DML, 0),
                                    std::pair(SQLITE_DBCONFIG_DQS_DDL, 0),
                                    std::pair(SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0),
                                    std::pair(SQLITE_DBCONFIG_ENABLE_TRIGGER, 0),
                                    std::pair(SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0),
                                    std::pair(SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER, 0)}) {
    sqlite3_db_config(handle, setting, on, nullptr);
  }
  // What a sort or a doubled table needs goes to files, not to memory.
  database.exec(
      "PRAGMA query_only=ON; PRAGMA mmap_size=0; PRAGMA cell_size_check=ON; "
      "PRAGMA temp_store=FILE; PRAGMA cache_size=-16000;");
  return query_memory(handle, query);
}

}  // namespace leadbook::store
