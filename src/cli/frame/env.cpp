#include "cli/frame/env.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "cli/frame/as_of.hpp"
#include "cli/frame/daily_backup.hpp"
#include "cli/frame/table_options.hpp"
#include "leadbook/domain/error.hpp"
#include "leadbook/service/backup/upgrade.hpp"
#include "leadbook/store/log/past.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::cli {
namespace {

/// The command line as it could be typed again, for the change log.
std::string quoted(const std::vector<std::string>& arguments) {
  std::string line = "leadbook";
  for (const auto& argument : arguments) {
    const bool plain =
        !argument.empty() && argument.find_first_of(" '\"\\;|&<>()$`*?\n\t") == std::string::npos;
    line += ' ';
    if (plain) {
      line += argument;
      continue;
    }
    line += '\'';
    for (const char symbol : argument)
      line += symbol == '\'' ? std::string("'\\''") : std::string(1, symbol);
    line += '\'';
  }
  return line;
}

}  // namespace

store::Db& Env::open(store::Db::Access access) {
  close();
  db_.emplace(store::Place{settings_.value("db"), settings_.value("book")}, access, upgrade());
  writable_ = access != store::Db::Access::read;
  return *db_;
}

store::Db& Env::open_past() {
  const store::Place place{settings_.value("db"), settings_.value("book")};
  if (store::names_all_books(place)) {
    throw Error(ErrorKind::usage,
                say("--as-of reads the log of one book: name it with --book NUMBER; 'leadbook book "
                    "list' lists them"));
  }
  close();
  store::Db book(place, store::Db::Access::read, upgrade());
  moment_ = read_moment(book, *as_of, world_.today);
  db_.emplace(service::past_book(book, *moment_));
  writable_ = false;
  return *db_;
}

void Env::close() {
  resolver_.reset();
  db_.reset();
}

store::Db& Env::db() {
  if (db_) return *db_;
  return as_of ? open_past() : open(store::Db::Access::read);
}

Day Env::today() {
  if (!as_of) return world_.today;
  db();
  return std::min(moment_->day, world_.today);
}

std::vector<std::string> Env::as_of_notes() const {
  return moment_ ? moment_notes(*moment_, *as_of, world_) : std::vector<std::string>();
}

store::Db& Env::db_to_write(bool create) {
  if (db_ && writable_) return *db_;
  return open(create ? store::Db::Access::create : store::Db::Access::write);
}

store::Db* Env::written_file() {
  const bool is_file = db_ && writable_ && !store::is_server(settings_.value("db"));
  return is_file ? &*db_ : nullptr;
}

store::Upgrade Env::upgrade(const std::string& folder) {
  return service::upgrade_keeping_copies(
      [this, folder](const store::Place& book) { return backup_folder(*this, book, folder); },
      service::day_of(world_.now()),
      [this](const std::string& line) { tell_once(line); });
}

service::Resolver& Env::resolver() {
  if (!resolver_) resolver_ = std::make_unique<service::Resolver>(db());
  return *resolver_;
}

std::vector<std::string> Env::resolver_notes() {
  return resolver_ ? resolver_->take_notes() : std::vector<std::string>();
}

std::string Env::user() {
  const auto& named = settings_.value("user");
  return named.empty() ? world_.login_name() : named;
}

store::Origin Env::origin() {
  // Tried again, a command keeps its name.
  if (request.empty()) request = world_.new_request();
  return {world_.now(), user(), quoted(arguments_), request};
}

const ingest::Input& Env::input() {
  if (!input_) input_.emplace(ingest::Input::keep(world_.in, say("standard input")));
  return *input_;
}

AmountUnit Env::print_unit() { return value_or_throw(parse_amount_unit(settings_.value("unit"))); }

std::optional<AmountUnit> Env::bare_unit() {
  // The default unit is for printing; a bare number needs somebody to have said what it means.
  for (const auto& setting : settings_.all()) {
    if (setting.name == "unit" && setting.origin == "default") return {};
  }
  const auto unit = print_unit();
  if (unit == AmountUnit::automatic) return {};
  return unit;
}

bool Env::bare_unit_is_option() const {
  const auto& all = settings_.all();
  return std::any_of(all.begin(), all.end(), [](const auto& setting) {
    return setting.name == "unit" && setting.origin == "--unit";
  });
}

std::size_t Env::width() const {
  const auto columns = variable(world_, "COLUMNS");
  if (!columns.empty() && columns.find_first_not_of("0123456789") == std::string::npos &&
      columns.size() < 6) {
    return static_cast<std::size_t>(std::stoi(columns));
  }
  if (!world_.out_is_terminal) return 0;
  winsize size{};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  return 80;
}

