#include "domain/date/refusal.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/date/precision.hpp"
#include "domain/date/reader.hpp"
#include "domain/date/tokens.hpp"
#include "domain/date/words.hpp"
#include "leadbook/domain/date/date.hpp"
#include "leadbook/text/ascii.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::dates {
namespace {

constexpr std::size_t quoted_columns = 60;

/// The year with these last two digits that is nearest to now.
int full_year(int two_digits, Day today) {
  const int now = year_of(today);
  const int same_century = now / 100 * 100 + two_digits;
  int nearest = same_century;
  for (const int year : {same_century - 100, same_century + 100}) {
    if (std::abs(year - now) < std::abs(nearest - now)) nearest = year;
  }
  return nearest;
}

/// Dates that may have been meant, each once.
class Meant {
 public:
  explicit Meant(const Clock& clock) : clock_(clock) {}

  void add(const Fields& fields) {
    const auto reading = resolve_fields(fields, clock_);
    if (!reading) return;
    const std::string text = date_text(reading->date);
    if (std::find(texts_.begin(), texts_.end(), text) == texts_.end()) texts_.push_back(text);
  }

  bool empty() const { return texts_.empty(); }

  std::string question() const {
    if (texts_.size() == 1) return say("did you mean {}?", texts_.front());
    return say("did you mean {} or {}?", texts_.front(), texts_.back());
  }

 private:
  Clock clock_;
  std::vector<std::string> texts_;
};

std::optional<std::string> explain_order(const Tokens& tokens, const Clock& clock) {
  Meant meant(clock);
  const bool with_year = is_parted(tokens.shape, "NNY");
  if (!with_year && !is_parted(tokens.shape, "NN")) return std::nullopt;
  const int left = tokens.numbers[0];
  const int right = tokens.numbers[1];
  const auto year = with_year ? std::optional<int>(tokens.numbers[2]) : std::nullopt;
  if (left <= 12) meant.add({.year = year, .month = left, .day = right});
  if (right <= 12) meant.add({.year = year, .month = right, .day = left});
  if (clock.file) {
    return say("it does not say which number is the month; --date-order dmy or mdy does.");
  }
  if (meant.empty()) return std::nullopt;
  return say("it does not say which number is the month; {}", meant.question());
}

std::optional<std::string> explain_short_year(const Tokens& tokens, const Clock& clock) {
  if (tokens.numbers.empty()) return std::nullopt;
  if (clock.file && is_parted(tokens.shape, "NNN")) {
    return say("it does not say which number is the year; --date-order ymd, dmy or mdy does.");
  }
  Meant meant(clock);
  if (is_parted(tokens.shape, "NNN")) {
    const auto& numbers = tokens.numbers;
    const int leading = full_year(numbers[0] % 100, clock.today);
    const int trailing = full_year(numbers[2] % 100, clock.today);
    meant.add({.year = leading, .month = numbers[1], .day = numbers[2]});
    if (meant.empty()) meant.add({.year = trailing, .month = numbers[0], .day = numbers[1]});
    if (meant.empty()) meant.add({.year = trailing, .month = numbers[1], .day = numbers[0]});
  }
  if (!meant.empty()) return say("write all four digits of the year; {}", meant.question());
  if (!tokens.shape.starts_with("N年")) return std::nullopt;
  Tokens full = tokens;
  full.shape.front() = 'Y';
  full.numbers.front() = full_year(full.numbers.front() % 100, clock.today);
  const auto reading = match_date(full, clock);
  if (!reading || !*reading) return std::nullopt;
  const std::string text = date_text((*reading)->date);
  return say("write all four digits of the year; did you mean {}?", text);
}

std::optional<std::string> explain_time(std::string_view folded, const Clock& clock) {
  const std::size_t colon = folded.find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  const std::size_t end = folded.find_last_of(" t", colon);
  if (end == std::string_view::npos) return std::nullopt;
  const auto reading = match_date(tokenize(folded.substr(0, end), clock.today), clock);
  if (!reading || !*reading) return std::nullopt;
  const std::string text = date_text((*reading)->date);
  return say("a date has no time of day; did you mean {}?", text);
}

std::vector<std::string> english_words() {
  std::vector<std::string> words;
  for (const Phrase& phrase : phrases()) {
    const bool one_word = phrase.text.find(' ') == std::string_view::npos;
    const bool latin = text::is_small_letter(phrase.text.front());
    if (one_word && latin && phrase.text.size() > 2) words.emplace_back(phrase.text);
  }
  return words;
}

/// A known word near to the unknown one that makes a date of the text.
std::optional<std::string> nearest_word(std::string_view folded,
                                        const Tokens& tokens,
                                        const Clock& clock,
                                        Matcher match) {
  const std::size_t place = folded.find(tokens.unknown);
  if (place == std::string_view::npos) return std::nullopt;
  for (std::string word : text::closest(tokens.unknown, english_words(), 10)) {
    std::string mended(folded);
    mended.replace(place, tokens.unknown.size(), word);
    const Tokens parts = tokenize(mended, clock.today);
    const auto reading = match(parts, clock);
    if (!reading || !*reading) continue;
    const Phrase* phrase = longest_phrase(word);
    const bool is_name = phrase != nullptr && (phrase->shape == "M" || phrase->shape == "W");
    if (is_name) word.front() = text::to_capital(word.front());
    return word;
  }
  return std::nullopt;
}

std::string explain_words(std::string_view folded,
                          const Tokens& tokens,
                          const Clock& clock,
                          Matcher match) {
  if (tokens.unknown.empty()) return say("it has none of the known forms.");
  const std::string quoted = quotable(tokens.unknown);
  if (const auto word = nearest_word(folded, tokens, clock, match)) {
    return say("'{}' is not known; did you mean '{}'?", quoted, *word);
  }
  return say("'{}' does not belong there.", quoted);
}

}  // namespace

std::string explain_refusal(std::string_view folded,
                            const Tokens& tokens,
                            const Clock& clock,
                            Matcher match) {
  if (tokens.shape.empty()) return say("it is empty.");
  if (const auto reason = explain_time(folded, clock)) return *reason;
  if (const auto reason = explain_order(tokens, clock)) return *reason;
  if (const auto reason = explain_short_year(tokens, clock)) return *reason;
  return explain_words(folded, tokens, clock, match);
}

std::string quotable(std::string_view text) {
  return text::cut(text::visible(text), quoted_columns);
}

}  // namespace leadbook::dates
