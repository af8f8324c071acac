#include "service/import/sums.hpp"

#include <algorithm>

#include "leadbook/text/utf8.hpp"

namespace leadbook::service {
namespace {

/// 拜泉 of 拜泉县: what a sheet calls it in the one row and the other.
std::string plain_county(std::string_view text) {
  auto plain = text::fold(text::trim(text));
  constexpr std::size_t two_characters = 6;
  for (const std::string_view ending : {"县", "区", "市", "旗", " county", " district"}) {
    if (plain.ends_with(ending) && plain.size() >= two_characters + ending.size()) {
      plain.resize(plain.size() - ending.size());
    }
  }
  return plain;
}

}  // namespace

void PrintedSums::clear() {
  const auto count = columns_.size();
  columns_.assign(count, Column{});
  counties_.clear();
  sums_.clear();
}

void PrintedSums::add_record(const std::vector<std::optional<Money>>& amounts,
                             std::string_view county) {
  auto plain = plain_county(county);
  auto* of_county = plain.empty() ? nullptr : &counties_[std::move(plain)];
  if (of_county != nullptr) of_county->resize(columns_.size());
  for (std::size_t at = 0; at < std::min(columns_.size(), amounts.size()); ++at) {
    if (!amounts[at]) continue;
    auto& column = columns_[at];
    if (!column.currency) column.currency = amounts[at]->currency;
    column.is_mixed = column.is_mixed || *column.currency != amounts[at]->currency ||
                      __builtin_add_overflow(column.total, amounts[at]->minor, &column.total);
    if (of_county != nullptr && !column.is_mixed) (*of_county)[at] += amounts[at]->minor;
  }
}

void PrintedSums::add_sum(std::size_t line,
                          std::string word,
                          bool is_whole,
                          std::vector<std::optional<Figure>> figures) {
  std::vector<std::int64_t> above;
  for (const auto& column : columns_) above.push_back(column.total);
  sums_.push_back({line, std::move(word), is_whole, std::move(figures), std::move(above)});
}

/// What the rows of the county come to that a sum's word begins with; of all rows it is none.
const std::vector<std::int64_t>* PrintedSums::of_county(const Sum& sum) const {
  if (sum.is_whole) return nullptr;
  const auto word = text::fold(sum.word);
  const std::vector<std::int64_t>* found = nullptr;
  std::size_t longest = 0;
  for (const auto& [county, totals] : counties_) {
    if (county.size() <= longest || !word.starts_with(county)) continue;
    found = &totals;
    longest = county.size();
  }
  return found;
}

/// The rows from or up to any other sum, this one between; half a printed digit is rounding.
bool PrintedSums::is_right(std::size_t sum, std::size_t column) const {
  const auto& at = sums_[sum];
  const auto& figure = *at.figures[column];
  const auto all = columns_[column].total;
  const auto above = at.above[column];
  const auto fits = [&](std::int64_t of_rows) {
    const auto difference = of_rows - figure.money.minor;
    return (difference < 0 ? -difference : difference) <= figure.last_digit / 2;
  };
  if (fits(all) || fits(above) || fits(all - above)) return true;
  if (const auto* county = of_county(at); county != nullptr && fits((*county)[column])) return true;
  constexpr std::size_t most_looked_at = 100;
  const auto first = sum - std::min(sum, most_looked_at);
  const auto end = std::min(sums_.size(), sum + most_looked_at);
  for (auto other = first; other < end; ++other) {
    const auto between = above - sums_[other].above[column];
    if (other != sum && fits(between < 0 ? -between : between)) return true;
  }
  return false;
}

/// What the rows give that it is most likely of.
std::int64_t PrintedSums::of_rows(std::size_t sum, std::size_t column) const {
  const auto all = columns_[column].total;
  if (sums_[sum].is_whole) return all;
  if (const auto* county = of_county(sums_[sum])) return (*county)[column];
  const auto above = sums_[sum].above[column];
  const auto since = above - (sum == 0 ? 0 : sums_[sum - 1].above[column]);
  if (since != 0) return since;
  return (sum + 1 < sums_.size() ? sums_[sum + 1].above[column] : all) - above;
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
