#include "present/workbook/xlsx_library.hpp"

#include <dlfcn.h>

#include <string>
#include <string_view>

#include "leadbook/domain/error.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::present {
namespace {

/// The Debian package of "libxlsxwriter.so.4" is libxlsxwriter4.
std::string package_of(std::string_view file) {
  const auto so = file.find(".so.");
  if (so == std::string_view::npos) return std::string(file);
  return std::string(file.substr(0, so)).append(file.substr(so + 4));
}

[[noreturn]] void refuse(const char* file) {
  throw Error(ErrorKind::failed,
              say("writing a workbook needs the library {}, which is not installed: 'apt install "
                  "{}', or write CSV",
                  file,
                  package_of(file)));
}

template <class Function>
void find(void* library, const char* file, const char* name, Function& function) {
  function = reinterpret_cast<Function>(::dlsym(library, name));
  if (function == nullptr) refuse(file);
}

}  // namespace

XlsxLibrary load_xlsx_library(const char* file) {
  auto* library = ::dlopen(file, RTLD_NOW | RTLD_LOCAL);
  if (library == nullptr) refuse(file);
  XlsxLibrary table{};
  find(library, file, "chart_add_series", table.add_series);
  find(library, file, "chart_axis_set_reverse", table.reverse_axis);
  find(library, file, "chart_series_set_name", table.name_series);
  find(library, file, "chart_title_set_name", table.title_chart);
  find(library, file, "chart_axis_set_name", table.name_axis);
  find(library, file, "chart_legend_set_position", table.place_legend);
  find(library, file, "chart_series_set_categories", table.set_categories);
  find(library, file, "chart_series_set_values", table.set_values);
  find(library, file, "format_set_align", table.align);
  find(library, file, "format_set_bg_color", table.background);
  find(library, file, "format_set_bold", table.bold);
  find(library, file, "format_set_bottom", table.line_below);
  find(library, file, "format_set_font_color", table.color);
  find(library, file, "format_set_italic", table.italic);
  find(library, file, "format_set_num_format", table.number_format);
  find(library, file, "format_set_text_wrap", table.wrap);
  find(library, file, "format_set_top", table.line_above);
  find(library, file, "lxw_workbook_free", table.free);
  find(library, file, "workbook_add_chart", table.add_chart);
  find(library, file, "workbook_add_format", table.add_format);
  find(library, file, "workbook_add_worksheet", table.add_sheet);
  find(library, file, "workbook_close", table.close);
  find(library, file, "workbook_new_opt", table.open);
  find(library, file, "worksheet_autofilter", table.filter);
  find(library, file, "worksheet_data_validation_range", table.validate);
  find(library, file, "worksheet_fit_to_pages", table.fit_to_pages);
  find(library, file, "worksheet_freeze_panes", table.freeze);
  find(library, file, "worksheet_hide", table.hide);
  find(library, file, "worksheet_insert_chart", table.insert_chart);
  find(library, file, "worksheet_print_area", table.print_area);
  find(library, file, "worksheet_insert_chart_opt", table.insert_scaled_chart);
  find(library, file, "worksheet_repeat_rows", table.repeat_rows);
  find(library, file, "worksheet_set_column", table.set_column);
  find(library, file, "worksheet_set_landscape", table.set_landscape);
  find(library, file, "worksheet_set_paper", table.set_paper);
  find(library, file, "worksheet_set_row", table.set_row);
  find(library, file, "worksheet_write_number", table.write_number);
  find(library, file, "worksheet_write_string", table.write_string);
  return table;
}

const XlsxLibrary& xlsx_library() {
  static const XlsxLibrary table = load_xlsx_library(LEADBOOK_XLSXWRITER);
  return table;
}

}  // namespace leadbook::present
