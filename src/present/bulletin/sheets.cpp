// A bulletin as a workbook: its text, then each of its tables, with exact numbers and a chart.
#include <algorithm>

#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"
#include "present/bulletin/parts.hpp"
#include "present/workbook/xlsx_file.hpp"

namespace leadbook::present {
namespace {

struct CellNumber {
  double value = 0;
  std::string format;
};

/// A fact as a spreadsheet counts it, in the unit its column is headed with.
std::optional<CellNumber> number_of(const Fact& fact) {
  if (!fact.value) return {};
  const auto value = static_cast<double>(*fact.value);
  const bool chinese = language() == Language::chinese;
  constexpr double yi = 1e10;
  constexpr double million = 1e8;
  switch (fact.unit) {
    case FactUnit::money:
      return CellNumber{value / (chinese ? yi : million), chinese ? "#,##0.00" : "#,##0.0"};
    case FactUnit::percent:
    case FactUnit::points:
    case FactUnit::times:
      return CellNumber{value / 100, "0.00"};
    case FactUnit::count:
    case FactUnit::days:
    case FactUnit::place:
      return CellNumber{value, "#,##0"};
    case FactUnit::rate:
    case FactUnit::printed:
      break;
  }
  return {};
}

class BulletinSheets {
 public:
  explicit BulletinSheets(const Bulletin& bulletin)
      : bulletin_(bulletin), library_(xlsx_library()), file_(false) {}

  void write(std::ostream& out) {
    add_text_sheet();
    for (std::size_t place = 0; place < bulletin_.sections.size(); ++place) {
      for (const auto& table : bulletin_.sections[place].tables) {
        add_table_sheet(bulletin_.sections[place].heading, table);
      }
    }
    for (std::size_t place = 0; place < bulletin_.attachments.size(); ++place) {
      add_table_sheet(attachment_name(place), bulletin_.attachments[place]);
    }
    file_.finish(out);
  }

 private:
  void add_text_sheet() {
    auto* sheet = file_.add_sheet(say("Text"));
    constexpr std::size_t most_columns = 88;
    library_.set_column(sheet, 0, 0, static_cast<double>(most_columns + 4), nullptr);
    xlsx_print_layout(sheet);
    std::uint32_t row = 0;
    const auto add = [&](const std::string& text, XlsxLook look) {
      // Broken here: not every program makes a row as high as its text needs.
      std::string lines;
      for (const auto& line : text::wrap(text, most_columns)) {
        lines += (lines.empty() ? "" : "\n") + line;
      }
      file_.write_text(sheet, row++, 0, lines, look);
    };
    add(bulletin_.title(), XlsxLook::total);
    for (const auto& paragraph : bulletin_.opening) add(paragraph.text, XlsxLook::lines);
    for (std::size_t place = 0; place < bulletin_.sections.size(); ++place) {
      add(numbered_heading(bulletin_, place), XlsxLook::total);
      for (const auto& paragraph : bulletin_.sections[place].paragraphs) {
        add(paragraph.text, XlsxLook::lines);
      }
    }
    for (const auto& note : bulletin_.notes) add(say("Notes: {}", note.text), XlsxLook::lines);
  }

  void write_row(lxw_worksheet* sheet,
                 std::uint32_t row,
                 const std::vector<BulletinCell>& cells,
                 XlsxLook look) {
    for (std::size_t index = 0; index < cells.size(); ++index) {
      const auto& cell = cells[index];
      const auto column = static_cast<lxw_col_t>(index);
      const auto number = cell.fact ? number_of(bulletin_.facts[*cell.fact]) : std::nullopt;
      if (number) {
        library_.write_number(
            sheet, row, column, number->value, file_.format(look, number->format));
      } else {
        file_.write_text(sheet, row, column, cell.text, look);
      }
    }
  }

  void add_table_sheet(const std::string& name, const BulletinTable& table) {
    const auto sheet_name = text::cut(name, 28);
    auto* sheet = file_.add_sheet(sheet_name);
    file_.write_text(sheet, 0, 0, table.title, XlsxLook::total);
    for (std::size_t index = 0; index < table.columns.size(); ++index) {
      const auto& column = table.columns[index];
      const auto at = static_cast<lxw_col_t>(index);
      file_.write_text(sheet,
                       1,
                       at,
                       column.heading,
                       column.is_number ? XlsxLook::number_heading : XlsxLook::heading);
      auto width = text::display_width(column.heading);
      for (const auto& row : table.rows) {
        width = std::max(width, text::display_width(row[index].text));
      }
      library_.set_column(sheet, at, at, xlsx_width(width), nullptr);
    }
    std::uint32_t row = 2;
    for (const auto& cells : table.rows) write_row(sheet, row++, cells, XlsxLook::plain);
    const auto last = row - 1;
    if (!table.total.empty()) write_row(sheet, row++, table.total, XlsxLook::total);
    library_.freeze(sheet, 2, 0);
    xlsx_print_layout(sheet);
    library_.repeat_rows(sheet, 0, 1);
    if (table.rows.empty()) return;
    const auto last_column = static_cast<lxw_col_t>(table.columns.size() - 1);
    library_.filter(sheet, 1, 0, last, last_column);
    const bool has_chart = add_chart(sheet, sheet_name, table, last, row + 1);
    constexpr std::uint32_t rows_of_chart = 16;
    library_.print_area(sheet, 0, 0, row + (has_chart ? rows_of_chart : 0), last_column);
  }

  /// The column that has bars, by the names of its rows; whether there is one.
  bool add_chart(lxw_worksheet* sheet,
                 const std::string& sheet_name,
                 const BulletinTable& table,
                 std::uint32_t last,
                 std::uint32_t below) {
    const auto& columns = table.columns;
    const auto bars = std::find_if(
        columns.begin(), columns.end(), [](const auto& column) { return column.has_bar; });
    const auto names = std::find_if(
        columns.begin(), columns.end(), [](const auto& column) { return !column.is_number; });
    if (bars == columns.end() || names == columns.end()) return false;
    const auto range = [&](auto column) {
      const auto letter = static_cast<char>('A' + (column - columns.begin()));
      return fmt::format("='{0}'!${1}$3:${1}${2}", sheet_name, letter, last + 1);
    };
    auto* chart = file_.add_chart(LXW_CHART_BAR);
    auto* series = library_.add_series(chart, range(names).c_str(), range(bars).c_str());
    library_.name_series(series, bars->heading.c_str());
    library_.title_chart(chart, (bars->heading + " · " + table.title).c_str());
    library_.reverse_axis(chart->y_axis);
    library_.insert_chart(sheet, below, 0, chart);
    return true;
  }

  const Bulletin& bulletin_;
  const XlsxLibrary& library_;
  XlsxFile file_;
};

}  // namespace

void write_bulletin_xlsx(std::ostream& out, const Bulletin& bulletin) {
  BulletinSheets(bulletin).write(out);
}

}  // namespace leadbook::present
