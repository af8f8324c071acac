#include "cli/frame/open_book.hpp"

#include <algorithm>

#include "cli/frame/daily_backup.hpp"
#include "cli/frame/entry_reference.hpp"
#include "leadbook/domain/error.hpp"
#include "leadbook/service/backup/upgrade.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::cli {
namespace {

bool names_entry(const std::string& text) { return text.find('#') != std::string::npos; }

service::Moment read_moment(store::Db& book, const std::string& text, Day today) {
  if (names_entry(text)) {
    const auto number = entry_named(book, text);
    if (!number) {
      throw Error(ErrorKind::usage,
                  say("--as-of: '{}' names no entry: write a date, or an entry as '#12'",
                      text::visible(text)));
    }
    return service::moment_after(book, *number);
  }
  const auto date = parse_date(text, today);
  if (!date) throw Error(ErrorKind::usage, "--as-of: " + date.problem().message);
  return service::moment_at_end_of(book, date->last);
}

}  // namespace

store::Db& OpenBook::open(store::Db::Access access) {
  close();
  db_.emplace(place(), access, upgrade(), &world_.outcome);
  writable_ = access != store::Db::Access::read;
  return *db_;
}

void OpenBook::close() {
  resolver_.reset();
  db_.reset();
}

store::Db& OpenBook::open_past() {
  close();
  const auto book = place();
  if (store::names_all_books(book)) {
    throw Error(ErrorKind::usage,
                say("--as-of reads the log of one book: name it with --book NUMBER; 'leadbook book "
                    "list' lists them"));
  }
  store::Db present(book, store::Db::Access::read, upgrade());
  moment_ = read_moment(present, *options_.as_of, world_.today);
  writable_ = false;
  return db_.emplace(service::past_book(present, *moment_));
}

store::Db& OpenBook::to_read() {
  if (db_) return *db_;
  return options_.as_of ? open_past() : open(store::Db::Access::read);
}

store::Db& OpenBook::to_try() {
  open(store::Db::Access::read).try_out();
  return *db_;
}

store::Db& OpenBook::to_write(bool create) {
  if (db_ && writable_) return *db_;
  return open(create ? store::Db::Access::create : store::Db::Access::write);
}

store::Db* OpenBook::written_file() {
  const bool is_file = db_ && writable_ && !store::is_server(settings_.value("db"));
  return is_file ? &*db_ : nullptr;
}

service::Resolver& OpenBook::resolver() {
  // A firm is found by its persons where nothing is written: the log would keep the name.
  if (!resolver_) {
    auto& db = to_read();
    auto context = known_;
    context.by_person = !writable_;
    context.user = user();
    resolver_ = std::make_unique<service::Resolver>(db, std::move(context));
  }
  return *resolver_;
}

std::optional<service::Ambiguity> OpenBook::ambiguity() const {
  return resolver_ ? resolver_->ambiguity() : std::nullopt;
}

void OpenBook::choose(const service::Ambiguity& ambiguity, std::int64_t record) {
  known_.chosen[{ambiguity.kind, ambiguity.text}] = record;
  resolver_.reset();
}

std::string OpenBook::user() const {
  const auto& named = settings_.value("user");
  return named.empty() ? world_.login_name() : named;
}

std::vector<std::string> OpenBook::resolver_notes() {
  return resolver_ ? resolver_->take_notes() : std::vector<std::string>();
}

Day OpenBook::today() {
  if (!options_.as_of) return world_.today;
  to_read();
  return std::min(moment_->day, world_.today);
}

std::vector<std::string> OpenBook::moment_notes() const {
  std::vector<std::string> notes;
  if (options_.at) {
    notes.push_back(
        say("As at the end of {}, by the records' own days.", format_day(*options_.at)));
  }
  if (!moment_) return notes;
  const auto& moment = *moment_;
  const auto& text = *options_.as_of;
  const auto& entry = moment.entry;
  constexpr std::size_t shown = 16;
  notes.push_back(say("As of {}: the book after entry {} ({}), head {}…",
                      names_entry(text) ? text::visible(text) : format_day(moment.day),
                      entry.number,
                      service::beijing_time(entry.at),
                      entry.hash.substr(0, shown)));
  if (moment.is_settled) return notes;
  notes.push_back(
      world_.now() < service::end_of_day(moment.day)
          ? say("That day is not over: the answer may still change. --as-of '#{}' keeps this one.",
                entry.number)
          : say("No later entry is in the log yet: one with an older time could still change the "
                "answer. --as-of '#{}' keeps this one.",
                entry.number));
  return notes;
}

void OpenBook::end_reading() {
  if (db_) db_->end_reading();
}

store::Upgrade OpenBook::upgrade(const std::string& folder) const {
  return service::upgrade_keeping_copies(
      [this, folder](const store::Place& book) { return backup_folder(settings_, book, folder); },
      service::day_of(world_.now()),
      tell_);
}

}  // namespace leadbook::cli
