#include <algorithm>
#include <utility>

#include "leadbook/text/utf8.hpp"

namespace leadbook::text {
namespace {

/// Optimal string alignment: three rows of the matrix are alive at a time.
std::size_t distance(std::u32string_view left, std::u32string_view right) {
  std::vector<std::size_t> before(right.size() + 1), above(right.size() + 1), row(right.size() + 1);
  for (std::size_t j = 0; j <= right.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= left.size(); ++i) {
    std::swap(before, above);
    std::swap(above, row);
    row[0] = i;
    for (std::size_t j = 1; j <= right.size(); ++j) {
      const std::size_t changed = left[i - 1] == right[j - 1] ? 0 : 1;
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + changed});
      const bool swapped =
          i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1];
      if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
    }
  }
  return row[right.size()];
}

}  // namespace

std::size_t edit_distance(std::string_view left, std::string_view right) {
  return distance(decode(left), decode(right));
}

namespace {

/// Of Chinese characters each is a part of the sense: where half are others, it is another word,
/// unless it begins alike.
bool is_in_han(std::u32string_view text) {
  return std::any_of(text.begin(), text.end(), [](char32_t code) { return code >= 0x2E80; });
}

}  // namespace

std::vector<std::string> closest(std::string_view text,
                                 std::span<const std::string> candidates,
                                 std::size_t most) {
  const std::u32string wanted = decode(fold(text));
  const std::size_t limit = wanted.size() / 3 + 1;
  const bool han = is_in_han(wanted);
  std::vector<std::pair<std::size_t, const std::string*>> near;
  for (const auto& candidate : candidates) {
    const std::u32string spelling = decode(fold(candidate));
    const std::size_t longer = std::max(wanted.size(), spelling.size());
    if (longer - std::min(wanted.size(), spelling.size()) > limit) continue;
    const std::size_t edits = distance(wanted, spelling);
    // Two texts that share nothing are not close, however short they are.
    const bool is_near = edits <= limit && (edits < longer || longer == 0);
    const bool begins_alike =
        !wanted.empty() && !spelling.empty() && wanted.front() == spelling.front();
    if (is_near && (!han || begins_alike || edits * 2 < longer))
      near.emplace_back(edits, &candidate);
  }
  std::stable_sort(near.begin(), near.end(), [](const auto& left, const auto& right) {
    return left.first < right.first;
  });
  std::vector<std::string> names;
  for (const auto& [edits, candidate] : near) {
    if (names.size() == most) break;
    names.push_back(*candidate);
  }
  return names;
}

}  // namespace leadbook::text
