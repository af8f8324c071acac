// A line from the person at the terminal, with editing and completion.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "leadbook/cli/run.hpp"

namespace leadbook::cli {

class LineReader {
 public:
  /// What a beginning may go on to; the names themselves where a part of them fits.
  using Complete = std::function<std::vector<std::string>(const std::string&)>;

  /// `world` must outlive it.
  explicit LineReader(World& world) : world_(world) {}

  /// One line, without blanks around it; nothing at the end of the input. Where the line is that of
  /// the terminal, libedit edits it if it is installed. Throws Error{interrupted} on Ctrl-C.
  std::optional<std::string> read(const std::string& prompt, const Complete& complete = {});

 private:
  World& world_;
};

}  // namespace leadbook::cli
