#include "cli/frame/env.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>

#include "cli/frame/as_of.hpp"
#include "cli/frame/daily_backup.hpp"
#include "leadbook/service/backup/upgrade.hpp"
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

store::Place Env::place() const { return {settings_.value("db"), settings_.value("book")}; }

store::Db& Env::open(store::Db::Access access) {
  close();
  db_.emplace(place(), access, upgrade());
  writable_ = access != store::Db::Access::read;
  return *db_;
}

void Env::close() {
  resolver_.reset();
  db_.reset();
}

store::Db& Env::db() {
  if (db_) return *db_;
  if (!as_of) return open(store::Db::Access::read);
  close();
  auto [book, moment] = open_past(place(), *as_of, world_.today, upgrade());
  moment_ = std::move(moment);
  writable_ = false;
  return db_.emplace(std::move(book));
}

Day Env::today() {
  if (!as_of) return world_.today;
  db();
  return std::min(moment_->day, world_.today);
}

std::vector<std::string> Env::moment_notes() const {
  return moment_ ? notes_of(*moment_, *as_of, world_) : std::vector<std::string>();
}

void Env::end_reading() {
  if (db_) db_->end_reading();
}

store::Db& Env::db_to_try() {
  open(store::Db::Access::read).try_out();
  return *db_;
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
