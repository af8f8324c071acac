// The engine of a book in a file: SQLite through SQLiteCpp.
#include "store/engine.hpp"

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Transaction.h>
#include <sqlite3.h>
#include <sys/stat.h>

#include <algorithm>
#include <chrono>
#include <optional>
#include <random>
#include <thread>
#include <unordered_map>

#include "leadbook/domain/error.hpp"
#include "leadbook/text/embedded.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"
#include "store/check/examine.hpp"
#include "store/sqlite/book_file.hpp"
#include "store/sqlite/error.hpp"
#include "store/sqlite/query.hpp"
#include "store/sqlite/statement.hpp"
#include "store/sqlite/writer_queue.hpp"

namespace leadbook::store {
namespace {

using Clock = std::chrono::steady_clock;

/// Short random sleeps up to the limit: the engine's own handler starves writers.
int wait_while_busy(void* context, int tried) {
  auto& since = *static_cast<Clock::time_point*>(context);
  if (tried == 0) since = Clock::now();
  if (Clock::now() - since > longest_wait) return 0;
  static thread_local std::minstd_rand random(std::random_device{}());
  std::this_thread::sleep_for(std::chrono::microseconds(500 + random() % 4000));
  return 1;
}

/// Readers too open for writing where they may: after a crash it is the first reader that rolls
/// back what was half done.
int flags_of(Db::Access access) {
  const int create = access == Db::Access::create ? SQLite::OPEN_CREATE : 0;
  return SQLite::OPEN_READWRITE | create;
}

/// One thread at a time uses a connection, though two may use two: the locks within one, and the
/// memory statistics, are switched off before the engine first starts.
void prepare_engine() {
  static const int prepared =
      sqlite3_config(SQLITE_CONFIG_MULTITHREAD) + sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
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
    // What is deleted is overwritten: erased persons leave the file.
    database.exec("PRAGMA synchronous=EXTRA; PRAGMA cache_size=-16000; PRAGMA secure_delete=ON;");
  } else {
    database.exec("PRAGMA query_only=ON;");
  }
}

class SqliteEngine final : public Engine {
 public:
  SqliteEngine(const std::string& file, Db::Access access, int version);

  void each(const std::string& sql, const Parameters& parameters, const EachRow& each) override;
  QueryAnswer query(const Query& query) override;
  void insert(const Table& table, const std::vector<std::vector<Value>>& rows) override;
  void begin() override;
  void commit() override;
  void roll_back() noexcept override;
  void end_reading() override;
  void examine_place(CheckPart& part) override {
    if (is_stored()) examine_file(file_, part);
  }
  void examine_settings(CheckPart& part) override {
    if (!in_memory_) examine_journal(*this, part);
    examine_schema(*this, part);
  }
  std::vector<std::string> damages() override;
  std::string place() const override { return file_.string(); }
  int version() override;
  std::unique_ptr<Engine> in_memory() override;
  void begin_upgrade() override { begin(); }
  void run_step(std::string_view migration) override;
  void finish_upgrade(int version) override;

 private:
  /// Whether a file holds the book, if this is a copy of it in memory.
  bool is_stored() const { return !in_memory_ || is_copy_; }
  void open(Db::Access access, int version);
  void open_in_memory(int version);
  void expect_in_place();
  void make(int version);
  std::unique_ptr<Prepared> take(const std::string& sql);
  void give_back(const std::string& sql, std::unique_ptr<Prepared> prepared);
  void run(const std::string& sql) {
    each(sql, {}, [](Row&) {});
  }

