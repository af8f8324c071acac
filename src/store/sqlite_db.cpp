// The engine of a book in a file: SQLite through SQLiteCpp.
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>
#include <sqlite3.h>
#include <sys/stat.h>

#include <algorithm>
#include <chrono>
#include <optional>
#include <random>
#include <stdexcept>
#include <thread>
#include <unordered_map>

#include "leadbook/store/db.hpp"
#include "leadbook/text/embedded.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"
#include "store/book_file.hpp"
#include "store/sqlite_error.hpp"
#include "store/writer_queue.hpp"

namespace leadbook::store {
namespace {

using Clock = std::chrono::steady_clock;
constexpr auto longest_wait = std::chrono::seconds(30);

/// Short random sleeps up to the limit: the engine's own handler starves writers.
int wait_while_busy(void* context, int tried) {
  auto& since = *static_cast<Clock::time_point*>(context);
  if (tried == 0) since = Clock::now();
  if (Clock::now() - since > longest_wait) return 0;
  static thread_local std::minstd_rand random(std::random_device{}());
  std::this_thread::sleep_for(std::chrono::microseconds(500 + random() % 4000));
  return 1;
}

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

void bind(SQLite::Statement& statement, const Parameters& parameters) {
  if (statement.getBindParameterCount() != static_cast<int>(parameters.size())) {
    throw std::logic_error("parameters given and wanted differ: " + statement.getQuery());
  }
  std::string name;
  for (const auto& parameter : parameters) {
    name = ":";
    name += parameter.name;
    if (const auto* number = std::get_if<std::int64_t>(&parameter.value)) {
      statement.bind(name.c_str(), *number);
    } else if (const auto* text = std::get_if<std::string>(&parameter.value)) {
      statement.bindNoCopy(name.c_str(), *text);
    } else {
      statement.bind(name.c_str());
    }
  }
}

Value value_of(const SQLite::Column& column) {
  if (column.isNull()) return {};
  if (column.isInteger()) return static_cast<std::int64_t>(column.getInt64());
  return std::string(column.getText(), static_cast<std::size_t>(column.getBytes()));
}

/// Readers too open for writing where they may: after a crash it is the first reader that rolls
/// back what was half done.
int flags_of(Db::Access access) {
  const int create = access == Db::Access::create ? SQLite::OPEN_CREATE : 0;
  return SQLite::OPEN_READWRITE | create;
}

/// One thread uses the engine: its locks against other threads and its memory statistics, a tenth
/// of a short command, are switched off before it first starts.
void prepare_engine() {
  static const int prepared =
      sqlite3_config(SQLITE_CONFIG_SINGLETHREAD) + sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  static_cast<void>(prepared);
}

void configure(SQLite::Database& database, bool writes) {
  auto* handle = database.getHandle();
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_FKEY, 1, nullptr);
  database.exec("PRAGMA mmap_size=0; PRAGMA cell_size_check=ON;");
  // The journal mode is the file's own: a rollback journal, which a book is made with and keeps.
  if (writes) {
    database.exec("PRAGMA synchronous=EXTRA; PRAGMA cache_size=-16000;");
  } else {
    database.exec("PRAGMA query_only=ON;");
  }
}

}  // namespace

int schema_version() { return static_cast<int>(embedded::migrations().size()); }

struct Db::State {
  std::filesystem::path file;
  std::optional<SQLite::Database> database;
  Clock::time_point busy_since;
  std::unordered_map<std::string, std::unique_ptr<Prepared>> idle;
  std::optional<WriterTurn> turn;
  bool reading = false;  // within the one transaction of a reader

  /// A statement leaves the store of idle ones while it runs, so that a statement run from within
  /// another's rows never meets itself.
  std::unique_ptr<Prepared> take(const std::string& sql) {
    const auto found = idle.find(sql);
    if (found == idle.end()) return std::make_unique<Prepared>(*database, sql);
    auto prepared = std::move(found->second);
    idle.erase(found);
    return prepared;
  }

  void give_back(const std::string& sql, std::unique_ptr<Prepared> prepared) {
    prepared->statement.reset();
    prepared->statement.clearBindings();
    idle.insert_or_assign(sql, std::move(prepared));
  }

