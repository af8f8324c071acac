// Imports killed at random moments: all rows of a file are in the book, or none is.
//
//   leadbook_import_faults [KILLS]     20 kills where none are named; the long form is 2000
//
// A process imports a file of its own; the parent kills -9 it at some moment of its run, once in a
// while after its end. After each the book is checked against its log, and the records of the file
// are counted. A campaign in which no import was cut, or none came through, proves nothing.
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <iostream>
#include <random>
#include <sstream>
#include <string>
#include <thread>

#include "command_runner.hpp"
#include "faults/campaign.hpp"
#include "leadbook/service/derived/derived.hpp"
#include "leadbook/store/check/check.hpp"
#include "leadbook/store/log/history.hpp"

namespace {

namespace fs = std::filesystem;
using namespace leadbook;

constexpr int rows = 400;

/// A file of signings that nobody else has, each with a new project and company.
std::string deals(int run) {
  std::ostringstream text;
  text << "contract_no,project,county,investors,on,amount\n";
  for (int row = 0; row < rows; ++row) {
    text << "A-" << run << "-" << row << ",Plan " << run << " " << row << ",230231,Company " << run
         << " " << row << ",2020-05-19," << row + 1 << "万元\n";
  }
  return text.str();
}

int import_deals(const fs::path& book, int run) {
  return runner::run(book.string(),
                     {"import", "signings", "-", "--key", "contract_no", "--allow-twins"},
                     "run-" + std::to_string(run),
                     deals(run))
      .code;
}

/// How many signings the book holds; throws where the book is not whole.
std::int64_t signings_in(const fs::path& book) {
  store::Db db({book.string(), ""}, store::Db::Access::write);
  const auto damages = store::check_book(db).damages();
  if (!damages.empty()) throw std::runtime_error(damages.front());
  return store::count_records(db, Kind::signing);
}

struct Outcome {
  int cut = 0;    // before anything was stored
  int whole = 0;  // all of it stored
};

/// Kills one import after a random part of the time one takes; throws where a part was stored.
void kill_one(const fs::path& book, int run, std::chrono::microseconds pause, Outcome& outcome) {
  const auto before = signings_in(book);
  const auto process = ::fork();
  if (process < 0) throw std::runtime_error("no process");
  if (process == 0) ::_exit(import_deals(book, run));
  std::this_thread::sleep_for(pause);
  ::kill(process, SIGKILL);
  int status = 0;
  ::waitpid(process, &status, 0);
  const auto added = signings_in(book) - before;
  const bool acknowledged = WIFEXITED(status) && WEXITSTATUS(status) == 0;
  if (added != 0 && added != rows) {
    throw std::runtime_error("a part of an import was stored: " + std::to_string(added));
  }
  if (acknowledged && added != rows) throw std::runtime_error("an acknowledged import is lost");
  ++(added == 0 ? outcome.cut : outcome.whole);
}

int run_campaign(int kills) {
  char name[] = "/tmp/leadbook-import-faults-XXXXXX";
  const fs::path folder = ::mkdtemp(name);
  const auto book = folder / "book.db";
  if (runner::run(book.string(), {"book", "init", "--city", "2302"}, "init").code != 0) return 1;
  const auto begun = std::chrono::steady_clock::now();
  if (import_deals(book, 0) != 0) return 1;
  const auto usual = std::chrono::duration_cast<std::chrono::microseconds>(
      std::chrono::steady_clock::now() - begun);
  std::mt19937 random(20200522);
  Outcome outcome;
  for (int run = 1; run <= kills; ++run) {
    const auto part = std::uniform_int_distribution<std::int64_t>(0, usual.count() * 3 / 2)(random);
    kill_one(book, run, std::chrono::microseconds(part), outcome);
  }
  // One that is left alone comes through, and one cut at once leaves nothing.
  kill_one(book, kills + 1, usual * 20 + std::chrono::seconds(2), outcome);
  kill_one(book, kills + 2, std::chrono::microseconds(0), outcome);
  {
    store::Db db({book.string(), ""}, store::Db::Access::read);
    const auto damages = service::check_derived(db);
    if (!damages.empty()) throw std::runtime_error(damages.front());
  }
  fs::remove_all(folder);
  std::cout << kills + 2 << " imports killed: " << outcome.cut << " left nothing, " << outcome.whole
            << " were stored whole\n";
  return outcome.cut > 0 && outcome.whole > 0 ? 0 : 1;
}

}  // namespace

int main(int count, char** arguments) {
  const auto kills = faults::kills_of(count, arguments, 20);
  if (!kills) {
    std::cerr << "usage: leadbook_import_faults [KILLS]\n";
    return 2;
  }
  try {
    return run_campaign(*kills);
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
}
