#include "present/workbook/xlsx_file.hpp"

#include <sys/statvfs.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>

#include "leadbook/domain/error.hpp"
#include "leadbook/text/ascii.hpp"
#include "leadbook/text/temporary_file.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::present {
namespace {

constexpr std::size_t longest_text = 32'767;
constexpr std::size_t longest_name = 31;
constexpr std::uint64_t spare_bytes = 1'000'000;

[[noreturn]] void refuse_place() {
  throw Error(ErrorKind::failed,
              say("the workbook cannot be written: there is no room in {}; free some, or name "
                  "another folder in TMPDIR",
                  text::visible(text::temporary_folder())));
}

bool is_escape(std::string_view text) {
  return text.size() >= 7 && text.starts_with("_x") && text[6] == '_' &&
         text.substr(2, 4).find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
}

/// What a spreadsheet would take for an escaped character, such as "_x0041_", made the text it is.
std::string protect_escapes(std::string_view text) {
  std::string safe;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (is_escape(text.substr(at))) safe += "_x005F";
    safe += text[at];
  }
  return safe;
}

/// The characters that no sheet's name may have, as '-'.
std::string sheet_name(std::string_view name) {
  auto symbols = text::decode(name);
  std::replace_if(
      symbols.begin(),
      symbols.end(),
      [](char32_t symbol) {
        return symbol < U' ' ||
               std::u32string_view(U"[]:*?/\\'").find(symbol) != std::u32string_view::npos;
      },
      U'-');
  symbols.resize(std::min(symbols.size(), longest_name));
  return symbols.empty() ? "Sheet1" : text::encode(symbols);
}

void set_look(const XlsxLibrary& library, lxw_format* format, XlsxLook look) {
  library.align(format, LXW_ALIGN_VERTICAL_TOP);
  switch (look) {
    case XlsxLook::plain:
      break;
    case XlsxLook::lines:
      library.wrap(format);
      break;
    case XlsxLook::heading:
    case XlsxLook::number_heading:
    case XlsxLook::required:
      library.bold(format);
      library.wrap(format);
      library.line_below(format, LXW_BORDER_THIN);
      library.background(format, look == XlsxLook::required ? 0xFFD966 : 0xDDEBF7);
      if (look == XlsxLook::number_heading) library.align(format, LXW_ALIGN_RIGHT);
      break;
    case XlsxLook::total:
      library.bold(format);
      library.line_above(format, LXW_BORDER_THIN);
      break;
    case XlsxLook::example:
      library.italic(format);
      library.color(format, 0x7F7F7F);
      break;
  }
}

}  // namespace

void XlsxFile::Closer::operator()(lxw_workbook* book) const { xlsx_library().free(book); }

XlsxFile::XlsxFile(bool streaming) : library_(xlsx_library()), streaming_(streaming) {
  descriptor_ = text::open_unnamed_file();
  if (descriptor_ < 0) refuse_place();
  auto folder = text::temporary_folder();
  lxw_workbook_options options{};
  options.constant_memory = streaming ? LXW_TRUE : LXW_FALSE;
  options.tmpdir = folder.data();
  const auto path = "/proc/self/fd/" + std::to_string(descriptor_);
  book_.reset(library_.open(path.c_str(), &options));
  if (!book_) throw std::bad_alloc();
}

XlsxFile::~XlsxFile() { ::close(descriptor_); }

lxw_worksheet* XlsxFile::add_sheet(std::string_view name) {
  auto* sheet = library_.add_sheet(book_.get(), sheet_name(name).c_str());
  if (sheet == nullptr) refuse_place();
  if (streaming_) streamed_ = sheet;
  return sheet;
}

lxw_chart* XlsxFile::add_chart(std::uint8_t type) {
  auto* chart = library_.add_chart(book_.get(), type);
  if (chart == nullptr) throw std::bad_alloc();
  return chart;
}

lxw_format* XlsxFile::format(XlsxLook look, const std::string& number_format) {
  auto& known = formats_[{look, number_format}];
  if (known != nullptr) return known;
  known = library_.add_format(book_.get());
  if (known == nullptr) throw std::bad_alloc();
  set_look(library_, known, look);
  if (!number_format.empty()) library_.number_format(known, number_format.c_str());
  // In a column of dates some may be text, such as a month.
  if (number_format == xlsx_date_format) library_.align(known, LXW_ALIGN_LEFT);
  return known;
}

