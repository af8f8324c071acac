// Company names compared as people mean them: without legal form, place, script, width or spacing.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace leadbook {

/// What tells a company from others: "精易诚食品" of "徐州精易诚食品有限公司", "jingyicheng food"
/// of "Xuzhou Jingyicheng Food Co., Ltd.". Gone are legal forms (有限公司, 集团, Co., Ltd., Group),
/// a bracketed place or form, the places at the front, case, width, punctuation and the difference
/// between Traditional and Simplified. A place stays where the rest would only be a trade
/// ("北京银行", "齐齐哈尔商会"), and a legal form where nothing else would be left. A few
/// microseconds.
std::string normalise_company(std::string_view name);

/// How alike two names are once normalised, 0 to 1: Jaro-Winkler by character. It suits names of
/// three to eight Chinese characters, of which one mistyped (精易诚, 精易城) changes half of all
/// pairs but a small part of the characters, and it weighs the beginning, where names differ.
double similarity(std::string_view left, std::string_view right);

/// The same of two names that are normalised and decoded already: at least `threshold`, or 0, which
/// is found out faster.
double similarity_of_normal(std::u32string_view left, std::u32string_view right, double threshold);

/// The spellings of one thing with a name: its name, its aliases, in any language.
struct NameEntry {
  std::vector<std::string> spellings;
};

struct NameHit {
  std::size_t index;  // into the entries
  double similarity;  // of the spelling that is nearest
  bool exact;         // equal once normalised

  bool operator==(const NameHit&) const = default;
};

/// The entries that `text` may mean: those equal to it once normalised, then those with a spelling
/// that holds it as a fragment of two characters or more; each by similarity, then in their order.
std::vector<NameHit> match_names(std::string_view text, std::span<const NameEntry> entries);

/// The entries at least as similar to `name` as `threshold`, most similar first: what a new name
/// might be a twin of. 0.85 catches one wrong character in five.
std::vector<NameHit> near_twins(std::string_view name,
                                std::span<const NameEntry> entries,
                                double threshold);

}  // namespace leadbook
