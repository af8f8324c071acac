#include "service/import/keys.hpp"

#include <algorithm>

#include "leadbook/domain/error.hpp"
#include "leadbook/domain/record/field_facts.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::service {
namespace {

using store::Value;

bool is_by_number(const std::vector<std::string>& names) {
  return names.size() == 1 && names.front() == "id";
}

/// The fields of a key. The number itself lies in none: the identity is read in its place.
/// The field that is called so, by its name or its heading in either language; "" where none is.
std::string key_field(Kind kind, const std::string& name) {
  if (name == "uid") return name;
  for (const auto& field : fields_of(kind)) {
    const auto called = {field.name, std::string(field.english), std::string(field.chinese)};
    if (!field.list && std::find(called.begin(), called.end(), name) != called.end()) {
      return field.name;
    }
  }
  return "";
}

std::vector<std::string> key_fields(Kind kind, const std::vector<std::string>& names) {
  if (is_by_number(names)) return {"uid"};
  if (std::find(names.begin(), names.end(), "id") != names.end()) {
    throw Error(ErrorKind::usage,
                say("--key id stands alone: a number tells its record by itself"));
  }
  std::string all = "id, uid";
  for (const auto& field : fields_of(kind)) {
    if (field.list) continue;
    all += choose(", ", "、");
    all += choose(field.name, field.chinese);
  }
  std::vector<std::string> keys;
  for (const auto& name : names) {
    const auto key = key_field(kind, name);
    if (key.empty()) {
      throw Error(ErrorKind::usage,
                  say("--key: there is no field '{}' that can tell records apart; there are {}",
                      text::visible(name),
                      all));
    }
    keys.push_back(key);
  }
  return keys;
}

}  // namespace

bool is_blank(const RecordKey& key) {
  return std::all_of(key.begin(), key.end(), [](const Value& value) {
    const auto* text = std::get_if<std::string>(&value);
    return store::is_null(value) || (text != nullptr && text->empty());
  });
}

KeyIndex::KeyIndex(store::Db& db, Kind kind, const std::vector<std::string>& names)
    : kind_(kind), by_number_(is_by_number(names)), fields_(kind, key_fields(kind, names)) {
  fields_.each(db, [&](std::int64_t id, std::span<const Value> values) {
    auto& known = at(by_number_ ? RecordKey{id} : RecordKey(values.begin(), values.end()));
    if (known.id == 0) {
      known.id = id;
    } else {
      ++known.others;
    }
  });
}

RecordKey KeyIndex::folded(RecordKey key) {
  for (auto& value : key) {
    if (auto* text = std::get_if<std::string>(&value)) *text = text::fold(*text);
  }
  return key;
}

RecordKey KeyIndex::key_of(const AnyRecord& record) const {
  if (by_number_) return {store::number_or_null(reference_of(record).number)};
  return fields_.of(record);
}

std::string KeyIndex::text_of(const RecordKey& key) const {
  std::string text;
  for (const auto& value : key) {
    const auto* number = std::get_if<std::int64_t>(&value);
    if (by_number_ && number != nullptr) return reference_text({kind_, *number});
    const auto* word = std::get_if<std::string>(&value);
    if (number == nullptr && word == nullptr) continue;
    text += (text.empty() ? "" : " ") + (number != nullptr ? std::to_string(*number) : *word);
  }
  return text;
}

}  // namespace leadbook::service
