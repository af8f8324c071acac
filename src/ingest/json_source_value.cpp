#include "ingest/json_source_value.hpp"

#include <algorithm>
#include <string_view>

#include "leadbook/domain/list_text.hpp"

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

}  // namespace

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

}  // namespace leadbook::ingest
