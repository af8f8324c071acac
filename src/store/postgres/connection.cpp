#include "store/postgres/connection.hpp"

#include <algorithm>
#include <charconv>
#include <stdexcept>

#include "store/engine.hpp"

namespace leadbook::store {
namespace {

void pass_over(void*, const PGresult*) {}

std::int64_t number_in(const std::string& text) {
  std::int64_t number = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (problem != std::errc() || end != text.data() + text.size()) {
    throw std::logic_error("a number a book cannot hold: " + text);
  }
  return number;
}

/// Types as the server numbers them.
bool is_number(Oid type) {
  constexpr Oid int8 = 20;
  constexpr Oid int2 = 21;
  constexpr Oid int4 = 23;
  constexpr Oid numeric = 1700;
  return type == int8 || type == int2 || type == int4 || type == numeric;
}

Value value_of(const PGresult* result, int row, int column) {
  constexpr Oid boolean = 16;
  if (libpq().is_null(result, row, column) != 0) return {};
  const std::string text(libpq().value(result, row, column),
                         static_cast<std::size_t>(libpq().length(result, row, column)));
  const auto type = libpq().column_type(result, column);
  if (type == boolean) return std::int64_t{text == "t" ? 1 : 0};
  if (is_number(type)) return number_in(text);
  return text;
}

std::string state_of(const PGresult* result) {
  const char* state = libpq().error_field(result, PG_DIAG_SQLSTATE);
  return state == nullptr ? "" : state;
}

bool is_fine(ExecStatusType status) {
  return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_SINGLE_TUPLE ||
         status == PGRES_COPY_IN;
}

}  // namespace

/// The rows of a statement, taken from the server one by one or, where another statement comes
/// between, all that are left.
class PostgresConnection::Answer {
 public:
  explicit Answer(PostgresConnection& on) : on_(on), outer_(on.reading_) { on_.reading_ = this; }
  ~Answer() {
    read_rest();
    on_.reading_ = outer_;
  }
  Answer(const Answer&) = delete;
  Answer& operator=(const Answer&) = delete;

  void read_rest() {
    while (!done_) take_result();
  }

  bool next(std::vector<Value>& values) {
    while (rows_.empty() && !done_) take_result();
    if (rows_.empty()) {
      if (failed_) on_.fail(state_);
      return false;
    }
    values = std::move(rows_.front());
    rows_.pop_front();
    return true;
  }

  const std::vector<std::string>& names() const { return names_; }

 private:
  void take_result() {
    const ServerResult result(libpq().next_result(on_.connection_.get()));
    if (!result) {
      done_ = true;
      return;
    }
    if (!is_fine(libpq().result_status(result.get()))) {
      failed_ = true;
      state_ = state_of(result.get());
      return;
    }
    const int columns = libpq().columns(result.get());
    for (auto column = static_cast<int>(names_.size()); column < columns; ++column) {
      names_.emplace_back(libpq().column_name(result.get(), column));
    }
    for (int row = 0; row < libpq().rows(result.get()); ++row) {
      auto& values = rows_.emplace_back();
      for (int column = 0; column < columns; ++column) {
        values.push_back(value_of(result.get(), row, column));
      }
    }
  }

