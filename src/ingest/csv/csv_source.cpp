#include "ingest/csv/csv_source.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "ingest/csv/text_source.hpp"
#include "leadbook/domain/error.hpp"
#include "leadbook/ingest/source.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::ingest {
namespace {

/// As present puts it on: one apostrophe before any that stood there already.
void remove_formula_guard(std::string& cell) {
  if (cell.empty() || cell[0] != '\'') return;
  const auto first = cell.find_first_not_of('\'');
  if (first == std::string::npos) return;
  if (std::string_view("=+-@\t\r").find(cell[first]) != std::string_view::npos) cell.erase(0, 1);
}

bool is_wrapped_text(std::string_view cell) {
  if (cell.size() < 3 || !cell.starts_with("=\"") || !cell.ends_with('"')) return false;
  // A quote within is written twice.
  std::size_t quotes = 0;
  for (const char byte : cell.substr(2, cell.size() - 3)) {
    if (byte != '"' && quotes % 2 != 0) return false;
    quotes = byte == '"' ? quotes + 1 : 0;
  }
  return quotes % 2 == 0;
}

/// ="0001" is how a spreadsheet is made to leave a text as it is: the text is meant. Answers
/// whether the cell is one.
bool unwrap_text(std::string& cell) {
  if (!is_wrapped_text(cell)) return false;
  std::string text;
  for (std::size_t at = 2; at + 1 < cell.size(); ++at) {
    if (cell[at] == '"') ++at;
    text += cell[at];
  }
  cell = std::move(text);
  return true;
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

/// What `\` and this byte stand for; the byte itself where they stand for themselves.
char escaped_byte(char byte) {
  switch (byte) {
    case 't':
      return '\t';
    case 'n':
      return '\n';
    case 'r':
      return '\r';
    default:
      return byte;
  }
}

void remove_escapes(std::string& cell) {
  auto from = cell.find('\\');
  if (from == std::string::npos) return;
  std::size_t to = from;
  for (; from < cell.size(); ++from) {
    const bool escape = cell[from] == '\\' && from + 1 < cell.size() &&
                        std::string_view("tnr\\\"").find(cell[from + 1]) != std::string_view::npos;
    cell[to++] = escape ? escaped_byte(cell[++from]) : cell[from];
  }
  cell.resize(to);
}

enum class CsvForm {
  rfc4180,  // cells in quotes where they need it
  escaped,  // \t \n \r \\ \" for those; quotes only as spreadsheets put them around whole cells
};

/// Reads rows as they are, of any width. A line end is LF or CRLF, within quotes a part of the
/// cell, as LF. An apostrophe that keeps a spreadsheet from taking a cell for a formula ('=1) is
/// taken off. Lines of nothing are passed over.
class CsvRows {
 public:
  CsvRows(TextReader reader, char delimiter, CsvForm form);

  /// The next row, good until the next call; nothing at the end. A row is read to its end whatever
  /// is wrong with it, and so is the text, except past a row without limit.
  Row* next();

 private:
  enum class Stop { cell, line, text };
  using Stops = std::array<bool, 256>;

  bool has_byte();
  bool next_is(char byte) { return has_byte() && *at_ == byte; }
  bool take_until(const Stops& stops, std::string& cell);
  std::string& add_cell();
  Stop read_cell();
  Stop read_plain(std::string& cell, bool after_quote);
  Stop read_quoted(std::string& cell);
  Stop leave_quotes(std::string& cell, std::size_t line);
  void check_text(const std::string& cell, std::size_t line);
  void add_problem(std::size_t line, std::string message);

  TextReader reader_;
  char delimiter_;
  CsvForm form_;
  Stops plain_stops_{};
  Stops quoted_stops_{};
  const char* at_ = nullptr;
  const char* end_ = nullptr;
  Row row_;
  std::size_t cells_ = 0;  // of the row so far
  std::size_t line_ = 1;
  std::size_t row_bytes_ = 0;
  bool suspicious_ = false;  // whether the cell may hold what no text may
  bool ended_ = false;
};

CsvRows::CsvRows(TextReader reader, char delimiter, CsvForm form)
    : reader_(std::move(reader)), delimiter_(delimiter), form_(form) {
  for (const char byte : {'\r', '\n'}) {
    plain_stops_[static_cast<unsigned char>(byte)] = true;
    quoted_stops_[static_cast<unsigned char>(byte)] = true;
  }
  plain_stops_[static_cast<unsigned char>(delimiter)] = true;
  plain_stops_['"'] = form == CsvForm::rfc4180;
  quoted_stops_['"'] = true;
}

bool CsvRows::has_byte() {
  if (at_ != end_) return true;
  if (ended_) return false;
  const auto piece = reader_.next();
  at_ = piece.data();
  end_ = at_ + piece.size();
  ended_ = piece.empty();
  suspicious_ |= !reader_.is_clean();
  return !ended_;
}

/// Takes what comes before the next stop into the cell; false where none comes, or not within a
/// row's limit.
bool CsvRows::take_until(const Stops& stops, std::string& cell) {
  while (has_byte() && row_bytes_ <= longest_row) {
    const char* stop = at_;
    while (stop != end_ && !stops[static_cast<unsigned char>(*stop)]) ++stop;
    cell.append(at_, stop);
    row_bytes_ += static_cast<std::size_t>(stop - at_);
    at_ = stop;
    if (stop != end_) return true;
  }
  return false;
}

/// A cell's string is used again in the next row, with the room it has.
std::string& CsvRows::add_cell() {
  if (cells_ == row_.cells.size()) row_.cells.emplace_back();
  auto& cell = row_.cells[cells_++];
  cell.clear();
  return cell;
}

void CsvRows::add_problem(std::size_t line, std::string message) {
  row_.problems.push_back({line, cells_, std::move(message)});
}

Row* CsvRows::next() {
  while (has_byte()) {
    const bool quoted = *at_ == '"';
    row_bytes_ = 0;
    cells_ = 0;
    row_.line = line_;
    row_.problems.clear();
    auto stop = Stop::cell;
    while (stop == Stop::cell) {
      stop = read_cell();
      if (++row_bytes_ <= longest_row) continue;
      row_.problems.clear();
      add_problem(row_.line,
                  say("the row has no end within {} bytes: is a quote left open?", longest_row));
      at_ = end_;
      ended_ = true;
      break;
    }
    row_.cells.resize(cells_);
    const bool blank = !quoted && cells_ == 1 && row_.cells[0].empty();
    if (!blank) return &row_;
  }
  return nullptr;
}

CsvRows::Stop CsvRows::read_cell() {
  auto& cell = add_cell();
  suspicious_ = !reader_.is_clean();
  const auto line = line_;
  const auto stop = next_is('"') ? read_quoted(cell) : read_plain(cell, false);
  if (suspicious_) check_text(cell, line);
  if (!unwrap_text(cell)) remove_formula_guard(cell);
  return stop;
}

/// Reads to the end of a cell; `after_quote` where there should be nothing left of it.
CsvRows::Stop CsvRows::read_plain(std::string& cell, bool after_quote) {
  const auto line = line_;
  const auto size_before = cell.size();
  bool stray_quote = false;
  auto stop = Stop::text;
  while (stop == Stop::text && take_until(plain_stops_, cell)) {
    const char byte = *at_++;
    if (byte == delimiter_) {
      stop = Stop::cell;
    } else if (byte == '\n' || (byte == '\r' && next_is('\n'))) {
      if (byte == '\r') ++at_;
      ++line_;
      stop = Stop::line;
    } else {
      stray_quote |= byte == '"';
      suspicious_ |= byte == '\r';
      cell += byte;
      ++row_bytes_;
    }
  }
  if (after_quote && cell.size() > size_before) {
    add_problem(line, rest_message(std::string_view(cell).substr(size_before)));
  } else if (stray_quote && !after_quote && !is_wrapped_text(cell)) {
    add_problem(line, stray_quote_message());
  }
  if (form_ == CsvForm::escaped && !after_quote && cell.find('\\') != std::string::npos) {
    remove_escapes(cell);
    suspicious_ |= cell.find('\r') != std::string::npos;
  }
  return stop;
}

CsvRows::Stop CsvRows::read_quoted(std::string& cell) {
  const auto line = line_;
  ++at_;
  while (take_until(quoted_stops_, cell)) {
    const char byte = *at_++;
    if (byte == '"' && !next_is('"')) return leave_quotes(cell, line);
    if (byte == '"') ++at_;
    if (byte == '\r' && next_is('\n')) continue;
    if (byte == '\n') ++line_;
    suspicious_ |= byte == '\r';
    cell += byte;
    ++row_bytes_;
  }
  add_problem(line, say("the quote that opens this cell is never closed"));
  return Stop::text;
}

/// Behind a quote that closes a cell. In a text that has escapes a quote may be a part of the cell
/// like any other character, which then does not reach over tabs and lines.
CsvRows::Stop CsvRows::leave_quotes(std::string& cell, std::size_t line) {
  const bool at_end =
      !has_byte() || *at_ == delimiter_ || *at_ == '\n' || *at_ == '\r' || line_ != line;
  if (form_ == CsvForm::rfc4180 || at_end || cell.find(delimiter_) != std::string::npos) {
    return read_plain(cell, true);
  }
  std::string raw = "\"";
  for (const char byte : cell) raw.append(byte == '"' ? 2 : 1, byte);
  cell = raw + '"';
  return read_plain(cell, false);
}

void CsvRows::check_text(const std::string& cell, std::size_t line) {
  auto problem = find_text_problem(cell);
  if (!problem) return;
  const auto before = std::string_view(cell).substr(0, problem->at);
  const auto further = std::count(before.begin(), before.end(), '\n');
  add_problem(line + static_cast<std::size_t>(further), std::move(problem->message));
  row_.problems.back().in_cell = true;
}

constexpr std::array candidates = {',', '\t', ';', '|'};
constexpr std::size_t sample_rows = 100;

/// In how many of the first rows it gives the same number of cells; 0 where not in most of them.
std::size_t rows_alike(const Input& input, const text::Encoding& encoding, char delimiter) {
  CsvRows rows(TextReader(input, encoding), delimiter, CsvForm::rfc4180);
  std::map<std::size_t, std::size_t> counts;
  std::size_t all = 0;
  for (const Row* row = rows.next(); row != nullptr; row = rows.next()) {
    ++counts[row->cells.size()];
    if (++all == sample_rows) break;
  }
  std::size_t most = 0;
  for (const auto& [cells, found] : counts) {
    if (cells > 1 && found > most) most = found;
  }
  return most * 2 > all ? most : 0;
}

std::string name_of(char delimiter) {
  return delimiter == '\t' ? say("a tab") : "'" + std::string(1, delimiter) + "'";
}

/// The one of , tab ; | that gives most of the first rows the same number of cells, more than one;
/// a comma where none does. Throws Error{usage} where two do so equally well.
char find_delimiter(const Input& input, const text::Encoding& encoding) {
  char best = ',';
  char equal = best;
  std::size_t most = 0;
  for (const char delimiter : candidates) {
    const auto alike = rows_alike(input, encoding, delimiter);
    if (alike > 0 && alike == most) equal = delimiter;
    if (alike <= most) continue;
    most = alike;
    best = equal = delimiter;
  }
  if (best == equal) return best;
  const auto name = text::visible(input.name());
  throw Error(ErrorKind::refused,
              say("{}: both {} and {} would part the cells of its rows: say which does with "
                  "--delimiter",
                  name,
                  name_of(best),
                  name_of(equal)));
}

class CsvSource : public Source {
 public:
  CsvSource(const Input& input, text::Encoding encoding, SourceFacts facts)
      : input_(input), encoding_(std::move(encoding)), facts_(std::move(facts)) {}

  const SourceFacts& facts() const override { return facts_; }

  void each(const std::function<bool(Row&)>& take) override {
    const auto form = facts_.format == Format::tsv ? CsvForm::escaped : CsvForm::rfc4180;
    CsvRows rows(TextReader(input_, encoding_), *facts_.delimiter, form);
    for (Row* row = rows.next(); row != nullptr && take(*row); row = rows.next()) {
    }
  }

 private:
  const Input& input_;
  text::Encoding encoding_;
  SourceFacts facts_;
};

}  // namespace

std::unique_ptr<Source> open_csv(const Input& input,
                                 const SourceOptions& options,
                                 Format format,
                                 const text::Encoding& encoding) {
  SourceFacts facts;
  facts.encoding = encoding.name;
  facts.byte_order_mark = encoding.mark > 0;
  facts.delimiter = options.delimiter;
  if (!facts.delimiter)
    facts.delimiter = format == Format::tsv ? '\t' : find_delimiter(input, encoding);
  // Between other delimiters the escapes of TSV are none.
  facts.format = facts.delimiter == '\t' ? format : Format::csv;
  return std::make_unique<CsvSource>(input, encoding, std::move(facts));
}

}  // namespace leadbook::ingest
