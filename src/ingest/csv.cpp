#include "leadbook/ingest/csv.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "leadbook/domain/error.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::ingest {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// More than any sheet has in a row: beyond it a quote was left open, or this is no text.
constexpr std::size_t longest_row = 4'000'000;

void remove_formula_guard(std::string& cell) {
  const bool guarded = cell.size() > 1 && cell[0] == '\'' &&
                       std::string_view("=+-@\t").find(cell[1]) != std::string_view::npos;
  if (guarded) cell.erase(0, 1);
}

std::string bad_byte_message(std::string_view cell, std::size_t at) {
  const auto byte = static_cast<unsigned char>(cell[at]);
  const bool second_control = byte == 0xC2 && at + 1 < cell.size() &&
                              (static_cast<unsigned char>(cell[at + 1]) & 0xE0) == 0x80;
  if (byte < 0x80 || second_control) {
    const int code = second_control ? static_cast<unsigned char>(cell[at + 1]) : byte;
    const auto name = fmt::format("U+{:04X}", code);
    return say("the control character {} has no place in a text: take it out", name);
  }
  const auto value = fmt::format("0x{:02X}", byte);
  return say("the byte {} is not UTF-8: save the file as \"CSV UTF-8\"", value);
}

std::string rest_message(std::string_view rest) {
  const auto shown = text::visible(text::cut(rest, 30));
  return say("after the closing quote comes '{}': a quote within a cell is written twice", shown);
}

std::string stray_quote_message() {
  return say(
      "a quote stands in a cell that does not begin with one: put the cell in quotes and "
      "write those within it twice");
}

}  // namespace

bool CsvReader::has_byte() {
  if (at_ < size_) return true;
  if (ended_) return false;
  in_.read(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
  if (in_.bad()) throw Error(ErrorKind::failed, say("the file cannot be read to its end"));
  at_ = 0;
  size_ = static_cast<std::size_t>(in_.gcount());
  ended_ = size_ == 0;
  return !ended_;
}

/// Takes what comes before the next of `stops` into the cell; false where no such byte comes, or
/// not within a row's limit.
bool CsvReader::find_byte(std::string_view stops, std::string& cell) {
  while (has_byte() && row_bytes_ <= longest_row) {
    const auto from = buffer_.begin() + static_cast<std::ptrdiff_t>(at_);
    const auto until = buffer_.begin() + static_cast<std::ptrdiff_t>(size_);
    const auto stop = std::find_if(
        from, until, [stops](char byte) { return stops.find(byte) != std::string_view::npos; });
    const auto taken = static_cast<std::size_t>(stop - from);
    cell.append(from, stop);
    at_ += taken;
    row_bytes_ += taken;
    if (stop != until) return true;
  }
  return false;
}

void CsvReader::skip_byte_order_mark() {
  if (!has_byte()) return;
  if (std::string_view(buffer_.data(), size_).starts_with(byte_order_mark)) {
    at_ = byte_order_mark.size();
  }
}

std::optional<CsvRow> CsvReader::next() {
  if (line_ == 0) {
    line_ = 1;
    skip_byte_order_mark();
  }
  while (has_byte()) {
    const bool quoted = next_is('"');
    auto row = read_row();
    const bool blank = !quoted && row.cells.size() == 1 && row.cells[0].empty();
    if (blank) continue;
    check_width(row);
    return row;
  }
  return {};
}

CsvRow CsvReader::read_row() {
  row_bytes_ = 0;
  CsvRow row{line_, {}, {}};
  auto stop = Stop::comma;
  while (stop == Stop::comma) {
    std::string cell;
    const auto line = line_;
    stop = next_is('"') ? read_quoted(row, cell) : read_plain(row, cell, false);
    check_text(row, cell, line);
    remove_formula_guard(cell);
    row.cells.push_back(std::move(cell));
    if (++row_bytes_ <= longest_row) continue;
    row.problems = {
        {row.line,
         row.cells.size(),
         say("the row has no end within {} bytes: is a quote left open?", longest_row)}};
    at_ = size_;
    ended_ = true;
    break;
  }
  return row;
}

/// Reads to the end of a cell; `after_quote` where there should be nothing left of it.
CsvReader::Stop CsvReader::read_plain(CsvRow& row, std::string& cell, bool after_quote) {
  const auto line = line_;
  const auto size_before = cell.size();
  bool stray_quote = false;
  auto stop = Stop::text;
  while (stop == Stop::text && find_byte(",\"\r\n", cell)) {
    const char byte = buffer_[at_++];
    if (byte == ',') {
      stop = Stop::comma;
    } else if (byte == '\n' || (byte == '\r' && next_is('\n'))) {
      if (byte == '\r') ++at_;
      ++line_;
      stop = Stop::line;
    } else {
      stray_quote = stray_quote || byte == '"';
      cell += byte;
    }
  }
  const auto rest = std::string_view(cell).substr(size_before);
  const auto column = row.cells.size() + 1;
  if (after_quote && !rest.empty()) {
    row.problems.push_back({line, column, rest_message(rest)});
  } else if (stray_quote && !after_quote) {
    row.problems.push_back({line, column, stray_quote_message()});
  }
  return stop;
}

CsvReader::Stop CsvReader::read_quoted(CsvRow& row, std::string& cell) {
  const auto line = line_;
  ++at_;
  while (find_byte("\"\r\n", cell)) {
    const char byte = buffer_[at_++];
    if (byte == '"' && !next_is('"')) return read_plain(row, cell, true);
    if (byte == '"') ++at_;
    if (byte == '\r' && next_is('\n')) continue;
    if (byte == '\n') ++line_;
    cell += byte;
  }
  row.problems.push_back(
      {line, row.cells.size() + 1, say("the quote that opens this cell is never closed")});
  return Stop::text;
}

void CsvReader::check_text(CsvRow& row, const std::string& cell, std::size_t line) const {
  const auto bad = text::first_bad_byte(cell);
  if (!bad) return;
  const auto before = std::string_view(cell).substr(0, *bad);
  const auto further = std::count(before.begin(), before.end(), '\n');
  row.problems.push_back({line + static_cast<std::size_t>(further),
                          row.cells.size() + 1,
                          bad_byte_message(cell, *bad)});
}

void CsvReader::check_width(CsvRow& row) {
  const auto cells = row.cells.size();
  if (width_ == 0) width_ = cells;
  if (cells == width_ || !row.problems.empty()) return;
  row.problems.push_back({row.line,
                          std::min(cells, width_) + 1,
                          say("the row has {} cells, the heading {}: is a comma missing, or one "
                              "not in quotes?",
                              cells,
                              width_)});
}

}  // namespace leadbook::ingest
