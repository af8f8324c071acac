#include "leadbook/text/command_words.hpp"

namespace leadbook::text {

std::string command_words(const std::vector<std::string>& words, std::string_view special) {
  std::string line;
  for (const auto& word : words) {
    if (!line.empty()) line += ' ';
    if (!word.empty() && word.find_first_of(special) == std::string::npos) {
      line += word;
      continue;
    }
    line += '\'';
    for (const char symbol : word) {
      line += symbol == '\'' ? std::string("'\\''") : std::string(1, symbol);
    }
    line += '\'';
  }
  return line;
}

}  // namespace leadbook::text
