#include "leadbook/domain/record/progress.hpp"

namespace leadbook {

std::optional<Date> due_of(const Procedure& procedure) {
  if (!procedure.submitted || !procedure.limit_days) return {};
  const auto& submitted = procedure.submitted->last;
  if (*procedure.limit_days > (latest_day - submitted).count()) return {};
  return Date::of(submitted + std::chrono::days(*procedure.limit_days));
}

}  // namespace leadbook
