#include <array>
#include <charconv>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <variant>
#include <vector>

#include "present/renderers.hpp"
#include "present/row_writer_buffer.hpp"

namespace leadbook::present {
namespace {

constexpr std::string_view byte_order_mark = "\uFEFF";

bool is_number(std::string_view text) {
  if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
  const auto dot = text.find('.');
  const auto whole = text.substr(0, dot);
  const auto decimals = dot == std::string_view::npos ? "0" : text.substr(dot + 1);
  const auto all_digits = [](std::string_view part) {
    return !part.empty() && part.find_first_not_of("0123456789") == std::string_view::npos;
  };
  return all_digits(whole) && all_digits(decimals);
}

/// Whether a spreadsheet would take the text for a formula. An apostrophe that stands there already
/// keeps its place behind ours, which reading takes off.
bool is_formula(std::string_view text) {
  const auto first = text.find_first_not_of('\'');
  return first != std::string_view::npos &&
         std::string_view("=+-@\t\r").find(text[first]) != std::string_view::npos &&
         !is_number(text);
}

bool needs_quotes(std::string_view text) {
  for (const char byte : text) {
    if (byte == ',' || byte == '"' || byte == '\r' || byte == '\n') return true;
  }
  return false;
}

void append_csv(std::string_view text, std::string_view guard, std::string& to) {
  if (!needs_quotes(text)) {
    to.append(guard).append(text);
    return;
  }
  to.append("\"").append(guard);
  for (const char byte : text) {
    if (byte == '"') to += '"';
    to += byte;
  }
  to += '"';
}

void append_tsv(std::string_view text, std::string_view guard, std::string& to) {
  to += guard;
  // Readers take a quote that opens a cell for one around it.
  if (text.starts_with('"')) to += '\\';
  for (const char byte : text) {
    switch (byte) {
      case '\t':
        to += "\\t";
        break;
      case '\n':
        to += "\\n";
        break;
      case '\r':
        to += "\\r";
        break;
      case '\\':
        to += "\\\\";
        break;
      default:
        to += byte;
    }
  }
}

/// "2020-05-19", digit by digit: most dates of a listing are days.
void append_day(Day day, std::string& to) {
  const std::chrono::year_month_day date(day);
  const auto add = [&to](unsigned number, unsigned unit) {
    for (; unit > 0; unit /= 10) to += static_cast<char>('0' + number / unit % 10);
  };
  add(static_cast<unsigned>(static_cast<int>(date.year())), 1000);
  to += '-';
  add(static_cast<unsigned>(date.month()), 10);
  to += '-';
  add(static_cast<unsigned>(date.day()), 10);
}

/// The text of a cell, in the cell itself where it stands there.
std::string_view text_of(const Cell& cell, std::string& scratch) {
  if (const auto* text = std::get_if<std::string>(&cell.value)) return *text;
  if (const auto* word = std::get_if<Word>(&cell.value)) return word->identifier;
  if (const auto* link = std::get_if<Link>(&cell.value)) {
    return link->name.empty() ? link->reference : link->name;
  }
  scratch = plain_text(cell);
  return scratch;
}

/// Whether the text of a cell has nothing to quote and is no formula.
bool is_bare(const Cell& cell) {
  const auto* date = std::get_if<Date>(&cell.value);
  return is_numeric(cell) || (date != nullptr && date->is_day());
}

void append_bare(const Cell& cell, std::string& to) {
  if (const auto* number = std::get_if<std::int64_t>(&cell.value)) {
    std::array<char, 24> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), *number);
    to.append(digits.data(), end.ptr);
    return;
  }
  if (const auto* date = std::get_if<Date>(&cell.value)) return append_day(date->first, to);
  const auto* amount = std::get_if<Amount>(&cell.value);
  if (amount == nullptr || amount->qualifier != Qualifier::exact) {
    to += plain_text(cell);
    return;
  }
  to.append(decimal_text(amount->money)).append(1, ' ').append(amount->money.currency.code());
}

class SeparatedWriter : public RowWriter {
 public:
  SeparatedWriter(std::ostream& out, const Table& head, const Style& style, char separator)
      : buffer_(out), separator_(separator), apart_(head.columns.size()) {
    for (std::size_t column = 0; column < apart_.size(); ++column) {
      apart_[column] = !head.title.empty() && holds_amounts(head, column);
    }
    if (style.bom) buffer_.bytes() += byte_order_mark;
    if (!style.header) return;
    const std::size_t start = buffer_.bytes().size();
    for (std::size_t index = 0; index < apart_.size(); ++index) {
      if (index > 0) buffer_.bytes() += separator_;
      const auto& key = head.columns[index].key;
      append(apart_[index] ? key + "_yuan" : key, "");
      if (!apart_[index]) continue;
      buffer_.bytes() += separator_;
      append(key + "_currency", "");
    }
    end_line(start);
  }

  void add(const std::vector<Cell>& cells) override {
    std::string& bytes = buffer_.bytes();
    const std::size_t start = bytes.size();
    for (const auto& cell : cells) {
      if (&cell != &cells.front()) bytes += separator_;
      if (apart_[static_cast<std::size_t>(&cell - cells.data())]) {
        append_apart(cell, bytes);
        continue;
      }
      if (is_bare(cell)) {
        append_bare(cell, bytes);
        continue;
      }
      const auto text = text_of(cell, scratch_);
      append(text, is_formula(text) ? "'" : "");
    }
    end_line(start);
  }

  void finish() override { buffer_.write(); }

 private:
  void append(std::string_view text, std::string_view guard) {
    separator_ == ',' ? append_csv(text, guard, buffer_.bytes())
                      : append_tsv(text, guard, buffer_.bytes());
  }

  /// The exact number of an amount, and its currency in the column beside it.
  void append_apart(const Cell& cell, std::string& bytes) const {
    const auto* amount = std::get_if<Amount>(&cell.value);
    if (amount != nullptr) bytes += decimal_text(amount->money);
    bytes += separator_;
    if (amount != nullptr) bytes += amount->money.currency.code();
  }

  void end_line(std::size_t start) {
    std::string& bytes = buffer_.bytes();
    // A line of nothing would be taken for no row at all.
    if (bytes.size() == start && separator_ == ',') bytes += "\"\"";
    bytes += '\n';
    buffer_.pass_on();
  }

  OutputBuffer buffer_;
  char separator_;
  std::vector<bool> apart_;  // by column: amounts that stand in two
  std::string scratch_;
};

}  // namespace

std::unique_ptr<RowWriter> open_csv(std::ostream& out, const Table& head, const Style& style) {
  return std::make_unique<SeparatedWriter>(out, head, style, ',');
}

std::unique_ptr<RowWriter> open_tsv(std::ostream& out, const Table& head, const Style& style) {
  return std::make_unique<SeparatedWriter>(out, head, style, '\t');
}

}  // namespace leadbook::present
