// What a command says of the book is true of the moment it is said: whatever call of the file
// system fails, is late or never comes back, and whatever allocation fails.
//
//   leadbook_said PROGRAM INJECTOR [--long] [--calls N] [--allocations N] [--only SCENE]
//
// Each writing command is run once undisturbed, then once for each point: with an error (EIO) at a
// call, with that error reported though the call was done, with errors from there on, with a full
// disk, killed, and with an allocation failing, or all from there on. A run must end with exit 1
// and a sentence of ours, or succeed as if nothing were; the books must be as that sentence says,
// and whole. tests/faults/run does this with the release program. The short form takes some points
// of each scene; --long takes every call, and of the allocations, tens of thousands each, hundreds,
// or at most N of each way.
// Not with sanitizers: these replace what the injector replaces, and end a program without memory
// themselves.
//
// Then the campaign is held against itself: sentences that are replaced and a book altered by hand
// must be found, or it proves nothing.
#include <SQLiteCpp/Database.h>
#include <signal.h>
#include <stdlib.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <memory>
#include <mutex>
#include <stdexcept>
#include <thread>

#include "faults/said/judge.hpp"
#include "faults/said/scenes.hpp"

namespace {

namespace fs = std::filesystem;
using namespace faults;

constexpr std::int64_t every_one = 1'000'000'000;

struct Options {
  Program program;
  bool all = false;
  std::int64_t calls = every_one;  // at most, of each way and scene, in the long form
  std::int64_t allocations = every_one;
  std::string only;
  unsigned jobs = 2;  // processes at a time
};

/// One way to fail, and how many points of a scene the short form tries.
struct Way {
  const char* name;
  Fault fault;
  std::int64_t few;
  std::int64_t many;  // in the long form
};

constexpr Way ways[] = {
    {"EIO at a call", {Target::call, Manner::once, 0, EIO}, 3, every_one},
    {"EIO at a call that was done", {Target::call, Manner::late, 0, EIO}, 2, every_one},
    {"EIO from a call on", {Target::call, Manner::lasting, 0, EIO}, 1, every_one},
    {"no room at a call", {Target::room, Manner::once, 0, ENOSPC}, 1, every_one},
    {"no room from a call on", {Target::room, Manner::lasting, 0, ENOSPC}, 1, every_one},
    {"killed at a call", {Target::call, Manner::kill, 0, EIO}, 2, every_one},
    {"an allocation fails", {Target::allocation, Manner::once, 0, ENOMEM}, 2, 450},
    {"all allocations fail from one on", {Target::allocation, Manner::lasting, 0, ENOMEM}, 2, 450},
};

std::int64_t count_of(const Points& points, Target target) {
  switch (target) {
    case Target::nothing:
      return 0;
    case Target::call:
      return points.calls;
    case Target::room:
      return points.room;
    case Target::allocation:
      return points.allocations;
  }
  return 0;
}

/// A folder that is gone with its guard.
class Folder {
 public:
  explicit Folder(const std::string& name) : path_(fs::temp_directory_path() / (name + "-XXXXXX")) {
    auto pattern = path_.string();
    if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no folder");
    path_ = pattern;
  }
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

void replace_folder(const fs::path& from, const fs::path& to) {
  fs::remove_all(to);
  fs::copy(from, to, fs::copy_options::recursive);
}

constexpr std::int64_t day = 24 * 60 * 60;
constexpr std::int64_t first_day = 1'590'134'400;  // 2020-05-22T08:00:00Z
constexpr std::uint64_t seed_of_scene = 1000;

Moment moment_of(const Scene& scene) {
  return {scene.next_day ? first_day + day : first_day, seed_of_scene};
}

/// Where one worker runs the commands of a scene: a folder that is made anew for each run.
class Bench {
 public:
  Bench(const Program& program, const fs::path& place)
      : program_(program),
        shared_(place / "shared"),
        scene_(place / "scene"),
        books_(place / "books"),
        page_(place / "injection") {
    make_shared();
  }

  const fs::path& books() const { return books_; }

  void begin(const Scene& scene);
  /// Makes the folder what it was before the scene's command.
  void renew() { replace_folder(scene_, books_); }
  Run run(const Words& words, const Fault& fault, const Moment& moment);

