#include "leadbook/store/log/history.hpp"

#include <algorithm>
#include <limits>

#include "leadbook/domain/error.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::store {
namespace {

Entry entry_of(Row& row) {
  Entry entry{row.integer("number"),
              row.text("at"),
              row.text("actor"),
              row.text("command"),
              row.text("request"),
              {},
              row.integer("row_count"),
              row.text("hash")};
  if (!is_null(row.at("undoes"))) entry.undoes = row.integer("undoes");
  return entry;
}

std::optional<Entry> one_entry(Db& db, std::string_view name, const Parameters& parameters) {
  std::optional<Entry> entry;
  db.each(statement(name), parameters, [&](Row& row) { entry = entry_of(row); });
  return entry;
}

std::optional<std::string> snapshot_at(Row& row, std::string_view column) {
  if (is_null(row.at(column))) return {};
  return row.text(column);
}

EntryRow entry_row_of(Row& row) {
  const auto kind = parse_word<Kind>(row.text("kind"), "kind");
  // Only the exact word: a reader that takes another spelling would not see it altered.
  if (!kind || identifier(*kind) != row.text("kind")) {
    throw Error(
        ErrorKind::failed,
        say("the change log holds an entry that cannot be read; run 'leadbook book check'"));
  }
  const auto line = is_null(row.at("line")) ? 0 : row.integer("line");
  return {{*kind, row.integer("record_id")},
          snapshot_at(row, "before"),
          snapshot_at(row, "after"),
          line};
}

std::vector<EntryRow> entry_rows(Db& db, std::string_view name, const Parameters& parameters) {
  std::vector<EntryRow> rows;
  db.each(statement(name), parameters, [&](Row& row) { rows.push_back(entry_row_of(row)); });
  return rows;
}

std::optional<std::string> hash_at(Db& db, std::int64_t number) {
  const auto entry = one_entry(db, "entry_find", {{"number", number}});
  if (!entry) return {};
  return entry->hash;
}

}  // namespace

std::vector<Entry> list_entries(Db& db,
                                const std::optional<Reference>& record,
                                std::int64_t limit) {
  std::vector<Entry> entries;
  const auto take = [&](Row& row) { entries.push_back(entry_of(row)); };
  if (record) {
    db.each(statement("entry_list_record"),
            {{"kind", std::string(identifier(record->kind))},
             {"record", record->number},
             {"limit", limit}},
            take);
  } else {
    db.each(statement("entry_list"), {{"limit", limit}}, take);
  }
  return entries;
}

std::optional<Entry> find_entry(Db& db, std::int64_t number) {
  return one_entry(db, "entry_find", {{"number", number}});
}

std::optional<Entry> find_request(Db& db, const std::string& request) {
  return one_entry(db, "entry_find_request", {{"request", request}});
}

std::vector<EntryRow> rows_of(Db& db, std::int64_t entry) {
  return entry_rows(db, "entry_row_list", {{"entry", entry}});
}

std::vector<EntryRow> rows_of(Db& db, std::int64_t entry, std::int64_t first, std::int64_t last) {
  return entry_rows(db, "entry_row_range", {{"entry", entry}, {"first", first}, {"last", last}});
}

std::map<std::int64_t, std::vector<EntryRow>> rows_about(Db& db,
                                                         const std::vector<Entry>& entries,
                                                         const Reference& record) {
  std::map<std::int64_t, std::vector<EntryRow>> rows;
  if (entries.empty()) return rows;
  db.each(statement("entry_row_record"),
          {{"kind", std::string(identifier(record.kind))},
           {"record", record.number},
           {"first", entries.back().number},
           {"last", entries.front().number}},
          [&](Row& row) { rows[row.integer("entry")].push_back(entry_row_of(row)); });
  return rows;
}

std::vector<EntryRow> first_rows_of(Db& db, std::int64_t entry, std::int64_t limit) {
  return entry_rows(db, "entry_row_first", {{"entry", entry}, {"limit", limit}});
}

void scan_log(Db& db,
              const std::function<void(std::vector<Entry>&)>& take_entries,
              const std::function<void(std::int64_t, const EntryRow&)>& take_row) {
  using Limits = std::numeric_limits<std::int64_t>;
  constexpr std::int64_t at_once = 10'000;
  const auto last = db.number(statement("entry_last"));
  // The first and the last piece are open, so that rows of no entry are seen as well.
  for (std::int64_t first = 0; first <= last; first += at_once) {
    const auto end = first + at_once - 1;
    const Parameters range = {{"first", first == 0 ? Limits::min() : first},
                              {"last", end >= last ? Limits::max() : end}};
    std::vector<Entry> entries;
    db.each(statement("entry_scan"), range, [&](Row& row) { entries.push_back(entry_of(row)); });
    take_entries(entries);
    db.each(statement("entry_row_scan"), range, [&](Row& row) {
      take_row(row.integer("entry"), entry_row_of(row));
    });
  }
}

std::optional<Entry> last_undoable(Db& db) { return one_entry(db, "entry_last_undoable", {}); }

std::optional<Entry> last_redoable(Db& db) { return one_entry(db, "entry_last_redoable", {}); }

std::optional<Entry> first_work_since(Db& db, std::int64_t number) {
  return one_entry(db, "entry_work_since", {{"number", number}});
}

std::map<std::int64_t, std::int64_t> undone_among(Db& db, const std::vector<Entry>& entries) {
  std::map<std::int64_t, std::int64_t> undone;
  if (entries.empty()) return undone;
  db.each(statement("entry_undone_between"),
          {{"first", entries.back().number}, {"last", entries.front().number}},
          [&](Row& row) { undone.emplace(row.integer("number"), row.integer("by_number")); });
  return undone;
}

std::optional<std::int64_t> undone_by(Db& db, std::int64_t number) {
  const auto by = db.number(statement("entry_undone_by"), {{"number", number}});
  if (by == 0) return {};
  return by;
}

Head head_of(Db& db) {
  Head head;
  db.each(statement("head_find"), {}, [&](Row& row) {
    head = {row.integer("number"), row.text("hash")};
  });
  return head;
}

// A hash is of all entries before it as well, so that the common ones are those before some point.
std::int64_t last_common_entry(Db& one, Db& other) {
  std::int64_t common = 0;
  std::int64_t end = std::min(head_of(one).number, head_of(other).number) + 1;
  while (common + 1 < end) {
    const auto middle = common + (end - common) / 2;
    const auto hash = hash_at(one, middle);
    (hash && hash == hash_at(other, middle) ? common : end) = middle;
  }
  return common;
}

}  // namespace leadbook::store
