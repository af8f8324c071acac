// What must hold within one record before it may be stored.
#pragma once

#include <vector>

#include "leadbook/domain/records.hpp"

namespace leadbook {

/// A rule a record breaks: the field and what is wrong with it.
struct Breach {
  const char* field;
  std::string message;
};

/// Brings a record into its stored form (a credit code in capitals, a county's names from its
/// code) and lists what is wrong with it. A required field without a value is found elsewhere, for
/// all kinds alike.
std::vector<Breach> settle(County& county);
std::vector<Breach> settle(Company& company);
std::vector<Breach> settle(Project& project);
std::vector<Breach> settle(Delegation& delegation);
std::vector<Breach> settle(Negotiation& negotiation);
std::vector<Breach> settle(Signing& signing);
std::vector<Breach> settle(Procedure& procedure);
std::vector<Breach> settle(Funds& funds);
std::vector<Breach> settle(Target& target);
std::vector<Breach> settle(Credit& credit);

template <class R>
std::vector<Breach> settle(R&) {
  return {};
}

}  // namespace leadbook
