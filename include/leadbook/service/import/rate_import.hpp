// Exchange rates from a central bank's CSV file: one row a day, one column a currency.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "leadbook/domain/amount/money.hpp"
#include "leadbook/domain/date/date.hpp"
#include "leadbook/ingest/source.hpp"
#include "leadbook/service/import/import.hpp"
#include "leadbook/store/log/change.hpp"

namespace leadbook::service {

struct RateImportOptions {
  Day today;
  Day from = earliest_day;
  Day until = latest_day;
  std::vector<Currency> currencies;  // all the file has where none are named
  std::string source;                // who published the rates
};

/// What the columns of a file of rates hold.
enum class RateForm {
  cny_per_unit,  // CNY_per_USD: CNY for one unit
  per_euro,      // USD: units for one euro, as the European Central Bank publishes them
};

struct RateImportReport {
  RateForm form = RateForm::cny_per_unit;
  std::vector<Currency> currencies;
  std::optional<Day> first;  // the days taken
  std::optional<Day> last;
  std::int64_t added = 0;
  std::int64_t changed = 0;
  std::int64_t same = 0;
  FileRemarks notes;
  FileRemarks problems;
};

/// Brings the book's rates to those of a file: new ones are added, others of the same day changed.
/// Per euro, the CNY for one unit are the file's CNY by its units, at ten decimals, half up, and
/// the euro's own rate is the file's CNY. A blank cell and "N/A" are no rate. Where the report
/// holds problems the change is not whole and must not be committed. Throws Error{usage} for a
/// file without rates, Error{failed} where it cannot be read on.
RateImportReport import_rates(store::Change& change,
                              ingest::Source& source,
                              const std::string& file,
                              const RateImportOptions& options);

/// CNY for one unit of a currency of which `units` are one euro; nothing where it does not fit.
std::optional<RateValue> cross_rate(const RateValue& cny_per_euro, const RateValue& units);

}  // namespace leadbook::service
