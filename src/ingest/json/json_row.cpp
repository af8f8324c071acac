#include "ingest/json/json_row.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "ingest/csv/text_source.hpp"
#include "leadbook/domain/error.hpp"
#include "leadbook/domain/list_text.hpp"
#include "leadbook/text/encoding.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::ingest {
namespace {

/// The text of a member; nothing where there is none or it is no text.
const std::string* find_text(const JsonValue& object, std::string_view key) {
  for (const auto& part : object.parts) {
    if (part.key == key) return part.shape == JsonValue::Shape::text ? &part.text : nullptr;
  }
  return nullptr;
}

std::optional<std::string> amount_text(const JsonValue& object) {
  const auto* decimal = find_text(object, "decimal");
  const auto* currency = find_text(object, "currency");
  if (decimal == nullptr || currency == nullptr) return {};
  std::string text;
  if (const auto* qualifier = find_text(object, "qualifier"); qualifier && !qualifier->empty()) {
    text = *qualifier + ' ';
    std::replace(text.begin(), text.end(), '_', ' ');
  }
  return text.append(*decimal).append(" ").append(*currency);
}

std::optional<std::string> link_text(const JsonValue& object) {
  const auto* reference = find_text(object, "ref");
  const auto* name = find_text(object, "name");
  if (object.parts.size() != 2 || reference == nullptr || name == nullptr) return {};
  return name->empty() ? *reference : *name;
}

/// A text, or an object that stands for one.
std::optional<std::string> single_text(const JsonValue& value) {
  switch (value.shape) {
    case JsonValue::Shape::text:
      return value.text;
    case JsonValue::Shape::list:
      return {};
    case JsonValue::Shape::object:
      break;
  }
  auto amount = amount_text(value);
  return amount ? amount : link_text(value);
}

/// The fields of a list's item, nothing where one is neither a text nor stands for one.
std::optional<std::vector<std::string>> fields_of(const JsonValue& item) {
  if (auto single = single_text(item)) return std::vector{std::move(*single)};
  if (item.shape != JsonValue::Shape::object) return {};
  std::vector<std::string> fields;
  for (const auto& part : item.parts) {
    auto field = single_text(part);
    if (!field) return {};
    fields.push_back(std::move(*field));
  }
  return fields;
}

/// The text that reads back as this value: an amount as "over 450000000.00 HKD", a link by its
/// name, a list of texts, amounts or plain objects as list text; nothing for any other.
std::optional<std::string> cell_text(const JsonValue& value) {
  if (value.shape != JsonValue::Shape::list) return single_text(value);
  std::vector<std::vector<std::string>> items;
  for (const auto& part : value.parts) {
    auto fields = fields_of(part);
    if (!fields) return {};
    items.push_back(std::move(*fields));
  }
  return write_list_text(items);
}

constexpr std::size_t most_columns = 16'384;  // of a sheet
constexpr std::size_t most_parts = 10'000;
constexpr std::size_t most_members = 100;

bool has_member(const JsonValue& object, const std::string& key) {
  return std::any_of(object.parts.begin(), object.parts.end(), [&key](const JsonValue& part) {
    return part.key == key;
  });
}

void join_line_ends(std::string& cell) {
  for (auto at = cell.find("\r\n"); at != std::string::npos; at = cell.find("\r\n", at)) {
    cell.erase(at, 1);
  }
}

}  // namespace

void JsonRow::begin(std::size_t line) {
  open_ = true;
  ++records_;
  next_ = 0;
  parts_ = 0;
  row_.line = line;
  row_.problems.clear();
  row_.cells.resize(keys_.size());
  for (auto& cell : row_.cells) cell.clear();
}

void JsonRow::abandon() {
  open_ = false;
  path_.clear();
}

void JsonRow::refuse(std::size_t line, std::string message) {
  abandon();
  row_.line = line;
  row_.cells.clear();
  row_.problems = {{line, 0, std::move(message)}};
}

void JsonRow::add_problem(std::string message) {
  row_.problems.push_back({row_.line, column_ + 1, std::move(message)});
}

std::size_t JsonRow::column_of(std::string& key) {
  if (next_ < keys_.size() && keys_[next_] == key) return next_;
  const auto known = columns_.find(key);
  if (known != columns_.end()) return known->second;
  if (keys_.size() == most_columns) {
    throw Error(
        ErrorKind::refused,
        say("line {}: the records have more than {} different keys", row_.line, most_columns));
  }
  columns_.emplace(key, keys_.size());
  keys_.push_back(std::move(key));
  seen_.push_back(0);
  row_.cells.emplace_back();
  return keys_.size() - 1;
}

void JsonRow::key(std::string&& key) {
  if (!path_.empty()) {
    auto& object = *path_.back();
    // An object with many members stands for no cell: there is nothing to compare.
    too_much_ |= object.parts.size() >= most_members;
    if (!too_much_ && has_member(object, key)) {
      const auto shown = text::visible(text::cut(key, 30));
      add_problem(say("the key '{}' comes twice", shown));
    }
    part_key_ = std::move(key);
    return;
  }
  column_ = column_of(key);
  next_ = column_ + 1;
  again_ = seen_[column_] == records_;
  seen_[column_] = records_;
  if (!again_) return;
  const auto shown = text::visible(text::cut(keys_[column_], 30));
  add_problem(say("the key '{}' comes twice", shown));
}

void JsonRow::text(std::string&& text) {
  if (!path_.empty()) {
    if (auto* part = add_part(JsonValue::Shape::text)) part->text = std::move(text);
    return;
  }
  if (again_) return;
  row_.cells[column_] = std::move(text);
  check_cell(row_.cells[column_]);
}

void JsonRow::open(JsonValue::Shape shape) {
  if (path_.empty()) {
    too_much_ = false;
    value_ = {};
    value_.shape = shape;
    path_.push_back(&value_);
    return;
  }
  // What is too much is not kept, and goes where it does no harm.
  auto* part = add_part(shape);
  path_.push_back(part != nullptr ? part : path_.back());
}

/// Where it is too much for one cell, nothing.
JsonValue* JsonRow::add_part(JsonValue::Shape shape) {
  too_much_ |= ++parts_ > most_parts;
  if (too_much_) return nullptr;
  auto& parts = path_.back()->parts;
  parts.emplace_back();
  parts.back().shape = shape;
  parts.back().key = std::move(part_key_);
  part_key_.clear();
  return &parts.back();
}

bool JsonRow::close() {
  if (path_.empty()) {
    open_ = false;
    return true;
  }
  path_.pop_back();
  if (path_.empty()) put_cell();
  return false;
}

void JsonRow::put_cell() {
  if (again_) return;
  auto text = too_much_ ? std::nullopt : cell_text(value_);
  if (!text) {
    add_problem(
        say("this is no value for a cell: write a text, a number, a list of those, or an amount "
            "as leadbook exports it"));
    return;
  }
  row_.cells[column_] = std::move(*text);
  check_cell(row_.cells[column_]);
}

void JsonRow::check_cell(std::string& cell) {
  const bool returns = cell.find('\r') != std::string::npos;
  if (returns) join_line_ends(cell);
  if (!returns && !text::scan_utf8(cell).controls) return;
  if (auto problem = find_text_problem(cell)) add_problem(std::move(problem->message));
}

}  // namespace leadbook::ingest
