#include "leadbook/domain/record/negotiation.hpp"

namespace leadbook {

std::vector<std::int64_t> number_rounds(
    const std::vector<std::optional<std::int64_t>>& stated_by_date) {
  std::vector<std::int64_t> rounds;
  std::int64_t last = 0;
  for (const auto& stated : stated_by_date) {
    last = stated ? *stated : last + 1;
    rounds.push_back(last);
  }
  return rounds;
}

}  // namespace leadbook
