// A book of an earlier version whose upgrade is cut off: it is as it was or of the later version,
// never between, and the command given once more finishes what it began.
//
//   leadbook_upgrade_faults [POINTS]    30 points where none are named; the long form is 1000
//
// A process of the later program of tests/upgrade brings the book along, once by a command that
// writes and once by book upgrade, and is killed before one of its system calls; the points lie
// evenly over all of them. After each the book is compared with what it may
// be, table by table and row by row, and what bears the name of a copy must be the book as it was.
// Then the campaign is held against itself: the same steps run without a transaction must be
// reported, or it proves nothing.
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <map>
#include <string>
#include <vector>

#include "books/old_book.hpp"
#include "faults/campaign.hpp"
#include "faults/traced_process.hpp"
#include "leadbook/text/embedded.hpp"
#include "unit/scratch_book.hpp"

namespace {

namespace fs = std::filesystem;
using namespace leadbook;
using Words = std::vector<std::string>;

/// Everything a book holds: its version, the tables' own texts, every row in order.
std::string contents_of(const fs::path& file) {
  SQLite::Database database(file.string(), SQLite::OPEN_READWRITE);
  std::string text = database.execAndGet("PRAGMA user_version").getString() + "\n" +
                     database.execAndGet("PRAGMA integrity_check").getString() + "\n";
  std::vector<std::string> tables;
  SQLite::Statement schema(database, "SELECT type, name, sql FROM sqlite_schema ORDER BY name");
  while (schema.executeStep()) {
    if (schema.getColumn(0).getString() == "table") tables.push_back(schema.getColumn(1));
    text += schema.getColumn(2).getString() + "\n";
  }
  for (const auto& table : tables) {
    std::vector<std::string> rows;
    SQLite::Statement select(database, "SELECT * FROM " + table);
    while (select.executeStep()) {
      auto& row = rows.emplace_back(table);
      for (int column = 0; column < select.getColumnCount(); ++column) {
        const auto value = select.getColumn(column);
        row += "\x1f" + std::to_string(value.getType()) + value.getString();
      }
    }
    std::sort(rows.begin(), rows.end());
    for (const auto& row : rows) text += row + "\n";
  }
  return text;
}

/// The folder of a book, put there anew for each point.
class Place {
 public:
  fs::path book() const { return folder_.path / "book.db"; }
  fs::path copies() const { return folder_.path / "backups"; }

  void renew() const {
    for (const auto& entry : fs::directory_iterator(folder_.path)) fs::remove_all(entry.path());
    old_book::put("d8d88f8", book().string(), "");
  }

  /// The copies that bear a name, of the book as it was before it was brought along.
  std::vector<fs::path> copies_before() const {
    std::vector<fs::path> files;
    std::error_code none;
    for (const auto& entry : fs::directory_iterator(copies(), none)) {
      const auto name = entry.path().filename().string();
      if (!name.starts_with(".") && name.find(".before-") != name.npos) {
        files.push_back(entry.path());
      }
    }
    return files;
  }