 private:
  void make_shared();
  void must_run(const Words& words, std::uint64_t seed);

  Program program_;
  fs::path shared_;  // what every scene begins with
  fs::path scene_;
  fs::path books_;
  InjectionPage page_;
};

/// Paths in messages are told alike by all workers.
std::string without_path(std::string text, const std::string& path) {
  for (auto at = text.find(path); at != text.npos; at = text.find(path)) {
    text.replace(at, path.size(), "BOOKS");
  }
  return text;
}

Run Bench::run(const Words& words, const Fault& fault, const Moment& moment) {
  auto run = run_program(program_, books_, words, page_, fault, moment);
  run.out = without_path(std::move(run.out), books_.string());
  run.err = without_path(std::move(run.err), books_.string());
  return run;
}

void Bench::must_run(const Words& words, std::uint64_t seed) {
  const auto done = run(words, {}, {first_day, seed});
  if (done.code == 0) return;
  std::string line;
  for (const auto& word : words) line += " " + word;
  throw std::runtime_error("leadbook" + line + ": " + done.err);
}

void Bench::make_shared() {
  for (const auto& given : given_files()) {
    const auto file = books_ / given.name;
    fs::create_directories(file.parent_path());
    std::ofstream(file) << given.text;
  }
  std::uint64_t seed = 1;
  for (const auto& words : shared_book()) must_run(words, seed++);
  fs::rename(books_, shared_);
}

void Bench::begin(const Scene& scene) {
  replace_folder(shared_, books_);
  if (scene.without_book) fs::remove(books_ / "book.db");
  if (scene.without_settings) fs::remove_all(books_ / "config");
  std::uint64_t seed = seed_of_scene + 1;
  for (const auto& words : scene.before) must_run(words, seed++);
  replace_folder(books_, scene_);
}

/// What came of all points of one way.
struct Figures {
  std::int64_t points = 0;
  std::int64_t wrong = 0;
  std::map<Claim, std::int64_t> claims;

  void add(const Figures& more) {
    points += more.points;
    wrong += more.wrong;
    for (const auto& [claim, count] : more.claims) claims[claim] += count;
  }
};

/// The points of a way that are tried: all, or some of them evenly. `turn`, which differs between
/// scenes, moves these, so that few of each come to all parts of a command.
std::vector<std::int64_t> points_of(std::int64_t count, std::int64_t most, std::size_t turn) {
  constexpr std::int64_t turns = 5;
  std::vector<std::int64_t> points;
  const auto tried = std::min(count, most);
  const auto moved = static_cast<std::int64_t>(turn) % turns;
  for (std::int64_t index = 1; index <= tried; ++index) {
    points.push_back((index * turns - (tried == count ? 0 : moved)) * count / (tried * turns));
  }
  return points;
}

/// The part of a campaign that one worker does: every so-manieth point.
class Worker {
 public:
  Worker(const Options& options, const fs::path& place, unsigned number)
      : options_(options), bench_(options.program, place), number_(number) {}

  /// `turn` is the number of the scene.
  void run_scene(const Scene& scene, std::size_t turn);
  /// What the campaign does not find though it should.
  std::vector<std::string> find_blind_spots();

  std::array<Figures, std::size(ways)> figures;

 private:
  Undisturbed run_undisturbed(const Scene& scene);
  std::optional<std::string> prove_and_repeat(const Scene& scene,
                                              const Undisturbed& undisturbed,
                                              const State& found);
  std::optional<std::string> try_point(const Scene& scene,
                                       const Undisturbed& undisturbed,
                                       const Fault& fault,
                                       Figures& of_way,
                                       std::string& how);

  std::int64_t most_of(const Way& way) const {
    if (!options_.all) return way.few;
    return std::min(way.many,
                    way.fault.target == Target::allocation ? options_.allocations : options_.calls);
  }

