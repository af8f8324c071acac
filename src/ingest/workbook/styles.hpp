// How the numbers of a workbook's cells are shown, as far as it changes what they mean.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/workbook/zip.hpp"

namespace leadbook::ingest {

struct NumberFormat {
  enum class Kind { number, percent, date, time, elapsed };

  Kind kind = Kind::number;
  std::string suffix;       // what follows the digits of money: "万 CNY", " HKD"; else ""
  std::size_t digits = 0;   // as many are shown of a whole number, noughts before it: 0007
  std::string before = {};  // with those, the text that stands before them
  std::string after = {};   // and behind them
};

/// The format of a code such as `yyyy"年"m"月"` or `[$HKD] #,##0.00`.
NumberFormat read_number_format(std::string_view code);

/// The formats by the numbers that cells name them by; none where there are no styles.
std::vector<NumberFormat> read_styles(const ZipArchive& archive, const ZipEntry* entry);

}  // namespace leadbook::ingest
