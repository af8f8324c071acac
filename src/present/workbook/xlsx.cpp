#include <algorithm>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "leadbook/domain/error.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"
#include "present/renderers.hpp"
#include "present/workbook/xlsx_file.hpp"

namespace leadbook::present {
namespace {

constexpr std::uint32_t most_rows = 1'048'576;
/// Rows whose texts are measured for the widths of the columns.
constexpr std::uint32_t measured_rows = 1'000;
/// From here on a spreadsheet, which counts in binary fractions, loses digits.
constexpr std::int64_t first_inexact = 1'000'000'000'000'000;

bool is_exact(std::int64_t minor) { return -first_inexact <= minor && minor <= first_inexact; }

/// A number as a sheet holds it, with how it is shown.
struct SheetNumber {
  double value = 0;
  std::string format;
};

std::string decimals(std::string whole, int digits) {
  if (digits > 0) whole.append(".").append(static_cast<std::size_t>(digits), '0');
  return whole;
}

SheetNumber scale(std::int64_t minor, int digits, std::string format) {
  double unit = 1;
  for (int digit = 0; digit < digits; ++digit) unit *= 10;
  // Both are exact, so that the quotient is the double nearest to the decimal.
  return {static_cast<double>(minor) / unit, std::move(format)};
}

/// The number that a cell is in a sheet; nothing for what is written as text there.
struct ToNumber {
  AmountLook look;

  std::optional<SheetNumber> operator()(std::int64_t number) const {
    if (!is_exact(number)) return {};
    return scale(number, 0, "0");
  }
  std::optional<SheetNumber> operator()(const Decimal& decimal) const {
    constexpr int most_digits = 15;
    if (!is_exact(decimal.minor) || decimal.digits < 0 || decimal.digits > most_digits) return {};
    return scale(decimal.minor, decimal.digits, decimals("0", decimal.digits));
  }
  std::optional<SheetNumber> operator()(const Amount& amount) const {
    if (amount.qualifier != Qualifier::exact || !is_exact(amount.money.minor)) return {};
    const auto& currency = amount.money.currency;
    const int digits = currency.minor_digits() + look.scale();
    auto format = decimals("#,##0", look.decimals(currency));
    if (!look.unit_said || currency != Currency()) {
      format.append(" [$").append(currency.code()).append("]");
    }
    return scale(amount.money.minor, digits, std::move(format));
  }
  std::optional<SheetNumber> operator()(const Date& date) const {
    if (!date.is_day()) return {};
    return SheetNumber{xlsx_serial(date.first), xlsx_date_format};
  }
  template <class Other>
  std::optional<SheetNumber> operator()(const Other&) const {
    return {};
  }
};

/// The text of what is no number: the words and names that people see.
std::string sheet_text(const Cell& cell) {
  if (const auto* word = std::get_if<Word>(&cell.value)) {
    return word->name.empty() ? word->identifier : word->name;
  }
  if (const auto* date = std::get_if<Date>(&cell.value)) return format_date(*date);
  return plain_text(cell);
}

std::size_t widest_line(std::string_view text) {
  std::size_t widest = 0;
  for (const auto line : text::split(text, '\n')) {
    widest = std::max(widest, text::display_width(line));
  }
  return widest;
}

class XlsxWriter : public RowWriter {
 public:
  XlsxWriter(std::ostream& out, Table head, const Style& style)
      : out_(out),
        head_(std::move(head)),
        library_(xlsx_library()),
        file_(true),
        sheet_(file_.add_sheet(head_.key)),
        widths_(head_.columns.size()),
        look_(style.unit) {
    // Without a line that says it a scale would be taken for a smaller amount.
    if (!look_.unit_said) look_ = {};
    unit_ = unit_line(style);
    write_title(unit_);
    if (style.header) write_headings();
    first_row_ = row_;
    xlsx_print_layout(sheet_);
  }

  void add(const std::vector<Cell>& cells) override { write_row(cells, XlsxLook::plain); }

