#include "service/totals/sum.hpp"

#include <algorithm>

#include "leadbook/domain/error.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::service {

store::Parameters bounds(const Period& period) {
  return {{"from", format_day(period.first)}, {"until", format_day(period.last)}};
}

Day reach_of(const TotalsQuery& query) {
  if (query.period.last >= query.today) return latest_day;
  const auto reach = std::chrono::year{year_of(query.period.last) + 1} / 1 / 31;
  return std::min<Day>(reach, latest_day);
}

store::Parameters reaching_bounds(const TotalsQuery& query) {
  auto parameters = bounds(query.period);
  parameters.push_back({"reach", format_day(reach_of(query))});
  return parameters;
}

void refuse_too_large() {
  throw Error(ErrorKind::failed, say("the sum is too large to be counted"));
}

}  // namespace leadbook::service
