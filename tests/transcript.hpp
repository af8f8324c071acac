// A transcript as its file holds it: commands, what they are given and what they answer.
#pragma once

#include <istream>
#include <string>
#include <utility>
#include <vector>

namespace transcript {

struct Step {
  std::vector<std::string> comments;
  std::string command;
  std::string input;
  std::string expected;
};

inline std::vector<Step> read_steps(std::istream& file) {
  std::vector<Step> steps;
  std::vector<std::string> comments;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("# ") || line == "#") {
      comments.push_back(line);
    } else if (line.starts_with("$ ")) {
      steps.push_back({std::move(comments), line.substr(2), "", ""});
      comments.clear();
    } else if (steps.empty()) {
      continue;
    } else if (line.starts_with("< ") || line == "<") {
      steps.back().input += line.substr(line.size() > 1 ? 2 : 1) + "\n";
    } else {
      steps.back().expected += line + "\n";
    }
  }
  return steps;
}

inline std::string replace_all(std::string text, const std::string& from, const std::string& to) {
  for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

/// Splits a command line at spaces outside of single or double quotes.
inline std::vector<std::string> split_arguments(const std::string& line) {
  std::vector<std::string> arguments;
  std::string current;
  char quote = 0;
  bool any = false;
  for (const char symbol : line) {
    if (quote != 0 ? symbol == quote : symbol == '\'' || symbol == '"') {
      quote = quote == 0 ? symbol : char{0};
      any = true;
    } else if (symbol == ' ' && quote == 0) {
      if (any) arguments.push_back(current);
      current.clear();
      any = false;
    } else {
      current += symbol;
      any = true;
    }
  }
  if (any) arguments.push_back(current);
  return arguments;
}

}  // namespace transcript
