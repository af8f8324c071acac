#include "cli/totals/standing_cells.hpp"

#include "leadbook/domain/wide.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::cli {
namespace {

using present::Cell;
using present::Decimal;

std::int64_t divide(std::int64_t value, std::int64_t by) {
  return static_cast<std::int64_t>(divide_rounded(value, by));
}

}  // namespace

Cell scaled_cell(Measure measure,
                 const std::optional<service::Scaled>& value,
                 const Currency& currency) {
  if (!value) return {};
  switch (unit_of(measure)) {
    case MeasureUnit::count:
      return *value;
    case MeasureUnit::money:
      return Amount{{*value, currency}, Qualifier::exact};
    case MeasureUnit::area:
      return Decimal{*value, 2, say("mu")};
    case MeasureUnit::percent:
      return Decimal{divide(*value, service::scaled_percent(1)), 2, "%"};
    case MeasureUnit::per_mu:
      break;
  }
  // Yuan a mu times 10^4, shown in 10,000 yuan with two decimals.
  return Decimal{divide(*value, 1'000'000), 2, ""};
}

Cell gap_cell(Measure measure,
              const std::optional<service::Scaled>& value,
              const std::optional<service::Scaled>& ahead,
              const Currency& currency) {
  if (!value || !ahead) return {};
  if (!is_quotient(measure)) {
    return scaled_cell(measure, *ahead - *value, currency);
  }
  const auto shown = [&](service::Scaled scaled) {
    return std::get<Decimal>(scaled_cell(measure, scaled, currency).value).minor;
  };
  return Decimal{shown(*ahead) - shown(*value), 2, ""};
}

Cell points_cell(const std::optional<std::int64_t>& hundredths) {
  if (!hundredths) return {};
  return Decimal{*hundredths, 2, ""};
}

Cell percent_cell(const std::optional<std::int64_t>& hundredths) {
  if (!hundredths) return {};
  return Decimal{*hundredths, 2, "%"};
}

Cell movement_cell(const std::optional<std::int64_t>& place,
                   const std::optional<std::int64_t>& before) {
  if (!place) return {};
  if (!before) return say("new");
  if (*place < *before) return say("up {}", *before - *place);
  if (*place > *before) return say("down {}", *place - *before);
  return say("same");
}

}  // namespace leadbook::cli