  std::filesystem::path file_;
  std::optional<SQLite::Database> database_;
  Clock::time_point busy_since_;
  std::unordered_map<std::string, std::unique_ptr<Prepared>> idle_;
  std::optional<WriterTurn> turn_;
  bool reading_ = false;    // within the one transaction of a reader
  bool in_memory_ = false;  // with nobody else to write it
  bool is_copy_ = false;    // in memory of what a file holds
};

SqliteEngine::SqliteEngine(const std::string& file, Db::Access access, int version)
    : file_(access == Db::Access::memory ? std::filesystem::path(file) : book_path(file)) {
  prepare_engine();
  const auto before = ::umask(077);
  try {
    open(access, version);
    ::umask(before);
  } catch (const SQLite::Exception& exception) {
    ::umask(before);
    throw_engine_error(exception, file_);
  } catch (...) {
    ::umask(before);
    throw;
  }
}

void SqliteEngine::open(Db::Access access, int version) {
  if (access == Db::Access::memory) return open_in_memory(version);
  const bool reads = access == Db::Access::read || access == Db::Access::as_stored;
  const bool there = is_book_file(file_);
  if (!there && access != Db::Access::create) {
    throw Error(
        ErrorKind::failed,
        say("there is no book at {} yet: make one with 'leadbook book init --city NAME', or "
            "name another with --db",
            text::visible(file_.string())));
  }
  if (!there) {
    std::error_code ignored;  // opening the book says what is wrong with its folder
    std::filesystem::create_directories(file_.parent_path(), ignored);
  }
  database_.emplace(file_.string(), flags_of(access));
  // First of all, as settings already read the file, which another may be committing to.
  sqlite3_busy_handler(database_->getHandle(), wait_while_busy, &busy_since_);
  configure(*database_, !reads);
  if (!there) make(version);
  if (reads) {
    database_->exec("BEGIN");
    reading_ = true;
  }
}

/// What is put together in it kept the book's rules where it comes from, in an order of its own.
void SqliteEngine::open_in_memory(int version) {
  in_memory_ = true;
  database_.emplace(":memory:", flags_of(Db::Access::create));
  configure(*database_, true);
  database_->exec("PRAGMA foreign_keys=OFF");
  if (version > 0) make(version);
}

/// The tables of a new book, unless another was faster.
void SqliteEngine::make(int version) {
  SQLite::Transaction transaction(*database_, SQLite::TransactionBehavior::IMMEDIATE);
  if (this->version() != 0) return;
  const auto steps = embedded::migrations().first(static_cast<std::size_t>(version));
  for (const auto& step : steps) database_->exec(std::string(step.text));
  finish_upgrade(version);
  transaction.commit();
}

int SqliteEngine::version() {
  int version = 0;
  each("PRAGMA user_version", {}, [&](Row& row) {
    version = static_cast<int>(row.integer("user_version"));
  });
  return version;
}

std::unique_ptr<Engine> SqliteEngine::in_memory() {
  auto copy = std::make_unique<SqliteEngine>(file_.string(), Db::Access::memory, 0);
  try {
    SQLite::Backup(*copy->database_, *database_).executeStep(-1);
    copy->is_copy_ = true;
  } catch (const SQLite::Exception& exception) {
    throw_engine_error(exception, file_);
  }
  return copy;
}

void SqliteEngine::run_step(std::string_view migration) {
  try {
    database_->exec(std::string(migration));
  } catch (const SQLite::Exception& exception) {
    throw_engine_error(exception, file_);
  }
}

void SqliteEngine::finish_upgrade(int version) {
  run_step("PRAGMA application_id=" + std::to_string(application_id) +
           "; PRAGMA user_version=" + std::to_string(version) + ";");
}

/// A statement leaves the store of idle ones while it runs, so that a statement run from within
/// another's rows never meets itself.
std::unique_ptr<Prepared> SqliteEngine::take(const std::string& sql) {
  const auto found = idle_.find(sql);
  if (found == idle_.end()) return std::make_unique<Prepared>(*database_, sql);
  auto prepared = std::move(found->second);
  idle_.erase(found);
  return prepared;
}

void SqliteEngine::give_back(const std::string& sql, std::unique_ptr<Prepared> prepared) {
  prepared->statement.reset();
  prepared->statement.clearBindings();
  idle_.insert_or_assign(sql, std::move(prepared));
}

/// Throws Error{busy} where nothing holds the book and its name has another file by now: the engine
/// would take that file's journal for one that was left behind, and play it back into this one.
void SqliteEngine::expect_in_place() {
  auto* handle = database_->getHandle();
  const bool holds = sqlite3_get_autocommit(handle) == 0;
  if (in_memory_ || holds) return;
  const auto has_moved = [&] {
    int moved = 0;
    sqlite3_file_control(handle, "main", SQLITE_FCNTL_HAS_MOVED, &moved);
    return moved != 0;
  };
  // The engine calls a name moved, too, that it could not look up.
  struct stat status {};
  if (!has_moved() || ::stat(file_.c_str(), &status) != 0 || !has_moved()) return;
  throw BookError(
      ErrorKind::busy,
      say("the book {} was replaced by another meanwhile", text::visible(file_.string())),
      say("try again"));
}

void SqliteEngine::each(const std::string& sql, const Parameters& parameters, const EachRow& each) {
  expect_in_place();
  try {
    auto prepared = take(sql);
    bind(prepared->statement, parameters);
    const auto columns = prepared->statement.getColumnCount();
    std::vector<Value> values;
    while (prepared->statement.executeStep()) {
      values.resize(static_cast<std::size_t>(columns));
      for (int column = 0; column < columns; ++column) {
        read_value(prepared->statement.getColumn(column), values[static_cast<std::size_t>(column)]);
      }
      Row row(values, prepared->names);
      each(row);
    }
    give_back(sql, std::move(prepared));
  } catch (const SQLite::Exception& exception) {
    throw_engine_error(exception, file_);
  }
}

/// A writer waits for every reader: this one lets go before it reads by another connection.
QueryAnswer SqliteEngine::query(const Query& query) {
  end_reading();
  try {
    return in_memory_ ? query_memory(database_->getHandle(), query) : query_file(file_, query);
  } catch (const SQLite::Exception& exception) {
    throw_engine_error(exception, file_);
  }
}

void SqliteEngine::insert(const Table& table, const std::vector<std::vector<Value>>& rows) {
  try {
    // Rows written together may refer to one another in any order.
    if (rows.size() > 1) database_->exec("PRAGMA defer_foreign_keys=ON");
    const auto sql = insert_statement(table);
    auto prepared = take(sql);
    for (const auto& row : rows) {
      prepared->statement.reset();
      for (std::size_t column = 0; column < row.size(); ++column) {
        bind(prepared->statement, static_cast<int>(column) + 1, row[column]);
      }
      prepared->statement.executeStep();
    }
    give_back(sql, std::move(prepared));
  } catch (const SQLite::Exception& exception) {
    throw_engine_error(exception, file_);
  }
}

void SqliteEngine::begin() {
  if (!in_memory_) turn_.emplace(file_, longest_wait);
  try {
    run("BEGIN IMMEDIATE");
  } catch (...) {
    turn_.reset();
    throw;
  }
}

/// Nothing here takes memory of ours between the engine's answer and ours.
void SqliteEngine::commit() {
  auto* handle = database_->getHandle();
  const int code = sqlite3_exec(handle, "COMMIT", nullptr, nullptr, nullptr);
  // Still within the transaction: it can be rolled back.
  const bool open = code != SQLITE_OK && (in_memory_ || sqlite3_get_autocommit(handle) == 0);
  if (!open) turn_.reset();
  if (code == SQLITE_OK) return;
  try {
    throw_engine_error(SQLite::Exception(handle, code), file_);
  } catch (...) {
    if (open) throw;
    throw Unconfirmed{std::current_exception()};
  }
}

void SqliteEngine::roll_back() noexcept {
  // A failed rollback leaves the journal behind, and the next open rolls it back.
  sqlite3_exec(database_->getHandle(), "ROLLBACK", nullptr, nullptr, nullptr);
  turn_.reset();
}

void SqliteEngine::end_reading() {
  if (!reading_) return;
  reading_ = false;
  run("COMMIT");
}

std::vector<std::string> SqliteEngine::damages() {
  std::vector<std::string> damages;
  each("PRAGMA integrity_check", {}, [&](Row& row) {
    const auto* text = std::get_if<std::string>(&row.values().front());
    if (text == nullptr || *text != "ok") damages.push_back(say("the file itself is damaged"));
  });
  each("PRAGMA foreign_key_check", {}, [&](Row&) {
    damages.push_back(say("a record names another that is gone"));
  });
  return damages;
}

}  // namespace

std::unique_ptr<Engine> open_sqlite(const std::string& file, Db::Access access, int version) {
  return std::make_unique<SqliteEngine>(file, access, version);
}

}  // namespace leadbook::store
