#include "service/import_same.hpp"

#include <functional>
#include <string>

namespace leadbook::service {
namespace {

/// A record without what the book gave it.
store::RecordRow content_of(store::RecordRow row) {
  row.id = 0;
  row.values[0] = std::string();
  row.values[1] = std::int64_t{0};
  return row;
}

}  // namespace

SameRecords::SameRecords(store::Db& db, Kind kind) : db_(db), shape_(store::shape_of(kind)) {
  store::each_row(db_, shape_, [this](store::RecordRow& row) { add(row); });
}

std::size_t SameRecords::hash_of(const store::RecordRow& row) const {
  return std::hash<std::string>{}(store::snapshot(shape_, content_of(row)));
}

void SameRecords::add(const store::RecordRow& row) { ids_.emplace(hash_of(row), row.id); }

std::optional<std::int64_t> SameRecords::find(const store::RecordRow& row) const {
  const auto wanted = content_of(row);
  const auto [from, until] = ids_.equal_range(hash_of(row));
  for (auto at = from; at != until; ++at) {
    auto other = store::find_row(db_, shape_, at->second);
    if (other && content_of(std::move(*other)) == wanted) return at->second;
  }
  return {};
}

}  // namespace leadbook::service
