// What projects invest year by year, computed slowly and from the definition alone.
#pragma once

#include <algorithm>
#include <tuple>
#include <vector>

#include "slow_item.hpp"

namespace slow_totals {

/// The reports of a project's year by their days, those without one first.
inline std::vector<Outlay> reports_of(const Facts& facts,
                                      const Project& project,
                                      const Date& year) {
  std::vector<Outlay> reports;
  for (const auto& outlay : facts.records().outlays) {
    if (outlay.project == project.id && *outlay.year == year) reports.push_back(outlay);
  }
  std::sort(reports.begin(), reports.end(), [](const Outlay& left, const Outlay& right) {
    const auto key = [](const Outlay& outlay) {
      const auto last = outlay.on ? std::optional(outlay.on->last) : std::nullopt;
      const auto first = outlay.on ? std::optional(outlay.on->first) : std::nullopt;
      return std::tuple(last, first, outlay.id.number);
    };
    return key(left) < key(right);
  });
  return reports;
}

/// One report, as far as it adds to what is done: its amount less that of the report before.
struct Done {
  const Outlay* report;
  std::vector<Money> amounts;
  bool is_first;
};

inline std::vector<Done> done_in(const Facts& facts, const std::vector<Outlay>& reports) {
  std::vector<Done> all;
  const Outlay* before = nullptr;
  for (const auto& report : reports) {
    if (!report.done) continue;
    Done done{&report, {report.done->money}, before == nullptr};
    if (before != nullptr) {
      auto less = before->done->money;
      less.minor = -less.minor;
      if (less.currency == report.done->money.currency) {
        done.amounts.front().minor += less.minor;
      } else {
        done.amounts.push_back(less);
      }
    }
    before = &report;
    if (facts.is_within(*report.on)) all.push_back(done);
  }
  return all;
}

/// A part of what is done, as an item on a day.
inline Item of_done(const Facts& facts,
                    const Project& project,
                    const Done& done,
                    const Money& money,
                    const Date& on) {
  auto item = of_project(project, on);
  set_amount(facts, item, Amount{money, Qualifier::exact}, *done.report->on);
  item.on = on;
  item.counted = done.is_first;
  if (item.known) item.records = {{Kind::outlay, done.report->id.number}};
  return item;
}

inline const Outlay* plan_in(const Facts& facts, const std::vector<Outlay>& reports) {
  const Outlay* plan = nullptr;
  for (const auto& report : reports) {
    if (report.planned && (!report.on || facts.is_over(*report.on))) plan = &report;
  }
  return plan;
}

inline std::vector<Item> outlays(const Facts& facts, Measure measure) {
  std::vector<Item> items;
  for (const auto& project : facts.records().projects) {
    for (const auto* text : {"2019", "2020", "2021"}) {
      const auto year = totals_book::on(text);
      const auto first_day = Date::of(year.first);
      const auto reports = reports_of(facts, project, year);
      const auto* plan = facts.is_within(first_day) ? plan_in(facts, reports) : nullptr;
      if (measure != Measure::year_done && plan != nullptr) {
        auto item = of_project(project, first_day);
        set_amount(facts, item, plan->planned, first_day);
        if (item.known) item.records = {{Kind::outlay, plan->id.number}};
        if (measure == Measure::year_rate) {
          item.divisor = item.number;
          item.number = 0;
          item.base = std::move(item.records);
          item.records.clear();
          if (!item.known) plan = nullptr;
        }
        items.push_back(item);
      }
      if (measure == Measure::year_plan || (measure == Measure::year_rate && plan == nullptr)) {
        continue;
      }
      for (const auto& done : done_in(facts, reports)) {
        for (const auto& money : done.amounts) {
          const bool is_rate = measure == Measure::year_rate;
          auto item = of_done(facts, project, done, money, is_rate ? first_day : *done.report->on);
          if (is_rate) {
            if (!item.known) continue;
            item.counted = false;
            item.currency = plan->planned->money.currency;
          }
          item.known = item.known && item.counted;
          items.push_back(item);
        }
      }
    }
  }
  return items;
}

}  // namespace slow_totals
