// Matching a row with the book, and writing what it says.
#include <algorithm>

#include "leadbook/domain/error.hpp"
#include "leadbook/service/records/complete.hpp"
#include "leadbook/service/records/programs.hpp"
#include "leadbook/text/translate.hpp"
#include "service/import/importer.hpp"

namespace leadbook::service {

/// Finds out what a row speaks of, and writes what it says.
void Importer::match(ImportRow& row, const std::vector<AnyRecord>& stored) {
  if (!is_keyed()) return add(row);
  if (row.key.is_blank()) {
    row.refusals.push_back({0, "", say("the key is empty: without it no record can be found")});
    return;
  }
  auto& known = keys_->at(row.key);
  const auto key = row.key.text(kind_);
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
      stored.begin(), stored.end(), known.id, [](const AnyRecord& of, std::int64_t id) {
        return reference_of(of).number < id;
      });
  if (known.id != 0 && found != stored.end() && reference_of(*found).number == known.id) {
    return update(row, *found);
  }
  add(row);
  if (row.refusals.empty()) known.id = reference_of(row.record).number;
}

/// Notes what is odd about a record; under --strict it refuses the row. Answers whether it did.
bool Importer::has_odd(ImportRow& row, const AnyRecord& record) {
  for (const auto& [field, message] : guard_.oddities_of(record, row.project)) {
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
      const auto id = std::get<Signing>(record).project;
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
  if (twins_ && !is_keyed()) twins_->refuse(record);
}

void Importer::check_new(ImportRow& row) {
  for (auto breach : check_record(row.record)) {
    if (is_keyed() && reader_.column_of(breach.field) == 0) {
      breach.message =
          say("no record has the key {}, and a new one needs this", row.key.text(kind_));
    }
    refuse(row, breach);
  }
  if (!row.refusals.empty()) return;
  for (auto& said : complete(change_.db(), row.record)) row.notes.push_back(said);
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
  names_.make(record, row.wanted, row.project);
  const bool by_number = is_keyed() && options_.key.front() == "id";
  const bool by_identity = is_keyed() && options_.key.front() == "uid";
  if (by_identity) set_number(record, change_.last_number(kind_) + 1);
  record = by_number || by_identity ? change_.add_numbered(std::move(record))
                                    : change_.add(std::move(record));
  if (taken_) taken_->remember(record);
  if (same_) same_->add(record, row.project, row.line);
  if (twins_ && kind_ == Kind::project) twins_->remember(std::get<Project>(record));
  if (kind_ == Kind::company || later_rows_refer_) names_.remember(record);
  ++report_.created;
}

/// Puts the fields a row says something of into the record of the book.
void Importer::update(ImportRow& row, const AnyRecord& stored) {
  const auto& given = row.record;
  if (!identity_of(given).empty() && identity_of(given) != identity_of(stored)) {
    const auto reference = reference_text(reference_of(stored));
    row.refusals.push_back({0,
                            "",
                            say("{} of this book is another record than the file's: their "
                                "identities differ",
                                reference),
                            ErrorKind::conflict});
    return;
  }
  auto record = stored;
  for (const auto field : row.given) copy_field(given, record, field);
  if (is_same_content(record, stored)) {
    ++report_.unchanged;
    return;
  }
  change_.at_line(row.line);
  for (const auto& breach : check_record(record)) refuse(row, breach);
  if (!row.refusals.empty()) return;
  if (const auto holder = holder_of_number(change_.db(), record);
      holder != 0 && holder != reference_of(record).number) {
    const auto reference = reference_text({kind_, holder});
    row.refusals.push_back(
        {0, "", say("{} has this number already", reference), ErrorKind::conflict});
    return;
  }
  if (has_odd(row, record)) return;
  names_.make(record, row.wanted, row.project);
  list_difference(row, stored, record);
  const auto now = change_.put(stored, std::move(record));
  if (kind_ == Kind::program) {
    rename_program(change_, std::get<Program>(stored), std::get<Program>(now));
  }
  ++report_.updated;
}

}  // namespace leadbook::service
