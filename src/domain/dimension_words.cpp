// The words of the dimensions of totals and of their fixed values.
#include "leadbook/domain/dimension.hpp"

namespace leadbook {

template <>
std::span<const Word<Dimension>> words<Dimension>() {
  static constexpr Word<Dimension> table[] = {
      {Dimension::county, "county", "County", "县区", "counties|县"},
      {Dimension::city, "city", "City", "城市", "市"},
      {Dimension::chain, "chain", "Chain", "产业链"},
      {Dimension::industry, "industry", "Industry", "行业", "产业"},
      {Dimension::stage, "stage", "Stage", "阶段"},
      {Dimension::year, "year", "Year", "年", "年度"},
      {Dimension::half, "half", "Half-year", "半年"},
      {Dimension::quarter, "quarter", "Quarter", "季度", "季"},
      {Dimension::month, "month", "Month", "月", "月份"},
      {Dimension::week, "week", "Week", "周"},
      {Dimension::origin, "origin", "Origin", "资金来源"},
      {Dimension::source, "source", "Source", "来源地", "province|省份"},
      {Dimension::company, "company", "Company", "企业", "investor|投资方"},
      {Dimension::flag, "flag", "Flag", "企业标签", "标签"},
      {Dimension::program, "program", "Program", "重点项目名单", "programme|名单"},
      {Dimension::mode, "mode", "Mode", "方式"},
      {Dimension::leader, "leader", "Leader", "包联领导", "领导"},
      {Dimension::size, "size", "Size", "投资规模", "size_band|规模"},
      {Dimension::currency, "currency", "Currency", "币种"},
  };
  return table;
}

template <>
std::span<const Word<Origin>> words<Origin>() {
  static constexpr Word<Origin> table[] = {
      {Origin::outside_province, "outside_province", "Outside the province", "省外"},
      {Origin::outside_city, "outside_city", "Province, outside the city", "市外省内", "市外"},
      {Origin::inside, "inside", "Inside the city", "市内"},
      {Origin::foreign, "foreign", "Foreign", "境外", "外资"},
  };
  return table;
}

template <>
std::span<const Word<SizeBand>> words<SizeBand>() {
  static constexpr Word<SizeBand> table[] = {
      {SizeBand::below_100m, "below_100m", "Below 0.1 billion", "1亿元以下"},
      {SizeBand::from_100m, "from_100m", "0.1 to 1 billion", "1亿—10亿元"},
      {SizeBand::from_1bn, "from_1bn", "1 to 5 billion", "10亿—50亿元"},
      {SizeBand::from_5bn, "from_5bn", "5 to 10 billion", "50亿—100亿元"},
      {SizeBand::from_10bn, "from_10bn", "10 billion and more", "100亿元以上"},
  };
  return table;
}

}  // namespace leadbook
