// All that is known of one record, in sections for people and as one row for programs.
#pragma once

#include <optional>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include "leadbook/present/table.hpp"

namespace leadbook::present {

/// Facts by their labels, then perhaps a table. Empty facts and tables are left out, and so is a
/// section of which nothing remains.
struct Section {
  std::string heading;  // "" for none, as in the first section
  std::vector<std::pair<std::string, Cell>> facts;
  std::optional<Table> table;
};

struct Card {
  std::string title;
  std::vector<Section> sections;
  Table record;  // one row: the same facts for CSV, TSV, JSON and JSONL
};

/// Writes the sections as text or Markdown, or the record in the other formats; JSON has the
/// record's row as an object, not in an array.
void render(std::ostream& out, const Card& card, const Style& style);

}  // namespace leadbook::present

extern template class std::vector<leadbook::present::Section>;
