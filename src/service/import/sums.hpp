// Sums that a sheet prints, held against the rows it prints them of.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "leadbook/domain/amount/money.hpp"

namespace leadbook::service {

/// A printed sum that none of the rows it may be of make up.
struct WrongSum {
  std::size_t line = 0;
  std::size_t column = 0;  // from 0
  std::string word;        // what the row calls it
  Money printed;
  Money of_rows;
};

class PrintedSums {
 public:
  explicit PrintedSums(std::size_t columns) : columns_(columns) {}

  /// The amounts of a record, by column; nothing where it has none. `county` is what its row says
  /// of where it lies, "" for nothing.
  void add_record(const std::vector<std::optional<Money>>& amounts, std::string_view county = "");

  /// A row of sums, of all rows or of some; or a group's heading, with or without them.
  struct Figure {
    Money money;
    std::int64_t last_digit = 1;  // what one of its last printed digit counts
  };
  void add_sum(std::size_t line,
               std::string word,
               bool is_whole,
               std::vector<std::optional<Figure>> figures);

  /// A sum may be of the rows above, of those below, or of all, up to any other such row; one whose
  /// word names a county, of all rows of that county, wherever they stand.
  std::vector<WrongSum> find_wrong() const;

  /// Forgets all, to be told it again.
  void clear();

 private:
  struct Sum {
    std::size_t line = 0;
    std::string word;
    bool is_whole = false;
    std::vector<std::optional<Figure>> figures;
    std::vector<std::int64_t> above;  // what the records above it come to, by column
  };
  struct Column {
    std::int64_t total = 0;
    std::optional<Currency> currency = {};
    bool is_mixed = false;  // several currencies, or more than a number holds
  };

  bool is_right(std::size_t sum, std::size_t column) const;
  const std::vector<std::int64_t>* of_county(const Sum& sum) const;
  std::int64_t of_rows(std::size_t sum, std::size_t column) const;

  std::vector<Column> columns_;
  std::map<std::string, std::vector<std::int64_t>, std::less<>> counties_;  // totals by column
  std::vector<Sum> sums_;
};

}  // namespace leadbook::service
