// One group of a funnel while projects are counted into it.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "leadbook/service/standing/funnel.hpp"

namespace leadbook::service {

inline constexpr std::size_t stage_count = static_cast<std::size_t>(Stage::terminated) + 1;

class FunnelTally {
 public:
  /// Counts a project with its stays and its planned investment in CNY minor units. Throws
  /// Error{failed} where a sum does not fit.
  void take(const std::vector<StageSpell>& spells, std::optional<std::int64_t> planned, Day today);

  /// What was counted; the medians are computed now.
  std::vector<FunnelStep> steps();

  std::int64_t projects() const { return projects_; }

 private:
  struct Counted {
    FunnelStep step;
    std::vector<std::int64_t> finished;
    std::vector<std::int64_t> unfinished;
  };
  Counted& at(Stage stage) { return counted_[static_cast<std::size_t>(stage)]; }

  std::array<Counted, stage_count> counted_;
  std::int64_t projects_ = 0;
};

}  // namespace leadbook::service
