// Backups taken under writers: each must be whole, hold what was written before it began and
// nothing the book does not have, and bring a book back.
//
//   leadbook_backup_faults [BACKUPS]     12 backups where none are named; the long form is 200
//
// Sixteen processes write to one book without pause. Then a book is restored under them, and both
// files must be whole. The campaign is held against itself: copies made page by page, as cp makes
// them on a slow disk, must be found damaged, or the campaign proves nothing.
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <stdexcept>
#include <string>
#include <vector>

#include "command_runner.hpp"
#include "faults/campaign.hpp"
#include "leadbook/domain/error.hpp"
#include "leadbook/service/check/check.hpp"

namespace {

namespace fs = std::filesystem;
using namespace leadbook;
using Texts = std::vector<std::string>;

constexpr std::size_t writers = 16;

/// Writes without end. A command that fails ends it, unless the book was replaced under it.
[[noreturn]] void write_forever(const fs::path& book, const std::string& name, bool replaced) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  constexpr int was_busy = 6;
  for (int count = 1;; ++count) {
    const auto mark = name + "-" + std::to_string(count);
    const auto answer =
        runner::run(book.string(), {"log", "C-1", "talk", "--note", mark, "--allow-twins"}, mark);
    if (answer.code == 0 || (replaced && answer.code == was_busy)) continue;
    std::cerr << answer.err;
    ::_exit(1);
  }
}

/// Sixteen writers for as long as this lives.
class Writers {
 public:
  Writers(const fs::path& book, const std::string& name, bool replaced = false) {
    for (std::size_t at = 0; at < writers; ++at) {
      processes_[at] = ::fork();
      if (processes_[at] < 0) throw std::runtime_error("no process");
      if (processes_[at] == 0) write_forever(book, name + std::to_string(at), replaced);
    }
  }
  ~Writers() { stop(); }
  Writers(const Writers&) = delete;
  Writers& operator=(const Writers&) = delete;

  /// Ends them; how many had a command refused.
  int stop() {
    int refused = 0;
    for (auto& process : processes_) {
      if (process == 0) continue;
      ::kill(process, SIGKILL);
      int status = 0;
      ::waitpid(process, &status, 0);
      if (!WIFSIGNALED(status)) ++refused;
      process = 0;
    }
    return refused;
  }

 private:
  std::array<pid_t, writers> processes_{};
};

store::Head head_of(const fs::path& book) {
  store::Db db({book.string(), ""}, store::Db::Access::read);
  return store::head_of(db);
}

/// All that is wrong with a book, what keeps it from being read too.
Texts damages_of(const fs::path& book, const std::optional<store::Head>& known = {}) {
  try {
    store::Db db({book.string(), ""}, store::Db::Access::read);
    service::CheckOptions options;
    options.known = known;
    return service::check_whole(db, options).damages();
  } catch (const Error& error) {
    return {error.what()};
  }
}

void run_or_throw(const fs::path& book, const Texts& command) {
  const auto answer = runner::run(book.string(), command);
  if (answer.code != 0) throw std::runtime_error(answer.err);
}

Texts files_in(const fs::path& folder) {
  Texts files;
  for (const auto& file : fs::directory_iterator(folder)) files.push_back(file.path().string());
  return files;
}

struct Taken {
  fs::path file;
  std::int64_t least = 0;  // the last entry before it began
};

/// Takes a backup into a folder of its own.
Taken take_backup(const fs::path& book, const fs::path& folder) {
  Taken taken{{}, head_of(book).number};
  run_or_throw(book, {"book", "backup", folder.string()});
  const auto files = files_in(folder);
  if (files.size() != 1) throw std::runtime_error("a backup left other files behind");
  taken.file = files.front();
  return taken;
}

