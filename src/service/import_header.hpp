// The first row of a file to import: which field each column holds.
#pragma once

#include <string>
#include <vector>

#include "leadbook/domain/id.hpp"

namespace leadbook::service {

struct ImportColumn {
  std::string heading;  // as the file has it; "" where it has none
  std::string field;    // "" where the column is passed over
};

/// What is wrong with a heading row; `column` counts from 1, 0 where one is missing.
struct HeaderProblem {
  std::size_t column = 0;
  std::string message;
};

struct ImportHeader {
  std::vector<ImportColumn> columns;
  std::vector<std::string> passed_over;  // headings of what the book gives by itself
  std::vector<HeaderProblem> problems;
};

ImportHeader read_header(Kind kind, const std::vector<std::string>& cells);

/// The headings a file of this kind may have, the required ones first: "name,kind,home".
std::string known_columns(Kind kind);

}  // namespace leadbook::service
