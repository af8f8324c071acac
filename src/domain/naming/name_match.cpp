#include "leadbook/domain/naming/name_match.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include "leadbook/text/utf8.hpp"

namespace leadbook {
namespace {

/// For each character of `left` that `right` has nearby and still free, that character in the
/// order of `left` and in the order of `right`.
struct Shared {
  std::u32string in_left;
  std::u32string in_right;
};

Shared shared_characters(std::u32string_view left, std::u32string_view right) {
  const std::size_t longer = std::max(left.size(), right.size());
  const std::size_t reach = longer < 4 ? 0 : longer / 2 - 1;
  std::vector<bool> taken(right.size());
  Shared shared;
  for (std::size_t at = 0; at < left.size(); ++at) {
    const std::size_t end = std::min(at + reach + 1, right.size());
    for (std::size_t other = at < reach ? 0 : at - reach; other < end; ++other) {
      if (taken[other] || left[at] != right[other]) continue;
      taken[other] = true;
      shared.in_left += left[at];
      break;
    }
  }
  for (std::size_t at = 0; at < right.size(); ++at) {
    if (taken[at]) shared.in_right += right[at];
  }
  return shared;
}

/// How many characters two names begin with alike, up to the four that count.
std::size_t common_prefix(std::u32string_view left, std::u32string_view right) {
  constexpr std::size_t longest = 4;
  std::size_t prefix = 0;
  while (prefix < std::min({longest, left.size(), right.size()}) && left[prefix] == right[prefix]) {
    ++prefix;
  }
  return prefix;
}

double jaro_winkler(std::u32string_view left, std::u32string_view right) {
  if (left.empty() || right.empty()) return 0;
  if (left == right) return 1;
  const Shared shared = shared_characters(left, right);
  if (shared.in_left.empty()) return 0;
  const auto count = static_cast<double>(shared.in_left.size());
  std::size_t displaced = 0;
  for (std::size_t at = 0; at < shared.in_left.size(); ++at) {
    if (shared.in_left[at] != shared.in_right[at]) ++displaced;
  }
  const std::size_t swapped = displaced / 2;
  const double in_order = count - static_cast<double>(swapped);
  const double jaro = (count / static_cast<double>(left.size()) +
                       count / static_cast<double>(right.size()) + in_order / count) /
                      3;
  return jaro + static_cast<double>(common_prefix(left, right)) * 0.1 * (1 - jaro);
}

}  // namespace

double similarity(std::string_view left, std::string_view right) {
  return jaro_winkler(text::decode(normalise_company(left)),
                      text::decode(normalise_company(right)));
}

double similarity_of_normal(std::u32string_view left, std::u32string_view right, double threshold) {
  if (left.empty() || right.empty()) return 0;
  // The greatest likeness of names of these lengths that begin alike as far as these do.
  const auto shorter = std::min(left.size(), right.size());
  const auto longer = std::max(left.size(), right.size());
  const auto most = (2 + static_cast<double>(shorter) / static_cast<double>(longer)) / 3;
  const auto prefix = static_cast<double>(common_prefix(left, right));
  if (most + prefix * 0.1 * (1 - most) < threshold) return 0;
  const auto likeness = jaro_winkler(left, right);
  return likeness < threshold ? 0 : likeness;
}

}  // namespace leadbook
