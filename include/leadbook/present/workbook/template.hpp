// An empty workbook to fill in and import: headings, lists to choose from, explanations.
#pragma once

#include <ostream>
#include <string>
#include <vector>

namespace leadbook::present {

struct TemplateColumn {
  std::string heading;
  bool required = false;
  std::string explanation;
  std::vector<std::string> choices;  // others may be typed, after a warning
  std::string example;
  bool is_date = false;
  bool is_number = false;
};

/// Writes a workbook whose first sheet has the columns, the required ones in a colour of their own,
/// and no row; a second explains them with an example each. Throws Error{failed} where a workbook cannot be
/// written on this machine.
void write_template(std::ostream& out,
                    const std::string& sheet_name,
                    const std::vector<TemplateColumn>& columns);

}  // namespace leadbook::present
