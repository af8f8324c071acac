// Han characters and the syllables they are read as.
#include <array>
#include <cstdint>
#include <memory>
#include <vector>

#include "leadbook/domain/naming/search_form.hpp"
#include "leadbook/domain/place/characters.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook {
namespace {

constexpr char32_t first_read = 0x4E00;
constexpr char32_t last_read = 0x9FFF;
constexpr std::size_t most_readings = 6;

/// The readings of every character, from data/han/pinyin.txt, where a line is a syllable and its
/// characters.
class Readings {
 public:
  Readings();

  /// The syllables of a character, ended by 0; nothing for what is read otherwise.
  const std::uint16_t* of(char32_t code) const {
    return code < first_read || code > last_read ? nullptr : readings_[code - first_read].data();
  }
  std::string_view syllable(std::uint16_t number) const { return syllables_[number]; }
  /// Whether some reading of a character begins with this letter.
  bool may_begin(char32_t code, char letter) const {
    return code >= first_read && code <= last_read &&
           (initials_[code - first_read] >> (letter - 'a') & 1) != 0;
  }

 private:
  void add(const std::string& syllable, std::u32string_view characters);

  std::vector<std::string> syllables_ = {""};
  std::array<std::array<std::uint16_t, most_readings + 1>, last_read - first_read + 1> readings_{};
  std::array<std::uint32_t, last_read - first_read + 1> initials_{};
};

Readings::Readings() {
  constexpr std::string_view umlaut = "ü";
  for (const auto line : text::split(han_table("pinyin"), '\n')) {
    const auto space = line.find(' ');
    if (space == std::string_view::npos) continue;
    const auto characters = text::decode(line.substr(space + 1));
    std::string syllable(line.substr(0, space));
    const auto at = syllable.find(umlaut);
    if (at == std::string::npos) {
      add(syllable, characters);
      continue;
    }
    // ü is typed as v, and by many as u.
    add(syllable.replace(at, umlaut.size(), "v"), characters);
    add(syllable.replace(at, 1, "u"), characters);
  }
}

void Readings::add(const std::string& syllable, std::u32string_view characters) {
  const auto number = static_cast<std::uint16_t>(syllables_.size());
  syllables_.push_back(syllable);
  for (const auto code : characters) {
    if (code < first_read || code > last_read) continue;
    auto& readings = readings_[code - first_read];
    std::size_t at = 0;
    while (at < most_readings && readings[at] != 0) ++at;
    if (at == most_readings) continue;
    readings[at] = number;
    initials_[code - first_read] |= std::uint32_t{1} << (syllable.front() - 'a');
  }
}

const Readings& all_readings() {
  static const auto readings = std::make_unique<const Readings>();
  return *readings;
}

struct Character {
  char32_t code;
  std::size_t bytes;
};

/// The character at a place of clean UTF-8.
Character character_at(std::string_view name, std::size_t at) {
  const auto byte = [&](std::size_t next) {
    return static_cast<unsigned char>(at + next < name.size() ? name[at + next] : 0);
  };
  const auto lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  if (lead < 0xE0) return {0, 2};
  if (lead >= 0xF0) return {0, 4};
  return {static_cast<char32_t>((lead & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F)), 3};
}

bool is_plain_letter(char32_t code) { return code >= U'a' && code <= U'z'; }

/// The letters held against a name from one place on.
struct Walk {
  std::string_view name;
  std::string_view letters;
  std::size_t first;

  std::size_t end = 0;
  bool shortened = false;  // some character by less than its whole syllable

  bool accepts(std::size_t at, int characters, bool is_short) {
    const bool at_start = first == 0;
    if (characters == 0) return false;  // letters of the name alone are found as they stand
    if (is_short && characters < (at_start ? 2 : 3)) return false;
    end = at;
    shortened = is_short;
    return true;
  }

  /// Whether the letters from `letter` on are how the name from `at` on is read.
  bool reads(std::size_t at, std::size_t letter, int characters, bool is_short) {
    if (letter == letters.size()) return accepts(at, characters, is_short);
    if (at >= name.size()) return false;
    const auto& readings = all_readings();
    const auto [code, bytes] = character_at(name, at);
    const auto next = at + bytes;
    if (const auto* syllables = readings.of(code)) {
      if (!readings.may_begin(code, letters[letter])) return false;
      const auto rest = letters.substr(letter);
      for (; *syllables != 0; ++syllables) {
        const auto syllable = readings.syllable(*syllables);
        if (rest.starts_with(syllable) &&
            reads(next, letter + syllable.size(), characters + 1, is_short)) {
          return true;
        }
        // The last one may be half typed.
        if (syllable.starts_with(rest)) {
          return accepts(next, characters + 1, is_short || rest.size() == 1);
        }
      }
      return reads(next, letter + 1, characters + 1, true);
    }
    if (is_plain_letter(code)) {
      return letters[letter] == static_cast<char>(code) &&
             reads(next, letter + 1, characters, is_short);
    }
    // What is not read aloud parts nothing, but begins nothing either.
    return letter > 0 && reads(next, letter, characters, is_short);
  }
};

}  // namespace

std::optional<Pinyin> Pinyin::parse(std::string_view text) {
  std::string letters;
  for (const char byte : text::fold(text)) {
    if (byte == ' ' || byte == '\'') continue;
    if (!is_plain_letter(static_cast<unsigned char>(byte))) return {};
    letters += byte;
  }
  if (letters.size() < 2) return {};
  return Pinyin(std::move(letters));
}

std::optional<Pinyin::Match> Pinyin::find(std::string_view name) const {
  std::optional<Match> best;
  const auto& readings = all_readings();
  for (std::size_t at = 0; at < name.size();) {
    const auto [code, bytes] = character_at(name, at);
    if (readings.may_begin(code, letters_.front()) || is_plain_letter(code)) {
      Walk walk{name, letters_, at};
      if (walk.reads(at, 0, 0, false)) {
        const auto how =
            at == 0
                ? (walk.shortened ? ReadingMatch::initials_at_start : ReadingMatch::whole_at_start)
                : (walk.shortened ? ReadingMatch::initials_within : ReadingMatch::whole_within);
        if (!best || how < best->how) best = Match{how, {at, walk.end}};
        if (at == 0) break;
      }
    }
    at += bytes;
  }
  return best;
}

}  // namespace leadbook
