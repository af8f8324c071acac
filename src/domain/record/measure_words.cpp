// The words of measures, of how approvals are made quicker and of credit rules.
#include "leadbook/domain/record/credit.hpp"
#include "leadbook/domain/record/measure.hpp"
#include "leadbook/domain/record/progress.hpp"

namespace leadbook {

// NOLINTNEXTLINE(readability-function-size): a table
template <>
std::span<const Word<Measure>> words<Measure>() {
  static constexpr Word<Measure> table[] = {
      {Measure::projects, "projects", "Projects", "项目数", "项目"},
      {Measure::effective_leads,
       "effective_leads",
       "Effective leads",
       "有效线索",
       "leads|valid_leads|线索"},
      {Measure::negotiations, "negotiations", "Negotiations", "洽谈次数", "talks|洽谈"},
      {Measure::delegations, "delegations", "Delegations", "外出招商批次", "trips|外出招商"},
      {Measure::visits, "visits", "Firms visited", "走访企业", "firms_visited|visited"},
      {Measure::events, "events", "Events", "活动场次", "promotion_events|活动"},
      {Measure::signed_, "signed", "Signed", "签约项目", "签约|签约数|signed_projects"},
      {Measure::contracts, "contracts", "Contracts", "合同份数", "合同"},
      {Measure::contract_amount,
       "contract_amount",
       "Contract amount",
       "合同金额",
       "amount|签约额|合同额"},
      {Measure::planned_investment,
       "planned_investment",
       "Planned investment",
       "计划总投资",
       "planned|总投资"},
      {Measure::outside_amount,
       "outside_amount",
       "Outside amount",
       "合同引进资金",
       "outside|引进资金"},
      {Measure::fixed_assets, "fixed_assets", "Fixed assets", "固定资产投资", "固投"},
      {Measure::funds, "funds", "Funds in place", "到位资金", "funds_in_place"},
      {Measure::funds_domestic,
       "funds_domestic",
       "Domestic capital used",
       "实际利用内资",
       "domestic_capital|内资"},
      {Measure::funds_foreign,
       "funds_foreign",
       "Foreign capital used",
       "实际利用外资",
       "foreign_capital|外资"},
      {Measure::started, "started", "Started", "开工项目", "starts|开工"},
      {Measure::producing, "producing", "In production", "投产项目", "in_production|投产"},
      {Measure::forecast_sales,
       "forecast_sales",
       "Forecast sales",
       "预计销售收入",
       "sales|销售收入"},
      {Measure::forecast_tax, "forecast_tax", "Forecast tax", "预计税收", "tax|税收"},
      {Measure::forecast_jobs, "forecast_jobs", "Forecast jobs", "预计就业", "jobs|就业"},
      {Measure::land, "land", "Land", "用地", "用地面积|area"},
      {Measure::intensity, "intensity", "Intensity", "投资强度"},
      {Measure::tax_per_mu, "tax_per_mu", "Tax per mu", "亩均税收"},
      {Measure::share_of_count, "share_of_count", "Share of count", "数量占比", "count_share"},
      {Measure::share_of_amount, "share_of_amount", "Share of amount", "金额占比", "amount_share"},
      {Measure::performance_rate, "performance_rate", "Performance rate", "履约率"},
      {Measure::start_rate, "start_rate", "Start rate", "开工率"},
      {Measure::funds_rate, "funds_rate", "Funds rate", "资金到位率"},
      {Measure::production_rate, "production_rate", "Production rate", "投产率"},
      {Measure::conversion, "conversion", "Conversion", "转化率"},
      {Measure::completed, "completed", "Completed", "竣工项目", "completions|竣工"},
      {Measure::reserve, "reserve", "In reserve", "储备项目", "in_reserve|储备"},
      {Measure::in_talks, "in_talks", "In talks", "在谈项目", "in talks|在谈"},
      {Measure::reserve_investment,
       "reserve_investment",
       "Investment in reserve",
       "储备项目总投资",
       "储备总投资"},
      {Measure::talks_investment,
       "talks_investment",
       "Investment in talks",
       "在谈项目总投资",
       "在谈总投资"},
      {Measure::started_investment,
       "started_investment",
       "Investment started",
       "开工项目总投资",
       "开工总投资"},
      {Measure::completed_investment,
       "completed_investment",
       "Investment completed",
       "竣工项目总投资",
       "竣工总投资"},
      {Measure::producing_investment,
       "producing_investment",
       "Investment in production",
       "投产项目总投资",
       "投产总投资"},
      {Measure::year_plan, "year_plan", "Planned for the year", "年度计划投资", "本年计划投资"},
      {Measure::year_done,
       "year_done",
       "Invested in the year",
       "完成投资",
       "年度完成投资|本年完成投资"},
      {Measure::year_rate,
       "year_rate",
       "Of the year's plan",
       "年度投资完成率",
       "投资完成率|年度计划完成率"},
  };
  return table;
}

MeasureUnit unit_of(Measure measure) {
  switch (measure) {
    case Measure::projects:
    case Measure::effective_leads:
    case Measure::negotiations:
    case Measure::delegations:
    case Measure::visits:
    case Measure::events:
    case Measure::signed_:
    case Measure::contracts:
    case Measure::started:
    case Measure::producing:
    case Measure::completed:
    case Measure::reserve:
    case Measure::in_talks:
    case Measure::forecast_jobs:
      return MeasureUnit::count;
    case Measure::contract_amount:
    case Measure::planned_investment:
    case Measure::outside_amount:
    case Measure::fixed_assets:
    case Measure::funds:
    case Measure::funds_domestic:
    case Measure::funds_foreign:
    case Measure::forecast_sales:
    case Measure::forecast_tax:
    case Measure::reserve_investment:
    case Measure::talks_investment:
    case Measure::started_investment:
    case Measure::completed_investment:
    case Measure::producing_investment:
    case Measure::year_plan:
    case Measure::year_done:
      return MeasureUnit::money;
    case Measure::land:
      return MeasureUnit::area;
    case Measure::intensity:
    case Measure::tax_per_mu:
      return MeasureUnit::per_mu;
    case Measure::share_of_count:
    case Measure::share_of_amount:
    case Measure::performance_rate:
    case Measure::start_rate:
    case Measure::funds_rate:
    case Measure::production_rate:
    case Measure::conversion:
    case Measure::year_rate:
      break;
  }
  return MeasureUnit::percent;
}

template <>
std::span<const Word<Mechanism>> words<Mechanism>() {
  static constexpr Word<Mechanism> table[] = {
      {Mechanism::green_channel, "green_channel", "Green channel", "绿色通道"},
      {Mechanism::deficiency_tolerance,
       "deficiency_tolerance",
       "Deficiency tolerance",
       "容缺受理",
       "容缺"},
      {Mechanism::commitment, "commitment", "Commitment-based start", "承诺制", "承诺制开工"},
  };
  return table;
}

template <>
std::span<const Word<CreditRule>> words<CreditRule>() {
  static constexpr Word<CreditRule> table[] = {
      {CreditRule::half, "half", "50/50", "五五分成", "50:50|五五"},
      {CreditRule::tenth, "tenth", "10/90", "一九分成", "10:90|一九"},
      {CreditRule::full_both, "full_both", "Full on both sides", "双方全额", "100/100|full|双计"},
      {CreditRule::custom, "custom", "Custom", "自定", "自定义"},
  };
  return table;
}

}  // namespace leadbook
