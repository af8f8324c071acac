#include "service/standing/funnel_tally.hpp"

#include <algorithm>

#include "leadbook/domain/error.hpp"
#include "leadbook/domain/standing/light.hpp"

namespace leadbook::service {
namespace {

void add_amount(KnownSum& sum, std::optional<std::int64_t> minor) {
  if (!minor) return;
  ++sum.known;
  const auto total = add({sum.minor, Currency()}, {*minor, Currency()});
  sum.minor = value_or_throw(total, ErrorKind::failed).minor;
}

Stays stays_of(std::vector<std::int64_t>& days) {
  if (days.empty()) return {};
  const auto size = days.size();
  const auto middle = days.begin() + static_cast<std::ptrdiff_t>(size / 2);
  std::nth_element(days.begin(), middle, days.end());
  const auto upper = *middle;
  const auto lower = size % 2 == 1 ? upper : *std::max_element(days.begin(), middle);
  return {static_cast<std::int64_t>(size), lower + upper};
}

}  // namespace

void FunnelTally::take(const std::vector<StageSpell>& spells,
                       std::optional<std::int64_t> planned,
                       Day today) {
  ++projects_;
  const auto highest = highest_stage(spells);
  for (auto stage = 0; stage <= static_cast<int>(highest); ++stage) {
    auto& step = at(static_cast<Stage>(stage)).step;
    ++step.reached;
    add_amount(step.reached_amount, planned);
  }
  auto& now = at(spells.back().stage).step;
  ++now.now;
  add_amount(now.now_amount, planned);
  for (const auto& spell : spells) {
    const auto days = days_in(spell, today);
    if (!days) continue;
    auto& counted = at(spell.stage);
    (spell.until ? counted.finished : counted.unfinished).push_back(*days);
  }
}

std::vector<FunnelStep> FunnelTally::steps() {
  std::vector<FunnelStep> steps;
  for (std::size_t stage = 0; stage < stage_count; ++stage) {
    auto& counted = counted_[stage];
    counted.step.stage = static_cast<Stage>(stage);
    counted.step.finished = stays_of(counted.finished);
    counted.step.unfinished = stays_of(counted.unfinished);
    steps.push_back(counted.step);
  }
  return steps;
}

}  // namespace leadbook::service
