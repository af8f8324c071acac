// How a bulletin writes numbers and days in running text and in tables.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "leadbook/domain/amount/money.hpp"
#include "leadbook/domain/date/date.hpp"

namespace leadbook::service {

/// Digits of parts of which 10^digits make one, rounded to `shown` decimals, half away from zero;
/// `trim` takes zeros off the end: "4.12", "100".
std::string rounded_text(std::int64_t parts, int digits, int shown, bool trim);

/// An amount of CNY: "4.12亿元", below a tenth of 亿 "850万元"; "CNY 412.0 million".
std::string money_text(std::int64_t minor);
/// The same as a number of a table, in the unit of `money_unit`.
std::string money_cell(std::int64_t minor);
/// "亿元" / "CNY million".
std::string money_unit();

/// In which unit amounts of other currencies are written.
AmountUnit own_unit();

/// Hundredths of a percent: "34.5%" in text, "34.50" in a table.
std::string percent_text(std::int64_t hundredths);
std::string percent_cell(std::int64_t hundredths);
/// Hundredths of a point, without their sign: "0.5".
std::string points_text(std::int64_t hundredths);

/// (now - then) / then in hundredths of a percent; `then` is above 0.
std::optional<std::int64_t> growth_of(std::int64_t now, std::int64_t then);
/// part / whole in hundredths of a percent; nothing of nothing.
std::optional<std::int64_t> share_of(std::int64_t part, std::int64_t whole);

/// A date without its year where that is the bulletin's: "5月8日至9日", "5月中旬"; "8-9 May".
std::string date_words(const Date& date, int year);
/// The same from one day to another.
std::string span_words(Day first, Day last, int year);
/// "2020年5月31日" / "31 May 2020".
std::string full_day(Day day);

}  // namespace leadbook::service
