// Writers killed at random moments: whatever a command acknowledged must be in the book, once, and
// the book must be whole.
//
//   leadbook_faults [KILLS]     60 kills where none are named; the long form is 20000
//
// Eight processes write to one book without pause and report each record they were told was
// written; the parent kills -9 one after another. Then the campaign is held against itself: a
// record taken out of the tables by hand must be reported, or the campaign proves nothing.
#include <SQLiteCpp/Database.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <map>
#include <random>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "command_runner.hpp"
#include "faults/campaign.hpp"
#include "leadbook/service/derived/derived.hpp"
#include "leadbook/store/check/check.hpp"
#include "leadbook/store/log/history.hpp"

namespace {

namespace fs = std::filesystem;
using namespace leadbook;

constexpr std::size_t writers = 8;

/// Writes without end; each acknowledged record goes to the pipe in one piece.
[[noreturn]] void write_forever(const fs::path& book, int pipe, const std::string& name) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  for (int count = 1;; ++count) {
    const auto mark = name + "-" + std::to_string(count);
    const bool project = count % 2 == 0;
    const std::vector<std::string> arguments =
        project ? std::vector<std::string>{"project",
                                           "add",
                                           "Plan " + mark,
                                           "--county",
                                           "230231",
                                           "--allow-twins",
                                           "--note",
                                           mark}
                : std::vector<std::string>{"log", "C-1", "talk", "--note", mark, "--allow-twins"};
    const auto answer = runner::run(book.string(), arguments, mark);
    const auto reference = faults::reference_in(answer.err);
    if (answer.code != 0 || reference.empty()) {
      std::cerr << answer.err;
      ::_exit(1);
    }
    const auto line = reference + " " + mark + "\n";
    if (::write(pipe, line.data(), line.size()) != static_cast<ssize_t>(line.size())) ::_exit(1);
  }
}

/// The writers and what they reported.
class Campaign {
 public:
  explicit Campaign(fs::path book) : book_(std::move(book)) {
    if (::pipe2(pipe_.data(), O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
    ::fcntl(pipe_[0], F_SETFL, O_NONBLOCK);
  }

  void run(int kills) {
    std::array<pid_t, writers> processes{};
    for (auto& process : processes) process = start();
    for (int count = 0; count < kills; ++count) {
      ::usleep(static_cast<useconds_t>(random_() % 30'000));
      take_reports();
      auto& process = processes[random_() % writers];
      stop(process);
      process = start();
    }
    for (const auto process : processes) stop(process);
    take_reports();
  }

  /// The mark of each acknowledged record, by its reference; what was reported twice.
  std::multimap<std::string, std::string> acknowledged() const {
    std::multimap<std::string, std::string> records;
    std::istringstream lines(reports_);
    for (std::string reference, mark; lines >> reference >> mark;) records.emplace(reference, mark);
    return records;
  }

  int failed_writers() const { return failed_writers_; }

 private:
  pid_t start() {
    const auto name = "w" + std::to_string(++started_);
    const auto process = ::fork();
    if (process < 0) throw std::runtime_error("no process");
    if (process == 0) write_forever(book_, pipe_[1], name);
    return process;
  }

  /// A writer that ended before it was killed had a command refused.
  void stop(pid_t process) {
    ::kill(process, SIGKILL);
    int status = 0;
    ::waitpid(process, &status, 0);
    if (!WIFSIGNALED(status) || WTERMSIG(status) != SIGKILL) ++failed_writers_;
  }

  void take_reports() {
    std::array<char, 4096> buffer{};
    for (;;) {
      const auto count = ::read(pipe_[0], buffer.data(), buffer.size());
      if (count <= 0) return;
      reports_.append(buffer.data(), static_cast<std::size_t>(count));
    }
  }

  fs::path book_;
  std::array<int, 2> pipe_{};
  std::string reports_;
  int started_ = 0;
  int failed_writers_ = 0;
  std::mt19937 random_{std::random_device{}()};
};

/// The marks of the records of one kind, by reference.
template <class R>
void collect_marks(store::Db& db, std::map<std::string, std::string>& marks) {
  store::each_record<R>(db, [&](const R& record) {
    marks[reference_text({kind_of<R>, record.id.number})] = record.note;
  });
}

/// All that is wrong with the book after a campaign, each in a line.
std::vector<std::string> problems_of(const fs::path& book, const Campaign& campaign) {
  store::Db db({book.string(), ""}, store::Db::Access::read);
  std::map<std::string, std::string> marks;
  collect_marks<Project>(db, marks);
  collect_marks<Negotiation>(db, marks);
  std::vector<std::string> problems;
  const auto acknowledged = campaign.acknowledged();
  for (const auto& [reference, mark] : acknowledged) {
    const auto found = marks.find(reference);
    if (found == marks.end()) {
      problems.push_back("lost: " + reference + " " + mark);
    } else if (found->second != mark) {
      problems.push_back("altered: " + reference + " " + mark + " is " + found->second);
    }
    if (acknowledged.count(reference) > 1) problems.push_back("twice: " + reference);
  }
  std::map<std::string, int> seen;
  for (const auto& [reference, mark] : marks) {
    if (++seen[mark] > 1) problems.push_back("written twice: " + mark);
  }
  for (const auto& damage : store::check_book(db).damages()) problems.push_back("check: " + damage);
  if (!problems.empty()) return problems;
  return service::check_derived(db);
}

/// Takes the last acknowledged negotiation out of the tables; its reference.
std::string lose_one(const fs::path& book, const Campaign& campaign) {
  std::string lost;
  for (const auto& [reference, mark] : campaign.acknowledged()) {
    if (reference.starts_with("N-")) lost = reference;
  }
  SQLite::Database database(book.string(), SQLite::OPEN_READWRITE);
  database.exec("PRAGMA foreign_keys=OFF");
  database.exec("DELETE FROM negotiation WHERE id = " + lost.substr(2));
  return lost;
}

/// Whether the campaign reports a record that is gone, both by name and by the check.
bool reports_loss(const fs::path& book, const Campaign& campaign) {
  const auto lost = lose_one(book, campaign);
  bool named = false;
  bool checked = false;
  for (const auto& problem : problems_of(book, campaign)) {
    named = named || problem.starts_with("lost: " + lost + " ");
    checked = checked || problem == "check: " + lost + " is in the change log but not in the book";
  }
  return named && checked;
}

int run(int kills, const fs::path& folder) {
  const auto book = folder / "book.db";
  faults::make_book(book.string());
  Campaign campaign(book);
  campaign.run(kills);
  const auto problems = problems_of(book, campaign);
  for (const auto& problem : problems) std::cerr << problem << '\n';
  std::cout << kills << " kills, " << campaign.acknowledged().size() << " records acknowledged, "
            << campaign.failed_writers() << " writers refused, " << problems.size()
            << " problems\n";
  if (!problems.empty() || campaign.failed_writers() > 0) return 1;
  if (!reports_loss(book, campaign)) {
    std::cerr << "the campaign does not see a record that was lost\n";
    return 1;
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  const auto kills = faults::kills_of(argc, argv, 60);
  if (!kills) {
    std::cerr << "usage: leadbook_faults [KILLS]\n";
    return 2;
  }
  auto name = (fs::temp_directory_path() / "leadbook-kill-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) {
    std::cerr << "no folder for the campaign\n";
    return 1;
  }
  int code = 1;
  try {
    code = run(*kills, name);
  } catch (const std::exception& exception) {
    std::cerr << exception.what() << '\n';
  }
  std::error_code ignored;
  fs::remove_all(name, ignored);
  return code;
}