  const Options& options_;
  Bench bench_;
  unsigned number_;
};

Undisturbed Worker::run_undisturbed(const Scene& scene) {
  bench_.renew();
  Undisturbed undisturbed;
  undisturbed.compares_texts = !scene.in_other_words;
  undisturbed.before = read_state(bench_.books());
  undisturbed.bytes_before = read_bytes(bench_.books());
  undisturbed.run = bench_.run(scene.words, {}, moment_of(scene));
  undisturbed.after = read_state(bench_.books());
  undisturbed.bytes_after = read_bytes(bench_.books());
  const int expected = scene.refuses_rows ? 3 : 0;
  if (undisturbed.run.code != expected || undisturbed.before == undisturbed.after) {
    throw std::runtime_error(scene.name + " does not do what it should: " + undisturbed.run.err);
  }
  if (const auto wrong = prove_and_repeat(scene, undisturbed, undisturbed.after)) {
    throw std::runtime_error(scene.name + ": " + *wrong);
  }
  return undisturbed;
}

std::optional<std::string> Worker::prove_and_repeat(const Scene& scene,
                                                    const Undisturbed& undisturbed,
                                                    const State& found) {
  if (found.contains("book.db")) {
    const auto check = bench_.run({"book", "check"}, {}, moment_of(scene));
    if (check.code != 0) return "the book is damaged: " + check.err;
  }
  // Whatever was said, the same command under the same request brings about what was wanted, once.
  bench_.run(scene.words, {}, moment_of(scene));
  if (fits_repeated(undisturbed, read_state(bench_.books()))) return {};
  return "repeated, it does something else";
}

std::optional<std::string> Worker::try_point(const Scene& scene,
                                             const Undisturbed& undisturbed,
                                             const Fault& fault,
                                             Figures& of_way,
                                             std::string& how) {
  bench_.renew();
  const auto run = bench_.run(scene.words, fault, moment_of(scene));
  ++of_way.points;
  ++of_way.claims[claim_of(run)];
  how = run.struck_at + ": exit " + std::to_string(run.code) + ", " + run.err;
  const auto bytes = read_bytes(bench_.books());
  const bool is_before = bytes == undisturbed.bytes_before;
  const bool is_known = is_before || bytes == undisturbed.bytes_after;
  const auto found = !is_known   ? read_state(bench_.books())
                     : is_before ? undisturbed.before
                                 : undisturbed.after;
  if (auto wrong = find_wrong(undisturbed, fault, run, found)) return wrong;
  // Books of the very bytes of an undisturbed run were proved and written again there.
  return is_known ? std::nullopt : prove_and_repeat(scene, undisturbed, found);
}

std::mutex printing;

void Worker::run_scene(const Scene& scene, std::size_t turn) {
  bench_.begin(scene);
  const auto undisturbed = run_undisturbed(scene);
  for (std::size_t index = 0; index < std::size(ways); ++index) {
    const auto& way = ways[index];
    const auto count = count_of(undisturbed.run.points, way.fault.target);
    const auto points = points_of(count, most_of(way), turn);
    for (std::size_t point = number_; point < points.size(); point += options_.jobs) {
      auto fault = way.fault;
      fault.at = points[point];
      std::string how;
      const auto wrong = try_point(scene, undisturbed, fault, figures[index], how);
      if (!wrong) continue;
      ++figures[index].wrong;
      const std::lock_guard guard(printing);
      std::cout << "WRONG " << scene.name << ", " << way.name << " " << fault.at << " of " << count
                << ": " << *wrong << "\n      " << how << '\n';
    }
  }
}

std::vector<std::string> Worker::find_blind_spots() {
  std::vector<std::string> blind;
  const auto& scene = scenes()[1];
  bench_.begin(scene);
  const auto undisturbed = run_undisturbed(scene);
  const auto expect_wrong = [&](const char* what, const Run& run, const State& found) {
    if (!find_wrong(undisturbed, {}, run, found)) blind.emplace_back(what);
  };
  auto run = undisturbed.run;
  expect_wrong("a success of which the book knows nothing", run, undisturbed.before);
  run.code = 1;
  run.err = "leadbook: the disk is full; nothing was written\n";
  expect_wrong("'nothing was written' of an entry that stands", run, undisturbed.after);
  run.err = "leadbook: this was written as entry 99; afterwards ...\n";
  expect_wrong("'this was written' of an entry that is not there", run, undisturbed.before);
  run.err = "";
  expect_wrong("a failure without a word", run, undisturbed.before);
  run.code = -SIGABRT;
  expect_wrong("an abort", run, undisturbed.before);

  bench_.renew();
  run = bench_.run(scene.words, {}, moment_of(scene));
  {
    SQLite::Database book((bench_.books() / "book.db").string(), SQLite::OPEN_READWRITE);
    book.exec("UPDATE company SET name = 'Delta Grass' WHERE name = 'Delta Glass'");
  }
  expect_wrong("a book altered by hand", run, read_state(bench_.books()));
  if (bench_.run({"book", "check"}, {}, moment_of(scene)).code == 0) {
    blind.emplace_back("a book altered by hand, by its check");
  }
  return blind;
}

const char* name_of(Claim claim) {
  switch (claim) {
    case Claim::done:
      return "done";
    case Claim::nothing:
      return "nothing written";
    case Claim::written:
      return "written, and said";
    case Claim::unconfirmed:
      return "not confirmed";
    case Claim::none:
      return "killed";
  }
  return "";
}

void print_line(const std::string& name, const Figures& figures) {
  std::cout << std::left << std::setw(34) << name << std::right << std::setw(7) << figures.points
            << " points, " << figures.wrong << " wrong";
  for (const auto& [claim, count] : figures.claims) {
    std::cout << "; " << count << ' ' << name_of(claim);
  }
  std::cout << '\n';
}

/// All workers at once, each with its part; what one cannot do ends the campaign.
bool run_campaign(const Options& options) {
  const Folder work("leadbook-said");
  std::vector<std::unique_ptr<Worker>> workers(options.jobs);
  std::vector<std::string> failures;
  std::vector<std::thread> threads;
  for (unsigned number = 0; number < options.jobs; ++number) {
    threads.emplace_back([&, number] {
      try {
        const auto place = work.path() / std::to_string(number);
        fs::create_directories(place);
        workers[number] = std::make_unique<Worker>(options, place, number);
        std::size_t turn = 0;
        for (const auto& scene : scenes()) {
          ++turn;
          if (!options.only.empty() && scene.name != options.only) continue;
          workers[number]->run_scene(scene, turn);
        }
      } catch (const std::exception& failure) {
        const std::lock_guard guard(printing);
        failures.emplace_back(failure.what());
      }
    });
  }
  for (auto& thread : threads) thread.join();
  for (const auto& failure : failures) std::cout << failure << '\n';
  if (!failures.empty()) return false;

  Figures all;
  for (std::size_t index = 0; index < std::size(ways); ++index) {
    Figures of_way;
    for (const auto& worker : workers) of_way.add(worker->figures[index]);
    print_line(ways[index].name, of_way);
    all.add(of_way);
  }
  print_line("all", all);
  const auto blind = workers.front()->find_blind_spots();
  for (const auto& spot : blind) std::cout << "the campaign does not find " << spot << '\n';
  if (blind.empty()) std::cout << "replaced sentences and an altered book are found\n";
  return all.wrong == 0 && all.points > 0 && blind.empty();
}

std::optional<Options> read_options(int argc, char** argv) {
  const std::vector<std::string> words(argv + 1, argv + argc);
  if (words.size() < 2) return {};
  Options options;
  options.program = {fs::absolute(words[0]), fs::absolute(words[1])};
  for (std::size_t index = 2; index < words.size(); ++index) {
    const bool last = index + 1 == words.size();
    if (words[index] == "--long") {
      options.all = true;
    } else if (words[index] == "--only" && !last) {
      options.only = words[++index];
    } else if (words[index] == "--calls" && !last) {
      options.calls = std::stoll(words[++index]);
    } else if (words[index] == "--allocations" && !last) {
      options.allocations = std::stoll(words[++index]);
    } else {
      return {};
    }
  }
  return options;
}

}  // namespace

int main(int argc, char** argv) {
#ifdef LEADBOOK_SANITIZED
  std::cout << "skipped: sanitizers replace what is to fail, and end a program without memory\n";
  return 77;
#endif
  try {
    const auto options = read_options(argc, argv);
    if (options) return run_campaign(*options) ? EXIT_SUCCESS : EXIT_FAILURE;
    std::cerr
        << "leadbook_said PROGRAM INJECTOR [--long] [--calls N] [--allocations N] [--only SCENE]\n";
  } catch (const std::exception& failure) {
    std::cerr << failure.what() << '\n';
  }
  return EXIT_FAILURE;
}
