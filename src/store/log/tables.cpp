#include "store/log/tables.hpp"

namespace leadbook::store {
namespace {

Value value_of(const std::optional<std::string>& text) { return text ? Value(*text) : Value(); }

}  // namespace

const Table& entry_table() {
  static const Table table = {
      "entry", {"number", "at", "actor", "command", "request", "undoes", "row_count", "hash"}};
  return table;
}

const Table& entry_row_table() {
  static const Table table = {
      "entry_row", {"entry", "position", "kind", "record_id", "before", "after", "line"}, 1};
  return table;
}

std::vector<Value> columns_of(const Entry& entry) {
  return {entry.number,
          entry.at,
          entry.actor,
          entry.command,
          entry.request,
          number_or_null(entry.undoes.value_or(0)),
          entry.row_count,
          entry.hash};
}

std::vector<Value> columns_of(std::int64_t entry, std::int64_t position, const EntryRow& row) {
  return {entry,
          position,
          std::string(identifier(row.record.kind)),
          row.record.number,
          value_of(row.before),
          value_of(row.after),
          number_or_null(row.line)};
}

void each_last_state(Db& book, Kind kind, std::int64_t last, const EachState& each) {
  std::int64_t id = 0;
  Value state;
  const auto hand_out = [&] {
    if (const auto* snapshot = std::get_if<std::string>(&state)) each(id, *snapshot);
  };
  const Parameters states = {{"kind", std::string(identifier(kind))}, {"last", last}};
  book.each(statement("entry_row_states"), states, [&](Row& row) {
    const auto next = row.integer("record_id");
    if (next != id) hand_out();
    id = next;
    state = std::move(row.values().back());
  });
  hand_out();
}

}  // namespace leadbook::store
