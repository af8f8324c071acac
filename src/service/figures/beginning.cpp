#include "service/figures/beginning.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string>
#include <string_view>

#include "leadbook/domain/standing/dimension.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::service {
namespace {

using Words = std::initializer_list<std::string_view>;

// "ceremonies" and "仪式" in a sum of several are of no one day; a ceremony is.
const Words day_words = {"当日",
                         "当天",
                         "单日",
                         "现场",
                         "仪式",
                         "签约会",
                         "签约大会",
                         "推介会",
                         "ceremony",
                         "on the day",
                         "that day",
                         "in one day",
                         "in a single day",
                         "at the conference"};
const Words month_words = {"本月", "当月", "月内", "this month", "month to date"};
const Words quarter_words = {"季度", "本季", "当季", "quarter"};
const Words half_words = {"上半年", "下半年", "half of the year", "half-year", "half year"};
const Words year_words = {"今年",
                          "本年",
                          "年初以来",
                          "年初至",
                          "累计",
                          "前三季度",
                          "this year",
                          "year to date",
                          "year so far",
                          "beginning of the year",
                          "new year's day",
                          "since new year",
                          "cumulative"};
const Words several_words = {"累计", "总共", "合计", "共有", "a total of", "ceremonies"};

constexpr std::array<std::string_view, 12> month_names = {"january",
                                                          "february",
                                                          "march",
                                                          "april",
                                                          "may",
                                                          "june",
                                                          "july",
                                                          "august",
                                                          "september",
                                                          "october",
                                                          "november",
                                                          "december"};

bool has_any(std::string_view text, Words words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    return text.find(word) != std::string_view::npos;
  });
}

bool take(std::string_view& text, Words words) {
  for (const auto word : words) {
    if (!text.starts_with(word)) continue;
    text.remove_prefix(word.size());
    return true;
  }
  return false;
}

/// One or two digits off the front.
std::optional<int> take_number(std::string_view& text) {
  int number = 0;
  std::size_t digits = 0;
  while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9') {
    if (digits == 2) return {};
    number = number * 10 + (text[digits++] - '0');
  }
  if (digits == 0) return {};
  text.remove_prefix(digits);
  return number;
}

struct Range {
  int first = 0;
  int last = 0;
};

/// "1-5月", "1月至5月": numbers with this unit behind the second, none of them part of a longer
/// one.
std::optional<Range> range_of(std::string_view text, Words unit, int most) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool begins =
        text[at] >= '0' && text[at] <= '9' && (at == 0 || text[at - 1] < '-' || text[at - 1] > '9');
    if (!begins) continue;
    auto rest = text.substr(at);
    const auto first = take_number(rest);
    if (!first) continue;
    take(rest, unit);
    take(rest, {" "});
    if (!take(rest, {"-", "—", "–", "~", "至", "到"})) continue;
    take(rest, {"—", " "});
    const auto last = take_number(rest);
    if (!last || !take(rest, unit)) continue;
    if (*first >= 1 && *first <= *last && *last <= most) return Range{*first, *last};
  }
  return {};
}

/// The month of "since March", "自3月以来", "3月以来".
std::optional<int> since_month(std::string_view text) {
  for (std::size_t month = 0; month < month_names.size(); ++month) {
    for (const auto* since : {"since ", "from "}) {
      if (text.find(std::string(since) + std::string(month_names[month])) != text.npos) {
        return static_cast<int>(month) + 1;
      }
    }
  }
  for (std::size_t at = text.find("月"); at != text.npos; at = text.find("月", at + 1)) {
    auto rest = text.substr(at + std::string_view("月").size());
    take(rest, {"份"});
    if (!take(rest, {"以来", "至今", "起"})) continue;
    auto from = at;
    while (from > 0 && text[from - 1] >= '0' && text[from - 1] <= '9') --from;
    auto digits = text.substr(from, at - from);
    const auto month = take_number(digits);
    if (month && *month >= 1 && *month <= 12) return month;
  }
  return {};
}

Day first_of(std::chrono::year year, int month) { return std::chrono::sys_days(year / month / 1); }

Day last_of(std::chrono::year year, int month) {
  return std::chrono::sys_days(year / month / std::chrono::last);
}

/// The days that words name, up to the last of the period where it lies within them.
std::optional<Date> named_days(std::string_view text, const Date& period) {
  const auto year = std::chrono::year_month_day(period.last).year();
  const auto month = span_holding(Dimension::month, period.last);
  if (const auto months = range_of(text, {"月份", "月"}, 12)) {
    const auto last = last_of(year, months->last);
    const bool within = first_of(year, months->last) <= period.last && period.last <= last;
    return Date{first_of(year, months->first), within ? period.last : last};
  }
  if (const auto days = range_of(text, {"日", "号"}, 31)) {
    const Date named{month.first + std::chrono::days(days->first - 1),
                     month.first + std::chrono::days(days->last - 1)};
    if (named.last <= month.last) return named;
  }
  if (const auto since = since_month(text)) {
    const auto first = first_of(year, *since);
    if (first <= period.last) return Date{first, period.last};
  }
  return {};
}

}  // namespace

CountedSpan counted_span(const Figure& figure, const std::optional<IndicatorMeaning>& meaning) {
  const auto& period = *figure.period;
  const auto text = text::fold(figure.indicator + " " + figure.printed);
  // A figure over several periods of its own years names no days of this one.
  if (const auto named = named_days(text, period)) return {*named};
  const auto since = [&](Dimension dimension) {
    return CountedSpan{{span_holding(dimension, period.last).first, period.last}};
  };
  if (has_any(text, year_words)) {
    const auto of_year = since(Dimension::year);
    // Of a whole year, or a month of it, "this year" is no beginning but the one it has.
    if (period.is_day() || has_any(text, {"以来", "至今", "累计", "since", "to date", "so far"})) {
      return of_year;
    }
  }
  if (!period.is_day()) return {period};
  if (has_any(text, month_words)) return since(Dimension::month);
  if (has_any(text, half_words)) return since(Dimension::half);
  if (has_any(text, quarter_words)) return since(Dimension::quarter);
  if (has_any(text, day_words) && !has_any(text, several_words)) return {period};
  if (meaning && meaning->measure == Measure::projects) return {{earliest_day, period.last}};
  return {period, false};
}

}  // namespace leadbook::service
