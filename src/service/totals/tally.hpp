// The groups of a total and what was added to each.
#pragma once

#include <array>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "leadbook/service/totals/totals.hpp"

namespace leadbook::service {

/// What one record adds to one measure.
struct Addend {
  std::int64_t number = 0;
  std::int64_t divisor = 0;
  std::int64_t counted = 0;
  std::int64_t known = 0;
  Reference record = {};  // number 0 for none
  Reference base = {};
  std::optional<Money> own = {};  // what was converted
  Reference of = {};              // whose it is, where that is not the record
};

/// The values of a dimension met so far, each with a small number.
class KeyTable {
 public:
  /// The number of a text; `order` says where it stands before the text does.
  std::int32_t of_text(const std::string& text, std::int64_t order = 0);
  /// The number of a record, listed in the order they are first asked for.
  std::int32_t of_record(const Reference& record, const std::string& text, std::int64_t order);

  const TotalsKey& key(std::int32_t number) const {
    return keys_[static_cast<std::size_t>(number)].key;
  }
  /// Whether the left comes before the right; what is unknown comes last.
  bool is_before(std::int32_t left, std::int32_t right) const;

 private:
  struct Entry {
    TotalsKey key;
    std::int64_t order;
  };
  std::unordered_map<std::string, std::int32_t> texts_;
  std::unordered_map<std::int64_t, std::int32_t> records_;
  std::vector<Entry> keys_;
};

class Tally {
 public:
  Tally(const TotalsQuery& query, bool with_records);

  /// Whether a measure is asked for.
  bool wants(Measure measure) const { return place_of(measure) >= 0; }

  /// The number of the group with these keys, one a dimension.
  std::size_t group(std::span<const std::int32_t> keys);

  /// Adds to the groups and once to the sum. Throws Error{failed} where a sum does not fit.
  void add(Measure measure, std::span<const std::size_t> groups, const Addend& addend);

  /// What was counted as unknown became known: in these groups, and in the sum.
  void add_known(Measure measure, std::span<const std::size_t> groups);

  KeyTable& table(std::size_t dimension) { return tables_[dimension]; }

  /// The rows in the order of their keys, and the sum.
  Totals take();

 private:
  int place_of(Measure measure) const { return places_[static_cast<std::size_t>(measure)]; }
  void add_to(TotalsValue& value, const Addend& addend) const;

  const TotalsQuery& query_;
  bool with_records_;
  std::array<int, 64> places_;
  std::vector<KeyTable> tables_;
  std::unordered_map<std::string, std::size_t> groups_;  // by the bytes of their keys
  std::vector<std::size_t> single_;                      // of one dimension: by its key, from 1
  std::vector<std::vector<std::int32_t>> keys_;
  std::vector<std::vector<TotalsValue>> values_;
  std::vector<TotalsValue> sum_;
};

}  // namespace leadbook::service