  void finish() override {
    if (!head_.chart.value.empty() && row_ > first_row_) insert_chart();
    if (head_.total) write_row(*head_.total, XlsxLook::total);
    if (!head_.notes.empty()) ++row_;
    for (const auto& note : head_.notes) {
      check_row();
      file_.write_text(sheet_, row_++, 0, note, XlsxLook::plain);
    }
    for (std::size_t i = 0; i < widths_.size(); ++i) {
      const auto column = static_cast<lxw_col_t>(i);
      library_.set_column(sheet_, column, column, xlsx_width(widths_[i]), nullptr);
    }
    file_.finish(out_);
  }

 private:
  void check_row() const {
    if (row_ < most_rows) return;
    throw Error(ErrorKind::failed,
                say("a sheet of a workbook holds no more than {} rows: write CSV", most_rows));
  }

  std::optional<std::uint16_t> column_of(std::string_view key) const {
    for (std::size_t i = 0; i < head_.columns.size(); ++i) {
      if (head_.columns[i].key == key) return static_cast<std::uint16_t>(i);
    }
    return {};
  }

  /// To the right of the rows, where neither sum nor notes stand.
  void insert_chart() {
    const auto value = column_of(head_.chart.value);
    if (!value) return;
    XlsxChart chart;
    const auto& column = head_.columns[*value];
    chart.axis = column.heading + (unit_.empty() ? "" : " (" + unit_ + ")");
    chart.title = head_.title.empty() ? chart.axis : head_.title + "\n" + chart.axis;
    chart.first_row = first_row_;
    chart.last_row = row_ - 1;
    chart.value = *value;
    chart.first_label = static_cast<std::uint16_t>(head_.columns.size());
    for (const auto label : text::split(head_.chart.labels, ',')) {
      const auto at = column_of(label);
      if (!at) return;
      chart.first_label = std::min(chart.first_label, *at);
      chart.last_label = std::max(chart.last_label, *at);
    }
    file_.insert_chart(
        sheet_, first_row_, static_cast<std::uint16_t>(head_.columns.size() + 1), chart);
  }

  void write_title(const std::string& unit) {
    for (const auto& [text, look] :
         {std::pair(head_.title, XlsxLook::total), std::pair(unit, XlsxLook::plain)}) {
      if (!text.empty()) file_.write_text(sheet_, row_++, 0, text, look);
    }
  }

  void write_headings() {
    for (std::size_t i = 0; i < head_.columns.size(); ++i) {
      const auto& column = head_.columns[i];
      const auto& heading = column.heading.empty() ? column.key : column.heading;
      const bool to_right = column.align == Align::right;
      const auto look = to_right ? XlsxLook::number_heading : XlsxLook::heading;
      file_.write_text(sheet_, row_, static_cast<lxw_col_t>(i), heading, look);
      widths_[i] = widest_line(heading);
    }
    ++row_;
    library_.freeze(sheet_, row_, 0);
  }

  void write_row(const std::vector<Cell>& cells, XlsxLook look) {
    check_row();
    for (std::size_t i = 0; i < cells.size(); ++i) write_cell(cells[i], i, look);
    ++row_;
  }

  void write_cell(const Cell& cell, std::size_t index, XlsxLook look) {
    const auto column = static_cast<lxw_col_t>(index);
    const bool measured = row_ < measured_rows || look == XlsxLook::total;
    if (const auto number = std::visit(ToNumber{look_}, cell.value)) {
      auto* how = file_.format(look, number->format);
      library_.write_number(sheet_, row_, column, number->value, how);
      if (measured) measure(index, display_text(cell, look_));
      return;
    }
    const auto text = sheet_text(cell);
    file_.write_text(sheet_, row_, column, text, look);
    if (measured) measure(index, text);
  }

  void measure(std::size_t index, std::string_view text) {
    widths_[index] = std::max(widths_[index], widest_line(text));
  }

  std::ostream& out_;
  Table head_;
  const XlsxLibrary& library_;
  XlsxFile file_;
  lxw_worksheet* sheet_;
  std::vector<std::size_t> widths_;
  AmountLook look_;
  std::string unit_;  // the line that says it; "" where none is needed
  std::uint32_t row_ = 0;
  std::uint32_t first_row_ = 0;
};

}  // namespace

std::unique_ptr<RowWriter> open_xlsx(std::ostream& out, Table head, const Style& style) {
  return std::make_unique<XlsxWriter>(out, std::move(head), style);
}

}  // namespace leadbook::present
