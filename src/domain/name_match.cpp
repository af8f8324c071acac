#include "leadbook/domain/name_match.hpp"

#include <algorithm>

#include "domain/division_key.hpp"
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
  const double in_order = count - static_cast<double>(displaced / 2);
  const double jaro = (count / static_cast<double>(left.size()) +
                       count / static_cast<double>(right.size()) + in_order / count) /
                      3;
  return jaro + static_cast<double>(common_prefix(left, right)) * 0.1 * (1 - jaro);
}

/// A name with what it is compared by, worked out once for all entries.
struct Wanted {
  std::u32string normal;
  std::string key;
};

NameHit compare(const Wanted& wanted, const NameEntry& entry, std::size_t index) {
  NameHit hit{index, 0, false};
  for (const std::string& spelling : entry.spellings) {
    const std::u32string normal = text::decode(normalise_company(spelling));
    hit.exact = hit.exact || (!normal.empty() && normal == wanted.normal);
    hit.similarity = std::max(hit.similarity, jaro_winkler(wanted.normal, normal));
  }
  return hit;
}

bool holds_fragment(const NameEntry& entry, const std::string& key) {
  return std::any_of(
      entry.spellings.begin(), entry.spellings.end(), [&key](const std::string& spelling) {
        return spelling_key(spelling).find(key) != std::string::npos;
      });
}

Wanted want(std::string_view text) {
  return {text::decode(normalise_company(text)), spelling_key(text)};
}

void put_best_first(std::vector<NameHit>& hits) {
  std::stable_sort(hits.begin(), hits.end(), [](const NameHit& left, const NameHit& right) {
    if (left.exact != right.exact) return left.exact;
    return left.similarity > right.similarity;
  });
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

std::vector<NameHit> match_names(std::string_view text, std::span<const NameEntry> entries) {
  const Wanted wanted = want(text);
  const bool may_be_fragment = text::decode(wanted.key).size() >= 2;
  std::vector<NameHit> hits;
  for (std::size_t index = 0; index < entries.size(); ++index) {
    const NameHit hit = compare(wanted, entries[index], index);
    if (hit.exact || (may_be_fragment && holds_fragment(entries[index], wanted.key))) {
      hits.push_back(hit);
    }
  }
  put_best_first(hits);
  return hits;
}

std::vector<NameHit> near_twins(std::string_view name,
                                std::span<const NameEntry> entries,
                                double threshold) {
  const Wanted wanted = want(name);
  std::vector<NameHit> hits;
  for (std::size_t index = 0; index < entries.size(); ++index) {
    const NameHit hit = compare(wanted, entries[index], index);
    if (hit.exact || hit.similarity >= threshold) hits.push_back(hit);
  }
  put_best_first(hits);
  return hits;
}

}  // namespace leadbook
