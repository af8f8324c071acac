#include "leadbook/domain/standing/score.hpp"

#include <algorithm>

#include "leadbook/domain/wide.hpp"

namespace leadbook {
template <>
std::span<const Word<ScoreMethod>> words<ScoreMethod>() {
  static constexpr Word<ScoreMethod> table[] = {
      {ScoreMethod::pro_rata, "pro_rata", "Pro rata", "按比例计分", "按比例"},
      {ScoreMethod::capped, "capped", "Capped", "封顶计分", "封顶"},
      {ScoreMethod::efficacy, "efficacy", "Efficacy coefficient", "功效系数", "功效系数法"},
  };
  return table;
}

template <>
std::span<const Word<ScoreBase>> words<ScoreBase>() {
  static constexpr Word<ScoreBase> table[] = {
      {ScoreBase::target, "target", "Target", "目标任务", "目标"},
      {ScoreBase::best, "best", "Best", "最优值", "最高值|最高"},
      {ScoreBase::value, "value", "Set value", "定值", "基准值"},
  };
  return table;
}

template <>
std::span<const Word<Lacking>> words<Lacking>() {
  static constexpr Word<Lacking> table[] = {
      {Lacking::apart, "apart", "Apart", "不参与排名"},
      {Lacking::zero, "zero", "No points", "计零分"},
      {Lacking::full, "full", "All points", "计满分"},
  };
  return table;
}

std::int64_t share_points(const ScoreItem& item, std::int64_t value, std::int64_t base) {
  const Wide points = divide_rounded(Wide{item.weight} * value, base);
  if (item.method == ScoreMethod::capped) return clamped(std::min<Wide>(points, item.weight));
  if (!item.cap) return clamped(points);
  return clamped(std::min(points, divide_rounded(Wide{item.weight} * *item.cap, 100)));
}

std::int64_t efficacy_points(std::int64_t weight,
                             std::int64_t value,
                             std::int64_t least,
                             std::int64_t greatest) {
  if (least == greatest) return weight;
  const Wide span = Wide{greatest} - least;
  const Wide above = Wide{value} - least;
  return clamped(divide_rounded(weight * (60 * span + 40 * above), 100 * span));
}

std::int64_t bonus_points(const ScoreBonus& bonus, std::int64_t value) {
  if (value <= 0) return 0;
  const auto points = clamped(Wide{value / bonus.each} * bonus.points);
  if (!bonus.most) return points;
  return std::clamp(points, -*bonus.most, *bonus.most);
}

}  // namespace leadbook
