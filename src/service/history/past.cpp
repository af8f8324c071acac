#include "leadbook/service/history/past.hpp"

#include <fmt/format.h>

#include "leadbook/domain/error.hpp"
#include "leadbook/service/derived/derived.hpp"
#include "leadbook/store/log/past.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::service {

std::string end_of_day(Day day) { return format_day(day) + "T16:00:00Z"; }

std::string time_of(Day day, std::int64_t minutes) {
  constexpr std::int64_t minutes_an_hour = 60;
  constexpr std::int64_t ahead = 8 * minutes_an_hour;
  const bool is_before = minutes < ahead;
  const auto in_utc = minutes - ahead + (is_before ? 24 * minutes_an_hour : 0);
  return fmt::format("{}T{:02}:{:02}:00Z",
                     format_day(is_before ? day - std::chrono::days(1) : day),
                     in_utc / minutes_an_hour,
                     in_utc % minutes_an_hour);
}

Day day_of(const std::string& at) {
  const auto day = parse_iso_day(std::string_view(at).substr(0, 10));
  if (!day) {
    throw Error(
        ErrorKind::failed,
        say("the change log holds an entry that cannot be read; run 'leadbook book check'"));
  }
  return at < end_of_day(*day) ? *day : *day + std::chrono::days(1);
}

std::string beijing_time(const std::string& at) {
  constexpr int ahead = 8;
  const auto hour = (std::stoi(at.substr(11, 2)) + ahead) % 24;
  return fmt::format("{} {:02}{}", format_day(day_of(at)), hour, at.substr(13, 6));
}

Moment moment_at_end_of(store::Db& book, Day day) {
  const auto later = store::first_entry_since(book, end_of_day(day));
  const auto last = later ? later->number - 1 : store::head_of(book).number;
  const auto entry = store::find_entry(book, last);
  if (!entry) {
    throw Error(ErrorKind::not_found,
                later ? say("the book begins on {}, with its first entry at {}: there was nothing "
                            "in it on {}",
                            format_day(day_of(later->at)),
                            later->at,
                            format_day(day))
                      : say("nothing was ever written to this book"));
  }
  return {*entry, day, later.has_value()};
}

Moment moment_after(store::Db& book, std::int64_t number) {
  const auto entry = store::find_entry(book, number);
  if (!entry) {
    throw Error(ErrorKind::not_found, say("there is no entry {}; see 'leadbook history'", number));
  }
  return {*entry, day_of(store::latest_time(book, number)), true};
}

store::Db past_book(store::Db& book, const Moment& moment) {
  auto past = store::replay_log(book, moment.entry);
  store::Db::Transaction transaction(past);
  refresh_derived(past);
  transaction.commit();
  return past;
}

}  // namespace leadbook::service
