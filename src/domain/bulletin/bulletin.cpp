#include "leadbook/domain/bulletin/bulletin.hpp"

namespace leadbook {

template <>
std::span<const Word<BulletinKind>> words<BulletinKind>() {
  static constexpr Word<BulletinKind> table[] = {
      {BulletinKind::weekly, "weekly", "Weekly", "周调度", "周报|周|week"},
      {BulletinKind::monthly, "monthly", "Monthly", "月度通报", "月报|月|month"},
      {BulletinKind::quarterly, "quarterly", "Quarterly", "季度通报", "季报|季|quarter"},
      {BulletinKind::yearly, "yearly", "Yearly", "年度总结", "年报|年|year|annual"},
  };
  return table;
}

template <>
std::span<const Word<FactUnit>> words<FactUnit>() {
  static constexpr Word<FactUnit> table[] = {
      {FactUnit::count, "count", "Count", "个数"},
      {FactUnit::money, "cny_minor", "Amount", "金额"},
      {FactUnit::percent, "hundredths_of_percent", "Percent", "百分比"},
      {FactUnit::points, "hundredths_of_point", "Points", "百分点"},
      {FactUnit::days, "days", "Days", "天数"},
      {FactUnit::place, "place", "Place", "位次"},
      {FactUnit::times, "hundredths_of_multiple", "Times", "倍数"},
      {FactUnit::rate, "cny_e10", "Rate", "汇率"},
      {FactUnit::printed, "printed", "Printed", "报表数"},
  };
  return table;
}

template <>
std::span<const Word<BaseState>> words<BaseState>() {
  static constexpr Word<BaseState> table[] = {
      {BaseState::known, "known", "Known", "已知"},
      {BaseState::zero, "zero", "Zero", "为0"},
      {BaseState::unknown, "unknown", "Not stated", "未披露"},
      {BaseState::absent, "absent", "No records", "无记录"},
  };
  return table;
}

}  // namespace leadbook
