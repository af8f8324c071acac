#include "leadbook/domain/standing/ranking.hpp"

#include <algorithm>
#include <limits>

namespace leadbook {
namespace {

/// How many of the values are greater than this one, and how many are less.
struct Neighbours {
  std::int64_t above = 0;
  std::int64_t beneath = 0;
};

Neighbours neighbours_of(std::span<const RankedValue> values, std::int64_t value) {
  Neighbours neighbours;
  for (const auto& other : values) {
    if (!other) continue;
    neighbours.above += *other > value ? 1 : 0;
    neighbours.beneath += *other < value ? 1 : 0;
  }
  return neighbours;
}

}  // namespace

template <>
std::span<const Word<Ties>> words<Ties>() {
  static constexpr Word<Ties> table[] = {
      {Ties::standard, "standard", "1, 2, 2, 4", "并列跳位", "1224"},
      {Ties::dense, "dense", "1, 2, 2, 3", "并列不跳位", "1223"},
      {Ties::order, "order", "1, 2, 3, 4", "依序", "1234"},
  };
  return table;
}

template <>
std::span<const Word<ListColor>> words<ListColor>() {
  static constexpr Word<ListColor> table[] = {
      {ListColor::red, "red", "Red", "红榜"},
      {ListColor::black, "black", "Black", "黑榜"},
  };
  return table;
}

std::vector<RankedRow> rank_values(std::span<const RankedValue> values, Ties ties) {
  std::vector<RankedRow> standings;
  for (std::size_t row = 0; row < values.size(); ++row) standings.push_back({row, {}});
  std::stable_sort(standings.begin(), standings.end(), [&](const auto& left, const auto& right) {
    const auto& a = values[left.row];
    const auto& b = values[right.row];
    return a && (!b || *a > *b);
  });
  std::int64_t place = 0;
  for (std::size_t at = 0; at < standings.size() && values[standings[at].row]; ++at) {
    const bool tied = at > 0 && values[standings[at - 1].row] == values[standings[at].row];
    if (!tied || ties == Ties::order) {
      place = ties == Ties::dense ? place + 1 : static_cast<std::int64_t>(at) + 1;
    }
    standings[at].place = place;
  }
  return standings;
}

std::vector<std::optional<std::int64_t>> gaps_ahead(std::span<const RankedValue> values) {
  std::vector<std::optional<std::int64_t>> gaps(values.size());
  for (std::size_t row = 0; row < values.size(); ++row) {
    if (!values[row]) continue;
    for (const auto& other : values) {
      if (!other || *other <= *values[row]) continue;
      std::int64_t gap = 0;
      if (__builtin_sub_overflow(*other, *values[row], &gap)) {
        gap = std::numeric_limits<std::int64_t>::max();
      }
      if (!gaps[row] || gap < *gaps[row]) gaps[row] = gap;
    }
  }
  return gaps;
}

std::vector<bool> red_rows(std::span<const RankedValue> values, const ListRule& rule) {
  std::vector<bool> red(values.size());
  for (std::size_t row = 0; row < values.size(); ++row) {
    if (!values[row]) continue;
    const bool on_top =
        rule.top && *values[row] > 0 && neighbours_of(values, *values[row]).above < *rule.top;
    red[row] = on_top || (rule.at_least && *values[row] >= *rule.at_least);
  }
  return red;
}

std::vector<bool> black_rows(std::span<const RankedValue> values, const ListRule& rule) {
  std::vector<bool> black(values.size());
  for (std::size_t row = 0; row < values.size(); ++row) {
    if (!values[row]) continue;
    const bool at_bottom =
        rule.bottom && neighbours_of(values, *values[row]).beneath < *rule.bottom;
    black[row] = at_bottom || (rule.below && *values[row] < *rule.below);
  }
  return black;
}

}  // namespace leadbook
