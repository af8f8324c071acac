// What could stand in the place of the word that is being typed.
#pragma once

#include <string>
#include <vector>

#include "cli/frame/env.hpp"

namespace leadbook::cli {

struct Candidate {
  std::string word;
  std::string says;  // what it is, for a person who chooses
};

struct Candidates {
  std::vector<Candidate> found;
  bool files = false;  // also the files there are
};

/// The candidates for the last of `words`, which are a command line without the program's name.
/// Opens the book where records are asked for, and takes no more than some dozens of them.
Candidates candidates_for(World& world, const Settings& settings, std::vector<std::string> words);

}  // namespace leadbook::cli
