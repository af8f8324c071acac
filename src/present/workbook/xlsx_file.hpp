// A workbook in the making: written to a file without a name, then copied to a stream.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <memory>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>

#include "leadbook/domain/date/date.hpp"
#include "present/workbook/xlsx_library.hpp"

namespace leadbook::present {

inline constexpr const char* xlsx_date_format = "yyyy-mm-dd";

/// The serial number of a day, of which 1900-01-01 is the first. Spreadsheets take 1900 for a leap
/// year, so that from March on there is one day more.
inline double xlsx_serial(Day day) {
  constexpr Day before(std::chrono::year{1899} / 12 / 31);
  constexpr Day march(std::chrono::year{1900} / 3 / 1);
  const auto days = (day - before).count() + (day >= march ? 1 : 0);
  return static_cast<double>(days);
}

/// How cells look besides their number format.
enum class XlsxLook { plain, lines, heading, number_heading, required, total, example };

/// Bars of one column of a sheet, a bar a row, labelled by others.
struct XlsxChart {
  std::string title;
  std::string axis;  // what the values are
  std::uint32_t first_row = 0;
  std::uint32_t last_row = 0;
  std::uint16_t first_label = 0;
  std::uint16_t last_label = 0;
  std::uint16_t value = 0;
};

class XlsxFile {
 public:
  /// With `streaming` each row must be finished before the next is begun, and memory stays flat.
  /// Throws Error{failed} where the library or a place for temporary files is missing.
  explicit XlsxFile(bool streaming);
  XlsxFile(const XlsxFile&) = delete;
  XlsxFile& operator=(const XlsxFile&) = delete;
  ~XlsxFile();

  /// A sheet whose name is cut to what a sheet may be called.
  lxw_worksheet* add_sheet(std::string_view name);

  /// A chart to be put on a sheet; of this workbook.
  lxw_chart* add_chart(std::uint8_t type);

  lxw_format* format(XlsxLook look, const std::string& number_format = "");

  /// Writes a text as such, whatever it begins with, in a row as high as its lines. Throws
  /// Error{failed} where it is longer than a cell can hold.
  void write_text(lxw_worksheet* sheet,
                  std::uint32_t row,
                  std::uint16_t column,
                  std::string_view text,
                  XlsxLook look);

  /// Puts a chart of these cells of a sheet on it, its corner on a cell.
  void insert_chart(lxw_worksheet* sheet,
                    std::uint32_t row,
                    std::uint16_t column,
                    const XlsxChart& chart);

  /// Ends the workbook and writes it out. Throws Error{failed} where the disk is full.
  void finish(std::ostream& out);

 private:
  struct Closer {
    void operator()(lxw_workbook* book) const;
  };

  void raise_row(lxw_worksheet* sheet, std::uint32_t row, std::string_view text);
  void check_space() const;
  void copy_to(std::ostream& out) const;

  const XlsxLibrary& library_;
  int descriptor_ = -1;
  std::unique_ptr<lxw_workbook, Closer> book_;
  std::map<std::pair<XlsxLook, std::string>, lxw_format*> formats_;
  lxw_worksheet* streamed_ = nullptr;
  bool streaming_;
  std::uint32_t raised_row_ = 0;
  double raised_height_ = 0;
};

/// Lays a sheet out for paper: across, as wide as the page, its headings on each.
void xlsx_print_layout(lxw_worksheet* sheet);

/// The columns a sheet shows for a text, at least 6 and at most 60.
double xlsx_width(std::size_t columns);

}  // namespace leadbook::present
