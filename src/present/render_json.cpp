#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "present/renderers.hpp"
#include "present/row_writer_buffer.hpp"

namespace leadbook::present {
namespace {

// Raised when a key changes its name or meaning, never for a new key.
constexpr std::int64_t schema = 1;

constexpr std::size_t json_indent = 2;

/// Printable ASCII that means nothing in JSON, the bulk of all text but Chinese.
bool is_plain(char byte) { return byte >= ' ' && byte < '\x7F' && byte != '"' && byte != '\\'; }

/// JSON appended to a text, value by value, in lines or in one.
class JsonText {
 public:
  JsonText(std::string& to, bool in_lines) : to_(to), in_lines_(in_lines) {}

  /// Opens and closes an object or array: '{' and '}', '[' and ']'.
  void open(char bracket);
  void close(char bracket);

  /// What stands before each item of an array.
  void next_item();
  void add_key(std::string_view key);

  void add_null() { to_ += "null"; }
  void add_claim(bool claim) { to_ += claim ? "true" : "false"; }
  void add_number(std::int64_t number);
  /// Bytes that are not UTF-8 become U+FFFD.
  void add_text(std::string_view text);

 private:
  void break_line();

  std::string& to_;
  bool in_lines_;
  bool first_ = true;  // in the innermost object or array
  int depth_ = 0;
};

void JsonText::open(char bracket) {
  to_ += bracket;
  first_ = true;
  ++depth_;
}

void JsonText::close(char bracket) {
  --depth_;
  if (!first_) break_line();
  first_ = false;
  to_ += bracket;
}

void JsonText::next_item() {
  if (!first_) to_ += ',';
  first_ = false;
  break_line();
}

void JsonText::add_key(std::string_view key) {
  next_item();
  add_text(key);
  to_ += in_lines_ ? ": " : ":";
}

void JsonText::add_number(std::int64_t number) {
  std::array<char, 24> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number);
  to_.append(digits.data(), end.ptr);
}

void JsonText::add_text(std::string_view text) {
  if (std::all_of(text.begin(), text.end(), is_plain)) {
    to_.append("\"").append(text).append("\"");
    return;
  }
  using Json = nlohmann::json;
  to_ += Json(text).dump(-1, ' ', false, Json::error_handler_t::replace);
}

void JsonText::break_line() {
  if (!in_lines_) return;
  to_ += '\n';
  to_.append(json_indent * static_cast<std::size_t>(depth_), ' ');
}

/// Writes a cell as a JSON value.
struct Encode {
  JsonText& json;

  void operator()(const Cell& cell) const { std::visit(*this, cell.value); }
  void operator()(std::monostate) const { json.add_null(); }
  void operator()(std::int64_t number) const { json.add_number(number); }
  void operator()(const std::string& text) const {
    text.empty() ? json.add_null() : json.add_text(text);
  }
  void operator()(const Amount& amount) const {
    json.open('{');
    json.add_key("minor");
    json.add_number(amount.money.minor);
    json.add_key("currency");
    json.add_text(amount.money.currency.code());
    json.add_key("decimal");
    json.add_text(decimal_text(amount.money));
    if (amount.qualifier != Qualifier::exact) {
      json.add_key("qualifier");
      json.add_text(qualifier_identifier(amount.qualifier));
    }
    json.close('}');
  }
  void operator()(bool claim) const { json.add_claim(claim); }
  void operator()(const Date& date) const { json.add_text(date_text(date)); }
  // A text, because readers take JSON's numbers for binary fractions.
  void operator()(const Decimal& decimal) const { json.add_text(number_text(decimal)); }
  void operator()(const Link& link) const {
    if (link.reference.empty() && link.name.empty()) return json.add_null();
    json.open('{');
    json.add_key("ref");
    (*this)(link.reference);
    json.add_key("name");
    (*this)(link.name);
    json.close('}');
  }
  void operator()(const Word& word) const { (*this)(word.identifier); }
  void operator()(const Reference& reference) const { json.add_text(reference_text(reference)); }
  void operator()(const List& list) const {
    json.open('[');
    for (const auto& item : list) {
      json.next_item();
      (*this)(item);
    }
    json.close(']');
  }
  void operator()(const Object& object) const {
    json.open('{');
    for (const auto& [key, value] : object) {
      json.add_key(key);
      (*this)(value);
    }
    json.close('}');
  }
};

/// The places of the columns to write: a column asked for twice is one member of an object.
std::vector<std::size_t> distinct_columns(const std::vector<Column>& columns) {
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const bool known = std::any_of(places.begin(), places.end(), [&](std::size_t place) {
      return columns[place].key == columns[i].key;
    });
    if (!known) places.push_back(i);
  }
  return places;
}

void encode_row(JsonText& json,
                const std::vector<Column>& columns,
                const std::vector<std::size_t>& places,
                const std::vector<Cell>& row) {
  json.open('{');
  for (const auto place : places) {
    json.add_key(columns[place].key);
    Encode{json}(row[place]);
  }
  json.close('}');
}

class JsonWriter : public RowWriter {
 public:
  JsonWriter(std::ostream& out, Table head)
      : head_(std::move(head)),
        places_(distinct_columns(head_.columns)),
        buffer_(out),
        json_(buffer_.bytes(), true) {
    json_.open('{');
    json_.add_key("schema");
    json_.add_number(schema);
    if (!head_.title.empty()) {
      json_.add_key("title");
      json_.add_text(head_.title);
    }
    json_.add_key(head_.key);
    json_.open('[');
  }

  void add(const std::vector<Cell>& cells) override {
    json_.next_item();
    encode_row(json_, head_.columns, places_, cells);
    buffer_.pass_on();
  }

  void finish() override {
    json_.close(']');
    if (head_.total) {
      json_.add_key("total");
      encode_row(json_, head_.columns, places_, *head_.total);
    }
    if (!head_.notes.empty()) {
      json_.add_key("notes");
      Encode{json_}(List(head_.notes.begin(), head_.notes.end()));
    }
    json_.close('}');
    buffer_.bytes() += '\n';
    buffer_.write();
  }

 private:
  Table head_;
  std::vector<std::size_t> places_;
  OutputBuffer buffer_;
  JsonText json_;
};

class JsonLinesWriter : public RowWriter {
 public:
  JsonLinesWriter(std::ostream& out, Table head)
      : head_(std::move(head)), places_(distinct_columns(head_.columns)), buffer_(out) {}

  void add(const std::vector<Cell>& cells) override {
    JsonText json(buffer_.bytes(), false);
    encode_row(json, head_.columns, places_, cells);
    buffer_.bytes() += '\n';
    buffer_.pass_on();
  }

  void finish() override { buffer_.write(); }

 private:
  Table head_;
  std::vector<std::size_t> places_;
  OutputBuffer buffer_;
};

}  // namespace

std::unique_ptr<RowWriter> open_json(std::ostream& out, Table head) {
  return std::make_unique<JsonWriter>(out, std::move(head));
}

std::unique_ptr<RowWriter> open_jsonl(std::ostream& out, Table head) {
  return std::make_unique<JsonLinesWriter>(out, std::move(head));
}

std::string render_json(const Card& card) {
  const Table& record = card.record;
  std::string bytes;
  JsonText json(bytes, true);
  json.open('{');
  json.add_key("schema");
  json.add_number(schema);
  json.add_key(record.key);
  if (record.rows.empty()) {
    json.add_null();
  } else {
    encode_row(json, record.columns, distinct_columns(record.columns), record.rows.front());
  }
  json.close('}');
  return bytes + '\n';
}

}  // namespace leadbook::present
