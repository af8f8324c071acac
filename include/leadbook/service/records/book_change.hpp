// One command's changes to a book, and what is worked out from the records it changed.
#pragma once

#include "leadbook/service/derived/derived.hpp"
#include "leadbook/store/log/change.hpp"

namespace leadbook::service {

/// A change after which stages, postings and names are what the records make them.
class BookChange : public store::Change {
 public:
  /// As store::Change.
  BookChange(store::Db& db, store::Origin origin);

  /// Writes the derived rows of all records changed, then as store::Change.
  std::int64_t commit(std::optional<std::int64_t> undoes = {});

 private:
  Touched touched_;
};

}  // namespace leadbook::service
