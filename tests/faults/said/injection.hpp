// What a campaign asks of the injector in a program's process, and what that answers: one page of
// memory that both share.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>

namespace faults {

/// What is counted and made to fail.
enum class Target : int {
  nothing,
  call,       // of the file system
  room,       // those calls of them that take room on a disk
  allocation  // of memory; a new thread takes some too
};

enum class Manner : int {
  once,
  lasting,  // from there on every one
  late,     // done, and reported as failed nonetheless
  kill      // the process is killed where it stands
};

struct Injection {
  Target target = Target::nothing;
  Manner manner = Manner::once;
  std::int64_t at = 0;     // counted from 1
  int error = 0;           // errno
  std::int64_t now = 0;    // the time, in seconds
  std::uint64_t seed = 0;  // of what the program takes for random

  // The answers.
  std::atomic<std::int64_t> calls = 0;
  std::atomic<std::int64_t> room = 0;
  std::atomic<std::int64_t> allocations = 0;
  std::atomic<std::int64_t> struck = 0;  // how many were made to fail
  std::array<char, 24> struck_at = {};   // the function that failed first
};

/// Names the file that holds the page.
inline constexpr const char* injection_variable = "LEADBOOK_INJECTION";

}  // namespace faults
