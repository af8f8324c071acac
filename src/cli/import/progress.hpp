// One line on a terminal that tells how far an import has come.
#pragma once

#include <string>

#include "cli/progress/progress_line.hpp"
#include "leadbook/service/import/import.hpp"

namespace leadbook::cli {

class ImportProgressLine {
 public:
  ImportProgressLine(Env& env, std::string file) : line_(env), file_(std::move(file)) {}

  void show(const service::ImportProgress& progress);

 private:
  ProgressLine line_;
  std::string file_;
};

}  // namespace leadbook::cli
