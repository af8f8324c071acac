#include "leadbook/store/log/change.hpp"

#include "leadbook/domain/error.hpp"
#include "leadbook/store/log/hash.hpp"
#include "leadbook/store/record/details.hpp"
#include "leadbook/text/translate.hpp"
#include "store/log/commit.hpp"
#include "store/log/tables.hpp"
#include "store/record/rows.hpp"

namespace leadbook::store {
namespace {

std::optional<std::string> snapshot_of(const AnyRecord* record) {
  if (record == nullptr) return {};
  return snapshot(*record);
}

}  // namespace

Change::Change(Db& db, Origin origin, OnChange on_change)
    : db_(db), origin_(std::move(origin)), on_change_(std::move(on_change)), transaction_(db) {
  // The head is taken first: it orders the writers on every engine.
  db_.each(statement("head_take"), {}, [&](Row& row) {
    number_ = row.integer("number");
    previous_ = row.text("hash");
  });
  db_.confirm_version();
  const auto seen = find_request(db_, origin_.request);
  if (seen) throw RequestSeen{seen->number};
}

std::string Change::new_identity(Kind kind) {
  Digest digest;
  digest.add(origin_.request).add(identifier(kind));
  digest.add(count_);
  return digest.hex().substr(0, 32);
}

/// The counter of a kind, as the book has it where it was not needed yet.
Change::Counter& Change::counter_of(Kind kind) {
  const auto known = counters_.find(kind);
  if (known != counters_.end()) return known->second;
  const Parameters of_kind = {{"kind", std::string(identifier(kind))}};
  return counters_[kind] = {db_.number(statement("counter_find"), of_kind), true};
}

std::int64_t Change::new_number(Kind kind) {
  auto& counter = counter_of(kind);
  counter.stored = false;
  return ++counter.last;
}

AnyRecord Change::add(AnyRecord record) {
  set_identity(record, new_identity(which_kind(record)));
  return adopt(std::move(record));
}

AnyRecord Change::adopt(AnyRecord record) {
  set_number(record, new_number(which_kind(record)));
  return store_new(std::move(record));
}

AnyRecord Change::add_numbered(AnyRecord record) {
  const auto [kind, number] = reference_of(record);
  if (identity_of(record).empty()) set_identity(record, new_identity(kind));
  auto& counter = counter_of(kind);
  if (number > counter.last) counter = {number, false};
  return store_new(std::move(record));
}

AnyRecord Change::store_new(AnyRecord record) {
  record = sealed(std::move(record));
  set_revision(record, 1);
  const auto& shape = shape_of(which_kind(record));
  auto row = to_row(record);
  auto text = snapshot(shape, row);
  insert_row(db_, shape, std::move(row));
  log({reference_of(record), nullptr, &record}, {}, std::move(text));
  return record;
}

void Change::note(const ChangedRecord& changed) {
  log(changed, snapshot_of(changed.before), snapshot_of(changed.after));
}

/// Writes a row of the log; its entry follows when the change is complete.
void Change::log(const ChangedRecord& changed,
                 std::optional<std::string> before,
                 std::optional<std::string> after) {
  const EntryRow row{changed.record, std::move(before), std::move(after), line_};
  hash_.add(row);
  db_.insert(entry_row_table(), columns_of(number_, ++count_, row));
  if (on_change_) on_change_(changed);
}

AnyRecord Change::put(AnyRecord record) {
  const auto reference = reference_of(record);
  const auto before = find(db_, reference);
  if (!before) {
    throw Error(ErrorKind::not_found, say("there is no {} any more", reference_text(reference)));
  }
  return put(*before, std::move(record));
}

AnyRecord Change::put(const AnyRecord& before, AnyRecord record) {
  if (is_same_content(before, record)) return before;
  return overwrite(before, std::move(record));
}

AnyRecord Change::overwrite(const AnyRecord& before, AnyRecord record) {
  record = sealed(std::move(record));
  set_identity(record, identity_of(before));
  set_revision(record, revision_of(before) + 1);
  const auto& shape = shape_of(which_kind(record));
  const auto stored = to_row(before);
  const auto row = to_row(record);
  put_row_over(db_, shape, stored, row);
  note_erasure(&before, record);
  log({reference_of(record), &before, &record}, snapshot(shape, stored), snapshot(shape, row));
  return record;
}

void Change::restore(AnyRecord content) {
  const auto reference = reference_of(content);
  const auto before = find(db_, reference);
  content = sealed(std::move(content));
  set_revision(content, revision_of(before ? *before : content) + 1);
  put_row(db_, shape_of(reference.kind), to_row(content));
  note_erasure(before ? &*before : nullptr, content);
  note({reference, before ? &*before : nullptr, &content});
}

void Change::remove(const Reference& record) {
  const auto before = find(db_, record);
  if (before) {
    if (record.kind == Kind::project) {
      db_.run(statement("project_stage_erase"), {{"project", record.number}});
    }
    erase_row(db_, shape_of(record.kind), record.number);
  }
  note({record, before ? &*before : nullptr, nullptr});
}

void Change::erase_removed(const Reference& record) {
  erase_details(db_, record);
  erased_.insert(record.kind);
  note({record, nullptr, nullptr});
}

/// Where nothing is told of a person any more.
void Change::note_erasure(const AnyRecord* before, const AnyRecord& after) {
  if (before != nullptr && has_details(*before) && !has_details(after)) {
    erased_.insert(which_kind(after));
  }
}

std::int64_t Change::write_entry(std::optional<std::int64_t> undoes) {
  if (count_ == 0) return 0;
  Entry entry{
      number_, origin_.at, origin_.actor, origin_.command, origin_.request, undoes, count_, ""};
  entry.hash = hash_.hex(previous_, entry);
  previous_ = entry.hash;
  db_.insert(entry_table(), columns_of(entry));
  count_ = 0;
  hash_ = {};
  written_ = number_++;
  return written_;
}

void Change::write_counters() {
  for (auto& [kind, counter] : counters_) {
    if (counter.stored) continue;
    db_.run(statement("counter_put"),
            {{"kind", std::string(identifier(kind))}, {"last", counter.last}});
    counter.stored = true;
  }
}

std::int64_t Change::next(Origin origin, std::optional<std::int64_t> undoes) {
  const auto written = write_entry(undoes);
  origin_ = std::move(origin);
  return written;
}

std::int64_t Change::commit(std::optional<std::int64_t> undoes) {
  const auto written = write_entry(undoes);
  if (written_ == 0) return 0;
  write_counters();
  for (const auto kind : erased_) rewrite_details(db_, kind);
  db_.run(statement("head_put"), {{"number", written_}, {"hash", previous_}});
  commit_entry(db_, transaction_, {written_, previous_}, written_);
  return written;
}

}  // namespace leadbook::store
