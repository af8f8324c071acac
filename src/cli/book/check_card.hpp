// What a check found, for people and for programs.
#pragma once

#include <string>
#include <vector>

#include "cli/frame/env.hpp"
#include "leadbook/store/check/check.hpp"

namespace leadbook::cli {

struct CheckedBook {
  std::string place;
  store::CheckReport report;
};

/// "Change log: 12,000 of 50,000".
std::string progress_text(const store::CheckProgress& progress);

/// A card for each book; in data one record, or a row for each of several books.
void print_checks(Env& env, const std::vector<CheckedBook>& books);

}  // namespace leadbook::cli
