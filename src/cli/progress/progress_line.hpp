// One line on a terminal that tells how far work has come.
#pragma once

#include <chrono>
#include <string>

#include "cli/frame/env.hpp"

namespace leadbook::cli {

/// Silent where stderr is no terminal, under -q, and in the first half second.
class ProgressLine {
 public:
  explicit ProgressLine(Env& env) : env_(env) {}
  /// Takes the line away.
  ~ProgressLine();
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

  /// Whether half a second went by since the line was last written: only then is it worth making.
  bool is_due() const;
  /// Writes the line in place of the one before.
  void show(const std::string& line);
  /// Seconds since the work began.
  double seconds() const;

 private:
  using Clock = std::chrono::steady_clock;

  Env& env_;
  Clock::time_point begun_ = Clock::now();
  Clock::time_point shown_ = begun_;
  std::size_t width_ = 0;
};

}  // namespace leadbook::cli
