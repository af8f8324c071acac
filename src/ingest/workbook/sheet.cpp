#include "ingest/workbook/sheet.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "ingest/workbook/sheet_number.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::ingest {
namespace {

constexpr std::size_t most_cells = 20'000'000;
/// As long as a row of CSV can be.
constexpr std::size_t longest_row = 4'000'000;

/// How a cell says what its value is.
enum class CellKind { number, shared, text, boolean, date, error };

CellKind kind_of(std::string_view type) {
  if (type == "s") return CellKind::shared;
  if (type == "str" || type == "inlineStr") return CellKind::text;
  if (type == "b") return CellKind::boolean;
  if (type == "d") return CellKind::date;
  if (type == "e") return CellKind::error;
  return CellKind::number;
}

struct OpenCell {
  std::size_t column = 0;
  CellKind kind = CellKind::number;
  std::uint64_t style = 0;
  bool formula = false;
  std::string value;
};

class SheetReader : public XmlReader {
 public:
  SheetReader(const ZipArchive& archive,
              const ZipEntry& entry,
              const WorkbookTexts& texts,
              const std::vector<Merge>& merges,
              const std::function<bool(Row&)>& take,
              std::vector<std::size_t>* hidden_columns)
      : archive_(archive),
        entry_(entry),
        texts_(texts),
        filler_(merges),
        take_(take),
        hidden_columns_(hidden_columns) {}

  void open(std::string_view name, const XmlAttributes& attributes) override;
  void close(std::string_view name) override;
  void text(std::string_view piece) override;

 private:
  void open_columns(const XmlAttributes& attributes);
  void open_row(const XmlAttributes& attributes);
  void open_cell(const XmlAttributes& attributes);
  void close_cell();
  void close_row();
  std::string cell_text();
  std::string shared_text();
  void check_text(const std::string& cell);
  void add_problem(std::string message);
  void count_bytes(std::size_t bytes);
  [[noreturn]] void refuse() const { throw damaged_workbook(archive_.file(), entry_.name); }

  const ZipArchive& archive_;
  const ZipEntry& entry_;
  const WorkbookTexts& texts_;
  MergeFiller filler_;
  const std::function<bool(Row&)>& take_;

