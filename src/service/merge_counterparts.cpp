#include "service/merge_counterparts.hpp"

#include "leadbook/service/taken.hpp"

namespace leadbook::service {
namespace {

/// Calls visit(reference, number) for each number of a record that names another.
template <class Visit>
void for_each_reference(Kind kind, store::RecordRow& row, Visit&& visit) {
  const auto& shape = store::shape_of(kind);
  const auto visit_columns = [&](const std::vector<store::Column>& columns,
                                 std::vector<store::Value>& values) {
    for (std::size_t column = 0; column < columns.size(); ++column) {
      auto* number = std::get_if<std::int64_t>(&values[column]);
      if (number == nullptr || !columns[column].refers) continue;
      visit(Reference{*columns[column].refers, *number}, *number);
    }
  };
  visit_columns(shape.columns, row.values);
  for (std::size_t part = 0; part < shape.parts.size(); ++part) {
    for (auto& values : row.parts[part]) visit_columns(shape.parts[part].columns, values);
  }
}

}  // namespace

void Counterparts::learn(const std::vector<store::EntryRow>& rows) {
  for (const auto& row : rows) {
    if (!row.before && latest_.count(row.record) == 0) born_.insert(row.record);
    latest_[row.record] = row.after ? *row.after : row.before.value_or("{}");
  }
}

void Counterparts::recognise(const std::vector<store::EntryRow>& rows) {
  for (const auto& row : rows) {
    const auto& text = row.after ? row.after : row.before;
    if (!text) continue;
    const auto& shape = store::shape_of(row.record.kind);
    former_[store::read_snapshot(shape, row.record.number, *text).uid()] = row.record.number;
  }
}

std::string Counterparts::latest(const Reference& theirs) {
  const auto found = latest_.find(theirs);
  if (found != latest_.end()) return found->second;
  const auto& shape = store::shape_of(theirs.kind);
  return store::snapshot(shape, store::find_row(other_, shape, theirs.number).value());
}

std::int64_t Counterparts::number_here(const Reference& theirs) {
  const auto& shape = store::shape_of(theirs.kind);
  auto row = store::read_snapshot(shape, theirs.number, latest(theirs));
  auto number = store::number_of_uid(here_, shape, row.uid());
  // A target is told by its county, which may have another number here.
  if (number == 0 && theirs.kind == Kind::target) {
    for_each_reference(theirs.kind, row, [this](const Reference& other, std::int64_t& county) {
      county = number_here(other);
      if (county == 0) county = -1;  // gone here: no target of the city
    });
  }
  if (number == 0) number = holder_of_number(here_, theirs.kind, row);
  if (number != 0) numbers_[theirs] = number;
  return number;
}

std::int64_t Counterparts::former_number(const Reference& theirs) {
  if (born_.count(theirs) == 0) return theirs.number;
  const auto known = numbers_.find(theirs);
  if (known != numbers_.end()) return known->second;
  const auto& shape = store::shape_of(theirs.kind);
  const auto uid = store::read_snapshot(shape, theirs.number, latest(theirs)).uid();
  const auto former = former_.find(uid);
  return former == former_.end() ? theirs.number : former->second;
}

store::RecordRow Counterparts::translate(Kind kind, store::RecordRow row) {
  for_each_reference(kind, row, [this](const Reference& theirs, std::int64_t& number) {
    number = number_here(theirs);
    if (number == 0) number = former_number(theirs);
  });
  row.id = number_here({kind, row.id});
  return row;
}

std::vector<Reference> Counterparts::gone_references(Kind kind, store::RecordRow row) {
  std::vector<Reference> gone;
  for_each_reference(kind, row, [&](const Reference& theirs, std::int64_t&) {
    if (number_here(theirs) == 0) gone.push_back(theirs);
  });
  return gone;
}

}  // namespace leadbook::service
