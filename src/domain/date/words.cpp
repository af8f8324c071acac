#include "domain/date/words.hpp"

#include <span>
#include <string_view>

#include "leadbook/text/ascii.hpp"

namespace leadbook::dates {
namespace {

using enum Meaning;

// Parts of shapes: M month name, W weekday, T third of a month, Y four digits, N one or two.
constexpr Phrase table[] = {
    {"january", "M", number, 1},
    {"jan", "M", number, 1},
    {"february", "M", number, 2},
    {"feb", "M", number, 2},
    {"march", "M", number, 3},
    {"mar", "M", number, 3},
    {"april", "M", number, 4},
    {"apr", "M", number, 4},
    {"may", "M", number, 5},
    {"june", "M", number, 6},
    {"jun", "M", number, 6},
    {"july", "M", number, 7},
    {"jul", "M", number, 7},
    {"august", "M", number, 8},
    {"aug", "M", number, 8},
    {"september", "M", number, 9},
    {"sept", "M", number, 9},
    {"sep", "M", number, 9},
    {"october", "M", number, 10},
    {"oct", "M", number, 10},
    {"november", "M", number, 11},
    {"nov", "M", number, 11},
    {"december", "M", number, 12},
    {"dec", "M", number, 12},

    {"monday", "W", number, 1},
    {"mon", "W", number, 1},
    {"tuesday", "W", number, 2},
    {"tues", "W", number, 2},
    {"tue", "W", number, 2},
    {"wednesday", "W", number, 3},
    {"wed", "W", number, 3},
    {"thursday", "W", number, 4},
    {"thurs", "W", number, 4},
    {"thu", "W", number, 4},
    {"friday", "W", number, 5},
    {"fri", "W", number, 5},
    {"saturday", "W", number, 6},
    {"sat", "W", number, 6},
    {"sunday", "W", number, 7},
    {"sun", "W", number, 7},
    {"周日", "W", number, 7},
    {"周天", "W", number, 7},
    {"星期日", "W", number, 7},
    {"星期天", "W", number, 7},
    {"礼拜日", "W", number, 7},
    {"礼拜天", "W", number, 7},

    {"early", "T", number, 1},
    {"mid", "T", number, 2},
    {"late", "T", number, 3},
    {"上旬", "T", number, 1},
    {"中旬", "T", number, 2},
    {"下旬", "T", number, 3},
    {"初", "T", number, 1},
    {"月初", "月T", number, 1},
    {"月中", "月T", number, 2},
    {"月中旬", "月T", number, 2},

    {"first quarter of", "qN", number, 1},
    {"second quarter of", "qN", number, 2},
    {"third quarter of", "qN", number, 3},
    {"fourth quarter of", "qN", number, 4},
    {"first half of", "hN", number, 1},
    {"second half of", "hN", number, 2},
    {"first half", "hN", number, 1},
    {"second half", "hN", number, 2},
    {"上半年", "hN", number, 1},
    {"下半年", "hN", number, 2},

    {"today", "Y-N-N", day, 0},
    {"今天", "Y-N-N", day, 0},
    {"今日", "Y-N-N", day, 0},
    {"今", "Y-N-N", day, 0},
    {"yesterday", "Y-N-N", day, -1},
    {"昨天", "Y-N-N", day, -1},
    {"昨日", "Y-N-N", day, -1},
    {"day before yesterday", "Y-N-N", day, -2},
    {"the day before yesterday", "Y-N-N", day, -2},
    {"前天", "Y-N-N", day, -2},
    {"大前天", "Y-N-N", day, -3},
    {"tomorrow", "Y-N-N", day, 1},
    {"明天", "Y-N-N", day, 1},
    {"明日", "Y-N-N", day, 1},
    {"day after tomorrow", "Y-N-N", day, 2},
    {"the day after tomorrow", "Y-N-N", day, 2},
    {"后天", "Y-N-N", day, 2},
    {"大后天", "Y-N-N", day, 3},

    {"this month", "Y年N月", month, 0},
    {"本月", "Y年N月", month, 0},
    {"这个月", "Y年N月", month, 0},
    {"last month", "Y年N月", month, -1},
    {"上月", "Y年N月", month, -1},
    {"上个月", "Y年N月", month, -1},
    {"next month", "Y年N月", month, 1},
    {"下月", "Y年N月", month, 1},
    {"下个月", "Y年N月", month, 1},
    {"this quarter", "YqN", quarter, 0},
    {"本季度", "YqN", quarter, 0},
    {"这个季度", "YqN", quarter, 0},
    {"last quarter", "YqN", quarter, -1},
    {"上季度", "YqN", quarter, -1},
    {"上个季度", "YqN", quarter, -1},
    {"next quarter", "YqN", quarter, 1},
    {"下季度", "YqN", quarter, 1},
    {"下个季度", "YqN", quarter, 1},
    {"this year", "Y年", year, 0},
    {"今年", "Y年", year, 0},
    {"本年", "Y年", year, 0},
    {"last year", "Y年", year, -1},
    {"去年", "Y年", year, -1},
    {"上年", "Y年", year, -1},
    {"next year", "Y年", year, 1},
    {"明年", "Y年", year, 1},
    {"全年", "Y年", year, 0},
    {"今年全年", "Y年", year, 0},
    {"去年全年", "Y年", year, -1},
    {"年全年", "年"},
    {"eom", "月底"},
    {"end of month", "月底"},
    {"月底", "月底"},
    {"月末", "月底"},
    {"月内", "月底"},
    {"eoy", "年底"},
    {"end of year", "年底"},
    {"年底", "年底"},
    {"年末", "年底"},
    {"年内", "年底"},
    {"ytd", "ytd"},
    {"year to date", "ytd"},
    {"今年以来", "ytd"},

    {"last", "last"},
    {"上", "last"},
    {"上个", "last"},
    {"this", "this"},
    {"本", "this"},
    {"这", "this"},
    {"这个", "this"},
    {"next", "next"},
    {"下", "next"},
    {"下个", "next"},
    {"ago", "ago"},
    {"前", "ago"},
    {"之前", "ago"},
    {"以前", "ago"},
    {"in", "in"},
    {"后", "hence"},
    {"之后", "hence"},
    {"以后", "hence"},
    {"内", "hence"},
    {"之内", "hence"},
    {"以内", "hence"},
    {"近", "近"},
    {"最近", "近"},
    {"of", "of"},

    {"d", "d"},
    {"day", "天"},
    {"days", "天"},
    {"天", "天"},
    {"w", "w"},
    {"week", "周"},
    {"weeks", "周"},
    {"周", "周"},
    {"星期", "周"},
    {"礼拜", "周"},
    {"m", "m"},
    {"month", "个月"},
    {"months", "个月"},
    {"个月", "个月"},
    {"y", "y"},
    {"year", "年"},
    {"years", "年"},
    {"年", "年"},
    {"月", "月"},
    {"日", "日"},
    {"号", "日"},
    {"底", "底"},
    {"末", "底"},
    {"q", "q"},
    {"h", "h"},
    {"第", "第"},
    {"季度", "季度"},
    {"个季度", "季度"},
};

bool begins_with(std::string_view rest, std::string_view phrase) {
  if (!rest.starts_with(phrase)) return false;
  const bool inside_word =
      rest.size() > phrase.size() && text::is_small_letter(rest[phrase.size()]);
  return !(text::is_small_letter(phrase.back()) && inside_word);
}

}  // namespace

std::span<const Phrase> phrases() { return table; }

const Phrase* longest_phrase(std::string_view rest) {
  const Phrase* longest = nullptr;
  for (const Phrase& phrase : table) {
    if (longest != nullptr && phrase.text.size() <= longest->text.size()) continue;
    if (begins_with(rest, phrase.text)) longest = &phrase;
  }
  return longest;
}

}  // namespace leadbook::dates
