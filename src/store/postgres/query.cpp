#include "store/postgres/query.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <memory>

#include "store/postgres/book.hpp"
#include "store/query/run.hpp"

namespace leadbook::store {
namespace {

using QueryClock = std::chrono::steady_clock;

struct State {
  std::string_view code;
  QueryFault fault;
};

constexpr std::array states = {
    State{"42601", QueryFault::syntax},     State{"42P01", QueryFault::table},
    State{"3F000", QueryFault::table},      State{"42703", QueryFault::column},
    State{"42702", QueryFault::ambiguous},  State{"42725", QueryFault::arguments},
    State{"42883", QueryFault::arguments},  State{"42803", QueryFault::aggregate},
    State{"42P20", QueryFault::aggregate},  State{"42P10", QueryFault::column},
    State{"21000", QueryFault::widths},     State{"42804", QueryFault::type},
    State{"42846", QueryFault::type},       State{"42P18", QueryFault::type},
    State{"22P02", QueryFault::type},       State{"22007", QueryFault::type},
    State{"22008", QueryFault::type},       State{"25006", QueryFault::writing},
    State{"0A000", QueryFault::writing},    State{"22012", QueryFault::division},
    State{"22003", QueryFault::overflow},   State{"54000", QueryFault::size},
    State{"54001", QueryFault::complexity}, State{"54011", QueryFault::complexity},
    State{"54023", QueryFault::complexity}, State{"53200", QueryFault::memory},
    State{"42501", QueryFault::right}};

std::string field_of(const PGresult* result, int field) {
  const char* text = libpq().error_field(result, field);
  return text == nullptr ? "" : text;
}

/// The byte of the text at a place counted in characters from 1.
std::size_t byte_at(std::string_view text, std::size_t place) {
  std::size_t at = 0;
  for (std::size_t character = 1; at < text.size(); ++at) {
    const bool begins = (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
    if (begins && character++ == place) break;
  }
  return at;
}

bool is_number_shown(Oid type) {
  constexpr std::array numbers = {Oid{20}, Oid{21}, Oid{23}, Oid{700}, Oid{701}, Oid{1700}};
  return std::find(numbers.begin(), numbers.end(), type) != numbers.end();
}

/// One run of a statement, in pieces, through a cursor: nothing but a SELECT can be one.
class Run {
 public:
  Run(PostgresConnection& connection, const QueryText& text, const Query& query, ReadyQuery ready)
      : connection_(connection),
        text_(text),
        query_(query),
        ready_(std::move(ready)),
        until_(QueryClock::now() + query.longest) {}

  QueryAnswer run() {
    allow_what_is_left();
    declare();
    AnswerKeeper keeper(query_);
    bool is_first = true;
    for (bool goes_on = true; goes_on; is_first = false) {
      allow_what_is_left();
      const ServerResult piece(
          libpq().run(connection_.handle(), "FETCH FORWARD 10000 FROM answer"));
      check(piece.get());
      if (is_first) keeper.name_columns(names_of(piece.get()));
      goes_on = libpq().rows(piece.get()) > 0 && keep(keeper, piece.get());
    }
    return keeper.take();
  }

 private:
  void allow_what_is_left() {
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(until_ - QueryClock::now()).count();
    if (left <= 0) refuse_slow(query_);
    connection_.run("SET LOCAL statement_timeout = " + std::to_string(left));
  }

  void declare() {
    declared_ = "DECLARE answer NO SCROLL CURSOR FOR " + ready_.sql;
    std::vector<const char*> values;
    for (const auto& value : ready_.values) values.push_back(value.c_str());
    auto* connection = connection_.handle();
    const int sent = libpq().send(connection,
                                  declared_.c_str(),
                                  static_cast<int>(values.size()),
                                  nullptr,
                                  values.data(),
                                  nullptr,
                                  nullptr,
                                  0);
    if (sent == 0) throw ConnectionLost{};
    ServerResult last;
    while (auto result = ServerResult(libpq().next_result(connection))) last = std::move(result);
    check(last.get());
  }

  void check(const PGresult* result) {
    const auto status = libpq().result_status(result);
    if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK) return;
    if (libpq().status(connection_.handle()) != CONNECTION_OK) throw ConnectionLost{};
    refuse(field_of(result, PG_DIAG_SQLSTATE), field_of(result, PG_DIAG_STATEMENT_POSITION));
  }

  [[noreturn]] void refuse(const std::string& state, const std::string& position) {
    if (state == "57014") refuse_slow(query_);
    const auto found = std::find_if(
        states.begin(), states.end(), [&](const State& one) { return one.code == state; });
    // Waits, lost connections and the like are not the statement's.
    const bool is_its_own = state.starts_with("42") || state.starts_with("22") ||
                            state.starts_with("54") || state.starts_with("21") ||
                            state.starts_with("2202");
    if (found == states.end() && !is_its_own) throw ServerError{state};
    refuse_query(
        text_, found == states.end() ? QueryFault::other : found->fault, fault_at(position));
  }

  std::optional<std::size_t> fault_at(const std::string& position) const {
    std::size_t number = 0;
    std::from_chars(position.data(), position.data() + position.size(), number);
    if (number == 0) return {};
    const auto byte = byte_at(declared_, number);
    const auto before = declared_.size() - ready_.sql.size();
    if (byte < before) return {};
    return ready_.place_of(byte - before);
  }

  static std::vector<std::string> names_of(const PGresult* result) {
    std::vector<std::string> names;
    for (int column = 0; column < libpq().columns(result); ++column) {
      const std::string name = libpq().column_name(result, column);
      names.push_back(name == "?column?" ? "column" : name);
    }
    return names;
  }

  static QueryValue value(const PGresult* result, int row, int column) {
    constexpr Oid boolean = 16;
    if (libpq().is_null(result, row, column) != 0) return {};
    const std::string_view text(libpq().value(result, row, column),
                                static_cast<std::size_t>(libpq().length(result, row, column)));
    const auto type = libpq().column_type(result, column);
    if (type == boolean) return std::int64_t{text == "t" ? 1 : 0};
    if (is_number_shown(type)) return read_number(text);
    return std::string(text);
  }

  static bool keep(AnswerKeeper& keeper, const PGresult* piece) {
    const int columns = libpq().columns(piece);
    for (int row = 0; row < libpq().rows(piece); ++row) {
      std::vector<QueryValue> values;
      values.reserve(static_cast<std::size_t>(columns));
      for (int column = 0; column < columns; ++column) values.push_back(value(piece, row, column));
      if (!keeper.keep(std::move(values))) return false;
    }
    return true;
  }

  PostgresConnection& connection_;
  const QueryText& text_;
  const Query& query_;
  ReadyQuery ready_;
  std::string declared_;
  QueryClock::time_point until_;
};

std::vector<std::string> schemas_on(PostgresConnection& connection) {
  std::vector<std::string> schemas;
  connection.each("SELECT nspname AS name FROM pg_namespace ORDER BY nspname", {}, [&](Row& row) {
    schemas.push_back(row.text("name"));
  });
  // The session's own, whatever its number.
  schemas.emplace_back("pg_temp");
  return schemas;
}

}  // namespace

QueryAnswer query_server(PostgresConnection& connection,
                         const std::string& schema,
                         const std::string& viewer,
                         const Query& query) {
  const auto text = read_query(query.text);
  check_functions(text, Dialect::postgres);
  refuse_qualifiers(text, schemas_on(connection));
  auto ready = make_ready(text, query, Dialect::postgres, schema, "");
  if (may_become(connection, viewer)) connection.run("SET LOCAL ROLE " + quoted_name(viewer));
  // Of tables only those of the server itself have a name without their schema now.
  connection.run("SET LOCAL search_path = pg_catalog; SET LOCAL datestyle = 'ISO'");
  return Run(connection, text, query, std::move(ready)).run();
}

}  // namespace leadbook::store
