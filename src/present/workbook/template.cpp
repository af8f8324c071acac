#include "leadbook/present/workbook/template.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"
#include "present/workbook/xlsx_file.hpp"

namespace leadbook::present {
namespace {

constexpr std::uint32_t last_row = 1'048'575;
constexpr std::size_t longest_explanation = 70;

/// What all cells of a column are formatted as: as text, so that leading zeros and codes stay.
std::string column_format(const TemplateColumn& column) {
  if (column.is_date) return xlsx_date_format;
  return column.is_number ? "General" : "@";
}

std::size_t column_width(const TemplateColumn& column) {
  std::size_t width =
      std::max(text::display_width(column.heading), text::display_width(column.example));
  constexpr std::size_t most_measured = 200;
  for (std::size_t i = 0; i < std::min(column.choices.size(), most_measured); ++i) {
    width = std::max(width, text::display_width(column.choices[i]));
  }
  return width;
}

/// "AB" for 27.
std::string column_letters(std::size_t index) {
  std::string letters;
  for (++index; index > 0; index = (index - 1) / 26) {
    letters.insert(letters.begin(), static_cast<char>('A' + (index - 1) % 26));
  }
  return letters;
}

class TemplateWriter {
 public:
  TemplateWriter(const std::string& sheet_name, const std::vector<TemplateColumn>& columns)
      : columns_(columns), library_(xlsx_library()), file_(false) {
    rows_ = file_.add_sheet(sheet_name);
    // Its name must differ from the first sheet's, which is a noun of the book.
    explanations_ = file_.add_sheet(say("How to fill in"));
    lists_ = file_.add_sheet(lists_name);
    library_.hide(lists_);
  }

  void write(std::ostream& out) {
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      write_column(columns_[i], i);
      write_choices(columns_[i], i);
    }
    library_.freeze(rows_, 1, 0);
    xlsx_print_layout(rows_);
    xlsx_print_layout(explanations_);
    write_explanations();
    file_.finish(out);
  }

 private:
  static constexpr const char* lists_name = "_lists";

  void write_column(const TemplateColumn& column, std::size_t index) {
    const auto place = static_cast<lxw_col_t>(index);
    const auto look = column.required ? XlsxLook::required : XlsxLook::heading;
    auto* all = file_.format(XlsxLook::plain, column_format(column));
    library_.set_column(rows_, place, place, xlsx_width(column_width(column)), all);
    file_.write_text(rows_, 0, place, column.heading, look);
  }

  /// The choices stand in a hidden sheet: within the rule itself there is room for 255 characters.
  void write_choices(const TemplateColumn& column, std::size_t index) {
    if (column.choices.empty()) return;
    const auto place = static_cast<lxw_col_t>(index);
    const auto count = std::min<std::size_t>(column.choices.size(), last_row);
    for (std::size_t i = 0; i < count; ++i) {
      const auto row = static_cast<std::uint32_t>(i);
      file_.write_text(lists_, row, place, column.choices[i], XlsxLook::plain);
    }
    const auto letters = column_letters(index);
    std::string range = std::string("='").append(lists_name).append("'!$");
    range.append(letters).append("$1:$").append(letters).append("$").append(std::to_string(count));
    std::string title = say("Not in the list");
    std::string message = say("The list does not have this value. Keep it all the same?");
    lxw_data_validation rule{};
    rule.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
    rule.value_formula = range.data();
    rule.error_type = LXW_VALIDATION_ERROR_TYPE_WARNING;
    rule.error_title = title.data();
    rule.error_message = message.data();
    library_.validate(rows_, 1, place, last_row, place, &rule);
  }

  void write_explanations() {
    const std::string headings[] = {
        say("Column"), say("Required"), say("Explanation"), say("Example")};
    std::size_t widths[] = {0, 0, 0, 0};
    const auto write =
        [&](std::uint32_t row, lxw_col_t column, const std::string& text, auto look) {
          file_.write_text(explanations_, row, column, text, look);
          widths[column] = std::max(widths[column], text::display_width(text));
        };
    for (lxw_col_t i = 0; i < 4; ++i) write(0, i, headings[i], XlsxLook::heading);
    std::uint32_t row = 1;
    for (const auto& column : columns_) {
      write(row, 0, column.heading, XlsxLook::plain);
      write(row, 1, column.required ? say("required") : "", XlsxLook::plain);
      write(row, 2, column.explanation, XlsxLook::lines);
      // Not among the rows, where it would be imported as a record.
      write(row, 3, column.example, XlsxLook::example);
      ++row;
    }
    ++row;
    write_closing_lines(row);
    for (lxw_col_t i = 0; i < 4; ++i) {
      const auto width = i == 2 ? std::min(widths[i], longest_explanation) : widths[i];
      library_.set_column(explanations_, i, i, xlsx_width(width), nullptr);
    }
    library_.freeze(explanations_, 1, 0);
  }

  void write_closing_lines(std::uint32_t row) {
    for (const auto& line : {say("Fill in one row for each record; the examples here show how."),
                             say("Columns with a yellow heading are required.")}) {
      file_.write_text(explanations_, row++, 0, line, XlsxLook::plain);
    }
  }

  const std::vector<TemplateColumn>& columns_;
  const XlsxLibrary& library_;
  XlsxFile file_;
  lxw_worksheet* rows_ = nullptr;
  lxw_worksheet* explanations_ = nullptr;
  lxw_worksheet* lists_ = nullptr;
};

}  // namespace

void write_template(std::ostream& out,
                    const std::string& sheet_name,
                    const std::vector<TemplateColumn>& columns) {
  TemplateWriter(sheet_name, columns).write(out);
}

}  // namespace leadbook::present
