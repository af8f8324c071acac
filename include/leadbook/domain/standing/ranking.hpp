// Ranking (排名): places of values, what lacks to the one ahead, and the red and black lists.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "leadbook/domain/word.hpp"

namespace leadbook {

/// What places equal values have: 1, 2, 2, 4, or 1, 2, 2, 3, or 1, 2, 3, 4 in the order they come.
enum class Ties { standard, dense, order };

template <>
std::span<const Word<Ties>> words<Ties>();

enum class ListColor { red, black };

template <>
std::span<const Word<ListColor>> words<ListColor>();

/// A value to be ranked, in a unit that all of one ranking share; nothing where it is unknown.
using RankedValue = std::optional<std::int64_t>;

/// The row a ranking shows next, and its place; an unknown value has none.
struct RankedRow {
  std::size_t row = 0;
  std::optional<std::int64_t> place;

  bool operator==(const RankedRow&) const = default;
};

/// The rows from the greatest value to the least, equal ones as they came, unknown ones last.
std::vector<RankedRow> rank_values(std::span<const RankedValue> values, Ties ties);

/// What a row lacks to the next greater value; nothing for the greatest and for an unknown one.
std::vector<std::optional<std::int64_t>> gaps_ahead(std::span<const RankedValue> values);

/// Who is praised and who is named: of the conditions given one is enough. None given, none listed.
struct ListRule {
  std::optional<std::int64_t> top;       // how many at the top are red
  std::optional<std::int64_t> at_least;  // the value from which a row is red
  std::optional<std::int64_t> bottom;    // how many at the bottom are black
  std::optional<std::int64_t> below;     // the value below which a row is black
  std::int64_t periods = 1;              // how often in a row a row must be black to be listed

  bool operator==(const ListRule&) const = default;
};

/// Which rows are red. Rows equal to the last that is, are as well; a row that has 0 or less never
/// is for its place alone.
std::vector<bool> red_rows(std::span<const RankedValue> values, const ListRule& rule);

/// Which rows are black in this one period. Rows equal to one that is, are as well.
std::vector<bool> black_rows(std::span<const RankedValue> values, const ListRule& rule);

}  // namespace leadbook
