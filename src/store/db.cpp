#include "leadbook/store/db.hpp"

#include <algorithm>
#include <future>
#include <stdexcept>
#include <utility>

#include "leadbook/domain/error.hpp"
#include "leadbook/text/embedded.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"
#include "store/engine.hpp"
#include "store/postgres/address.hpp"

namespace leadbook::store {
/// Rows for one table.
struct Batch {
  const Table* table;
  std::vector<std::vector<Value>> rows;
};
using Batches = std::vector<Batch>;

namespace {

void write(Engine& engine, Batches& batches) {
  std::stable_sort(batches.begin(), batches.end(), [](const Batch& left, const Batch& right) {
    return left.table->rank < right.table->rank;
  });
  for (const auto& [table, rows] : batches) engine.insert(*table, rows);
}

[[noreturn]] void refuse_older_book(const std::string& place, int version) {
  throw Error(ErrorKind::failed,
              say("{} is of version {}, this program writes version {}: its owner brings it there "
                  "with 'leadbook book upgrade'; until then it can be read",
                  text::visible(place),
                  version,
                  schema_version()));
}

/// Whether what is written by it is the command's own doing, not an older book read in memory.
bool writes(Db::Access access) {
  return access == Db::Access::write || access == Db::Access::create ||
         access == Db::Access::upgrade;
}

/// A step that changes what derived tables hold says so in its name: their rows are made anew by
/// whoever knows how, after the last step.
bool changes_derived(const embedded::File& step) { return step.name.ends_with("_derived"); }

}  // namespace

struct Db::Waiting {
  Batches batches;
  std::size_t rows = 0;
  std::future<Batches> writing;  // those that are written while the next are made
};

void refuse_newer_book(const std::string& place, int version) {
  throw Error(
      ErrorKind::failed,
      say("{} is of version {}, this program reads up to version {}: use a newer leadbook; the "
          "book was left as it is",
          text::visible(place),
          version,
          schema_version()));
}

int schema_version() { return static_cast<int>(embedded::migrations().size()); }

bool is_server(std::string_view db) {
  return db.starts_with("postgresql://") || db.starts_with("postgres://");
}

bool names_all_books(const Place& place) {
  return is_server(place.db) && parse_postgres_address(place).book == all_books;
}

std::string insert_statement(const Table& table) {
  std::string names;
  std::string values;
  for (const auto& column : table.columns) {
    const auto* comma = names.empty() ? "" : ", ";
    names += comma + column;
    values += comma + (":" + column);
  }
  return "INSERT INTO " + table.name + " (" + names + ") VALUES (" + values + ")";
}

Db::Db(const Place& place, Access access, Upgrade upgrade, Outcome* outcome)
    : place_(place),
      access_(access),
      upgrade_(std::move(upgrade)),
      outcome_(writes(access) ? outcome : nullptr),
      version_(schema_version()),
      waiting_(std::make_unique<Waiting>()) {
  if (outcome_ != nullptr) outcome_->begin();
  reopen();
}

Db::~Db() = default;
Db::Db(Db&&) noexcept = default;
Db& Db::operator=(Db&&) noexcept = default;

void Db::reopen() {
  const bool on_server = is_server(place_.db) && access_ != Access::memory;
  if (!on_server && !place_.book.empty()) {
    throw Error(ErrorKind::usage,
                say("--book names a book of a server, and {} is a file, which holds one alone",
                    text::visible(place_.db)));
  }
  engine_.reset();
  engine_ = on_server ? open_postgres(place_, access_) : open_sqlite(place_.db, access_);
  if (access_ != Access::memory && !reads_all_books()) bring_to_version();
}

void Db::bring_to_version() {
  version_ = engine_->version();
  if (version_ == schema_version() || access_ == Access::as_stored) return;
  if (version_ > schema_version()) refuse_newer_book(place(), version_);
  if (access_ == Access::read) {
    read_in_memory();
  } else {
    upgrade_in_place();
  }
}

void Db::try_out() { engine_ = engine_->in_memory(); }

void Db::read_in_memory() {
  engine_ = engine_->in_memory();
  Transaction transaction(*this);
  change_tables();
  transaction.commit();
  if (!upgrade_.tell) return;
  constexpr std::int64_t bytes_a_megabyte = 1'000'000;
  const auto bytes = number("PRAGMA page_count") * number("PRAGMA page_size");
  upgrade_.tell(
      say("Note: {} is of version {}, made by an earlier leadbook: it is read in a copy in memory "
          "of {} MB, brought to version {}. 'leadbook book upgrade' brings the book itself.",
          text::visible(place()),
          version_,
          (bytes + bytes_a_megabyte - 1) / bytes_a_megabyte,
          schema_version()));
}

/// Of two who come at once the second finds the book at its version once the first is done.
void Db::upgrade_in_place() {
  if (is_server(place_.db) && access_ != Access::upgrade) refuse_older_book(place(), version_);
  std::string aside;
  try {
    engine_->begin_upgrade();
    version_ = engine_->version();
    if (version_ > schema_version()) refuse_newer_book(place(), version_);
    if (version_ < schema_version()) {
      aside = lay_aside();
      change_tables();
    }
    engine_->commit();
    if (outcome_ != nullptr && access_ == Access::upgrade) {
      outcome_->state = Outcome::State::stored;
    }
  } catch (const Unconfirmed&) {
    throw Error(ErrorKind::failed,
                say("it is not confirmed that {} was brought to version {}; nothing else was "
                    "written: repeat the command",
                    text::visible(place()),
                    schema_version()));
  } catch (...) {
    engine_->roll_back();
    throw;
  }
  const auto before = std::exchange(version_, schema_version());
  if (aside.empty() || !upgrade_.tell) return;
  upgrade_.tell(say("Brought {} from version {} to version {}; as it was it lies in {}.",
                    text::visible(place()),
                    before,
                    schema_version(),
                    text::visible(aside)));
}

std::string Db::lay_aside() {
  if (!upgrade_.lay_aside) throw std::logic_error("no way to lay a copy of an older book aside");
  try {
    const bool on_server = is_server(place_.db);
    return upgrade_.lay_aside(on_server ? place_ : Place{place(), ""}, schema_version());
  } catch (const Error& error) {
    throw Error(error.kind(),
                say("{} is of version {} and stays so, as no copy of it could be laid aside: {}",
                    text::visible(place()),
                    version_,
                    error.what()));
  }
}

/// Within a transaction.
void Db::change_tables() {
  const auto steps = embedded::migrations().subspan(static_cast<std::size_t>(version_));
  for (const auto& step : steps) engine_->run_step(step.text);
  if (std::any_of(steps.begin(), steps.end(), changes_derived)) {
    if (!upgrade_.derive) throw std::logic_error("no way to write the derived tables anew");
    upgrade_.derive(*this);
    write_waiting();
  }
  engine_->finish_upgrade(schema_version());
}

void Db::confirm_version() {
  const auto version = engine_->version();
  if (version > schema_version()) refuse_newer_book(place(), version);
}

void Db::each(const std::string& sql, const Parameters& parameters, const EachRow& each) {
  write_waiting();
  ++statements_;
  engine_->each(sql, parameters, each);
}

QueryAnswer Db::query(const Query& query) {
  write_waiting();
  ++statements_;
  return engine_->query(query);
}

void Db::run(const std::string& sql, const Parameters& parameters) {
  each(sql, parameters, [](Row&) {});
}

std::int64_t Db::number(const std::string& sql, const Parameters& parameters) {
  std::int64_t answer = 0;
  each(sql, parameters, [&](Row& row) {
    if (const auto* number = std::get_if<std::int64_t>(&row.values().front())) answer = *number;
  });
  return answer;
}

void Db::insert(const Table& table, std::vector<Value> row) {
  constexpr std::size_t most = 10'000;
  auto& batches = waiting_->batches;
  auto found = std::find_if(
      batches.begin(), batches.end(), [&](const Batch& batch) { return batch.table == &table; });
  if (found == batches.end()) found = batches.insert(batches.end(), {&table, {}});
  found->rows.push_back(std::move(row));
  if (++waiting_->rows >= most) write_beside();
}

void Db::settle() {
  if (waiting_->writing.valid()) waiting_->writing.get();
}

void Db::write_waiting() {
  settle();
  if (waiting_->rows == 0) return;
  waiting_->rows = 0;
  auto batches = std::exchange(waiting_->batches, {});
  write(*engine_, batches);
}

/// The engine is this thread's again once it has settled; so are the rows, as memory is given back
/// cheapest by the thread that took it.
void Db::write_beside() {
  settle();
  waiting_->rows = 0;
  waiting_->writing = std::async(
      std::launch::async,
      [engine = engine_.get(), batches = std::exchange(waiting_->batches, {})]() mutable {
        write(*engine, batches);
        return std::move(batches);
      });
}

void Db::end_reading() {
  settle();
  engine_->end_reading();
}

void Db::examine_place(CheckPart& part) {
  settle();
  engine_->examine_place(part);
}

void Db::examine_settings(CheckPart& part) {
  settle();
  engine_->examine_settings(part);
}

std::vector<std::string> Db::damages() {
  settle();
  return engine_->damages();
}

bool Db::reads_all_books() const { return access_ != Access::memory && names_all_books(place_); }

std::string Db::place() const { return engine_->place(); }

Db::Transaction::Transaction(Db& db) : db_(db) { db_.engine_->begin(); }

Db::Transaction::~Transaction() {
  if (!open_) return;
  auto& waiting = *db_.waiting_;
  waiting.batches.clear();
  waiting.rows = 0;
  if (waiting.writing.valid()) waiting.writing.wait();
  waiting.writing = {};
  db_.engine_->roll_back();
}

void Db::Transaction::commit() {
  try {
    commit_as(0);
  } catch (const Unconfirmed& unconfirmed) {
    if (unconfirmed.cause) std::rethrow_exception(unconfirmed.cause);
    throw connection_lost();
  }
}

void Db::Transaction::commit_as(std::int64_t entry) {
  db_.write_waiting();
  if (db_.outcome_ != nullptr) {
    before_ = std::exchange(db_.outcome_->state, Outcome::State::unconfirmed);
  }
  try {
    db_.engine_->commit();
  } catch (const Unconfirmed&) {
    open_ = false;
    throw;
  } catch (...) {
    settle(false, entry);
    throw;
  }
  open_ = false;
  settle(true, entry);
}

void Db::Transaction::settle(bool stored, std::int64_t entry) {
  if (db_.outcome_ == nullptr) return;
  db_.outcome_->state = stored ? Outcome::State::stored : before_;
  if (stored) db_.outcome_->entry = entry;
}

}  // namespace leadbook::store