  void migrate(int from) {
    SQLite::Transaction transaction(*database, SQLite::TransactionBehavior::IMMEDIATE);
    for (int version = from; version < schema_version(); ++version) {
      database->exec(std::string(embedded::migrations()[static_cast<std::size_t>(version)].text));
    }
    database->exec("PRAGMA application_id=" + std::to_string(application_id) +
                   "; PRAGMA user_version=" + std::to_string(schema_version()) + ";");
    transaction.commit();
  }
};

Db::Db(const std::filesystem::path& file, Access access) : state_(std::make_unique<State>()) {
  prepare_engine();
  state_->file = book_path(file);
  const int version = version_of_file(state_->file, schema_version());
  if (version < 0 && access != Access::create) {
    throw Error(
        ErrorKind::failed,
        say("there is no book at {} yet: make one with 'leadbook book init --city NAME', or "
            "name another with --db",
            text::visible(state_->file.string())));
  }
  const auto before = ::umask(077);
  try {
    state_->database.emplace(state_->file.string(), flags_of(access));
    ::umask(before);
    // First of all, as settings already read the file, which another may be committing to.
    sqlite3_busy_handler(state_->database->getHandle(), wait_while_busy, &state_->busy_since);
    configure(*state_->database, access != Access::read);
    if (access != Access::read && version < schema_version()) state_->migrate(std::max(version, 0));
    if (access == Access::read) {
      state_->database->exec("BEGIN");
      state_->reading = true;
    }
  } catch (const SQLite::Exception& exception) {
    ::umask(before);
    throw error_of(exception, state_->file);
  }
}

Db::~Db() = default;
Db::Db(Db&&) noexcept = default;
Db& Db::operator=(Db&&) noexcept = default;

void Db::each(const std::string& sql, const Parameters& parameters, const EachRow& each) {
  try {
    auto prepared = state_->take(sql);
    bind(prepared->statement, parameters);
    const auto columns = prepared->statement.getColumnCount();
    while (prepared->statement.executeStep()) {
      std::vector<Value> values;
      values.reserve(static_cast<std::size_t>(columns));
      for (int column = 0; column < columns; ++column) {
        values.push_back(value_of(prepared->statement.getColumn(column)));
      }
      Row row(std::move(values), prepared->names);
      each(row);
    }
    state_->give_back(sql, std::move(prepared));
  } catch (const SQLite::Exception& exception) {
    throw error_of(exception, state_->file);
  }
}

std::size_t Db::run(const std::string& sql, const Parameters& parameters) {
  each(sql, parameters, [](Row&) {});
  return static_cast<std::size_t>(state_->database->getChanges());
}

std::int64_t Db::number(const std::string& sql, const Parameters& parameters) {
  std::int64_t answer = 0;
  each(sql, parameters, [&](Row& row) {
    if (const auto* number = std::get_if<std::int64_t>(&row.values().front())) answer = *number;
  });
  return answer;
}

void Db::end_reading() {
  if (!state_->reading) return;
  state_->reading = false;
  run("COMMIT");
}

const std::filesystem::path& Db::file() const { return state_->file; }

Db::Transaction::Transaction(Db& db) : db_(db) {
  db_.state_->turn.emplace(db_.state_->file, longest_wait);
  try {
    db_.run("BEGIN IMMEDIATE");
  } catch (...) {
    db_.state_->turn.reset();
    throw;
  }
}

Db::Transaction::~Transaction() {
  if (!open_) return;
  // A failed rollback leaves the journal behind, and the next open rolls it back.
  sqlite3_exec(db_.state_->database->getHandle(), "ROLLBACK", nullptr, nullptr, nullptr);
  db_.state_->turn.reset();
}

void Db::Transaction::commit() {
  try {
    db_.run("COMMIT");
  } catch (const Error&) {
    if (sqlite3_get_autocommit(db_.state_->database->getHandle()) == 0) throw;
    // The transaction is over, but nobody confirmed that it was stored.
    open_ = false;
    throw Error(ErrorKind::failed,
                say("it is not confirmed that this was written: look with 'leadbook history' "
                    "before you repeat it"));
  }
  open_ = false;
  db_.state_->turn.reset();
}

}  // namespace leadbook::store
