// The first row of a file of exchange rates: where its date is and which currency each column has.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "leadbook/service/import/rate_import.hpp"

namespace leadbook::service {

struct RateColumn {
  std::size_t at = 0;  // in the row, from 0
  Currency currency;
};

struct RateHeader {
  RateForm form = RateForm::cny_per_unit;
  std::size_t date = 0;
  std::optional<std::size_t> cny;    // the column of CNY for one euro
  std::vector<RateColumn> columns;   // without CNY
  std::vector<std::string> unknown;  // columns of currencies that are no more
};

/// Throws Error{usage} that says what the heading of a file of rates must be.
RateHeader read_rate_header(const std::vector<std::string>& cells, const std::string& file);

}  // namespace leadbook::service
