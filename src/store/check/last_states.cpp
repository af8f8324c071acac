#include "store/check/last_states.hpp"

#include <algorithm>

namespace leadbook::store {

bool LastStates::lies_near(std::int64_t id) const {
  return id >= 0 && id < static_cast<std::int64_t>(near_.size());
}

void LastStates::put(std::int64_t id, const TextKey& state) {
  constexpr std::int64_t step = 100'000;
  last_ = std::max(last_, id);
  const auto size = static_cast<std::int64_t>(near_.size());
  if (id >= size && id < size + step) near_.resize(static_cast<std::size_t>(size + step));
  if (lies_near(id)) {
    far_.erase(id);
    near_[static_cast<std::size_t>(id)] = state;
  } else {
    far_[id] = state;
  }
}

void LastStates::erase(std::int64_t id) {
  if (lies_near(id)) near_[static_cast<std::size_t>(id)] = {};
  far_.erase(id);
}

const TextKey* LastStates::find(std::int64_t id) const {
  if (const auto far = far_.find(id); far != far_.end()) return &far->second;
  if (!lies_near(id)) return nullptr;
  const auto& state = near_[static_cast<std::size_t>(id)];
  return state == TextKey{} ? nullptr : &state;
}

}  // namespace leadbook::store
