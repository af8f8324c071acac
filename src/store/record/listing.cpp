// A list statement is cut down to what is asked of it: a condition on a filter nobody gave is left
// out, so that the engine looks at nothing in vain and finds the index of a filter that was given.
// For that each condition in src/store/sql/KIND_list.sql begins a line, with WHERE or AND, and ends
// in "OR :filter IS NULL)", or in "OR :switch = 'no')" for a filter that is on or off.
#include "leadbook/store/record/listing.hpp"

#include <algorithm>
#include <stdexcept>

#include "leadbook/text/utf8.hpp"
#include "store/record/pieces.hpp"
#include "store/record/rows.hpp"

namespace leadbook::store {
namespace {

constexpr std::string_view first_condition = "WHERE ";
constexpr std::string_view further_condition = "  AND ";
constexpr std::string_view order_line = "ORDER BY ";

/// A list statement, taken apart.
struct Parts {
  std::string number;  // "s.id"
  std::string from;
  std::vector<std::string> conditions;
  std::string order;
};

Parts take_apart(const std::string& sql) {
  constexpr std::string_view select = "SELECT ";
  Parts parts;
  for (const auto line : text::split(sql, '\n')) {
    if (line.starts_with(select)) {
      parts.number = line.substr(select.size());
    } else if (line.starts_with(first_condition)) {
      parts.conditions.emplace_back(line.substr(first_condition.size()));
    } else if (line.starts_with(further_condition)) {
      parts.conditions.emplace_back(line.substr(further_condition.size()));
    } else if (line.starts_with(order_line)) {
      parts.order = line.substr(order_line.size());
    } else if (!line.empty()) {
      auto& of = parts.conditions.empty() ? parts.from : parts.conditions.back();
      of.append("\n").append(line);
    }
  }
  return parts;
}

/// Nothing for a filter that was not given.
const Value* value_of(const Parameters& filters, std::string_view name) {
  const auto found = std::find_if(
      filters.begin(), filters.end(), [&](const Parameter& filter) { return filter.name == name; });
  return found == filters.end() || is_null(found->value) ? nullptr : &found->value;
}

/// What is left of a condition: nothing where its filter was not given, and otherwise all but the
/// words that let everything pass without one.
std::string cut(const std::string& condition, const Parameters& filters) {
  constexpr std::string_view passes = "OR :";
  const auto at = condition.rfind(passes);
  if (at == std::string::npos) throw std::logic_error("a condition without a filter: " + condition);
  const auto name = at + passes.size();
  const auto* value = value_of(filters, condition.substr(name, condition.find(' ', name) - name));
  if (value == nullptr) return "";
  const auto* text = std::get_if<std::string>(value);
  if (text != nullptr && *text == "no" && condition.ends_with(" = 'no')")) return "";
  const auto end = condition.find_last_not_of(" \n", at - 1);
  return condition.substr(0, end + 1) + ")";
}

/// "s.id": the same column of the same table.
std::string beside(const std::string& number, const std::string& column) {
  return number.substr(0, number.find('.') + 1) + column;
}

/// "s.leader = '', s.leader DESC": what has no value comes last.
std::string ordering(const std::string& number, const OrderKey& key) {
  const auto column = beside(number, key.column.name);
  return column + (key.column.nullable ? " IS NULL, " : " = '', ") + column +
         (key.descending ? " DESC, " : ", ");
}

bool is_in(std::string_view sql, std::string_view name) {
  const auto mark = ":" + std::string(name);
  for (auto at = sql.find(mark); at != std::string_view::npos; at = sql.find(mark, at + 1)) {
    const auto end = at + mark.size();
    const char next = end < sql.size() ? sql[end] : ' ';
    if (next != '_' && (next < 'a' || next > 'z')) return true;
  }
  return false;
}

}  // namespace

ListStatement list_statement(const Listing& listing, const std::vector<std::string>& columns) {
  const auto whole = statement(std::string(identifier(listing.kind)) + "_list");
  for (const auto& filter : listing.filters) {
    if (!is_in(whole, filter.name)) throw std::logic_error("no filter " + std::string(filter.name));
  }
  const auto parts = take_apart(whole);
  ListStatement made{"SELECT " + parts.number, {}};
  for (const auto& column : columns) made.sql += ", " + beside(parts.number, column);
  made.sql += parts.from;
  bool first = true;
  for (const auto& condition : parts.conditions) {
    const auto left = cut(condition, listing.filters);
    if (left.empty()) continue;
    made.sql += '\n';
    made.sql += first ? first_condition : further_condition;
    made.sql += left;
    first = false;
  }
  made.sql.append("\n").append(order_line);
  for (const auto& key : listing.order) made.sql += ordering(parts.number, key);
  made.sql += listing.by_number ? parts.number : parts.order;
  for (const auto& filter : listing.filters) {
    if (is_in(made.sql, filter.name)) made.parameters.push_back(filter);
  }
  if (listing.limit) {
    made.sql += "\nLIMIT :limit";
    made.parameters.push_back({"limit", *listing.limit});
  }
  return made;
}

void each_listed(Db& db,
                 const Selection& selection,
                 const Listing& listing,
                 const EachPiece& each) {
  const auto made = list_statement(listing, names_of(selection.columns()));
  each_piece(
      db, selection, [&](const EachRow& take) { db.each(made.sql, made.parameters, take); }, each);
}

std::vector<std::int64_t> listed_numbers(Db& db, const Listing& listing) {
  const auto made = list_statement(listing, {});
  std::vector<std::int64_t> numbers;
  db.each(made.sql, made.parameters, [&](Row& row) { numbers.push_back(row.integer("id")); });
  return numbers;
}

std::map<std::int64_t, std::int64_t> own_references(Db& db, Kind kind) {
  std::map<std::int64_t, std::int64_t> references;
  const auto& shape = shape_of(kind);
  for (const auto& column : shape.columns) {
    if (column.refers != kind) continue;
    auto sql = statement("record_own_references");
    replace_all(sql, "{table}", shape.table);
    replace_all(sql, "{column}", column.name);
    db.each(
        sql, {}, [&](Row& row) { references.emplace(row.integer("id"), row.integer("refers")); });
  }
  return references;
}

}  // namespace leadbook::store
