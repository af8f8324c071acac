// One run of the program as a process of its own, with an injection.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "faults/said/injection.hpp"

namespace faults {

/// Which program runs, with which injector, and how.
struct Program {
  std::filesystem::path file;
  std::filesystem::path injector;
};

/// What is to fail, if anything.
struct Fault {
  Target target = Target::nothing;
  Manner manner = Manner::once;
  std::int64_t at = 0;
  int error = 0;
};

/// What the program takes for the time, in seconds, and for random.
struct Moment {
  std::int64_t now = 0;
  std::uint64_t seed = 0;
};

/// How often a run came to each kind of point.
struct Points {
  std::int64_t calls = 0;
  std::int64_t room = 0;
  std::int64_t allocations = 0;
};

struct Run {
  int code = 0;       // the exit code; -SIGNAL where a signal ended it
  bool hung = false;  // it had to be killed
  std::string out;
  std::string err;
  Points points;
  bool struck = false;    // the fault came about
  std::string struck_at;  // the function that failed
};

/// The page of memory that an injector and this process share.
class InjectionPage {
 public:
  explicit InjectionPage(std::filesystem::path file);
  ~InjectionPage();
  InjectionPage(const InjectionPage&) = delete;
  InjectionPage& operator=(const InjectionPage&) = delete;

  const std::filesystem::path& file() const { return file_; }
  Injection& begin(const Fault& fault, const Moment& moment);

 private:
  std::filesystem::path file_;
  void* page_;
};

/// Runs the program in a folder.
Run run_program(const Program& program,
                const std::filesystem::path& folder,
                const std::vector<std::string>& arguments,
                InjectionPage& page,
                const Fault& fault,
                const Moment& moment);

}  // namespace faults
