#include "leadbook/store/db.hpp"

#include <algorithm>
#include <utility>

#include "leadbook/domain/error.hpp"
#include "leadbook/text/embedded.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"
#include "store/engine.hpp"
#include "store/postgres_address.hpp"

namespace leadbook::store {

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

Db::Db(const Place& place, Access access) : place_(place), access_(access) { reopen(); }

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
  auto found = std::find_if(waiting_.begin(), waiting_.end(), [&](const Waiting& waiting) {
    return waiting.table == &table;
  });
  if (found == waiting_.end()) found = waiting_.insert(waiting_.end(), {&table, {}});
  found->rows.push_back(std::move(row));
  if (++waiting_rows_ >= most) write_beside();
}

void Db::write(Engine& engine, std::vector<Waiting>& waiting) {
  std::stable_sort(waiting.begin(), waiting.end(), [](const Waiting& left, const Waiting& right) {
    return left.table->rank < right.table->rank;
  });
  for (const auto& [table, rows] : waiting) engine.insert(*table, rows);
}

void Db::settle() {
  if (writing_.valid()) writing_.get();
}

void Db::write_waiting() {
  settle();
  if (waiting_rows_ == 0) return;
  waiting_rows_ = 0;
  auto waiting = std::exchange(waiting_, {});
  write(*engine_, waiting);
}

/// The engine is this thread's again once it has settled; so are the rows, as memory is given back
/// cheapest by the thread that took it.
void Db::write_beside() {
  settle();
  waiting_rows_ = 0;
  writing_ = std::async(std::launch::async,
                        [engine = engine_.get(), waiting = std::exchange(waiting_, {})]() mutable {
                          write(*engine, waiting);
                          return std::move(waiting);
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
  db_.waiting_.clear();
  db_.waiting_rows_ = 0;
  if (db_.writing_.valid()) db_.writing_.wait();
  db_.writing_ = {};
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
