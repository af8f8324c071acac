// Delegation (外出招商): one trip of a county's or city's leaders to look for investment.
#pragma once

#include <optional>

#include "leadbook/domain/date/date.hpp"
#include "leadbook/domain/record/company.hpp"
#include "leadbook/domain/record/county.hpp"
#include "leadbook/domain/record/station.hpp"

namespace leadbook {

enum class DelegationStatus { planned, done };

template <>
std::span<const Word<DelegationStatus>> words<DelegationStatus>();

/// A person as the sources name them: no contact details are kept.
struct Person {
  std::string name;
  std::string post;
  std::string organisation;

  bool operator==(const Person&) const = default;
};

struct Stop {
  std::string place;
  std::optional<Date> on;
  std::string note;

  bool operator==(const Stop&) const = default;
};

/// A company visited, or to be visited, and what about.
struct Visit {
  Id<Company> company;
  std::string topic;

  bool operator==(const Visit&) const = default;
};

struct Delegation : Record<Delegation> {
  std::string title;
  Id<County> county;  // none for a delegation of the city itself
  Id<Station> station;
  std::string leader;
  std::string leader_post;
  std::vector<Person> members;
  std::optional<Date> starts;
  std::optional<Date> ends;
  std::optional<std::int64_t> days;  // where stated; else from starts and ends
  std::vector<Stop> stops;
  std::vector<Visit> visits;
  std::optional<std::int64_t> batch;
  DelegationStatus status = DelegationStatus::done;
  std::string purpose;
  std::optional<Date> report_filed;
  std::string report;
  std::string source;
  std::string note;

  bool operator==(const Delegation&) const = default;
};

/// Days away: as stated, else from the first to the last day where both are days.
inline std::optional<std::int64_t> days_away(const Delegation& trip) {
  if (trip.days) return trip.days;
  if (!trip.starts || !trip.ends || !trip.starts->is_day() || !trip.ends->is_day()) return {};
  return (trip.ends->first - trip.starts->first).count() + 1;
}

/// The last day of a trip, as far as its dates tell.
inline std::optional<Day> return_day(const Delegation& trip) {
  if (trip.ends) return trip.ends->last;
  if (!trip.starts || !trip.days) return {};
  return trip.starts->last + std::chrono::days(*trip.days - 1);
}

/// Whether a record tells of something planned, as only that of a trip can.
template <class R>
bool is_planned(const R& record) {
  if constexpr (requires { record.status == DelegationStatus::planned; }) {
    return record.status == DelegationStatus::planned;
  } else {
    return false;
  }
}

template <>
struct KindOf<Delegation> : std::integral_constant<Kind, Kind::delegation> {};

}  // namespace leadbook
