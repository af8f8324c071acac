#include "leadbook/store/log/hash.hpp"

namespace leadbook::store {
namespace {

/// Absent and empty must differ in the hash.
std::string_view marked(const std::optional<std::string>& text) {
  return text ? std::string_view("1") : std::string_view("0");
}

}  // namespace

void EntryHash::add(const EntryRow& row) {
  rows_.add(identifier(row.record.kind)).add(row.record.number);
  rows_.add(marked(row.before)).add(row.before.value_or(""));
  rows_.add(marked(row.after)).add(row.after.value_or(""));
  rows_.add(row.line);
}

std::string EntryHash::hex(std::string_view previous, const Entry& entry) {
  Digest digest;
  digest.add(previous).add(entry.number).add(entry.at).add(entry.actor).add(entry.command);
  digest.add(entry.request).add(entry.undoes.value_or(0)).add(entry.row_count).add(rows_.hex());
  return digest.hex();
}

}  // namespace leadbook::store