  Row row_;
  std::vector<std::size_t>* hidden_columns_;
  bool in_row_ = false;
  bool has_value_ = false;
  bool in_cell_ = false;
  bool in_value_ = false;
  RichText rich_;
  OpenCell cell_;
  std::size_t last_column_ = 0;
  std::size_t row_bytes_ = 0;
  std::size_t cells_ = 0;
};

void SheetReader::open(std::string_view name, const XmlAttributes& attributes) {
  if (in_cell_) {
    if (name == "v") in_value_ = true;
    if (name == "f") cell_.formula = true;
    rich_.open(name);
    return;
  }
  if (in_row_ && name == "c") open_cell(attributes);
  if (name == "row") open_row(attributes);
  if (name == "col" && hidden_columns_ != nullptr) open_columns(attributes);
}

void SheetReader::close(std::string_view name) {
  if (in_cell_) {
    if (name == "v") in_value_ = false;
    rich_.close(name);
    if (name == "c") close_cell();
    return;
  }
  if (in_row_ && name == "row") close_row();
}

void SheetReader::text(std::string_view piece) {
  if (!in_cell_ || (!in_value_ && !rich_.counts())) return;
  count_bytes(piece.size());
  cell_.value += piece;
}

bool is_true(std::optional<std::string_view> value) {
  return value == "1" || value == "true" || value == "on";
}

/// Columns stand before the rows.
void SheetReader::open_columns(const XmlAttributes& attributes) {
  if (!is_true(attributes.find("hidden"))) return;
  const auto first = parse_count(attributes.find("min").value_or("")).value_or(0);
  const auto last = parse_count(attributes.find("max").value_or("")).value_or(0);
  // All that lies beyond the table is often hidden as well.
  constexpr std::uint64_t most = 256;
  for (auto column = first; column > 0 && column <= std::min(last, most); ++column) {
    hidden_columns_->push_back(static_cast<std::size_t>(column));
  }
}

void SheetReader::open_row(const XmlAttributes& attributes) {
  if (in_row_) refuse();
  std::uint64_t line = row_.line + 1;
  if (const auto stated = attributes.find("r")) line = parse_count(*stated).value_or(0);
  // The rows of a sheet come in order; merges and messages count on it.
  if (line <= row_.line || line > most_rows) refuse();
  row_.line = static_cast<std::size_t>(line);
  row_.cells.clear();
  row_.problems.clear();
  row_.merged.clear();
  row_.hidden = is_true(attributes.find("hidden"));
  in_row_ = true;
  has_value_ = false;
  last_column_ = 0;
  row_bytes_ = 0;
}

void SheetReader::open_cell(const XmlAttributes& attributes) {
  std::size_t column = last_column_ + 1;
  if (const auto stated = attributes.find("r")) {
    const auto place = parse_place(*stated);
    if (!place) refuse();
    column = place->column;
  }
  if (column > most_columns) refuse();
  last_column_ = column;
  cell_.column = column;
  cell_.kind = kind_of(attributes.find("t").value_or(""));
  cell_.style = parse_count(attributes.find("s").value_or("")).value_or(0);
  cell_.formula = false;
  cell_.value.clear();
  rich_ = {};
  in_value_ = false;
  in_cell_ = true;
}

void SheetReader::close_cell() {
  in_cell_ = false;
  const bool uncomputed = cell_.formula && cell_.value.empty() && cell_.kind != CellKind::text;
  if (uncomputed) {
    add_problem(
        say("the cell is a formula whose result was not saved: open the workbook in a spreadsheet "
            "program and save it first"));
  }
  if (cell_.value.empty() && !uncomputed) return;
  auto text = cell_text();
  if (cell_.kind == CellKind::error) {
    add_problem(say("the cell holds the error {}: mend its formula, or empty it", text));
  }
  if (text.empty() && !uncomputed) return;
  has_value_ = has_value_ || uncomputed || !text::trim(text).empty();
  if (row_.cells.size() < cell_.column) row_.cells.resize(cell_.column);
  row_.cells[cell_.column - 1] = std::move(text);
}

std::string SheetReader::cell_text() {
  switch (cell_.kind) {
    case CellKind::shared:
      return shared_text();
    case CellKind::boolean:
      if (cell_.value == "1") return "TRUE";
      return cell_.value == "0" ? "FALSE" : cell_.value;
    case CellKind::date:
      return iso_date_text(cell_.value);
    case CellKind::number: {
      static const NumberFormat general;
      const bool styled = cell_.style < texts_.formats.size();
      const auto& format = styled ? texts_.formats[cell_.style] : general;
      return number_text(cell_.value, format, texts_.dates_from_1904);
    }
    case CellKind::text:
    case CellKind::error:
      break;
  }
  auto text = decode_escapes(cell_.value);
  check_text(text);
  return text;
}

std::string SheetReader::shared_text() {
  const auto index = parse_count(text::trim(cell_.value));
  const auto found = index ? texts_.strings.find(*index) : std::nullopt;
  if (!found) refuse();
  count_bytes(found->size());
  auto text = decode_escapes(*found);
  check_text(text);
  return text;
}

void SheetReader::check_text(const std::string& cell) {
  const auto bad = text::first_bad_byte(cell);
  if (!bad) return;
  const auto code = text::decode(std::string_view(cell).substr(*bad)).front();
  const auto name = fmt::format("U+{:04X}", static_cast<std::uint32_t>(code));
  add_problem(say("the control character {} has no place in a text: take it out", name));
}

void SheetReader::add_problem(std::string message) {
  row_.problems.push_back({row_.line, cell_.column, std::move(message), true});
}

void SheetReader::count_bytes(std::size_t bytes) {
  row_bytes_ += bytes;
  if (row_bytes_ > longest_row) refuse();
}

void SheetReader::close_row() {
  in_row_ = false;
  if (!has_value_) return;
  filler_.fill(row_);
  cells_ += row_.cells.size();
  if (cells_ > most_cells) {
    throw Error(
        ErrorKind::refused,
        say("{} has more than 20 million cells in one sheet: save it as CSV", archive_.file()));
  }
  // The row is the consumer's to change; its number is still needed here.
  const auto line = row_.line;
  if (!take_(row_)) stop();
  row_.line = line;
}

}  // namespace

void read_sheet(const ZipArchive& archive,
                const ZipEntry& entry,
                const WorkbookTexts& texts,
                const std::vector<Merge>& merges,
                const std::function<bool(Row&)>& take,
                std::vector<std::size_t>* hidden_columns) {
  SheetReader reader(archive, entry, texts, merges, take, hidden_columns);
  read_xml(archive, entry, reader);
}

}  // namespace leadbook::ingest