 private:
  scratch::Folder folder_;
};

/// A way to bring a book along, and what the book is before, between its two commits, and after.
struct Way {
  const char* name;
  std::function<int(const Place&)> act;
  std::vector<std::string> states = {};
  int calls = 0;
};

int run_words(const Place& place, const Words& words) {
  return runner::run(place.book().string(), words, "cut").code;
}

int upgrade_only(const Place& place) { return run_words(place, {"book", "upgrade"}); }
int write_something(const Place& place) {
  return run_words(place, {"company", "add", "Gamma Paper"});
}

/// As it must not be done: each statement stands for itself.
int upgrade_without_transaction(const Place& place) {
  SQLite::Database database(place.book().string(), SQLite::OPEN_READWRITE);
  const auto version =
      static_cast<std::size_t>(database.execAndGet("PRAGMA user_version").getInt());
  for (const auto& step : embedded::migrations().subspan(version)) {
    database.exec(std::string(step.text));
  }
  database.exec("PRAGMA user_version=" + std::to_string(store::schema_version()));
  return 0;
}

/// Runs a way without a cut: how many calls it makes, and what the book is after it.
void measure(Way& way, const Place& place) {
  place.renew();
  way.states = {contents_of(place.book())};
  if (way.act(place) != 0) throw std::runtime_error(std::string(way.name) + " failed uncut");
  way.states.push_back(contents_of(place.book()));
  place.renew();
  const auto traced = faults::run_traced([&] { return way.act(place); });
  if (traced.code != 0) throw std::runtime_error(std::string(way.name) + " failed when traced");
  if (contents_of(place.book()) != way.states.back()) {
    throw std::runtime_error(std::string(way.name) + " is not the same twice");
  }
  way.calls = traced.calls;
}

struct Figures {
  int points = 0;
  int as_it_was = 0;
  int brought_along = 0;
  std::vector<std::string> problems;
};

/// Cuts at a call and judges what is left. A way that keeps no copy is not asked for one.
void cut(const Way& way, const Place& place, int call, bool keeps_copy, Figures& figures) {
  const auto report = [&](const std::string& problem) {
    figures.problems.push_back(std::string(way.name) + ", call " + std::to_string(call) + ": " +
                               problem);
  };
  place.renew();
  const auto traced = faults::run_traced([&] { return way.act(place); }, call);
  ++figures.points;
  if (!traced.killed) report("was not reached");
  const auto now = contents_of(place.book());
  const bool old = now == way.states.front();
  if (std::find(way.states.begin(), way.states.end(), now) == way.states.end()) {
    return report("the book is neither as it was nor of the later version");
  }
  ++(old ? figures.as_it_was : figures.brought_along);
  const auto copies = place.copies_before();
  if (keeps_copy && !old && copies.empty()) report("no copy was laid aside");
  for (const auto& copy : copies) {
    if (contents_of(copy) != way.states.front()) report("a copy is not the book as it was");
  }
  if (way.act(place) != 0) report("the command could not be repeated");
  if (contents_of(place.book()) != way.states.back()) report("the command repeated did not finish");
}

/// Some of the calls from the first to the last, evenly.
std::vector<int> points_of(int calls, int most) {
  std::vector<int> points;
  const int count = std::min(calls, most);
  for (int number = 1; number <= count; ++number) {
    points.push_back(static_cast<int>(std::int64_t{calls} * number / count));
  }
  return points;
}

Figures run_campaign(std::vector<Way>& ways, const Place& place, int points) {
  Figures figures;
  for (auto& way : ways) measure(way, place);
  // What a writer finds between its two commits is what book upgrade leaves behind.
  ways[0].states.insert(ways[0].states.begin() + 1, ways[1].states.back());
  int all = 0;
  for (const auto& way : ways) all += way.calls;
  for (const auto& way : ways) {
    const int share = std::max(1, static_cast<int>(std::int64_t{points} * way.calls / all));
    for (const auto call : points_of(way.calls, share)) cut(way, place, call, true, figures);
  }
  return figures;
}

bool control_reports(const Place& place) {
  Way way{"without a transaction", upgrade_without_transaction};
  measure(way, place);
  Figures figures;
  for (const auto call : points_of(way.calls, 20)) cut(way, place, call, false, figures);
  std::cout << "control: " << figures.problems.size() << " of " << figures.points
            << " points reported\n";
  return !figures.problems.empty();
}

}  // namespace

int main(int argc, char** argv) {
  const auto points = faults::kills_of(argc, argv, 30);
  if (!points) {
    std::cerr << "usage: leadbook_upgrade_faults [POINTS]\n";
    return 2;
  }
  if (!faults::can_trace()) {
    std::cout << "skipped: this system lets no process be traced\n";
    return 77;
  }
  const Place place;
  std::vector<Way> ways = {{"a command that writes", write_something},
                           {"book upgrade", upgrade_only}};
  const auto figures = run_campaign(ways, place, *points);
  for (const auto& way : ways) std::cout << way.name << ": " << way.calls << " calls\n";
  for (const auto& problem : figures.problems) std::cout << problem << "\n";
  std::cout << figures.points << " points: " << figures.as_it_was << " as it was, "
            << figures.brought_along << " brought along, " << figures.problems.size()
            << " problems\n";
  if (figures.as_it_was == 0 || figures.brought_along == 0) {
    std::cout << "the campaign cut on one side only\n";
    return 1;
  }
  return figures.problems.empty() && control_reports(place) ? 0 : 1;
}
