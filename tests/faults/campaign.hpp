// What every campaign of faults does: reads how long it is to be, and what a writer was told.
#pragma once

#include <charconv>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>

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

}  // namespace faults
