// A server killed under its writers: whatever a command acknowledged must be in the book, once, and
// the book must be whole.
//
//   leadbook_server_faults [KILLS]     3 kills where none are named; the long form is 20
//
// Sixteen processes write to one book on a server of the campaign's own, which keeps its data as
// any other does. It is killed with all its processes and started again, KILLS times. A command
// that fails is repeated under its request until it is acknowledged; one that says nothing was
// written must not have been. Then the campaign is held against itself: a record taken out of the
// tables by hand must be reported, or the campaign proves nothing.
//
// Ends with 77 where no server can be started.
#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <iostream>
#include <map>
#include <random>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "leadbook/service/derived/derived.hpp"
#include "leadbook/store/check/check.hpp"
#include "leadbook/store/log/history.hpp"
#include "own_server.hpp"
#include "server_writer.hpp"
#include "store/postgres/connection.hpp"

namespace {

using namespace leadbook;
using faults::Server;

constexpr std::size_t writers = 16;

/// The writers and what they reported.
class Campaign {
 public:
  explicit Campaign(std::string book) : book_(std::move(book)) {
    if (::pipe2(pipe_.data(), O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
    ::fcntl(pipe_[0], F_SETFL, O_NONBLOCK);
  }

  void run(int kills, const Server& server) {
    std::array<pid_t, writers> processes{};
    for (std::size_t at = 0; at < writers; ++at) processes[at] = start("w" + std::to_string(at));
    for (int count = 0; count < kills; ++count) {
      pause(500, 1500);
      server.kill();
      pause(0, 300);
      server.start_again();
    }
    pause(1000, 2000);
    for (const auto process : processes) stop(process);
    take_reports();
  }

  /// The reference of each acknowledged record, by its mark.
  const std::map<std::string, std::string>& acknowledged() const { return acknowledged_; }
  const std::vector<std::string>& problems() const { return problems_; }
  int repeated() const { return repeated_; }
  int unconfirmed() const { return unconfirmed_; }

 private:
  pid_t start(const std::string& name) {
    const auto process = ::fork();
    if (process < 0) throw std::runtime_error("no process");
    if (process == 0) faults::write_forever(book_, pipe_[1], name);
    return process;
  }

  void stop(pid_t process) {
    ::kill(process, SIGKILL);
    int status = 0;
    ::waitpid(process, &status, 0);
    if (!WIFSIGNALED(status) || WTERMSIG(status) != SIGKILL) {
      problems_.emplace_back("a writer ended by itself");
    }
  }

  /// Waits a random time of so many milliseconds; the pipe is emptied meanwhile.
  void pause(int least, int most) {
    int left = least + static_cast<int>(random_() % static_cast<unsigned>(most - least));
    for (; left > 0; left -= 20) {
      ::usleep(20'000);
      take_reports();
    }
  }

  void take_reports() {
    std::array<char, 65536> buffer{};
    for (;;) {
      const auto count = ::read(pipe_[0], buffer.data(), buffer.size());
      if (count <= 0) break;
      unread_.append(buffer.data(), static_cast<std::size_t>(count));
    }
    for (auto end = unread_.find('\n'); end != std::string::npos; end = unread_.find('\n')) {
      take_line(unread_.substr(0, end));
      unread_.erase(0, end + 1);
    }
  }

  void take_line(const std::string& line) {
    std::istringstream words(line);
    char sort = 0;
    std::string mark;
    std::string reference;
    words >> sort >> mark >> reference;
    if (sort == '!') problems_.push_back("said: " + line.substr(2));
    if (sort == '~' || sort == '?') ++repeated_;
    if (sort == '?') ++unconfirmed_;
    if (sort == '+' && !acknowledged_.emplace(mark, reference).second) {
      problems_.push_back("acknowledged twice: " + mark);
    }
  }

  std::string book_;
  std::array<int, 2> pipe_{};
  std::string unread_;
  std::map<std::string, std::string> acknowledged_;
  std::vector<std::string> problems_;
  int repeated_ = 0;
  int unconfirmed_ = 0;
  std::mt19937 random_{std::random_device{}()};
};

/// The references of the records of one kind, by mark.
template <class R>
void collect_marks(store::Db& db, std::multimap<std::string, std::string>& marks) {
  store::each_record<R>(db, [&](const R& record) {
    marks.emplace(record.note, reference_text({kind_of<R>, record.id.number}));
  });
}

/// "w3-17" of "w3-18": only the command a writer was killed in may be written unacknowledged.
std::string mark_before(const std::string& mark) {
  const auto dash = mark.find('-');
  return mark.substr(0, dash + 1) + std::to_string(std::stoi(mark.substr(dash + 1)) - 1);
}

/// All that is wrong with the book after a campaign, each in a line.
std::vector<std::string> problems_of(const std::string& book, const Campaign& campaign) {
  store::Db db({book, ""}, store::Db::Access::read);
  std::multimap<std::string, std::string> marks;
  collect_marks<Project>(db, marks);
  collect_marks<Negotiation>(db, marks);
  auto problems = campaign.problems();
  for (const auto& [mark, reference] : campaign.acknowledged()) {
    const auto found = marks.find(mark);
    if (found == marks.end()) {
      problems.push_back("lost: " + mark + " " + reference);
    } else if (reference != "-" && found->second != reference) {
      problems.push_back("altered: " + mark + " " + reference + " is " + found->second);
    }
  }
  for (const auto& [mark, reference] : marks) {
    if (marks.count(mark) > 1) problems.push_back("written twice: " + mark + " " + reference);
    if (campaign.acknowledged().count(mark) > 0) continue;
    const auto before = mark_before(mark);
    if (!before.ends_with("-0") && campaign.acknowledged().count(before) == 0) {
      problems.push_back("never acknowledged: " + mark + " " + reference);
    }
  }
  for (const auto& damage : store::check_book(db).damages()) problems.push_back("check: " + damage);
  for (const auto& stage : service::check_derived(db)) problems.push_back("stage: " + stage);
  return problems;
}

/// Whether the campaign reports a record that is gone, both by its mark and by the check.
bool reports_loss(const Server& server, const std::string& book, const Campaign& campaign) {
  std::string mark;
  std::string lost;
  for (const auto& [each, reference] : campaign.acknowledged()) {
    if (reference.starts_with("N-")) std::tie(mark, lost) = std::tie(each, reference);
  }
  store::PostgresConnection session(store::parse_postgres_address({server.address("city"), ""}));
  session.run("DELETE FROM book_1.negotiation_counterparts WHERE record_id = " + lost.substr(2) +
              "; DELETE FROM book_1.negotiation WHERE id = " + lost.substr(2));
  bool named = false;
  bool checked = false;
  for (const auto& problem : problems_of(book, campaign)) {
    named = named || problem == "lost: " + mark + " " + lost;
    checked = checked || problem == "check: " + lost + " is in the change log but not in the book";
  }
  return named && checked;
}

int run(int kills) {
  const Server server;
  if (server.folder().empty()) {
    std::cerr << "skipped: no server can be started\n";
    return 77;
  }
  const auto book = server.address("city") + "&book=1";
  store::PostgresConnection(store::parse_postgres_address({server.address("postgres"), ""}))
      .run("CREATE DATABASE city");
  faults::make_book(book);
  Campaign campaign(book);
  campaign.run(kills, server);
  const auto problems = problems_of(book, campaign);
  for (const auto& problem : problems) std::cerr << problem << '\n';
  std::cout << kills << " kills, " << campaign.acknowledged().size() << " records acknowledged, "
            << campaign.repeated() << " tries repeated, " << campaign.unconfirmed()
            << " of them not confirmed, " << problems.size() << " problems\n";
  if (!problems.empty()) return 1;
  if (!reports_loss(server, book, campaign)) {
    std::cerr << "the campaign does not see a record that was lost\n";
    return 1;
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  const auto kills = faults::kills_of(argc, argv, 3);
  if (!kills) {
    std::cerr << "usage: leadbook_server_faults [KILLS]\n";
    return 2;
  }
  try {
    return run(*kills);
  } catch (const std::exception& exception) {
    std::cerr << exception.what() << '\n';
    return 1;
  }
}
