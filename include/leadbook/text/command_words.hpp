// The words of a command line as one line that a shell takes apart again.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace leadbook::text {

/// The words with a blank between them; in quotes a word that is empty or holds one of `special`.
std::string command_words(const std::vector<std::string>& words, std::string_view special);

}  // namespace leadbook::text
