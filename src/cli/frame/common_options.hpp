// What every command can be asked for, as it stands on the command line.
#pragma once

#include <optional>
#include <string>

#include "leadbook/domain/date/date.hpp"

namespace leadbook::cli {

/// How the output is to be; `cli/frame/output.hpp` makes it so.
struct OutputOptions {
  std::string format;
  bool json = false;
  std::string file;  // -o
  std::string columns;
  std::string sort;
  std::string limit;
  bool no_header = false;
  bool bom = false;
  bool fail_empty = false;
  bool wide = false;      // rows as long as they are, whatever the terminal
  std::string digits;     // decimals of amounts
  bool personal = false;  // what is told of persons, in what leaves the screen as well
};

struct CommonOptions {
  bool quiet = false;
  bool assume_yes = false;
  bool no_input = false;
  std::string request;               // "" for a new one
  std::optional<std::string> as_of;  // nothing for the book as it is
  std::optional<Day> at;             // read by `read_at`
  OutputOptions output;
};

}  // namespace leadbook::cli
