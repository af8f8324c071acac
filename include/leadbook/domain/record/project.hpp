// Project (项目): what an investor would build in a county, from the first lead to production.
#pragma once

#include <optional>

#include "leadbook/domain/amount/money.hpp"
#include "leadbook/domain/amount/quantity.hpp"
#include "leadbook/domain/date/date.hpp"
#include "leadbook/domain/record/company.hpp"
#include "leadbook/domain/record/county.hpp"
#include "leadbook/domain/record/stage.hpp"
#include "leadbook/domain/record/station.hpp"

namespace leadbook {

enum class Capital { domestic, foreign, mixed };

template <>
std::span<const Word<Capital>> words<Capital>();

struct Investor {
  Id<Company> company;
  std::string share;  // as stated: "51%", "lead investor"

  bool operator==(const Investor&) const = default;
};

struct Phase {
  std::string name;  // "1", 一期
  std::optional<Amount> amount;
  std::optional<Area> land;
  std::optional<Date> planned_start;
  std::optional<Date> planned_completion;
  std::optional<Date> planned_production;
  std::string note;

  bool operator==(const Phase&) const = default;
};

/// A reason accepted for being late: it puts the light off until its day is over.
struct Waiver {
  std::string reason;
  std::optional<Date> until;
  std::string by;  // who accepted it
  std::optional<Date> on;

  bool operator==(const Waiver&) const = default;
};

struct Project : Record<Project> {
  std::string title;
  std::string other_title;  // in the other language
  Id<County> county;
  std::vector<Investor> investors;
  std::string chain;
  std::string industry;
  std::string content;
  std::optional<Amount> planned_investment;
  std::optional<Amount> outside_amount;
  std::optional<Amount> fixed_assets;
  std::optional<Area> land;
  std::optional<Amount> forecast_sales;
  std::optional<Amount> forecast_tax;
  std::optional<Amount> forecast_profit_tax;
  std::optional<std::int64_t> forecast_jobs;
  std::string capacity;
  std::vector<Phase> phases;
  std::vector<std::string> programs;
  std::string leader;
  std::string task_force;
  std::optional<Capital> capital;
  std::string origin;
  Id<County> first_contact;
  Id<Station> station;
  std::optional<Date> lead_on;
  std::optional<Date> planned_start;
  std::optional<Date> planned_completion;
  std::optional<Date> planned_production;
  std::vector<StageMove> moves;
  std::vector<Waiver> waivers;
  std::string source;
  std::string note;

  bool operator==(const Project&) const = default;
};

template <>
struct KindOf<Project> : std::integral_constant<Kind, Kind::project> {};

}  // namespace leadbook
