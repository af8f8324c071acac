// Writers of one book queue on a lock beside it, so that each gets its turn in order.
#pragma once

#include <chrono>
#include <filesystem>

namespace leadbook::store {

/// How long anything waits for a book that another is writing.
constexpr std::chrono::milliseconds longest_wait{30'000};

/// Holds this process's place at the front of the queue; where the file system has no such locks
/// it holds nothing and the engine's own lock decides.
class WriterTurn {
 public:
  /// Waits for the turn, at most `limit`.
  WriterTurn(const std::filesystem::path& book, std::chrono::milliseconds limit);
  ~WriterTurn();
  WriterTurn(const WriterTurn&) = delete;
  WriterTurn& operator=(const WriterTurn&) = delete;

 private:
  int file_ = -1;
};

}  // namespace leadbook::store
