// All kinds of record, for code that treats them alike.
#pragma once

#include "leadbook/domain/record/book.hpp"
#include "leadbook/domain/record/company.hpp"
#include "leadbook/domain/record/contact.hpp"
#include "leadbook/domain/record/county.hpp"
#include "leadbook/domain/record/credit.hpp"
#include "leadbook/domain/record/delegation.hpp"
#include "leadbook/domain/record/event.hpp"
#include "leadbook/domain/record/import.hpp"
#include "leadbook/domain/record/negotiation.hpp"
#include "leadbook/domain/record/progress.hpp"
#include "leadbook/domain/record/project.hpp"
#include "leadbook/domain/record/signing.hpp"
#include "leadbook/domain/record/station.hpp"
#include "leadbook/domain/record/target.hpp"

namespace leadbook {

/// Calls visit.template operator()<R>() for the record type of a kind and returns its answer.
// NOLINTNEXTLINE(readability-function-size): a line a kind
template <class Visit>
decltype(auto) with_record(Kind kind, Visit&& visit) {
  switch (kind) {
    case Kind::book:
      return visit.template operator()<Book>();
    case Kind::county:
      return visit.template operator()<County>();
    case Kind::company:
      return visit.template operator()<Company>();
    case Kind::project:
      return visit.template operator()<Project>();
    case Kind::delegation:
      return visit.template operator()<Delegation>();
    case Kind::negotiation:
      return visit.template operator()<Negotiation>();
    case Kind::signing:
      return visit.template operator()<Signing>();
    case Kind::event:
      return visit.template operator()<Event>();
    case Kind::station:
      return visit.template operator()<Station>();
    case Kind::task:
      return visit.template operator()<Task>();
    case Kind::figure:
      return visit.template operator()<Figure>();
    case Kind::rate:
      return visit.template operator()<Rate>();
    case Kind::map:
      return visit.template operator()<ColumnMap>();
    case Kind::import:
      return visit.template operator()<Import>();
    case Kind::procedure:
      return visit.template operator()<Procedure>();
    case Kind::funds:
      return visit.template operator()<Funds>();
    case Kind::program:
      return visit.template operator()<Program>();
    case Kind::target:
      return visit.template operator()<Target>();
    case Kind::credit:
      return visit.template operator()<Credit>();
    case Kind::report:
      return visit.template operator()<Report>();
    case Kind::contact:
      return visit.template operator()<Contact>();
    case Kind::outlay:
      return visit.template operator()<Outlay>();
    case Kind::aggregate:
      break;
  }
  return visit.template operator()<Aggregate>();
}

/// The kinds in an order in which each only refers to those before it.
constexpr Kind all_kinds[] = {Kind::book,        Kind::county,    Kind::company,  Kind::contact,
                              Kind::rate,        Kind::station,   Kind::project,  Kind::delegation,
                              Kind::negotiation, Kind::signing,   Kind::event,    Kind::task,
                              Kind::figure,      Kind::procedure, Kind::funds,    Kind::program,
                              Kind::target,      Kind::credit,    Kind::report,   Kind::map,
                              Kind::import,      Kind::outlay,    Kind::aggregate};

}  // namespace leadbook
