// Proving a book whole: the chain of hashes, then the log replayed against the tables.
#include <unordered_map>

#include "leadbook/store/history.hpp"
#include "leadbook/text/translate.hpp"
#include "store/log_hash.hpp"

namespace leadbook::store {
namespace {

/// The last state of each record the log speaks of, as a digest of its snapshot.
using Replay = std::unordered_map<std::int64_t, std::string>;

std::string digest_of(std::string_view text) { return Digest().add(text).hex().substr(0, 32); }

void check_rows(Db& db,
                const Entry& entry,
                const std::string& previous,
                std::vector<Replay>& replay,
                CheckReport& report) {
  EntryHash hash(previous, entry);
  std::int64_t count = 0;
  for (const auto& row : rows_of(db, entry.number)) {
    hash.add(row);
    ++count;
    auto& states = replay[static_cast<std::size_t>(row.record.kind)];
    if (row.after) {
      states[row.record.number] = digest_of(*row.after);
    } else {
      states.erase(row.record.number);
    }
  }
  if (count != entry.row_count || hash.hex() != entry.hash) {
    report.damages.push_back(
        say("entry {} of the change log was altered: its hash does not match", entry.number));
  }
}

void check_tables(Db& db, std::vector<Replay>& replay, CheckReport& report) {
  for (const auto kind : all_kinds) {
    const auto& shape = shape_of(kind);
    auto& states = replay[static_cast<std::size_t>(kind)];
    each_row(db, shape, [&](RecordRow& row) {
      ++report.records;
      const auto name = reference_text({kind, row.id});
      const auto found = states.find(row.id);
      if (found == states.end()) {
        report.damages.push_back(say("{} is in the book but not in its change log", name));
        return;
      }
      if (found->second != digest_of(snapshot(shape, row))) {
        report.damages.push_back(say("{} differs from what the change log says", name));
      }
      states.erase(found);
    });
    for (const auto& [id, digest] : states) {
      report.damages.push_back(
          say("{} is in the change log but not in the book", reference_text({kind, id})));
    }
  }
}

void check_engine(Db& db, CheckReport& report) {
  db.each(statement("engine_check"), {}, [&](Row& row) {
    const auto* text = std::get_if<std::string>(&row.values().front());
    if (text == nullptr || *text != "ok") {
      report.damages.push_back(say("the file itself is damaged"));
    }
  });
  db.each(statement("engine_check_links"), {}, [&](Row&) {
    report.damages.push_back(say("a record names another that is gone"));
  });
}

}  // namespace

CheckReport check_book(Db& db) {
  CheckReport report;
  std::vector<Replay> replay(std::size(all_kinds));
  std::string previous;
  std::vector<Entry> entries;
  db.each(statement("entry_scan"), {}, [&](Row& row) {
    Entry entry{row.integer("number"),
                row.text("at"),
                row.text("actor"),
                row.text("command"),
                row.text("request"),
                {},
                row.integer("row_count"),
                row.text("hash")};
    if (!is_null(row.at("undoes"))) entry.undoes = row.integer("undoes");
    ++report.entries;
    if (entry.number != report.entries) {
      report.damages.push_back(say("entry {} of the change log is missing", report.entries));
      report.entries = entry.number;
    }
    check_rows(db, entry, previous, replay, report);
    previous = entry.hash;
  });
  report.head = head_of(db);
  if (report.head.number != report.entries || report.head.hash != previous) {
    report.damages.push_back(say("the head of the change log does not match its last entry"));
  }
  check_tables(db, replay, report);
  check_engine(db, report);
  return report;
}

}  // namespace leadbook::store
