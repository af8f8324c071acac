#include "domain/date/range.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "domain/date/precision.hpp"
#include "domain/date/reader.hpp"
#include "leadbook/domain/date/date.hpp"
#include "leadbook/domain/result.hpp"
#include "leadbook/text/ascii.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::dates {
namespace {

constexpr std::array<std::string_view, 10> separators = {
    "..", " to ", "至", "到", "~", "——", "—", "–", " - ", "-"};
constexpr std::array<std::string_view, 3> openings = {"from ", "从", "自"};

constexpr std::chrono::days half_a_year{182};

Problem reversed(const Date& start, const Date& end) {
  const std::string from = date_text(start);
  const std::string to = date_text(end);
  return Problem{say("{0} comes after {1}; did you mean {1}..{0}?", from, to)};
}

Result<Reading> make_span(const Reading& start, const Reading& end) {
  if (end.date.last < start.date.first) return reversed(start.date, end.date);
  return Reading{{start.date.first, end.date.last}, start.year_given || end.year_given};
}

/// Whether a year that was found makes so long a span that the ends were rather reversed.
bool is_too_long(const Date& start, const Date& end) {
  return year_of(start.first) != year_of(end.last) && end.last - start.first > half_a_year;
}

/// With the first such end on or after the start.
Result<Reading> read_onwards(const Reading& start,
                             std::string_view text,
                             const Clock& clock,
                             Reader read) {
  // The nearest to the middle of the year that follows is the only one within that year.
  const Result<Reading> end =
      read(text, {{clock.today, start.date.first + half_a_year}, clock.file});
  if (!end || !is_too_long(start.date, end->date)) return end ? make_span(start, *end) : end;
  const Result<Reading> nearest = read(text, {{clock.today, start.date.first}, clock.file});
  return nearest ? reversed(start.date, nearest->date) : nearest;
}

/// With the last such start on or before the end.
Result<Reading> read_backwards(std::string_view text,
                               const Reading& end,
                               const Clock& clock,
                               Reader read) {
  const Result<Reading> start =
      read(text, {{clock.today, end.date.last - half_a_year}, clock.file});
  if (!start || !is_too_long(start->date, end.date)) return start ? make_span(*start, end) : start;
  const Result<Reading> nearest = read(text, {{clock.today, end.date.last}, clock.file});
  return nearest ? reversed(nearest->date, end.date) : nearest;
}

bool ends_with_any(std::string_view text, std::initializer_list<std::string_view> ends) {
  return std::any_of(
      ends.begin(), ends.end(), [&](std::string_view end) { return text.ends_with(end); });
}

/// Whether a number of a month stands last: the 1 of 1-11月, not the year of 2026-11月.
bool ends_with_number(std::string_view text) {
  if (text.size() >= 3 && text::is_digit(text.back()) && text::is_digit(text[text.size() - 2])) {
    return !text::is_digit(text[text.size() - 3]);
  }
  return (!text.empty() && text::is_digit(text.back())) ||
         ends_with_any(text, {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"});
}

}  // namespace

std::optional<Ends> split_range(std::string_view folded) {
  if (folded.ends_with("份")) folded.remove_suffix(std::string_view("份").size());
  for (const std::string_view separator : separators) {
    const std::size_t place = folded.find(separator);
    if (place == std::string_view::npos) continue;
    if (folded.find(separator, place + 1) != std::string_view::npos) return std::nullopt;
    std::string_view start = folded.substr(0, place);
    for (const std::string_view opening : openings) {
      if (start.starts_with(opening)) start.remove_prefix(opening.size());
    }
    Ends ends{std::string(text::trim(start)),
              std::string(text::trim(folded.substr(place + separator.size())))};
    const bool lacks_month = ends_with_number(ends.start) && ends.end.ends_with("月");
    // The sign also stands within a date.
    const bool is_sign = separator == "-";
    if (is_sign && !lacks_month && !ends_with_any(ends.start, {"年", "月", "日", "号"})) continue;
    if (lacks_month) ends.start += "月";
    ends.are_months = ends.start.ends_with("月") && ends.end.ends_with("月");
    return ends;
  }
  return std::nullopt;
}

Result<Reading> read_range(const Ends& ends, const Clock& clock, Reader read) {
  Result<Reading> start = read(ends.start, clock);
  if (!start) return start;
  Result<Reading> end = read(ends.end, clock);
  if (!end) return end;
  if (!end->year_given) {
    auto span = read_onwards(*start, ends.end, clock, read);
    const bool looks_back = clock.toward != Toward::future && !clock.file && !start->year_given;
    if (!span || !ends.are_months || !looks_back) return span;
    // 1-11月 in February is of the year before, and in November of this one.
    const bool is_ahead =
        span->date.first > clock.today || span->date.last - clock.today >= half_a_year;
    if (!is_ahead) return span;
    span->date = {add_months(span->date.first, -12), add_months(span->date.last, -12)};
    return span;
  }
  if (!start->year_given) return read_backwards(ends.start, *end, clock, read);
  return make_span(*start, *end);
}

}  // namespace leadbook::dates
