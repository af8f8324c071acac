// What must hold within one record before it may be stored.
#pragma once

#include <vector>

#include "leadbook/domain/record/records.hpp"

namespace leadbook {

/// A rule a record breaks: the field and what is wrong with it.
struct Breach {
  const char* field;
  std::string message;
};

/// Brings a record into its stored form (a credit code in capitals, a county's names from its
/// code) and lists what is wrong with it. A required field without a value is found elsewhere, for
/// all kinds alike.
std::vector<Breach> apply_rules(County& county);
std::vector<Breach> apply_rules(Company& company);
std::vector<Breach> apply_rules(Contact& contact);
std::vector<Breach> apply_rules(Project& project);
std::vector<Breach> apply_rules(Delegation& delegation);
std::vector<Breach> apply_rules(Negotiation& negotiation);
std::vector<Breach> apply_rules(Signing& signing);
std::vector<Breach> apply_rules(Procedure& procedure);
std::vector<Breach> apply_rules(Funds& funds);
std::vector<Breach> apply_rules(Target& target);
std::vector<Breach> apply_rules(Outlay& outlay);
std::vector<Breach> apply_rules(Aggregate& aggregate);
std::vector<Breach> apply_rules(Credit& credit);

template <class R>
std::vector<Breach> apply_rules(R&) {
  return {};
}

}  // namespace leadbook
