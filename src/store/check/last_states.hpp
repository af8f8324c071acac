// What each record of a kind was last made, by its number: as many bits of a digest as are needed.
#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "leadbook/store/record/digest.hpp"

namespace leadbook::store {

/// Numbers are given one after another, so that states lie in a row, sixteen bytes each. One far
/// beyond all others is damage, which must not cost the memory of those between.
class LastStates {
 public:
  void put(std::int64_t id, const TextKey& state);
  void erase(std::int64_t id);
  /// nullptr where the record is not, or no more.
  const TextKey* find(std::int64_t id) const;

  /// The greatest number there ever was; 0 for none.
  std::int64_t last() const { return last_; }

  /// Calls `each` with the number of every record there is.
  template <class Each>
  void each_id(Each&& each) const {
    for (std::size_t at = 0; at < near_.size(); ++at) {
      if (!(near_[at] == TextKey{})) each(static_cast<std::int64_t>(at));
    }
    for (const auto& [id, state] : far_) each(id);
  }

 private:
  bool lies_near(std::int64_t id) const;

  std::vector<TextKey> near_;  // by number; all zero for none
  std::map<std::int64_t, TextKey> far_;
  std::int64_t last_ = 0;
};

}  // namespace leadbook::store
