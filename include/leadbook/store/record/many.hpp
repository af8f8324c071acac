// Many records at once: what is asked of them is answered by as few statements as for one, whatever
// their count.
#pragma once

#include <functional>
#include <set>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "leadbook/store/record/record.hpp"

namespace leadbook::store {

/// How many records are read at a time.
constexpr std::size_t rows_at_once = 10'000;

/// Rows of a table by a number they hold: their own, or that of the record they belong to.
struct KeyedRows {
  std::string table;
  std::string key;                   // "id", "record_id"
  std::vector<std::string> columns;  // what is read beside it
  std::string order = {};            // of the rows of one number: ", position"
};

/// Calls `each` with the rows that hold one of these numbers, which ascend, by number; it is the
/// first value of a row. Numbers that lie close are read in one pass over their range, with the
/// rows of those between them; others are looked up, a thousand at a time.
void each_of(Db& db,
             const KeyedRows& rows,
             std::span<const std::int64_t> numbers,
             const EachRow& each);

/// The numbers at the beginning of these, which ascend, that one statement can be about.
std::span<const std::int64_t> first_together(std::span<const std::int64_t> numbers);

/// "id IN (:county1, ...)", "id >= :county_first AND id <= :county_last": what picks the rows of
/// such numbers, in a statement of any form. `prefix` keeps its parameters apart from others.
std::string picked(std::string_view key,
                   std::span<const std::int64_t> numbers,
                   std::string_view prefix,
                   Parameters& parameters);

/// As these, with no number twice.
std::vector<std::int64_t> ascending(std::vector<std::int64_t> numbers);

/// Which fields of a kind are read. A record's identity and revision are among them by the names
/// "uid" and "revision".
class Selection {
 public:
  /// Those named; names of other things than stored fields are passed over.
  Selection(Kind kind, const std::set<std::string>& names);
  /// All of them.
  explicit Selection(Kind kind);

  const RecordShape& shape() const { return shape_; }
  bool reads_identity() const { return identity_; }
  bool reads_field(std::size_t index) const { return fields_[index]; }
  bool reads_part(std::size_t index) const { return parts_[index]; }
  /// Whether all of these fields, which are no lists, are among them.
  bool reads_all(const std::set<std::string>& names) const;
  /// The columns of the table, in the order of the shape.
  std::vector<Column> columns() const;

 private:
  const RecordShape& shape_;
  bool identity_ = true;
  std::vector<bool> fields_;
  std::vector<bool> parts_;
};

struct RecordRow;

/// Records that were read together, each with the fields that were selected and all others at their
/// defaults.
class Records {
 public:
  Records(Selection selection, std::vector<RecordRow> rows);
  Records(Records&& other) noexcept;
  ~Records();

  const Selection& selection() const { return selection_; }
  const std::vector<RecordRow>& rows() const { return rows_; }

  bool empty() const { return size() == 0; }
  std::size_t size() const;
  /// Throws Error{failed} where a column holds no value of its field: the book is damaged.
  AnyRecord operator[](std::size_t index) const;
  std::vector<std::int64_t> numbers() const;
  /// The records that these name in the fields that were selected, some of them several times.
  std::vector<Reference> named() const;

  template <class R>
  R at(std::size_t index) const {
    return std::get<R>((*this)[index]);
  }
  template <class R>
  std::vector<R> as() const {
    std::vector<R> records;
    records.reserve(size());
    for (std::size_t index = 0; index < size(); ++index) records.push_back(at<R>(index));
    return records;
  }

 private:
  Selection selection_;
  std::vector<RecordRow> rows_;
};

using EachPiece = std::function<void(const Records&)>;

/// The records with these numbers, in their order, a piece at a time; those the book has not are
/// left out.
void each_numbered(Db& db,
                   const Selection& selection,
                   std::span<const std::int64_t> numbers,
                   const EachPiece& each);
/// All of them together.
Records find(Db& db, const Selection& selection, std::span<const std::int64_t> numbers);

/// Every record of a kind, by number, a piece at a time.
void each_of_kind(Db& db, const Selection& selection, const EachPiece& each);

/// "name", "english": as a statement wants them.
std::vector<std::string> names_of(const std::vector<Column>& columns);

/// The records that refer to this one in any of their fields, by number.
Records records_referring_to(Db& db, const Selection& selection, const Reference& record);

/// The records with numbers from `first` to `last`, by number.
Records records_between(Db& db, const Selection& selection, std::int64_t first, std::int64_t last);

/// Values worked out from rows of other records that many refer to: read ahead for as many as are
/// known, each once.
template <class T>
class ReadAhead {
 public:
  using Make = std::function<T(Row&)>;

  ReadAhead(KeyedRows rows, Make make) : rows_(std::move(rows)), make_(std::move(make)) {}

  void read(Db& db, std::vector<std::int64_t> numbers) {
    std::erase_if(numbers, [this](std::int64_t number) { return known_.contains(number); });
    each_of(db, rows_, ascending(std::move(numbers)), [this](Row& row) {
      known_.insert_or_assign(std::get<std::int64_t>(row.values().front()), make_(row));
    });
  }

  /// Nothing where the book has no such row.
  const T* find(std::int64_t number) const {
    const auto found = known_.find(number);
    return found == known_.end() ? nullptr : &found->second;
  }

  std::size_t size() const { return known_.size(); }
  void forget() { known_.clear(); }

 private:
  KeyedRows rows_;
  Make make_;
  std::unordered_map<std::int64_t, T> known_;
};

}  // namespace leadbook::store
