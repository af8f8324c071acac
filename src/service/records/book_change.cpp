#include "leadbook/service/records/book_change.hpp"

namespace leadbook::service {

BookChange::BookChange(store::Db& db, store::Origin origin)
    : store::Change(db, std::move(origin), [this](const store::ChangedRecord& changed) {
        touched_.add(changed);
      }) {}

std::int64_t BookChange::commit(std::optional<std::int64_t> undoes) {
  touched_.refresh(db());
  return store::Change::commit(undoes);
}

}  // namespace leadbook::service
