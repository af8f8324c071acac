// A book of random records of every kind, with entries of every sort in its log.
#pragma once

#include "leadbook/service/history/undo.hpp"
#include "leadbook/service/records/remove.hpp"
#include "random_record.hpp"
#include "scratch_book.hpp"

namespace random_record {

/// Random records of every kind, and entries of every sort: added, edited, removed, undone.
inline void fill(scratch::Book& book, Maker& maker, int each) {
  for (const auto kind : all_kinds) {
    for (int count = kind == Kind::book ? 1 : each; count > 0; --count) {
      with_record(kind, [&]<class R>() {
        maker.remember({kind, book.add(maker.make<R>()).id.number});
      });
    }
  }
  Company named;
  named.name = "kept";
  const auto kept = book.add(named);
  book.write([&](store::Change& change) {
    auto record = store::find(change.db(), kept.id).value();
    record.note = "edited";
    change.put(record);
  });
  named.name = "gone";
  const auto gone = book.add(named);
  book.write([&](store::Change& change) {
    service::remove_record(change, {Kind::company, gone.id.number});
  });
  service::BookChange change(book.db, book.origin());
  service::undo(change, {});
}

}  // namespace random_record
