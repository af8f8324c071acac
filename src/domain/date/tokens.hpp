// A typed date taken apart: its shape ("Y年N月N日") and the numbers that fill it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "leadbook/domain/date/date.hpp"

namespace leadbook::dates {

/// What stands in a text. In the shape, numbers are Y (four digits), N (one or two) and L (any
/// other length), words are what the table of words says, signs are themselves, and what is not
/// understood is "?". Spaces leave no trace.
struct Tokens {
  std::string shape;
  std::vector<int> numbers;
  std::string unknown;         // the first piece that is not understood
  bool counts_from_today = false;  // yesterday, 本月
};

/// Takes folded text apart.
Tokens tokenize(std::string_view folded, Day today);

}  // namespace leadbook::dates
