// Targets (目标任务), sums reported without projects (汇总上报), the key-project programs
// (重点项目名单) and saved reports (常用报表).
#pragma once

#include <optional>
#include <vector>

#include "leadbook/domain/amount/quantity.hpp"
#include "leadbook/domain/date/date.hpp"
#include "leadbook/domain/record/county.hpp"
#include "leadbook/domain/record/measure.hpp"

namespace leadbook {

/// How much of a target should be reached by a day (序时进度): one of the three.
struct TargetStep {
  std::optional<Date> until;
  std::optional<std::int64_t> count;
  std::optional<Amount> amount;
  std::optional<Percent> percent;  // of the target

  bool operator==(const TargetStep&) const = default;
};

/// What a county, or the whole city, is to reach over a period: a count, an amount (of what is by
/// area, a mu), a rate or an area, as its indicator is measured.
struct Target : Record<Target> {
  Id<County> county;  // none for the city
  std::optional<Date> period;
  Measure indicator = Measure::contract_amount;
  std::optional<std::int64_t> count;
  std::optional<Amount> amount;
  std::optional<Percent> percent;
  std::optional<Area> land;
  std::vector<TargetStep> steps;  // cumulative, by date
  std::string source;
  std::string note;

  bool operator==(const Target&) const = default;
};

/// The one field a target of this indicator is stated in.
const char* target_field(Measure indicator);

/// What a county reports as a sum, without the projects it is made of: "18 projects, 28.9 billion".
/// What is counted says which amount is meant beside it.
struct Aggregate : Record<Aggregate> {
  Id<County> county;
  std::optional<Date> period;
  Measure indicator = Measure::signed_;
  std::optional<std::int64_t> count;
  std::optional<Amount> amount;
  std::string content;  // "of which ...", as it was reported
  std::string source;
  std::string note;

  bool operator==(const Aggregate&) const = default;
};

/// The measure that the amount of an aggregate adds to: of signed projects the contract amount, of
/// started ones their planned investment, of an amount itself; nothing where it has none.
std::optional<Measure> aggregate_amount(Measure indicator);

/// A list of key projects. A project is on it where its own field `programs` holds the name.
struct Program : Record<Program> {
  std::string name;
  std::string other_name;
  std::string level;  // who keeps it: 省级, 市级
  std::optional<Date> period;
  std::string content;
  std::string source;
  std::string note;

  bool operator==(const Program&) const = default;
};

/// A query kept under a name: the words of its command line.
struct Report : Record<Report> {
  std::string name;
  std::vector<std::string> arguments;
  std::string note;

  bool operator==(const Report&) const = default;
};

template <>
struct KindOf<Aggregate> : std::integral_constant<Kind, Kind::aggregate> {};
template <>
struct KindOf<Target> : std::integral_constant<Kind, Kind::target> {};
template <>
struct KindOf<Program> : std::integral_constant<Kind, Kind::program> {};
template <>
struct KindOf<Report> : std::integral_constant<Kind, Kind::report> {};

}  // namespace leadbook
