// Shared credit (利益共享): how a project moved between counties counts for each of them.
#pragma once

#include <optional>

#include "leadbook/domain/amount/quantity.hpp"
#include "leadbook/domain/date/date.hpp"
#include "leadbook/domain/record/county.hpp"
#include "leadbook/domain/record/project.hpp"

namespace leadbook {

/// The share of the county that first negotiated it, and of the one that took it over.
enum class CreditRule {
  half,       // 50/50
  tenth,      // 10/90
  full_both,  // 100/100
  custom,
};

template <>
std::span<const Word<CreditRule>> words<CreditRule>();

/// A transfer of a project from its first-contact county to another, and the rule agreed on. A
/// later transfer of the same project takes the place of an earlier one from its own day on.
struct Credit : Record<Credit> {
  Id<Project> project;
  Id<County> from_county;
  Id<County> to_county;
  CreditRule rule = CreditRule::half;
  std::optional<Percent> from_share;  // of a custom rule
  std::optional<Percent> to_share;
  std::optional<Date> on;
  std::optional<Date> until;  // the last day of sharing; the project counts for its host after it
  std::string reason;
  std::string document;
  std::string source;
  std::string note;

  bool operator==(const Credit&) const = default;
};

template <>
struct KindOf<Credit> : std::integral_constant<Kind, Kind::credit> {};

}  // namespace leadbook
