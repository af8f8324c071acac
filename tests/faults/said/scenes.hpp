// The commands that write, each with the book it is given.
#pragma once

#include <string>
#include <vector>

namespace faults {

using Words = std::vector<std::string>;

struct Scene {
  std::string name;
  Words words;
  std::vector<Words> before = {};  // what makes its book of the one all scenes share
  bool refuses_rows = false;       // and ends with exit 3
  bool next_day = false;           // it writes on the day after all that is before it
  bool without_book = false;
  bool without_settings = false;
  bool in_other_words = false;  // it may succeed, saying truly that something could not be read
};

/// What makes the book that all scenes share.
const std::vector<Words>& shared_book();

const std::vector<Scene>& scenes();

/// A file that scenes read, by its name in their folder.
struct Given {
  std::string name;
  std::string text;
};
const std::vector<Given>& given_files();

}  // namespace faults
