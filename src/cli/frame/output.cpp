#include "cli/frame/output.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "cli/frame/ascii_output.hpp"
#include "leadbook/domain/amount/quantity.hpp"
#include "leadbook/domain/error.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::cli {
namespace {

std::size_t column_index(const std::vector<present::Column>& columns, std::string_view name) {
  std::string all;
  for (std::size_t index = 0; index < columns.size(); ++index) {
    const auto& column = columns[index];
    if (column.key == name || column.heading == name) return index;
    // As CSV has an amount: contract_amount_yuan, and its currency beside it.
    if (name == column.key + "_yuan" || name == column.key + "_currency") return index;
    if (!all.empty()) all += choose(", ", "、");
    all += choose(column.key, column.heading.empty() ? column.key : column.heading);
  }
  throw Error(ErrorKind::usage,
              say("there is no column '{}'; there are {}", text::visible(name), all));
}

/// Negative, zero or positive, as text compares; a wrong order of kinds cannot happen in a column.
int compare(const present::Cell& left, const present::Cell& right) {
  const auto order = [](const auto& a, const auto& b) { return a < b ? -1 : (b < a ? 1 : 0); };
  if (left.value.index() == right.value.index()) {
    if (const auto* number = std::get_if<std::int64_t>(&left.value)) {
      return order(*number, std::get<std::int64_t>(right.value));
    }
    if (const auto* amount = std::get_if<Amount>(&left.value)) {
      const auto& other = std::get<Amount>(right.value);
      const int by_currency = order(amount->money.currency, other.money.currency);
      return by_currency != 0 ? by_currency : order(amount->money.minor, other.money.minor);
    }
    if (const auto* date = std::get_if<Date>(&left.value)) {
      return order(*date, std::get<Date>(right.value));
    }
    if (const auto* decimal = std::get_if<present::Decimal>(&left.value)) {
      return order(decimal->minor, std::get<present::Decimal>(right.value).minor);
    }
    if (const auto* reference = std::get_if<Reference>(&left.value)) {
      return order(*reference, std::get<Reference>(right.value));
    }
  }
  return order(present::plain_text(left), present::plain_text(right));
}

/// A file that has its name only once it is whole.
void write_file(const std::string& path, const std::function<void(std::ostream&)>& write) {
  const auto name = text::visible(path);
  std::error_code ignored;
  // A pipe or a device has no name of its own to be given at the end.
  const bool special =
      std::filesystem::exists(path, ignored) && !std::filesystem::is_regular_file(path, ignored);
  const auto part = special ? path : path + ".part";
  try {
    std::ofstream file(part, std::ios::binary | std::ios::trunc);
    write(file);
    file.close();
    if (file && !special) std::filesystem::rename(part, path);
    if (!file) throw Error(ErrorKind::failed, say("the file {} cannot be written", name));
  } catch (const std::filesystem::filesystem_error&) {
    if (!special) std::filesystem::remove(part, ignored);
    throw Error(ErrorKind::failed, say("the file {} cannot be written", name));
  } catch (...) {
    if (!special) std::filesystem::remove(part, ignored);
    throw;
  }
}

/// The moment of --as-of, below the table where the format has room for it.
void tell_moment(Env& env, present::Table& table) {
  const auto format = style_of(env).format;
  const bool takes_notes = format != present::Format::csv && format != present::Format::tsv &&
                           format != present::Format::jsonl;
  for (auto& note : env.book().moment_notes()) {
    if (takes_notes) {
      table.notes.push_back(std::move(note));
    } else {
      env.tell_once(note);
    }
  }
}

template <class Thing>
void print_styled(Env& env, const Thing& thing) {
  const auto style = style_of(env);
  env.book().end_reading();
  write_output(env, [&](std::ostream& out) { present::render(out, thing, style); });
}

}  // namespace

std::vector<std::size_t> columns_named(const std::vector<present::Column>& columns,
                                       const std::string& names) {
  std::vector<std::size_t> chosen;
  if (names.empty()) {
    for (std::size_t index = 0; index < columns.size(); ++index) chosen.push_back(index);
    return chosen;
  }
  for (const auto name : text::split(names, ',')) {
    const auto index = column_index(columns, text::trim(name));
    // The two columns that CSV makes of one are one.
    const bool is_beside = !chosen.empty() && chosen.back() == index &&
                           text::trim(name) == columns[index].key + "_currency";
    if (!is_beside) chosen.push_back(index);
  }
  return chosen;
}

void choose_columns(present::Table& table, const std::string& names) {
  if (names.empty()) return;
  const auto chosen = columns_named(table.columns, names);
  const auto keep = [&](auto& cells) {
    std::decay_t<decltype(cells)> kept;
    for (const auto index : chosen) kept.push_back(cells[index]);
    cells = std::move(kept);
  };
  keep(table.columns);
  for (auto& row : table.rows) keep(row);
  if (table.total) keep(*table.total);
}

std::optional<SortColumn> sort_column(const std::vector<present::Column>& columns,
                                      const std::string& name) {
  if (name.empty()) return {};
  const bool descending = name.front() == '-';
  return SortColumn{column_index(columns, std::string_view(name).substr(descending ? 1 : 0)),
                    descending};
}

bool SortColumn::puts_before(const present::Cell& left, const present::Cell& right) const {
  const bool left_empty = present::is_empty(left);
  const bool right_empty = present::is_empty(right);
  if (left_empty || right_empty) return !left_empty && right_empty;
  const int order = compare(left, right);
  return descending ? order > 0 : order < 0;
}