  PostgresConnection& on_;
  Answer* outer_;
  std::vector<std::string> names_;
  std::list<std::vector<Value>> rows_;
  bool done_ = false;
  bool failed_ = false;
  std::string state_;
};

PostgresConnection::PostgresConnection(const PostgresAddress& address)
    : connection_(connect_to_server(address)) {
  libpq().set_notice_receiver(connection_.get(), pass_over, nullptr);
}

PostgresConnection::~PostgresConnection() = default;

void PostgresConnection::fail(const std::string& state) {
  if (libpq().status(connection_.get()) != CONNECTION_OK) throw ConnectionLost{};
  throw ServerError{state};
}

PostgresConnection::Known& PostgresConnection::known(const std::string& sql) {
  const auto found = known_.find(sql);
  if (found != known_.end()) return found->second;
  const auto name = "s" + std::to_string(known_.size());
  return known_.emplace(sql, Known{server_statement(sql), name}).first->second;
}

/// A statement is planned once it comes again: most commands run most of theirs only once.
void PostgresConnection::send(Known& known, const std::vector<const Value*>& values) {
  if (known.runs == 1) {
    const ServerResult result(libpq().prepare(
        connection_.get(), known.name.c_str(), known.statement.text.c_str(), 0, nullptr));
    if (libpq().result_status(result.get()) != PGRES_COMMAND_OK) fail(state_of(result.get()));
  }
  ++known.runs;
  std::list<std::string> numbers;
  std::vector<const char*> texts;
  for (const auto* value : values) {
    if (const auto* number = std::get_if<std::int64_t>(value)) {
      texts.push_back(numbers.emplace_back(std::to_string(*number)).c_str());
    } else if (const auto* text = std::get_if<std::string>(value)) {
      texts.push_back(text->c_str());
    } else {
      texts.push_back(nullptr);
    }
  }
  const int count = static_cast<int>(texts.size());
  auto* connection = connection_.get();
  const int sent =
      known.runs == 1
          ? libpq().send(connection,
                         known.statement.text.c_str(),
                         count,
                         nullptr,
                         texts.data(),
                         nullptr,
                         nullptr,
                         0)
          : libpq().send_prepared(
                connection, known.name.c_str(), count, texts.data(), nullptr, nullptr, 0);
  if (sent == 0) throw ConnectionLost{};
  libpq().row_by_row(connection);
}

void PostgresConnection::run_statement(Known& known,
                                       const std::vector<const Value*>& values,
                                       const EachRow& each) {
  if (reading_ != nullptr) reading_->read_rest();
  send(known, values);
  const auto answer = std::make_unique<Answer>(*this);
  for (std::vector<Value> row; answer->next(row);) {
    Row named(row, answer->names());
    each(named);
    row.clear();
  }
}

void PostgresConnection::each(const std::string& sql,
                              const Parameters& parameters,
                              const EachRow& each) {
  auto& statement = known(sql);
  if (statement.statement.names.size() != parameters.size()) {
    throw std::logic_error("parameters given and wanted differ: " + sql);
  }
  std::vector<const Value*> values;
  for (const auto& name : statement.statement.names) {
    const auto found =
        std::find_if(parameters.begin(), parameters.end(), [&](const Parameter& parameter) {
          return parameter.name == name;
        });
    if (found == parameters.end()) throw std::logic_error("no parameter " + name + " for: " + sql);
    values.push_back(&found->value);
  }
  run_statement(statement, values, each);
}

void PostgresConnection::insert(const Table& table, const std::vector<std::vector<Value>>& rows) {
  if (rows.size() > 1) {
    copy(table, rows);
    return;
  }
  for (const auto& row : rows) {
    std::vector<const Value*> values;
    for (const auto& value : row) values.push_back(&value);
    run_statement(known(insert_statement(table)), values, [](Row&) {});
  }
}

void PostgresConnection::put_copy_data(const std::string& data) {
  const int size = static_cast<int>(data.size());
  if (libpq().put_copy_data(connection_.get(), data.data(), size) != 1) throw ConnectionLost{};
}

void PostgresConnection::copy(const Table& table, const std::vector<std::vector<Value>>& rows) {
  constexpr std::size_t piece = 1 << 16;
  std::string names;
  for (const auto& column : table.columns) names += (names.empty() ? "" : ", ") + column;
  run("COPY " + table.name + " (" + names + ") FROM STDIN");
  std::string data;
  for (const auto& row : rows) {
    for (std::size_t column = 0; column < row.size(); ++column) {
      if (column > 0) data += '\t';
      if (const auto* number = std::get_if<std::int64_t>(&row[column])) {
        data += std::to_string(*number);
      } else if (const auto* text = std::get_if<std::string>(&row[column])) {
        append_copied(data, *text);
      } else {
        data += "\\N";
      }
    }
    data += '\n';
    if (data.size() < piece) continue;
    put_copy_data(data);
    data.clear();
  }
  put_copy_data(data);
  if (libpq().end_copy(connection_.get(), nullptr) != 1) throw ConnectionLost{};
  finish_command();
}

/// Takes the results of a command that answers nothing.
void PostgresConnection::finish_command() {
  std::string state;
  bool failed = false;
  while (const auto result = ServerResult(libpq().next_result(connection_.get()))) {
    if (is_fine(libpq().result_status(result.get()))) continue;
    failed = true;
    state = state_of(result.get());
  }
  if (failed) fail(state);
}

std::string PostgresConnection::run(const std::string& statements) {
  if (reading_ != nullptr) reading_->read_rest();
  const ServerResult result(libpq().run(connection_.get(), statements.c_str()));
  if (!is_fine(libpq().result_status(result.get()))) fail(state_of(result.get()));
  return libpq().command_status(result.get());
}

std::string PostgresConnection::parameter(const char* name) const {
  const char* value = libpq().parameter(connection_.get(), name);
  return value == nullptr ? "" : value;
}

}  // namespace leadbook::store