void XlsxFile::write_text(lxw_worksheet* sheet,
                          std::uint32_t row,
                          std::uint16_t column,
                          std::string_view text,
                          XlsxLook look) {
  if (text.empty()) return;
  // The library writes what it is given, UTF-8 or not.
  auto safe = text::first_bad_byte(text) ? text::visible(text) : std::string(text);
  if (safe.find("_x") != std::string::npos) safe = protect_escapes(safe);
  if (safe.size() > longest_text && text::count_characters(safe) > longest_text) {
    throw Error(ErrorKind::failed,
                say("a text of row {} is longer than the {} characters that a cell of a workbook "
                    "holds: write CSV",
                    row + 1,
                    longest_text));
  }
  const bool has_lines = look == XlsxLook::plain && safe.find('\n') != std::string::npos;
  auto* how = format(has_lines ? XlsxLook::lines : look, look == XlsxLook::example ? "@" : "");
  if (library_.write_string(sheet, row, column, safe.c_str(), how) != LXW_NO_ERROR) refuse_place();
  if (has_lines) raise_row(sheet, row, safe);
}

/// Makes a row high enough for a text of several lines.
void XlsxFile::raise_row(lxw_worksheet* sheet, std::uint32_t row, std::string_view text) {
  constexpr double line_height = 15;
  constexpr double highest = 409;
  const auto lines = static_cast<double>(1 + std::count(text.begin(), text.end(), '\n'));
  if (raised_row_ != row) raised_height_ = 0;
  raised_row_ = row;
  raised_height_ = std::max(raised_height_, std::min(lines * line_height, highest));
  library_.set_row(sheet, row, raised_height_, nullptr);
}

/// The library does not look whether its temporary files take what it writes: the sheet, a copy of
/// it, and the workbook packed.
void XlsxFile::check_space() const {
  if (streamed_ == nullptr || streamed_->optimize_tmpfile == nullptr) return;
  std::FILE* const rows = streamed_->optimize_tmpfile;
  if (std::fflush(rows) != 0 || std::ferror(rows) != 0) refuse_place();
  const auto written = std::ftell(rows);
  struct statvfs disk {};
  if (written < 0 || ::statvfs(text::temporary_folder().c_str(), &disk) != 0) refuse_place();
  const std::uint64_t free = disk.f_bavail * disk.f_frsize;
  if (free < 2 * static_cast<std::uint64_t>(written) + spare_bytes) refuse_place();
}

void XlsxFile::copy_to(std::ostream& out) const {
  std::array<char, 65'536> piece{};
  off_t at = 0;
  while (true) {
    const auto count = ::pread(descriptor_, piece.data(), piece.size(), at);
    if (count < 0) refuse_place();
    if (count == 0) return;
    out.write(piece.data(), count);
    at += count;
  }
}

void XlsxFile::insert_chart(lxw_worksheet* sheet,
                            std::uint32_t row,
                            std::uint16_t column,
                            const XlsxChart& chart) {
  auto* drawn = library_.add_chart(book_.get(), LXW_CHART_BAR);
  auto* series = library_.add_series(drawn, nullptr, nullptr);
  library_.set_categories(
      series, sheet->name, chart.first_row, chart.first_label, chart.last_row, chart.last_label);
  library_.set_values(
      series, sheet->name, chart.first_row, chart.value, chart.last_row, chart.value);
  library_.title_chart(drawn, chart.title.c_str());
  library_.name_axis(drawn->y_axis, chart.axis.c_str());
  // Bars grow from below: the first row would stand at the foot.
  library_.reverse_axis(drawn->x_axis);
  library_.place_legend(drawn, LXW_CHART_LEGEND_NONE);
  const auto bars = chart.last_row - chart.first_row + 1;
  lxw_chart_options options{};
  options.x_scale = 1.5;
  options.y_scale = std::clamp(bars / 12.0, 1.0, 6.0);
  library_.insert_scaled_chart(sheet, row, column, drawn, &options);
}

void XlsxFile::finish(std::ostream& out) {
  check_space();
  // Whatever it answers, the library has freed the workbook.
  if (library_.close(book_.release()) != LXW_NO_ERROR) refuse_place();
  copy_to(out);
}

void xlsx_print_layout(lxw_worksheet* sheet) {
  constexpr std::uint8_t paper_a4 = 9;
  const auto& library = xlsx_library();
  library.set_paper(sheet, paper_a4);
  library.set_landscape(sheet);
  library.fit_to_pages(sheet, 1, 0);
  library.repeat_rows(sheet, 0, 0);
}

double xlsx_width(std::size_t columns) {
  constexpr std::size_t narrowest = 6;
  constexpr std::size_t widest = 60;
  return static_cast<double>(std::clamp(columns + 2, narrowest, widest));
}

}  // namespace leadbook::present