/// What is wrong with a backup, with what is restored from it, and beside the book it is of.
Texts problems_of(const Taken& taken, const fs::path& book, const fs::path& restored) {
  const auto name = taken.file.filename().string();
  Texts problems;
  const auto add = [&](const std::string& what) { problems.push_back(name + ": " + what); };
  const auto head = head_of(taken.file);
  if (head.number < taken.least) add("lacks what was written before it began");
  for (const auto& damage : damages_of(taken.file)) add(damage);
  for (const auto& damage : damages_of(book, head)) add("the book: " + damage);
  run_or_throw(restored, {"book", "restore", taken.file.string()});
  for (const auto& damage : damages_of(restored, head)) add("restored: " + damage);
  return problems;
}

/// Copies a file as cp does on a slow disk: one page after another.
void copy_by_pages(const fs::path& book, const fs::path& copy) {
  constexpr std::streamsize page = 4096;
  constexpr useconds_t pause = 200;
  std::ifstream from(book, std::ios::binary);
  std::ofstream to(copy, std::ios::binary);
  std::array<char, page> buffer{};
  while (from.read(buffer.data(), page) || from.gcount() > 0) {
    to.write(buffer.data(), from.gcount());
    ::usleep(pause);
  }
}

/// How many of some such copies are found damaged.
int damaged_copies(const fs::path& book, const fs::path& folder, int copies) {
  int damaged = 0;
  for (int count = 0; count < copies; ++count) {
    const auto copy = folder / ("copy-" + std::to_string(count) + ".db");
    copy_by_pages(book, copy);
    if (!damages_of(copy).empty()) ++damaged;
  }
  return damaged;
}

/// What is wrong after the book was replaced under its writers.
Texts problems_of_replacing(const fs::path& book, const fs::path& backup) {
  Writers under(book, "replaced-", true);
  constexpr useconds_t while_they_write = 300'000;
  ::usleep(while_they_write);
  run_or_throw(book, {"book", "restore", backup.string(), "-y"});
  ::usleep(while_they_write);
  Texts problems;
  if (under.stop() > 0) problems.emplace_back("a writer was refused when the book was replaced");
  for (const auto& file : fs::directory_iterator(book.parent_path())) {
    if (file.path().extension() != ".db") continue;
    for (const auto& damage : damages_of(file.path())) {
      problems.push_back(file.path().filename().string() + " after it was replaced: " + damage);
    }
  }
  return problems;
}

int run(int backups, const fs::path& folder) {
  const auto book = folder / "book" / "book.db";
  fs::create_directories(book.parent_path());
  faults::make_book(book);
  std::vector<Taken> taken;
  int refused = 0;
  int damaged = 0;
  constexpr int copies = 10;
  {
    Writers under(book, "writer-");
    for (int count = 0; count < backups; ++count) {
      taken.push_back(take_backup(book, folder / ("backup-" + std::to_string(count))));
    }
    damaged = damaged_copies(book, folder, copies);
    refused = under.stop();
  }
  Texts problems;
  for (const auto& each : taken) {
    const auto found = problems_of(each, book, each.file.parent_path() / "restored" / "book.db");
    problems.insert(problems.end(), found.begin(), found.end());
  }
  const auto entries = head_of(book).number;
  const auto replaced = problems_of_replacing(book, taken.front().file);
  problems.insert(problems.end(), replaced.begin(), replaced.end());
  for (const auto& problem : problems) std::cerr << problem << '\n';
  std::cout << backups << " backups under " << writers << " writers, " << entries << " entries, "
            << refused << " writers refused, " << problems.size() << " problems; " << damaged
            << " of " << copies << " copies by pages damaged\n";
  if (damaged == 0) std::cerr << "the campaign does not see a copy that is damaged\n";
  return problems.empty() && refused == 0 && damaged > 0 ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  const auto backups = faults::kills_of(argc, argv, 12);
  if (!backups) {
    std::cerr << "usage: leadbook_backup_faults [BACKUPS]\n";
    return 2;
  }
  auto name = (fs::temp_directory_path() / "leadbook-backup-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) {
    std::cerr << "no folder for the campaign\n";
    return 1;
  }
  int code = 1;
  try {
    code = run(*backups, name);
  } catch (const std::exception& exception) {
    std::cerr << exception.what() << '\n';
  }
  std::error_code ignored;
  fs::remove_all(name, ignored);
  return code;
}
