#include "service/merge_record.hpp"

#include <algorithm>

#include "leadbook/service/record_input.hpp"

namespace leadbook::service {
namespace {

/// Where a field lies: in columns of the record, or in a part of it.
struct FieldPlace {
  const store::FieldColumns* columns = nullptr;
  std::size_t part = 0;
};

FieldPlace place_of(Kind kind, std::size_t field) {
  const auto& shape = store::shape_of(kind);
  const auto& name = fields_of(kind)[field].name;
  for (const auto& columns : shape.fields) {
    if (columns.name == name) return {&columns, 0};
  }
  const auto part = std::find_if(
      shape.parts.begin(), shape.parts.end(), [&](const auto& of) { return of.name == name; });
  return {nullptr, static_cast<std::size_t>(part - shape.parts.begin())};
}

bool is_same(const FieldPlace& place, const store::RecordRow& left, const store::RecordRow& right) {
  if (place.columns == nullptr) return left.parts[place.part] == right.parts[place.part];
  const auto first = static_cast<std::ptrdiff_t>(place.columns->first);
  const auto count = static_cast<std::ptrdiff_t>(place.columns->count);
  return std::equal(left.values.begin() + first,
                    left.values.begin() + first + count,
                    right.values.begin() + first);
}

void take_field(Kind kind,
                std::size_t field,
                const store::RecordRow& from,
                store::RecordRow& into) {
  const auto place = place_of(kind, field);
  if (place.columns == nullptr) {
    into.parts[place.part] = from.parts[place.part];
    return;
  }
  for (std::size_t column = 0; column < place.columns->count; ++column) {
    into.values[place.columns->first + column] = from.values[place.columns->first + column];
  }
}

}  // namespace

store::RecordRow apply_changes(Kind kind,
                               const store::RecordRow& base,
                               const store::RecordRow& theirs,
                               store::RecordRow onto) {
  for (std::size_t field = 0; field < fields_of(kind).size(); ++field) {
    if (!is_same(place_of(kind, field), base, theirs)) take_field(kind, field, theirs, onto);
  }
  return onto;
}

MergedRecord merge_record(Kind kind,
                          const store::RecordRow& base,
                          const store::RecordRow& theirs,
                          const store::RecordRow& ours) {
  MergedRecord merged{ours, {}};
  for (std::size_t field = 0; field < fields_of(kind).size(); ++field) {
    const auto place = place_of(kind, field);
    if (is_same(place, base, theirs) || is_same(place, ours, theirs)) continue;
    if (is_same(place, base, ours)) {
      take_field(kind, field, theirs, merged.kept);
    } else {
      merged.conflicts.push_back(field);
    }
  }
  return merged;
}

void keep_field(Kind kind, std::size_t field, const store::RecordRow& ours, MergedRecord& merged) {
  take_field(kind, field, ours, merged.kept);
  auto& all = merged.conflicts;
  if (std::find(all.begin(), all.end(), field) == all.end()) all.push_back(field);
}

}  // namespace leadbook::service
