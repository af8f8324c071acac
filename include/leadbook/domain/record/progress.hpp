// What pushes a signed project on: its procedures (前期手续), the money received (到位资金) and
// what is invested year by year (年度投资).
#pragma once

#include <optional>

#include "leadbook/domain/date/date.hpp"
#include "leadbook/domain/record/company.hpp"
#include "leadbook/domain/record/project.hpp"

namespace leadbook {

/// How an approval was made quicker.
enum class Mechanism { green_channel, deficiency_tolerance, commitment };

template <>
std::span<const Word<Mechanism>> words<Mechanism>();

/// One approval a project needs.
struct Procedure : Record<Procedure> {
  Id<Project> project;
  std::string item;
  std::string department;
  std::optional<Date> submitted;
  std::optional<std::int64_t> limit_days;  // from submission to the day it should be granted
  std::optional<Date> granted;
  std::optional<Mechanism> mechanism;
  std::string document;
  std::string source;
  std::string note;

  bool operator==(const Procedure&) const = default;
};

/// The day a procedure should be granted by; nothing where no submission or no limit is stated.
std::optional<Date> due_of(const Procedure& procedure);

/// Money a project really received.
struct Funds : Record<Funds> {
  Id<Project> project;
  std::optional<Date> on;
  std::optional<Amount> amount;
  Capital capital = Capital::domestic;  // never mixed: such a payment is two records
  Id<Company> company;                  // who paid
  std::string phase;
  std::string evidence;
  std::string source;
  std::string note;

  bool operator==(const Funds&) const = default;
};

/// What a project is to invest in a year (年度计划投资) and what of it was done by a day, as its
/// county reported it. Each report is a record: what is done by a later day holds what was done
/// before.
struct Outlay : Record<Outlay> {
  Id<Project> project;
  std::optional<Date> year;
  std::optional<Amount> planned;  // of the whole year
  std::optional<Amount> done;     // from its first day on
  std::optional<Date> on;         // up to this day
  std::string source;
  std::string note;

  bool operator==(const Outlay&) const = default;
};

template <>
struct KindOf<Procedure> : std::integral_constant<Kind, Kind::procedure> {};
template <>
struct KindOf<Funds> : std::integral_constant<Kind, Kind::funds> {};
template <>
struct KindOf<Outlay> : std::integral_constant<Kind, Kind::outlay> {};

}  // namespace leadbook
