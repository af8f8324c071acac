#include "cli/frame/as_of.hpp"

#include "cli/frame/entry_reference.hpp"
#include "leadbook/domain/error.hpp"
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

PastBook open_past(const store::Place& place,
                   const std::string& as_of,
                   Day today,
                   const store::Upgrade& upgrade) {
  if (store::names_all_books(place)) {
    throw Error(ErrorKind::usage,
                say("--as-of reads the log of one book: name it with --book NUMBER; 'leadbook book "
                    "list' lists them"));
  }
  store::Db book(place, store::Db::Access::read, upgrade);
  auto moment = read_moment(book, as_of, today);
  return {service::past_book(book, moment), std::move(moment)};
}

std::vector<std::string> notes_of(const service::Moment& moment,
                                  const std::string& text,
                                  const World& world) {
  const auto& entry = moment.entry;
  constexpr std::size_t shown = 16;
  std::vector<std::string> notes = {
      say("As of {}: the book after entry {} ({}), head {}…",
          names_entry(text) ? text::visible(text) : format_day(moment.day),
          entry.number,
          entry.at,
          entry.hash.substr(0, shown))};
  if (moment.is_settled) return notes;
  notes.push_back(
      world.now() < service::end_of_day(moment.day)
          ? say("That day is not over: the answer may still change. --as-of '#{}' keeps this one.",
                entry.number)
          : say("No later entry is in the log yet: one with an older time could still change the "
                "answer. --as-of '#{}' keeps this one.",
                entry.number));
  return notes;
}

}  // namespace leadbook::cli
