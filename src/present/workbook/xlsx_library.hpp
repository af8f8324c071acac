// The library that writes workbooks, loaded when the first is written: other commands start
// without.
#pragma once

#include <xlsxwriter.h>

namespace leadbook::present {

/// The functions used of the library.
struct XlsxLibrary {
  decltype(&chart_add_series) add_series;
  decltype(&chart_axis_set_reverse) reverse_axis;
  decltype(&chart_series_set_name) name_series;
  decltype(&chart_title_set_name) title_chart;
  decltype(&chart_axis_set_name) name_axis;
  decltype(&chart_legend_set_position) place_legend;
  decltype(&chart_series_set_categories) set_categories;
  decltype(&chart_series_set_values) set_values;
  decltype(&format_set_align) align;
  decltype(&format_set_bg_color) background;
  decltype(&format_set_bold) bold;
  decltype(&format_set_bottom) line_below;
  decltype(&format_set_font_color) color;
  decltype(&format_set_italic) italic;
  decltype(&format_set_num_format) number_format;
  decltype(&format_set_text_wrap) wrap;
  decltype(&format_set_top) line_above;
  decltype(&lxw_workbook_free) free;
  decltype(&workbook_add_chart) add_chart;
  decltype(&workbook_add_format) add_format;
  decltype(&workbook_add_worksheet) add_sheet;
  decltype(&workbook_close) close;
  decltype(&workbook_new_opt) open;
  decltype(&worksheet_autofilter) filter;
  decltype(&worksheet_data_validation_range) validate;
  decltype(&worksheet_fit_to_pages) fit_to_pages;
  decltype(&worksheet_freeze_panes) freeze;
  decltype(&worksheet_hide) hide;
  decltype(&worksheet_insert_chart) insert_chart;
  decltype(&worksheet_print_area) print_area;
  decltype(&worksheet_insert_chart_opt) insert_scaled_chart;
  decltype(&worksheet_repeat_rows) repeat_rows;
  decltype(&worksheet_set_column) set_column;
  decltype(&worksheet_set_landscape) set_landscape;
  decltype(&worksheet_set_paper) set_paper;
  decltype(&worksheet_set_row) set_row;
  decltype(&worksheet_write_number) write_number;
  decltype(&worksheet_write_string) write_string;
};

/// Throws Error{failed} that names the package where the library is not installed.
const XlsxLibrary& xlsx_library();

/// The functions of the library with this file name; throws as above.
XlsxLibrary load_xlsx_library(const char* file);

}  // namespace leadbook::present
