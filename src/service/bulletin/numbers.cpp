#include "service/bulletin/numbers.hpp"

#include "leadbook/domain/wide.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::service {
namespace {

// Minor units of a hundredth of 亿, of 万, of a tenth of a million and of a hundredth of a billion.
constexpr std::int64_t yi_hundredth = 100'000'000;
constexpr std::int64_t wan = 1'000'000;
constexpr std::int64_t million_tenth = 10'000'000;
constexpr std::int64_t billion_hundredth = 1'000'000'000;

std::int64_t rounded(std::int64_t value, std::int64_t by) {
  return static_cast<std::int64_t>(divide_rounded(value, by));
}

bool is_chinese() { return language() == Language::chinese; }

struct DayParts {
  int year = 0;
  unsigned month = 0;
  unsigned day = 0;
};

DayParts parts_of(Day day) {
  const std::chrono::year_month_day date(day);
  return {int(date.year()), unsigned(date.month()), unsigned(date.day())};
}

std::string month_name(unsigned month) {
  static constexpr const char* names[] = {
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  return names[month - 1];
}

std::string month_day(const DayParts& day) {
  return is_chinese() ? fmt::format("{}月{}日", day.month, day.day)
                      : fmt::format("{} {}", day.day, month_name(day.month));
}

std::string with_year(const DayParts& day, const std::string& text) {
  return is_chinese() ? fmt::format("{}年{}", day.year, text)
                      : fmt::format("{} {}", text, day.year);
}

}  // namespace

std::string rounded_text(std::int64_t parts, int digits, int shown, bool trim) {
  const auto by = static_cast<std::int64_t>(power_of_ten(digits - shown));
  const auto value = rounded(parts, by);
  const auto scale = static_cast<std::int64_t>(power_of_ten(shown));
  const auto whole = value < 0 ? -value : value;
  auto text = std::to_string(whole / scale);
  if (shown > 0) {
    auto rest = std::to_string(whole % scale);
    rest.insert(0, static_cast<std::size_t>(shown) - rest.size(), '0');
    text += "." + rest;
    if (trim) {
      text.erase(text.find_last_not_of('0') + 1);
      if (text.back() == '.') text.pop_back();
    }
  }
  return value < 0 ? "-" + text : text;
}

std::string money_text(std::int64_t minor) {
  const auto size = minor < 0 ? -minor : minor;
  if (is_chinese()) {
    if (size != 0 && size < 10 * yi_hundredth) {
      return size < wan ? rounded_text(minor, 2, 0, false) + "元"
                        : std::to_string(rounded(minor, wan)) + "万元";
    }
    return rounded_text(rounded(minor, yi_hundredth), 2, 2, true) + "亿元";
  }
  if (size < 100 * billion_hundredth) {
    return "CNY " + rounded_text(rounded(minor, million_tenth), 1, 1, false) + " million";
  }
  return "CNY " + rounded_text(rounded(minor, billion_hundredth), 2, 2, false) + " billion";
}

std::string money_cell(std::int64_t minor) {
  return is_chinese() ? rounded_text(rounded(minor, yi_hundredth), 2, 2, false)
                      : rounded_text(rounded(minor, million_tenth), 1, 1, false);
}

std::string money_unit() { return is_chinese() ? "亿元" : "CNY million"; }

AmountUnit own_unit() { return is_chinese() ? AmountUnit::automatic : AmountUnit::yuan; }

std::string percent_text(std::int64_t hundredths) {
  return rounded_text(hundredths, 2, 1, false) + "%";
}

std::string percent_cell(std::int64_t hundredths) { return rounded_text(hundredths, 2, 2, false); }

std::string points_text(std::int64_t hundredths) {
  return rounded_text(hundredths < 0 ? -hundredths : hundredths, 2, 1, false);
}

std::optional<std::int64_t> growth_of(std::int64_t now, std::int64_t then) {
  return then <= 0 ? std::nullopt : narrowed(divide_rounded((Wide(now) - then) * 10'000, then));
}

std::optional<std::int64_t> share_of(std::int64_t part, std::int64_t whole) {
  return whole <= 0 ? std::nullopt : narrowed(divide_rounded(Wide(part) * 10'000, whole));
}

std::string span_words(Day first, Day last, int year) {
  const auto from = parts_of(first);
  const auto to = parts_of(last);
  if (first == last) return from.year == year ? month_day(from) : with_year(from, month_day(from));
  std::string text;
  if (from.year == to.year && from.month == to.month) {
    text = is_chinese() ? fmt::format("{}月{}日至{}日", from.month, from.day, to.day)
                        : fmt::format("{}-{} {}", from.day, to.day, month_name(from.month));
  } else if (from.year == to.year) {
    text = is_chinese() ? month_day(from) + "至" + month_day(to)
                        : month_day(from) + " to " + month_day(to);
  } else {
    return is_chinese() ? full_day(first) + "至" + full_day(last)
                        : full_day(first) + " to " + full_day(last);
  }
  return from.year == year ? text : with_year(from, text);
}

std::string date_words(const Date& date, int year) {
  const auto canonical = date_text(date);
  if (date.is_day() || canonical.find("..") != std::string::npos) {
    return span_words(date.first, date.last, year);
  }
  auto text = format_date(date);
  const auto own = is_chinese() ? std::to_string(year) + "年" : " " + std::to_string(year);
  if (const auto at = text.find(own); at != std::string::npos && text.size() > own.size()) {
    text.erase(at, own.size());
  }
  return text;
}

std::string full_day(Day day) {
  const auto parts = parts_of(day);
  return with_year(parts, month_day(parts));
}

}  // namespace leadbook::service