present::Style Env::style() {
  present::Style style;
  if (!output_.file.empty()) {
    if (const auto format = present::format_of_file(output_.file)) style.format = *format;
  }
  if (output_.json) style.format = present::Format::json;
  if (!output_.format.empty()) {
    style.format = value_or_throw(present::parse_format(output_.format));
  }
  style.unit = print_unit();
  style.header = !output_.no_header;
  style.bom = output_.bom;
  style.width = output_.file.empty() ? width() : 0;
  const auto& color = settings_.value("color");
  const bool terminal = world_.out_is_terminal && output_.file.empty();
  const bool plain = !variable(world_, "NO_COLOR").empty() || variable(world_, "TERM") == "dumb";
  style.color = color == "always" || (color != "never" && terminal && !plain);
  return style;
}

bool Env::prints_for_people() {
  const auto format = style().format;
  return format == present::Format::text || format == present::Format::md ||
         format == present::Format::html;
}

template <class Thing>
void Env::print_styled(const Thing& thing) {
  const auto how = style();
  if (db_) db_->end_reading();
  write_output([&](std::ostream& out) { present::render(out, thing, how); });
}

void Env::write_output(const std::function<void(std::ostream&)>& write) {
  if (output_.file.empty()) {
    if (style().format == present::Format::xlsx && world_.out_is_terminal) {
      throw Error(ErrorKind::usage,
                  say("a workbook is nothing to read on a terminal: name a file with -o"));
    }
    return write(world_.out);
  }
  const auto name = text::visible(output_.file);
  const auto extension = std::filesystem::path(output_.file).extension().string();
  if (output_.format.empty() && !output_.json && !present::format_of_file(output_.file) &&
      extension.size() > 1) {
    value_or_throw(present::parse_format(extension.substr(1)));
  }
  std::error_code ignored;
  // A pipe or a device has no name of its own to be given at the end.
  const bool special = std::filesystem::exists(output_.file, ignored) &&
                       !std::filesystem::is_regular_file(output_.file, ignored);
  const auto part = special ? output_.file : output_.file + ".part";
  try {
    std::ofstream file(part, std::ios::binary | std::ios::trunc);
    write(file);
    file.close();
    if (file && !special) std::filesystem::rename(part, output_.file);
    if (!file) throw Error(ErrorKind::failed, say("the file {} cannot be written", name));
  } catch (const std::filesystem::filesystem_error&) {
    if (!special) std::filesystem::remove(part, ignored);
    throw Error(ErrorKind::failed, say("the file {} cannot be written", name));
  } catch (...) {
    if (!special) std::filesystem::remove(part, ignored);
    throw;
  }
  tell(say("Wrote {}.", name));
}

/// The moment of --as-of, below the table where the format has room for it.
void Env::tell_moment(present::Table& table) {
  const auto format = style().format;
  const bool takes_notes = format != present::Format::csv && format != present::Format::tsv &&
                           format != present::Format::jsonl;
  for (auto& note : as_of_notes()) {
    if (takes_notes) {
      table.notes.push_back(std::move(note));
    } else {
      tell_once(note);
    }
  }
}

void Env::print(present::Table table) {
  const bool empty = table.rows.empty();
  sort_rows(table, output_.sort);
  limit_rows(table, output_.limit);
  choose_columns(table, output_.columns);
  tell_moment(table);
  print_styled(table);
  if (empty && output_.fail_empty) throw Error(ErrorKind::empty, say("nothing matched"));
}

void Env::print_rows(present::Table head,
                     const std::function<std::size_t(present::RowWriter&)>& write) {
  tell_moment(head);
  std::size_t found = 0;
  write_output([&](std::ostream& out) {
    const auto rows = present::open_held_rows(out, head, style());
    found = write(*rows);
    db().end_reading();
    rows->finish();
  });
  if (found == 0 && output_.fail_empty) throw Error(ErrorKind::empty, say("nothing matched"));
}

void Env::print(const present::Card& card) {
  for (const auto& note : as_of_notes()) tell_once(note);
  print_styled(card);
}

void Env::tell(const std::string& line) {
  if (!quiet) world_.err << text::visible(line) << '\n';
}

void Env::tell_once(const std::string& line) {
  if (told_.insert(line).second) tell(line);
}

void Env::tell_notes(const std::vector<std::string>& notes) {
  for (const auto& note : notes) tell(say("Note: {}", note));
}

}  // namespace leadbook::cli
