#include "service/import/sums.hpp"

#include <algorithm>

namespace leadbook::service {

void PrintedSums::clear() {
  const auto count = columns_.size();
  columns_.assign(count, Column{});
  sums_.clear();
  records_ = 0;
}

void PrintedSums::add_record(const std::vector<std::optional<Money>>& amounts) {
  ++records_;
  for (std::size_t at = 0; at < columns_.size(); ++at) {
    auto& column = columns_[at];
    auto sum = column.up_to.back();
    if (at < amounts.size() && amounts[at]) {
      if (!column.currency) column.currency = amounts[at]->currency;
      column.is_mixed = column.is_mixed || *column.currency != amounts[at]->currency ||
                        __builtin_add_overflow(sum, amounts[at]->minor, &sum);
    }
    column.up_to.push_back(sum);
  }
}

void PrintedSums::add_sum(std::size_t line,
                          std::string word,
                          bool is_whole,
                          std::vector<std::optional<Figure>> figures) {
  sums_.push_back({records_, line, std::move(word), is_whole, std::move(figures)});
}

std::int64_t PrintedSums::between(std::size_t column, std::size_t first, std::size_t end) const {
  return columns_[column].up_to[end] - columns_[column].up_to[first];
}

/// The rows from or up to any other sum, this one between; half a printed digit is rounding.
bool PrintedSums::is_right(std::size_t sum, std::size_t column) const {
  const auto& at = sums_[sum];
  const auto& figure = *at.figures[column];
  const auto fits = [&](std::size_t first, std::size_t end) {
    const auto difference = between(column, first, end) - figure.money.minor;
    const auto distance = difference < 0 ? -difference : difference;
    return distance <= figure.last_digit / 2;
  };
  if (fits(0, records_) || fits(0, at.place) || fits(at.place, records_)) return true;
  constexpr std::size_t most_looked_at = 100;
  const auto first = sum - std::min(sum, most_looked_at);
  const auto end = std::min(sums_.size(), sum + most_looked_at);
  for (auto other = first; other < end; ++other) {
    const auto place = sums_[other].place;
    if (other != sum && fits(std::min(place, at.place), std::max(place, at.place))) return true;
  }
  return false;
}

/// What the rows give that it is most likely of.
std::int64_t PrintedSums::of_rows(std::size_t sum, std::size_t column) const {
  const auto& at = sums_[sum];
  if (at.is_whole) return between(column, 0, records_);
  const auto above = sum == 0 ? 0 : sums_[sum - 1].place;
  if (above < at.place) return between(column, above, at.place);
  const auto below = sum + 1 < sums_.size() ? sums_[sum + 1].place : records_;
  return between(column, at.place, below);
}

std::vector<WrongSum> PrintedSums::find_wrong() const {
  std::vector<WrongSum> wrong;
  for (std::size_t sum = 0; sum < sums_.size(); ++sum) {
    const auto& at = sums_[sum];
    for (std::size_t column = 0; column < std::min(columns_.size(), at.figures.size()); ++column) {
      const auto& of = columns_[column];
      const auto& figure = at.figures[column];
      if (!figure || !of.currency || of.is_mixed || figure->money.currency != *of.currency) {
        continue;
      }
      if (is_right(sum, column)) continue;
      wrong.push_back(
          {at.line, column, at.word, figure->money, {of_rows(sum, column), *of.currency}});
    }
  }
  return wrong;
}

}  // namespace leadbook::service
