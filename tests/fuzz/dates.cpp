// Any text as a date and as a period: one that reads is printed, for files and for people in both
// languages, as a text that reads back the same.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "leadbook/domain/date/date.hpp"
#include "leadbook/text/translate.hpp"

namespace {

using namespace leadbook;

constexpr Day today = std::chrono::year{2020} / 5 / 22;

void expect_days(Day first, Day last) {
  if (first < earliest_day || last < first || latest_day < last) __builtin_trap();
}

void check_date(std::string_view text) {
  const auto date = parse_date(text, today);
  if (!date) {
    if (date.problem().message.empty()) __builtin_trap();
    return;
  }
  expect_days(date->first, date->last);
  for (const auto& printed : {date_text(*date), format_date(*date)}) {
    const auto again = parse_date(printed, today);
    if (!again || *again != *date) __builtin_trap();
  }
}

void check_period(std::string_view text) {
  const auto period = parse_period(text, today);
  if (!period) {
    if (period.problem().message.empty()) __builtin_trap();
    return;
  }
  expect_days(period->first, period->last);
  for (const auto& printed : {period->text, format_period(*period)}) {
    const auto again = parse_period(printed, today);
    if (!again || *again != *period) __builtin_trap();
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  for (const auto language : {Language::english, Language::chinese}) {
    use_language(language, "");
    check_date(text);
    check_period(text);
  }
  return 0;
}
