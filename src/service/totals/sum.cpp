#include "service/totals/sum.hpp"

#include "leadbook/domain/error.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::service {

store::Parameters bounds(const Period& period) {
  return {{"from", format_day(period.first)}, {"until", format_day(period.last)}};
}

void refuse_too_large() {
  throw Error(ErrorKind::failed, say("the sum is too large to be counted"));
}

}  // namespace leadbook::service
