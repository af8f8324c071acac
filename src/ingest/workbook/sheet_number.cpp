#include "ingest/workbook/sheet_number.hpp"

#include <fmt/format.h>

#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <optional>

#include "leadbook/domain/date/date.hpp"

namespace leadbook::ingest {
namespace {

constexpr double first_lossy = 1e15;
constexpr std::int64_t day_seconds = 86'400;
constexpr double last_serial = 2'958'466;  // the day after 9999-12-31

std::optional<double> parse_number(std::string_view digits) {
  double number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error != std::errc() || end != digits.data() + digits.size() || !std::isfinite(number)) {
    return {};
  }
  return number;
}

/// Most numbers of a sheet: their digits are their text.
bool is_short_integer(std::string_view digits) {
  if (digits.starts_with('-')) digits.remove_prefix(1);
  return !digits.empty() && digits.size() <= 15 &&
         digits.find_first_not_of("0123456789") == std::string_view::npos &&
         (digits.front() != '0' || digits.size() == 1);
}

/// With the noughts and the text that the format puts about them.
std::string shown_digits(std::string digits, const NumberFormat& format) {
  if (format.digits == 0 || digits.front() == '-') return digits;
  if (digits.size() < format.digits) digits.insert(0, format.digits - digits.size(), '0');
  return format.before + digits + format.after;
}

/// "0.125" as "12.5": the point two places on, in the digits themselves.
std::string percent_text(std::string digits) {
  if (digits.find('e') != std::string::npos) return digits;
  const bool negative = digits.front() == '-';
  if (negative) digits.erase(0, 1);
  auto point = digits.find('.');
  if (point == std::string::npos) {
    point = digits.size();
    digits += '.';
  }
  if (digits.size() < point + 3) digits.append(point + 3 - digits.size(), '0');
  digits.erase(point, 1);
  digits.insert(point + 2, 1, '.');
  digits.erase(0, std::min(digits.find_first_not_of('0'), point + 1));
  digits.erase(digits.find_last_not_of('0') + 1);
  if (digits.back() == '.') digits.pop_back();
  return (negative && digits != "0" ? "-" : "") + digits + '%';
}

std::string time_text(std::int64_t seconds) {
  const auto text = fmt::format("{:02}:{:02}", seconds / 3600, seconds / 60 % 60);
  return seconds % 60 == 0 ? text : text + fmt::format(":{:02}", seconds % 60);
}

/// The day of a serial number. Counted from 1900, number 60 is a 29 February that never was.
std::string day_text(std::int64_t serial, bool from_1904) {
  using std::chrono::days;
  if (from_1904) return format_day(Day(std::chrono::year{1904} / 1 / 1) + days(serial));
  if (serial == 60) return "1900-02-29";
  const Day before(std::chrono::year{1899} / 12 / (serial < 60 ? 31 : 30));
  return format_day(before + days(serial));
}

/// Nothing where the number is no point in time.
std::optional<std::string> moment_text(double serial, NumberFormat::Kind kind, bool from_1904) {
  const double epoch = from_1904 ? 1462 : 0;
  if (serial < 0 || serial + epoch >= last_serial) return {};
  const auto seconds = std::llround(serial * static_cast<double>(day_seconds));
  if (kind == NumberFormat::Kind::elapsed) return time_text(seconds);
  const auto day = seconds / day_seconds;
  const auto rest = seconds % day_seconds;
  const bool is_time = day == 0 && (kind == NumberFormat::Kind::time || rest != 0);
  if (is_time) return time_text(rest);
  // Day 0 of 1900 is what a formula makes of an empty cell.
  if (day == 0 && !from_1904) return {};
  const auto text = day_text(day, from_1904);
  return rest == 0 ? text : text + ' ' + time_text(rest);
}

}  // namespace

std::string number_text(double number) {
  if (number == 0) return "0";
  char text[400];
  if (std::abs(number) >= first_lossy || std::abs(number) < 1e-9) {
    const auto all = std::to_chars(text, text + sizeof text, number, std::chars_format::scientific);
    return {text, all.ptr};
  }
  // Rounded to the digits that are shown, then written without an exponent.
  const auto end = std::to_chars(text, text + sizeof text, number, std::chars_format::general, 15);
  double shown = 0;
  std::from_chars(text, end.ptr, shown);
  return {text, std::to_chars(text, text + sizeof text, shown, std::chars_format::fixed).ptr};
}

std::string number_text(std::string_view digits, const NumberFormat& format, bool from_1904) {
  if (format.kind == NumberFormat::Kind::number && is_short_integer(digits)) {
    return shown_digits(std::string(digits), format) + format.suffix;
  }
  const auto number = parse_number(digits);
  if (!number) return std::string(digits);
  switch (format.kind) {
    case NumberFormat::Kind::number:
      return number_text(*number) + format.suffix;
    case NumberFormat::Kind::percent:
      return percent_text(number_text(*number));
    case NumberFormat::Kind::date:
    case NumberFormat::Kind::time:
    case NumberFormat::Kind::elapsed:
      break;
  }
  return moment_text(*number, format.kind, from_1904).value_or(number_text(*number));
}

std::string iso_date_text(std::string_view text) {
  const auto t = text.find('T');
  auto time = t == std::string_view::npos ? std::string_view() : text.substr(t + 1);
  time = time.substr(0, time.find_first_of(".Z"));
  if (time.ends_with(":00") && time.size() == 8) time.remove_suffix(3);
  std::string shown(text.substr(0, t));
  if (!time.empty() && time != "00:00") shown.append(shown.empty() ? "" : " ").append(time);
  return shown;
}

}  // namespace leadbook::ingest
