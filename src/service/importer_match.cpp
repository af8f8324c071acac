// Matching a row with the book, and writing what it says.
#include <algorithm>

#include "leadbook/domain/error.hpp"
#include "leadbook/service/complete.hpp"
#include "leadbook/service/programs.hpp"
#include "leadbook/text/translate.hpp"
#include "service/importer.hpp"

namespace leadbook::service {

/// Finds out what a row speaks of, and writes what it says.
void Importer::match(ImportRow& row, std::vector<store::RecordRow>& stored) {
  if (!is_keyed()) return add(row);
  if (keys_->is_blank(row.record)) {
    row.refusals.push_back({0, "", say("the key is empty: without it no record can be found")});
    return;
  }
  auto& known = keys_->at(row.record);
  const auto key = keys_->text_of(row.record);
  if (known.line != 0) {
    row.refusals.push_back(
        {0, key, say("line {} has the same key, {}", known.line, key), ErrorKind::conflict});
    return;
  }
  known.line = row.line;
  if (known.others > 0) {
    const auto count = known.others + 1;
    row.refusals.push_back(
        {0, key, say("{} records of the book have the key {}", count, key), ErrorKind::conflict});
    return;
  }
  const auto found = std::lower_bound(
      stored.begin(), stored.end(), known.id, [](const store::RecordRow& of, std::int64_t id) {
        return of.id < id;
      });
  if (known.id != 0 && found != stored.end() && found->id == known.id) return update(row, *found);
  add(row);
  if (row.refusals.empty()) known.id = row.record.id;
}

/// Notes what is odd about a record; under --strict it refuses the row. Answers whether it did.
bool Importer::has_odd(ImportRow& row, const store::RecordRow& record) {
  for (const auto& [field, message] : guard_.judge(record, row.project)) {
    const auto column = reader_.column_of(field);
    if (options_.strict) {
      row.refusals.push_back({column, "", message});
    } else {
      report_.notes.add(place(row.line, column) + ": " + message);
    }
  }
  return !row.refusals.empty();
}

void Importer::check_twins(ImportRow& row) {
  const auto& record = row.record;
  if (same_) {
    if (kind_ == Kind::signing && !row.project.county) {
      const auto id = store::from_row<Signing>(record).project;
      if (const auto project = store::find(change_.db(), id)) row.project = *project;
    }
    if (const auto* twin = same_->find(record, row.project)) {
      const auto reference = reference_text({kind_, twin->id});
      row.refusals.push_back(
          {0,
           "",
           twin->line != 0
               ? say("line {} says the same; --allow-twins takes both", twin->line)
               : say("the book already has this as {}; --allow-twins adds it again", reference),
           ErrorKind::conflict});
      return;
    }
  }
  if (twins_ && !is_keyed()) twins_->refuse(kind_, record);
}

void Importer::check_new(ImportRow& row) {
  for (auto breach : check_record(kind_, row.record)) {
    if (is_keyed() && reader_.column_of(breach.field) == 0) {
      breach.message =
          say("no record has the key {}, and a new one needs this", keys_->text_of(row.record));
    }
    refuse(row, breach);
  }
  if (!row.refusals.empty()) return;
  for (auto& said : complete(change_.db(), kind_, row.record)) row.notes.push_back(said);
  try {
    if (taken_) taken_->refuse(row.record);
    check_twins(row);
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::conflict) throw;
    row.refusals.push_back({0, "", error.what(), error.kind()});
  }
  if (row.refusals.empty()) has_odd(row, row.record);
}

void Importer::add(ImportRow& row) {
  check_new(row);
  if (!row.refusals.empty()) return;
  change_.at_line(row.line);
  auto& record = row.record;
  names_.make(kind_, record, row.wanted, row.project);
  const bool by_number = is_keyed() && options_.key.front() == "id";
  const bool by_identity = is_keyed() && options_.key.front() == "uid";
  if (by_identity) record.id = change_.last_number(kind_) + 1;
  record = by_number || by_identity ? change_.add_row_numbered(shape_, record)
                                    : change_.add_row(shape_, record);
  if (taken_) taken_->remember(record);
  if (same_) same_->add(record, row.project, row.line);
  if (twins_ && kind_ == Kind::project) twins_->remember(store::from_row<Project>(record));
  if (kind_ == Kind::company || later_rows_refer_) names_.remember(kind_, record);
  ++report_.created;
}

/// Puts the fields a row says something of into the record of the book.
void Importer::update(ImportRow& row, const store::RecordRow& stored) {
  const auto& given = row.record;
  if (!given.uid().empty() && given.uid() != stored.uid()) {
    const auto reference = reference_text({kind_, stored.id});
    row.refusals.push_back({0,
                            "",
                            say("{} of this book is another record than the file's: their "
                                "identities differ",
                                reference),
                            ErrorKind::conflict});
    return;
  }
  auto record = stored;
  for (const auto field : row.given) {
    const auto& name = fields_of(kind_)[field].name;
    for (const auto& of : shape_.fields) {
      if (of.name != name) continue;
      for (auto at = of.first; at < of.first + of.count; ++at) record.values[at] = given.values[at];
    }
    for (std::size_t part = 0; part < shape_.parts.size(); ++part) {
      if (shape_.parts[part].name == name) record.parts[part] = given.parts[part];
    }
  }
  if (record == stored) {
    ++report_.unchanged;
    return;
  }
  change_.at_line(row.line);
  for (const auto& breach : check_record(kind_, record)) refuse(row, breach);
  if (!row.refusals.empty()) return;
  if (const auto holder = holder_of_number(change_.db(), kind_, record);
      holder != 0 && holder != record.id) {
    const auto reference = reference_text({kind_, holder});
    row.refusals.push_back(
        {0, "", say("{} has this number already", reference), ErrorKind::conflict});
    return;
  }
  if (has_odd(row, record)) return;
  names_.make(kind_, record, row.wanted, row.project);
  list_difference(row, stored, record);
  const auto now = change_.replace_row(shape_, stored, std::move(record));
  if (kind_ == Kind::program) rename_program(change_, stored, now);
  ++report_.updated;
}

}  // namespace leadbook::service
