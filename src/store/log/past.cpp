#include "leadbook/store/log/past.hpp"

#include "store/log/tables.hpp"
#include "store/record/rows.hpp"

namespace leadbook::store {
namespace {

void replay_records(Db& book, std::int64_t last, Db& past) {
  for (const auto kind : all_kinds) {
    const auto& shape = shape_of(kind);
    each_last_state(book, kind, last, [&](std::int64_t id, const std::string& state) {
      insert_row(past, shape, read_snapshot(shape, id, state));
    });
  }
}

/// An import is found in lists by its entry.
void copy_imports(Db& book, std::int64_t last, Db& past) {
  const Parameters until = {{"last", last}};
  book.each(statement("entry_imports"), until, [&](Row& row) {
    past.insert(entry_table(), std::move(row.values()));
  });
  book.each(statement("entry_row_imports"), until, [&](Row& row) {
    past.insert(entry_row_table(), std::move(row.values()));
  });
}

}  // namespace

std::optional<Entry> first_entry_since(Db& book, const std::string& at) {
  const auto number = book.number(statement("entry_first_since"), {{"at", at}});
  return number == 0 ? std::nullopt : find_entry(book, number);
}

std::string latest_time(Db& book, std::int64_t entry) {
  std::string at;
  book.each(statement("entry_latest_time"), {{"number", entry}}, [&](Row& row) {
    at = row.text_or_empty("at");
  });
  return at;
}

Db replay_log(Db& book, const Entry& last) {
  Db past({book.place(), ""}, Db::Access::memory);
  Db::Transaction transaction(past);
  replay_records(book, last.number, past);
  copy_imports(book, last.number, past);
  past.run(statement("head_put"), {{"number", last.number}, {"hash", last.hash}});
  transaction.commit();
  return past;
}

}  // namespace leadbook::store
