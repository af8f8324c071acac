// Texts as a search compares them, and names found by how they are read aloud.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace leadbook {

/// The text folded as text::fold does, its Traditional characters Simplified.
std::string search_form(std::string_view text);

/// A stretch of bytes of a text.
struct Stretch {
  std::size_t first;
  std::size_t last;  // past its end
};

/// Where a text as it is written holds what was searched, or is read so; nothing where it does not.
std::optional<Stretch> place_of(std::string_view searched, std::string_view written);

/// How a name was met by its readings, the best first.
enum class ReadingMatch { whole_at_start, initials_at_start, whole_within, initials_within };

/// Letters typed for Han characters: whole syllables, initials or both, as huakai, hkjt and huakjt
/// for 华凯集团.
class Pinyin {
 public:
  /// Nothing where the text is not letters alone, at least two; spaces and apostrophes between
  /// syllables are passed over.
  static std::optional<Pinyin> parse(std::string_view text);

  struct Match {
    ReadingMatch how;
    Stretch place;
  };
  /// The best place of a name, as `search_form` gives it, that reads so. Initials alone need two
  /// characters at its start, and three within.
  std::optional<Match> find(std::string_view name) const;

 private:
  explicit Pinyin(std::string letters) : letters_(std::move(letters)) {}

  std::string letters_;
};

}  // namespace leadbook
