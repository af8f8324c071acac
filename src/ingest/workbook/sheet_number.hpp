// The text of a cell that holds a number: as a person sees it, nothing lost that one could type.
#pragma once

#include <string>
#include <string_view>

#include "ingest/workbook/styles.hpp"

namespace leadbook::ingest {

/// The number's decimal digits: 15 significant ones, as many as a spreadsheet program shows or
/// takes, so that 0.1 + 0.2 is 0.3; with an exponent from 10^15 on, where digits have been lost.
std::string number_text(double number);

/// What the digits of a file mean under a format: "2020-05-19 13:30", "12.5%", "450000000 HKD".
/// Text that is no number comes back as it is.
std::string number_text(std::string_view digits, const NumberFormat& format, bool from_1904);

/// A date as files have it, "2020-05-19T13:30:00.000Z", as "2020-05-19 13:30".
std::string iso_date_text(std::string_view text);

}  // namespace leadbook::ingest
