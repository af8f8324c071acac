// A book, and copies that were made of it at the end of days, to hold its past against.
#pragma once

#include <ostream>
#include <sstream>
#include <string>
#include <vector>

#include "catch.hpp"
#include "scratch_book.hpp"

namespace past {

using namespace leadbook;
using scratch::Answer;
using Texts = std::vector<std::string>;

/// The answer of a command without the notes, which copies do not print.
struct Reading {
  std::string command;
  int code;
  std::string out;

  bool operator==(const Reading&) const = default;
};

inline std::ostream& operator<<(std::ostream& stream, const Reading& reading) {
  return stream << reading.command << " [" << reading.code << "]\n" << reading.out;
}

/// Commands at times of the test's own.
class Clock {
 public:
  explicit Clock(Day first) : today_(first) {}

  Day today() const { return today_; }
  std::string at() const { return format_day(today_) + "T" + hour_; }
  void set(Day day, const std::string& hour = "04:00:00Z") {
    today_ = day;
    hour_ = hour;
  }

  Answer run(const std::string& db, const Texts& arguments, const std::string& input = "") const {
    static int requests = 0;
    const auto request = "past-" + std::to_string(++requests);
    return runner::run(db, arguments, request, input, {today_, at()});
  }

 private:
  Day today_;
  std::string hour_ = "04:00:00Z";
};

constexpr Day day_of_may(int day) { return std::chrono::year{2020} / 5 / day; }

/// Every record of every kind, where projects stand and since how many days, cards and totals.
inline std::vector<Reading> read_all(const Clock& clock,
                                     const std::string& db,
                                     const Texts& as_of) {
  std::vector<Texts> commands;
  for (const auto kind : all_kinds) {
    if (kind != Kind::book) {
      commands.push_back({std::string(identifier(kind)), "list", "-F", "csv"});
    }
  }
  commands.push_back({"signing", "list", "--period", "ytd", "-F", "tsv"});
  commands.push_back({"totals", "--period", "2020", "-F", "csv"});
  for (const auto* record : {"P-1", "P-2", "P-3", "C-1", "C-2", "S-1", "S-2", "N-1", "CT-1"}) {
    commands.push_back({"show", record});
  }
  std::vector<Reading> readings;
  for (auto& command : commands) {
    auto words = command;
    words.insert(words.end(), as_of.begin(), as_of.end());
    const auto answer = clock.run(db, words);
    readings.push_back({command[0] + " " + command[1], answer.code, answer.out});
  }
  return readings;
}

inline void check_same(const std::vector<Reading>& past, const std::vector<Reading>& copy) {
  REQUIRE(past.size() == copy.size());
  for (std::size_t reading = 0; reading < copy.size(); ++reading) {
    CHECK(past[reading] == copy[reading]);
  }
}

/// A book, and copies of it that were made at the end of days.
class Past {
 public:
  Past() : clock(day_of_may(1)) { REQUIRE(run({"book", "init", "--city", "2302"}).code == 0); }

  std::string db() const { return home_.db(); }
  std::string copy() const { return file(copies_.size() - 1); }

  Answer run(const Texts& arguments, const std::string& input = "") {
    return clock.run(db(), arguments, input);
  }

  void must(const Texts& arguments) {
    const auto answer = run(arguments);
    INFO(answer.err);
    REQUIRE(answer.code == 0);
  }

  /// Keeps the book as it is, and what it answers; nothing more is written that day.
  void end_day() {
    const auto before = copies_.empty() ? 0 : copies_.back().head.number;
    copies_.push_back({clock.today(), head(), head().number != before, {}});
    const auto answer = run({"book", "copy", db(), copy()});
    INFO(answer.err);
    REQUIRE(answer.code == 0);
    copies_.back().answers = read_all(clock, copy(), {});
    clock.set(clock.today() + std::chrono::days(1));
  }

  /// Asks for every day and every entry a copy was made at.
  void check_all() const {
    Clock later(day_of_may(31));
    for (const auto& copy : copies_) {
      const auto day = format_day(copy.day);
      const auto entry = "#" + std::to_string(copy.head.number);
      INFO("as of " << day << ", " << entry);
      check_same(read_all(later, db(), {"--as-of", day}), copy.answers);
      if (copy.wrote) check_same(read_all(later, db(), {"--as-of", entry}), copy.answers);
      const auto told = later.run(db(), {"county", "list", "-F", "csv", "--as-of", day}).err;
      CHECK(told.find("after entry " + entry.substr(1) + " (") != std::string::npos);
      CHECK(told.find("head " + copy.head.hash.substr(0, 16)) != std::string::npos);
    }
  }

  store::Head head() const {
    store::Db book({db(), ""}, store::Db::Access::read);
    return store::head_of(book);
  }

  Clock clock;

 private:
  struct Copy {
    Day day;
    store::Head head;
    bool wrote;  // whether anything was written that day, which its last entry then names as well
    std::vector<Reading> answers;
  };
  std::string file(std::size_t number) const {
    return (folder_.path / (std::to_string(number) + ".db")).string();
  }

  scratch::Home home_;
  scratch::Folder folder_;
  std::vector<Copy> copies_;
};

}  // namespace past
