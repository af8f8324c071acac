// One line on a terminal that tells how far an import has come.
#pragma once

#include <chrono>
#include <string>

#include "cli/frame/env.hpp"
#include "leadbook/service/import/import.hpp"

namespace leadbook::cli {

/// Silent where stderr is no terminal, under -q, and in the first half second.
class ImportProgressLine {
 public:
  ImportProgressLine(Env& env, std::string file);
  /// Takes the line away.
  ~ImportProgressLine();
  ImportProgressLine(const ImportProgressLine&) = delete;
  ImportProgressLine& operator=(const ImportProgressLine&) = delete;

  void show(const service::ImportProgress& progress);

 private:
  using Clock = std::chrono::steady_clock;

  Env& env_;
  std::string file_;
  Clock::time_point begun_ = Clock::now();
  Clock::time_point shown_ = begun_;
  std::size_t width_ = 0;
};

}  // namespace leadbook::cli