void sort_rows(present::Table& table, const std::string& name) {
  const auto by = sort_column(table.columns, name);
  if (!by) return;
  std::stable_sort(table.rows.begin(), table.rows.end(), [&](const auto& left, const auto& right) {
    return by->puts_before(left[by->index], right[by->index]);
  });
}

std::optional<std::int64_t> read_limit(const std::string& limit) {
  if (limit.empty()) return {};
  const auto count = parse_count(limit);
  if (!count) throw Error(ErrorKind::usage, "--limit: " + count.problem().message);
  return *count;
}

void limit_rows(present::Table& table, const std::string& limit) {
  const auto count = read_limit(limit);
  if (count && table.rows.size() > static_cast<std::size_t>(*count)) {
    table.rows.resize(static_cast<std::size_t>(*count));
  }
}

std::size_t screen_width(const World& world) {
  const auto columns = variable(world, "COLUMNS");
  if (!columns.empty() && columns.find_first_not_of("0123456789") == std::string::npos &&
      columns.size() < 6) {
    return static_cast<std::size_t>(std::stoi(columns));
  }
  if (!world.out_is_terminal) return 0;
  winsize size{};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  return 80;
}

namespace {

std::optional<int> read_digits(const std::string& digits) {
  if (digits.empty()) return {};
  constexpr std::int64_t most = 10;
  const auto count = parse_count(digits);
  if (!count) throw Error(ErrorKind::usage, "--digits: " + count.problem().message);
  if (*count > most) {
    throw Error(ErrorKind::usage, say("--digits: no more than {} are shown", most));
  }
  return static_cast<int>(*count);
}

}  // namespace

present::Style style_of(Env& env) {
  const auto& output = env.output();
  const auto& world = env.world();
  present::Style style;
  if (!output.file.empty()) {
    if (const auto format = present::format_of_file(output.file)) style.format = *format;
  }
  if (output.json) style.format = present::Format::json;
  if (!output.format.empty()) {
    style.format = value_or_throw(present::parse_format(output.format));
  }
  style.unit = {env.settings().print_unit(), read_digits(output.digits)};
  style.header = !output.no_header;
  style.bom = output.bom;
  style.width = output.file.empty() ? screen_width(world) : 0;
  if (output.wide) style.width = 0;
  const auto& color = env.settings().value("color");
  const bool terminal = world.out_is_terminal && output.file.empty();
  const bool plain = !variable(world, "NO_COLOR").empty() || variable(world, "TERM") == "dumb";
  const auto forced = variable(world, "CLICOLOR_FORCE");
  const bool wanted = terminal || (!forced.empty() && forced != "0" && output.file.empty());
  style.color = color == "always" || (color != "never" && wanted && !plain);
  return style;
}

bool prints_for_people(Env& env) {
  const auto format = style_of(env).format;
  return format == present::Format::text || format == present::Format::md ||
         format == present::Format::html;
}

bool prints_data(Env& env) { return env.output().json || !env.output().format.empty(); }

bool shows_persons(Env& env) {
  const auto& output = env.output();
  return output.personal || (output.file.empty() && style_of(env).format == present::Format::text);
}

void write_output(Env& env, const std::function<void(std::ostream&)>& write) {
  const auto& output = env.output();
  if (output.file.empty()) {
    if (style_of(env).format == present::Format::xlsx && env.world().out_is_terminal) {
      throw Error(ErrorKind::usage,
                  say("a workbook is nothing to read on a terminal: name a file with -o"));
    }
    const bool in_ascii = !variable(env.world(), "LEADBOOK_ASCII").empty();
    if (!in_ascii || style_of(env).format != present::Format::text) return write(env.out());
    AsciiOutput ascii(env.out());
    std::ostream out(&ascii);
    return write(out);
  }
  const auto extension = std::filesystem::path(output.file).extension().string();
  if (output.format.empty() && !output.json && !present::format_of_file(output.file) &&
      extension.size() > 1) {
    value_or_throw(present::parse_format(extension.substr(1)));
  }
  write_named_file(env, output.file, write);
}

void write_named_file(Env& env,
                      const std::string& path,
                      const std::function<void(std::ostream&)>& write) {
  write_file(path, write);
  env.tell(say("Wrote {}.", text::visible(path)));
}

void print(Env& env, present::Table table) {
  const auto& output = env.output();
  const bool empty = table.rows.empty();
  sort_rows(table, output.sort);
  limit_rows(table, output.limit);
  choose_columns(table, output.columns);
  tell_moment(env, table);
  print_styled(env, table);
  if (empty && output.fail_empty) throw Error(ErrorKind::empty, say("nothing matched"));
}

void print_rows(Env& env,
                present::Table head,
                const std::function<std::size_t(present::RowWriter&)>& write) {
  tell_moment(env, head);
  std::size_t found = 0;
  write_output(env, [&](std::ostream& out) {
    const auto rows = present::open_held_rows(out, head, style_of(env));
    found = write(*rows);
    env.book().end_reading();
    rows->finish();
  });
  if (found == 0 && env.output().fail_empty) {
    throw Error(ErrorKind::empty, say("nothing matched"));
  }
}

void print(Env& env, const present::Card& card) {
  for (const auto& note : env.book().moment_notes()) env.tell_once(note);
  print_styled(env, card);
}

}  // namespace leadbook::cli
