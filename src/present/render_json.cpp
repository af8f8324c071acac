#include <cstddef>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <variant>
#include <vector>

#include "present/renderers.hpp"

namespace leadbook::present {
namespace {

using Json = nlohmann::ordered_json;

// Raised when a key changes its name or meaning, never for a new key.
constexpr int schema = 1;

struct Encode {
  Json operator()(const Cell& cell) const { return std::visit(*this, cell.value); }
  Json operator()(std::monostate) const { return nullptr; }
  Json operator()(std::int64_t number) const { return number; }
  Json operator()(const std::string& text) const { return text.empty() ? Json() : Json(text); }
  Json operator()(const Amount& amount) const {
    Json json = {{"minor", amount.money.minor},
                 {"currency", amount.money.currency.code()},
                 {"decimal", decimal_text(amount.money)}};
    if (amount.qualifier != Qualifier::exact) {
      json["qualifier"] = qualifier_identifier(amount.qualifier);
    }
    return json;
  }
  Json operator()(const Date& date) const { return date_text(date); }
  // A text, because readers take JSON's numbers for binary fractions.
  Json operator()(const Decimal& decimal) const { return number_text(decimal); }
  Json operator()(const Link& link) const {
    if (link.reference.empty() && link.name.empty()) return nullptr;
    return {{"ref", (*this)(link.reference)}, {"name", (*this)(link.name)}};
  }
  Json operator()(const Word& word) const { return (*this)(word.identifier); }
  Json operator()(const Reference& reference) const { return reference_text(reference); }
  Json operator()(const List& list) const {
    Json json = Json::array();
    for (const auto& item : list) json.push_back((*this)(item));
    return json;
  }
  Json operator()(const Object& object) const {
    Json json = Json::object();
    for (const auto& [key, value] : object) json[key] = (*this)(value);
    return json;
  }
};

Json encode_row(const Table& table, const std::vector<Cell>& row) {
  Json json = Json::object();
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    json[table.columns[i].key] = Encode{}(row[i]);
  }
  return json;
}

std::string write(const Json& json, int indent) {
  return json.dump(indent, ' ', false, Json::error_handler_t::replace) + '\n';
}

}  // namespace

std::string render_json(const Table& table) {
  Json json = {{"schema", schema}};
  Json& rows = json[table.key] = Json::array();
  for (const auto& row : table.rows) rows.push_back(encode_row(table, row));
  if (table.total) json["total"] = encode_row(table, *table.total);
  if (!table.notes.empty()) json["notes"] = table.notes;
  return write(json, 2);
}

std::string render_json(const Card& card) {
  const Table& record = card.record;
  Json json = {{"schema", schema}};
  json[record.key] = record.rows.empty() ? Json() : encode_row(record, record.rows.front());
  return write(json, 2);
}

std::string render_jsonl(const Table& table) {
  std::string output;
  for (const auto& row : table.rows) output += write(encode_row(table, row), -1);
  return output;
}

}  // namespace leadbook::present
