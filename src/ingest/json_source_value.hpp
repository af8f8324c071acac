// A value within a record of JSON, and the cell that it makes.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace leadbook::ingest {

struct JsonValue {
  enum class Shape { text, list, object };

  Shape shape = Shape::text;
  std::string key;   // where it is a member of an object
  std::string text;  // of a string, a number or a word; empty for null
  std::vector<JsonValue> parts;
};

/// The text that reads back as this value: an amount as "over 450000000.00 HKD", a link by its
/// name, a list of texts, amounts or plain objects as list text; nothing for any other.
std::optional<std::string> cell_text(const JsonValue& value);

}  // namespace leadbook::ingest
