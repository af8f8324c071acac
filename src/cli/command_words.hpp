// Which command a line means: the noun and verb among its words.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <string>
#include <vector>

#include "cli/command.hpp"

namespace leadbook::cli {

/// The first words of a command line, options passed over, and where they stand.
struct Words {
  std::vector<std::string> texts;
  std::vector<std::size_t> places;
};

Words leading_words(const std::vector<std::string>& arguments);

/// Whether one of these options stands among the arguments, before "--".
bool contains(const std::vector<std::string>& arguments, std::initializer_list<const char*> wanted);

/// The verbs of a noun, "" for a command that is the noun alone; none where there is no such noun.
std::vector<std::string> verbs_of(const std::string& noun);

/// Whether a noun stands for commands only together with a verb.
bool needs_verb(const std::string& noun);

/// Throws Error{usage} that names the nearest command.
const Command& find_command(const Words& words);

}  // namespace leadbook::cli
