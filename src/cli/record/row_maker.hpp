// What a listing, an export and a machine's card show of records: one maker of rows for all of
// them.
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "leadbook/present/table.hpp"
#include "leadbook/store/record/listing.hpp"
#include "leadbook/store/record/names.hpp"

namespace leadbook::cli {

/// Takes the cells of a row; they are its own.
using AddRow = std::function<void(std::vector<present::Cell>&)>;

class RowMaker {
 public:
  virtual ~RowMaker() = default;

  /// Every field of the kind, its reference, identity and revision in front, then what is worked
  /// out from them.
  virtual std::vector<present::Column> columns() const = 0;

  /// Which of these columns are made, and in what order; nothing else is read from the book.
  virtual void choose(const std::vector<std::size_t>& columns) = 0;

  /// What a listing is ordered by where it is ordered by this column; nothing where the column is
  /// worked out.
  virtual std::vector<store::OrderKey> order_by(std::size_t column, bool descending) const = 0;

  /// Makes the rows of a listing, or of the records with these numbers, in their order. Returns
  /// how many there are.
  virtual std::size_t make_listed(const store::Listing& listing, const AddRow& add) = 0;
  virtual std::size_t make_numbered(std::span<const std::int64_t> numbers, const AddRow& add) = 0;
};

/// The maker of a kind's rows; all columns are chosen. `today` ends the days in a stage that lasts.
std::unique_ptr<RowMaker> row_maker(store::Db& db, Kind kind, store::Names& names, Day today);

}  // namespace leadbook::cli
