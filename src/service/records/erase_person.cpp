#include "leadbook/service/records/erase_person.hpp"

#include "leadbook/domain/error.hpp"
#include "leadbook/store/record/details.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::service {

void refuse_unknown_person(store::Db& db, const Reference& person) {
  const auto found = store::find(db, Id<Contact>{person.number});
  const auto name = reference_text(person);
  if (!found && !store::has_details(db, person)) {
    throw Error(ErrorKind::not_found, say("there is no {} in this book", name));
  }
  if (found && found->state) {
    throw Error(ErrorKind::conflict, say("the personal details of {} were erased already", name));
  }
}

void erase_person(store::Change& change, const Reference& person) {
  refuse_unknown_person(change.db(), person);
  const auto found = store::find(change.db(), Id<Contact>{person.number});
  if (!found) return change.erase_removed(person);
  Contact erased;
  erased.id = found->id;
  erased.company = found->company;
  erased.state = Erasure::erased;
  change.put(erased);
}

}  // namespace leadbook::service
