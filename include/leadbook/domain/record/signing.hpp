// Signing (签约): one signed paper, from a letter of intent to a contract and its supplements.
#pragma once

#include <optional>

#include "leadbook/domain/amount/money.hpp"
#include "leadbook/domain/date/date.hpp"
#include "leadbook/domain/record/company.hpp"
#include "leadbook/domain/record/county.hpp"
#include "leadbook/domain/record/project.hpp"

namespace leadbook {

enum class SigningKind { intent_letter, framework, contract, supplement };
enum class SigningMode { onsite, online, mixed };
enum class PartyRole { signer, witness };

template <>
std::span<const Word<SigningKind>> words<SigningKind>();
template <>
std::span<const Word<SigningMode>> words<SigningMode>();
template <>
std::span<const Word<PartyRole>> words<PartyRole>();

struct Party {
  Id<Company> company;
  std::optional<PartyRole> role;  // signer where not stated

  bool operator==(const Party&) const = default;
};

struct Signing : Record<Signing> {
  Id<Project> project;
  std::string title;
  std::string contract_no;
  SigningKind kind = SigningKind::contract;
  std::optional<Date> on;
  std::string place;
  std::optional<SigningMode> mode;
  std::vector<Party> parties;
  std::optional<Amount> amount;  // of a supplement: the contract's amount from then on
  std::optional<Amount> outside_amount;
  std::string phase;
  Id<Signing> amends;
  std::string ceremony;  // what a batch ceremony was called
  std::string source;
  std::string note;

  bool operator==(const Signing&) const = default;
};

template <>
struct KindOf<Signing> : std::integral_constant<Kind, Kind::signing> {};

}  // namespace leadbook
