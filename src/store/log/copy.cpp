#include "leadbook/store/log/copy.hpp"

#include "leadbook/domain/error.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"
#include "store/log/commit.hpp"
#include "store/log/tables.hpp"
#include "store/record/details.hpp"
#include "store/record/rows.hpp"

namespace leadbook::store {
namespace {

/// Whether a record refers to a later one of its own kind, as a county to its host.
bool points_forward(const RecordShape& shape, const RecordRow& row) {
  for (std::size_t column = 0; column < shape.columns.size(); ++column) {
    if (shape.columns[column].refers != shape.kind) continue;
    const auto* number = std::get_if<std::int64_t>(&row.values[column]);
    if (number != nullptr && *number > row.id) return true;
  }
  return false;
}

/// Inserts the records of a kind, which come by number.
class RecordsOfKind {
 public:
  RecordsOfKind(Db& to, const RecordShape& shape) : to_(to), shape_(shape) {}

  void take(RecordRow&& row) {
    if (points_forward(shape_, row)) {
      forward_.push_back(std::move(row));
    } else {
      insert_row(to_, shape_, std::move(row));
    }
  }

  /// From the last to the first each finds there what it refers to.
  void end() {
    for (auto row = forward_.rbegin(); row != forward_.rend(); ++row) {
      insert_row(to_, shape_, std::move(*row));
    }
  }

 private:
  Db& to_;
  const RecordShape& shape_;
  std::vector<RecordRow> forward_;
};

void copy_records(Db& from, Db& to) {
  for (const auto kind : all_kinds) {
    RecordsOfKind records(to, shape_of(kind));
    each_row(from, shape_of(kind), [&](RecordRow& row) { records.take(std::move(row)); });
    records.end();
  }
}

void replay_records(Db& from, Db& to) {
  const auto last = from.number(statement("entry_last"));
  for (const auto kind : all_kinds) {
    const auto& shape = shape_of(kind);
    RecordsOfKind records(to, shape);
    each_last_state(from, kind, last, [&](std::int64_t id, const std::string& state) {
      auto row = read_snapshot(shape, id, state);
      take_details(from, shape, row);
      records.take(std::move(row));
    });
    records.end();
  }
}

void copy_derived(Db& from, Db& to) {
  constexpr std::int64_t at_once = 10'000;
  const auto last = last_number(from, Kind::project);
  for (std::int64_t first = 1; first <= last; first += at_once) {
    from.each(statement("project_stage_scan"),
              {{"first", first}, {"last", first + at_once - 1}},
              [&](Row& row) { to.insert(project_stage_table(), std::move(row.values())); });
    from.each(statement("posting_scan"),
              {{"first", first}, {"last", first + at_once - 1}},
              [&](Row& row) { to.insert(posting_table(), std::move(row.values())); });
  }
  from.each(statement("posting_block_all"), {}, [&](Row& row) {
    to.insert(posting_block_table(), std::move(row.values()));
  });
  from.each(statement("name_block_all"), {}, [&](Row& row) {
    to.insert(name_block_table(), std::move(row.values()));
  });
}

void copy_log(Db& from, Db& to) {
  std::int64_t entry_before = 0;
  std::int64_t position = 0;
  scan_log(
      from,
      [&](std::vector<Entry>& entries) {
        for (const auto& entry : entries) to.insert(entry_table(), columns_of(entry));
      },
      [&](std::int64_t entry, const EntryRow& row) {
        position = entry == entry_before ? position + 1 : 1;
        entry_before = entry;
        to.insert(entry_row_table(), columns_of(entry, position, row));
      });
}

/// The counters as they are kept, or as the log has them: the last number each kind was given.
void copy_counters(Db& from, std::string_view counters, Db& to) {
  static const Table table = {"counter", {"kind", "last"}};
  from.each(statement(counters), {}, [&](Row& row) { to.insert(table, std::move(row.values())); });
}

void copy_head(Db& from, Db& to) {
  const auto head = head_of(from);
  to.run(statement("head_put"), {{"number", head.number}, {"hash", head.hash}});
}

}  // namespace

void copy_book(Db& from, Db& to) {
  Db::Transaction transaction(to);
  std::int64_t taken = 0;
  to.each(statement("head_take"), {}, [&](Row& row) { taken = row.integer("number"); });
  if (taken != 1) {
    throw Error(ErrorKind::conflict,
                say("there is a book at {} already, with {} entries in its log: copy to another "
                    "place, or bring the two together with 'leadbook book merge'",
                    text::visible(to.place()),
                    taken - 1));
  }
  copy_records(from, to);
  copy_derived(from, to);
  copy_log(from, to);
  copy_counters(from, "counter_list", to);
  copy_head(from, to);
  commit_entry(to, transaction, head_of(to), 0);
}

void rebuild_book(Db& from, Db& to) {
  Db::Transaction transaction(to);
  replay_records(from, to);
  copy_log(from, to);
  copy_counters(from, "entry_row_last_numbers", to);
  copy_head(from, to);
  commit_entry(to, transaction, head_of(to), 0);
}

}  // namespace leadbook::store
