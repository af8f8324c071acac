// Negotiation (洽谈): one documented meeting with investors.
#pragma once

#include <optional>

#include "leadbook/domain/date/date.hpp"
#include "leadbook/domain/record/company.hpp"
#include "leadbook/domain/record/county.hpp"
#include "leadbook/domain/record/delegation.hpp"
#include "leadbook/domain/record/project.hpp"
#include "leadbook/domain/record/station.hpp"

namespace leadbook {

enum class NegotiationMode { onsite, online, reception };
enum class Purpose { first_contact, follow_up, return_visit };
enum class Outcome { exchange, consensus, intent, signed_, broken_off };

template <>
std::span<const Word<NegotiationMode>> words<NegotiationMode>();
template <>
std::span<const Word<Purpose>> words<Purpose>();
template <>
std::span<const Word<Outcome>> words<Outcome>();

struct Counterpart {
  Id<Company> company;
  std::string representative;

  bool operator==(const Counterpart&) const = default;
};

struct Commitment {
  std::string text;
  std::string owner;
  std::optional<Date> due;
  std::optional<Date> kept;

  bool operator==(const Commitment&) const = default;
};

struct Negotiation : Record<Negotiation> {
  std::optional<Date> on;
  Id<County> county;
  Id<Project> project;
  Id<Delegation> delegation;
  Id<Station> station;
  std::vector<Counterpart> counterparts;
  std::vector<Person> participants;  // of our side
  std::string place;
  std::optional<NegotiationMode> mode;
  std::optional<Purpose> purpose;
  std::optional<std::int64_t> round;  // where stated; else counted within the project
  std::string subject;
  std::string summary;
  std::optional<Outcome> outcome;
  std::vector<Commitment> promises;
  std::string next_step;
  std::optional<Date> next_due;
  std::string source;
  std::string note;

  bool operator==(const Negotiation&) const = default;
};

/// The rounds of a project's negotiations, given by date: a stated round holds, any other is one
/// more than the one before it.
std::vector<std::int64_t> number_rounds(
    const std::vector<std::optional<std::int64_t>>& stated_by_date);

template <>
struct KindOf<Negotiation> : std::integral_constant<Kind, Kind::negotiation> {};

}  // namespace leadbook
