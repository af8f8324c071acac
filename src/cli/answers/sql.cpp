// sql: a statement of the user's own over the book's views.
#include <algorithm>
#include <limits>

#include "cli/frame/commands.hpp"
#include "leadbook/domain/amount/quantity.hpp"
#include "leadbook/domain/error.hpp"
#include "leadbook/store/query.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::cli {
namespace {

using present::Cell;

struct SqlOptions {
  std::string statement;
  std::string file;
  std::vector<std::string> values;
  std::string timeout;
  bool views = false;
};

constexpr std::size_t rows_for_people = 10'000;

std::string text_of(const ingest::Input& input) {
  constexpr std::uint64_t most = 1U << 20U;
  if (input.size() > most) {
    throw Error(ErrorKind::usage, say("{} is too long to be a statement", input.name()));
  }
  std::string text(static_cast<std::size_t>(input.size()), '\0');
  text.resize(input.read(0, text.data(), text.size()));
  return text;
}

std::string statement_of(const SqlOptions& options, Env& env, const Command& command) {
  if (!options.file.empty()) {
    if (!options.statement.empty()) {
      throw Error(ErrorKind::usage,
                  say("--file: there is a statement on the command line already"));
    }
    return text_of(ingest::Input::open(options.file));
  }
  if (options.statement == "-") return text_of(env.input());
  require_argument(options.statement, "STATEMENT", command);
  return options.statement;
}

/// "county=克山县" as the name and the value.
std::vector<std::pair<std::string, std::string>> values_of(const std::vector<std::string>& texts) {
  std::vector<std::pair<std::string, std::string>> values;
  for (const auto& text : texts) {
    const auto sign = text.find('=');
    if (sign == std::string::npos || sign == 0) {
      throw Error(ErrorKind::usage, say("--set: '{}' is no NAME=VALUE", text::visible(text)));
    }
    const auto name = text.substr(0, sign);
    const bool twice = std::any_of(
        values.begin(), values.end(), [&](const auto& known) { return known.first == name; });
    if (twice) throw Error(ErrorKind::usage, say("--set: {} is set twice", text::visible(name)));
    values.emplace_back(name, text.substr(sign + 1));
  }
  return values;
}

std::int64_t count_of(const std::string& text, const std::string& option) {
  const auto count = parse_count(text);
  if (!count) throw Error(ErrorKind::usage, option + ": " + count.problem().message);
  return *count;
}

std::chrono::seconds longest_of(const SqlOptions& options) {
  constexpr std::int64_t most = 3600;
  if (options.timeout.empty()) return store::Query().longest;
  const auto seconds = count_of(options.timeout, "--timeout");
  if (seconds < 1 || seconds > most) {
    throw Error(ErrorKind::usage, say("--timeout: from 1 to {} seconds", most));
  }
  return std::chrono::seconds(seconds);
}

/// Rows that are sorted here must all be there; else no more are fetched than are shown.
std::size_t most_rows(Env& env) {
  const auto& output = env.output();
  if (!output.limit.empty() && output.sort.empty()) {
    return static_cast<std::size_t>(count_of(output.limit, "--limit"));
  }
  const bool for_people = prints_for_people(env) && output.limit.empty();
  return for_people ? rows_for_people : std::numeric_limits<std::size_t>::max();
}

Cell cell_of(store::QueryValue value) {
  if (const auto* number = std::get_if<std::int64_t>(&value)) return *number;
  if (auto* text = std::get_if<std::string>(&value)) return std::move(*text);
  if (const auto* fraction = std::get_if<store::Fraction>(&value)) {
    return present::Decimal{fraction->minor, fraction->digits, ""};
  }
  return {};
}

bool is_number(const store::QueryValue& value) {
  return std::holds_alternative<std::int64_t>(value) ||
         std::holds_alternative<store::Fraction>(value);
}

/// The answer as a listing; columns of numbers stand to the right.
present::Table table_of(store::QueryAnswer answer) {
  present::Table table;
  table.key = "rows";
  for (std::size_t column = 0; column < answer.columns.size(); ++column) {
    const bool text = std::any_of(answer.rows.begin(), answer.rows.end(), [&](const auto& row) {
      return std::holds_alternative<std::string>(row[column]);
    });
    const bool number = std::any_of(answer.rows.begin(), answer.rows.end(), [&](const auto& row) {
      return is_number(row[column]);
    });
    const auto& name = answer.columns[column];
    table.columns.push_back(
        {name, name, number && !text ? present::Align::right : present::Align::left});
  }
  for (auto& row : answer.rows) {
    auto& cells = table.rows.emplace_back();
    cells.reserve(row.size());
    for (auto& value : row) cells.push_back(cell_of(std::move(value)));
    row = {};
  }
  return table;
}

/// The columns of all views, or of the one named.
void print_views(const std::string& only, Env& env) {
  const auto& views = store::query_views();
  present::Table table;
  table.key = "columns";
  table.columns = {{say("View"), "view"},
                   {say("Column"), "column"},
                   {say("Type"), "type"},
                   {say("Holds"), "holds"}};
  std::vector<std::string> names;
  for (const auto& view : views) {
    names.push_back(view.name);
    if (!only.empty() && view.name != only) continue;
    for (const auto& column : view.columns) {
      table.rows.push_back({view.name,
                            column.name,
                            column.is_number ? "integer" : "text",
                            std::string(choose(column.english, column.chinese))});
    }
  }
  if (table.rows.empty()) {
    const auto near = text::closest(only, names, 1);
    const auto shown = text::visible(only);
    throw Error(
        ErrorKind::usage,
        near.empty()
            ? say("there is no view '{}'; 'leadbook sql --views' lists them", shown)
            : say("there is no view '{}'; did you mean '{}'? 'leadbook sql --views' lists them",
                  shown,
                  near.front()));
  }
  print(env, std::move(table));
}

void run_sql(const SqlOptions& options, Env& env, const Command& command) {
  if (options.views) return print_views(options.statement, env);
  store::Query query;
  query.text = statement_of(options, env, command);
  query.values = values_of(options.values);
  query.longest = longest_of(options);
  query.most_rows = most_rows(env);
  auto answer = env.db().query(query);
  if (answer.is_cut && env.output().limit.empty()) {
    env.tell(say("Only the first {} rows are shown: --limit shows more, -o writes all to a file.",
                 rows_for_people));
  }
  print(env, table_of(std::move(answer)));
}

}  // namespace

RunCommand add_sql(CommandLine& line, Env& env, const Command& command) {
  auto options = std::make_shared<SqlOptions>();
  line.add_argument("STATEMENT",
                    options->statement,
                    say("SELECT ... over the views; - reads it from standard input"));
  line.add_text("--file", options->file, say("read the statement from a file"));
  line.add_texts("--set", options->values, say("NAME=VALUE, for :NAME in the statement"));
  line.add_text("--timeout", options->timeout, say("stop after so many seconds; 30 if left out"));
  line.add_switch("--views", options->views, say("list the views and their columns"));
  add_as_of_option(line, env);
  add_output_options(line, env);
  return [options, &env, &command] { run_sql(*options, env, command); };
}

}  // namespace leadbook::cli
