// What every campaign of faults does: reads how long it is to be, makes its book, and reads what a
// writer was told.
#pragma once

#include <charconv>
#include <optional>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "command_runner.hpp"

namespace faults {

/// How many kills the command line asks for, `usual` where it names none; nothing where it cannot
/// be read.
inline std::optional<int> kills_of(int argc, char** argv, int usual) {
  if (argc < 2) return usual;
  int kills = 0;
  const std::string_view text = argv[1];
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), kills);
  const bool read = problem == std::errc() && end == text.data() + text.size();
  return read && kills > 0 && argc == 2 ? std::optional(kills) : std::nullopt;
}

/// "P-12" of "Added P-12 Plan …".
inline std::string reference_in(const std::string& told) {
  std::istringstream words(told);
  for (std::string word; words >> word;) {
    if (word == "Added" && words >> word) {
      while (!word.empty() && (word.back() == ',' || word.back() == '.')) word.pop_back();
      return word;
    }
  }
  return "";
}

/// Makes the book of a campaign, with one company.
inline void make_book(const std::string& db) {
  const std::vector<std::string> commands[] = {{"book", "init", "--city", "2302"},
                                               {"company", "add", "Alpha Foods"}};
  for (const auto& command : commands) {
    const auto answer = runner::run(db, command);
    if (answer.code != 0) throw std::runtime_error("no book for the campaign: " + answer.err);
  }
}

}  // namespace faults
