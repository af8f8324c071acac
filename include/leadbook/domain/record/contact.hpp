// Contacts (联系人): the persons of a firm. What is told of them is kept apart from the log, so
// that it can be erased.
#pragma once

#include <optional>

#include "leadbook/domain/record/company.hpp"
#include "leadbook/domain/word.hpp"

namespace leadbook {

/// What became of a person's details.
enum class Erasure { erased };

template <>
std::span<const Word<Erasure>> words<Erasure>();

struct Contact : Record<Contact> {
  Id<Company> company;
  std::string name;
  std::string post;
  std::string phone;
  std::string wechat;
  std::string email;
  std::string note;
  std::string salt;  // random, of the seal; without it nothing can be tried against the seal
  std::string seal;  // the hash of the details: what the log has of them; "" for none
  std::optional<Erasure> state;

  bool operator==(const Contact&) const = default;
};

template <>
struct KindOf<Contact> : std::integral_constant<Kind, Kind::contact> {};

}  // namespace leadbook
