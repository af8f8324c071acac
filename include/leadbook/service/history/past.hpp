// Moments of a book, and the book as it stood then.
#pragma once

#include <cstdint>

#include "leadbook/domain/date/date.hpp"
#include "leadbook/store/log/history.hpp"

namespace leadbook::service {

/// After which entry of its log a book is looked at.
struct Moment {
  store::Entry entry;
  Day day;                 // the last day anything of it was written, or that was asked for
  bool is_settled = true;  // whether it names the same entry for ever
};

/// The time in UTC at which a day ends where the book is kept: in China, eight hours ahead,
/// whatever clock the computer shows.
std::string end_of_day(Day day);

/// The time in UTC of so many minutes after midnight of a day there.
std::string time_of(Day day, std::int64_t minutes);

/// The day there of a time in UTC. Throws Error{failed} where it is none.
Day day_of(const std::string& at);

/// A time of the log as clocks in Beijing show it: "2020-05-22 09:00:00".
std::string beijing_time(const std::string& at);

/// The book at the end of a day: after the entry before the first one that was written later. What
/// stands behind that one in the log came later too, even where it brought an older time along from
/// a merged copy. Without a later entry the moment is not settled: one with an older time may still
/// come. Throws Error{not_found} that says when the book begins where it does so later.
Moment moment_at_end_of(store::Db& book, Day day);

/// The book after an entry. Throws Error{not_found} where there is none of this number.
Moment moment_after(store::Db& book, std::int64_t entry);

/// The book as it stood: a book in memory, for every command that reads, with what is derived from
/// its records but of its log only the head and the imports.
store::Db past_book(store::Db& book, const Moment& moment);

}  // namespace leadbook::service
