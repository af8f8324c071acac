#include "leadbook/store/db.hpp"

#include <algorithm>
#include <future>
#include <utility>

#include "leadbook/domain/error.hpp"
#include "leadbook/text/embedded.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"
#include "store/engine.hpp"
#include "store/postgres/address.hpp"

namespace leadbook::store {
namespace {

/// Rows for one table.
struct Batch {
  const Table* table;
  std::vector<std::vector<Value>> rows;
};
using Batches = std::vector<Batch>;

void write(Engine& engine, Batches& batches) {
  std::stable_sort(batches.begin(), batches.end(), [](const Batch& left, const Batch& right) {
    return left.table->rank < right.table->rank;
  });
  for (const auto& [table, rows] : batches) engine.insert(*table, rows);
}

}  // namespace

struct Db::Waiting {
  Batches batches;
  std::size_t rows = 0;
  std::future<Batches> writing;  // those that are written while the next are made
};

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

Db::Db(const Place& place, Access access)
    : place_(place), access_(access), waiting_(std::make_unique<Waiting>()) {
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
  db_.write_waiting();
  try {
    db_.engine_->commit();
  } catch (const Unconfirmed&) {
    open_ = false;
    throw;
  }
  open_ = false;
}

}  // namespace leadbook::store
