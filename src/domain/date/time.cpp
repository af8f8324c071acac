// The time of day that programs print behind a date.
#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "leadbook/domain/date/date.hpp"
#include "leadbook/text/ascii.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook {
namespace {

/// Takes the number of one or two digits at the front of `text`.
std::optional<int> take_number(std::string_view& text) {
  std::size_t digits = 0;
  int value = 0;
  for (; digits < text.size() && digits < 2 && text::is_digit(text[digits]); ++digits) {
    value = value * 10 + (text[digits] - '0');
  }
  if (digits == 0) return {};
  text.remove_prefix(digits);
  return value;
}

bool take(std::string_view& text, std::string_view word) {
  if (!text.starts_with(word)) return false;
  text = text::trim(text.substr(word.size()));
  return true;
}

struct TimeOfDay {
  int seconds = 0;               // since midnight
  std::optional<int> zone = {};  // minutes east of Greenwich
};

/// The zone at the end of a time: Z, UTC, +08:00, -0500, GMT+8; false where something else is
/// there.
bool take_zone(std::string_view text, std::optional<int>& zone) {
  if (text.empty()) return true;
  if (take(text, "z") || take(text, "utc") || take(text, "gmt")) zone = 0;
  if (text.empty()) return zone.has_value();
  const int sign = text.front() == '-' ? -1 : 1;
  if (text.front() != '-' && text.front() != '+') return false;
  text.remove_prefix(1);
  const auto hours = take_number(text);
  if (!hours || *hours > 14) return false;
  take(text, ":");
  const auto minutes = text.empty() ? std::optional<int>(0) : take_number(text);
  if (!minutes || *minutes > 59 || !text.empty()) return false;
  zone = sign * (*hours * 60 + *minutes);
  return true;
}

/// "10:30", "23:30:00.000z", "上午10时30分", "3:05 pm": the whole of a folded text.
std::optional<TimeOfDay> read_time(std::string_view text) {
  const bool is_afternoon = take(text, "下午") || take(text, "晚上") || take(text, "pm");
  if (!is_afternoon && !take(text, "上午")) take(text, "am");
  const auto hours = take_number(text);
  if (!hours || *hours > 24) return {};
  const bool is_chinese = take(text, "时") || take(text, "點") || take(text, "点");
  if (!is_chinese && !take(text, ":")) return {};
  std::optional<int> minutes = 0;
  std::optional<int> seconds = 0;
  if (!text.empty() && text::is_digit(text.front())) minutes = take_number(text);
  if (take(text, ":") || take(text, "分")) {
    if (!text.empty() && text::is_digit(text.front())) seconds = take_number(text);
    take(text, "秒");
  }
  if (!minutes || !seconds || *minutes > 59 || *seconds > 60) return {};
  if (text.starts_with('.')) {
    text.remove_prefix(1);
    while (!text.empty() && text::is_digit(text.front())) text.remove_prefix(1);
  }
  text = text::trim(text);
  int hour = *hours;
  const bool is_late = is_afternoon || take(text, "pm");
  const bool is_early = !is_late && take(text, "am");
  if (is_late && hour < 12) hour += 12;
  if (is_early && hour == 12) hour = 0;
  TimeOfDay time{(hour * 60 + *minutes) * 60 + *seconds, {}};
  if (!take_zone(text, time.zone)) return {};
  return time;
}

}  // namespace

std::optional<DatedTime> split_time(std::string_view text) {
  if (text.find(':') == std::string_view::npos && text.find("时") == std::string_view::npos &&
      text.find("：") == std::string_view::npos) {
    return {};
  }
  const auto folded = text::fold(text);
  // The time begins behind a blank, a T or a 日.
  for (std::size_t at = 1; at < folded.size(); ++at) {
    const auto behind = std::string_view(folded).substr(at);
    const bool is_blank = folded[at] == ' ' || folded[at] == 't';
    const bool is_behind_day = std::string_view(folded).substr(0, at).ends_with("日");
    if (!is_blank && !is_behind_day) continue;
    const auto time = read_time(text::trim(is_blank ? behind.substr(1) : behind));
    if (!time) continue;
    DatedTime split{std::string(text::trim(std::string_view(folded).substr(0, at))),
                    time->seconds == 0};
    if (!time->zone) return split;
    const auto day = parse_file_date(split.date, {});
    if (!day || !day->is_day()) return split;
    constexpr int beijing = 8 * 60;
    const auto moment = day->first + std::chrono::seconds(time->seconds) +
                        std::chrono::minutes(beijing - *time->zone);
    const auto shifted = std::chrono::floor<std::chrono::days>(moment);
    return DatedTime{format_day(shifted), time->seconds == 0 && shifted == day->first};
  }
  return {};
}

}  // namespace leadbook
