#include "leadbook/domain/error.hpp"
#include "leadbook/service/backup/restore.hpp"
#include "leadbook/store/record/names.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::service {
namespace {

AnyRecord record_of(store::Db& backup, const Reference& record) {
  auto found = store::find(backup, record);
  if (found) return std::move(*found);
  throw Error(ErrorKind::not_found, say("the backup has no {}", reference_text(record)));
}

/// A number is given once: under it there may be only the same record, or none any more.
void refuse_other(store::Db& book, const std::optional<AnyRecord>& now, const AnyRecord& then) {
  const auto reference = reference_of(then);
  const auto name = reference_text(reference);
  if (now && identity_of(*now) != identity_of(then)) {
    throw Error(ErrorKind::conflict,
                say("{} of the backup is another record than {} of this book", name, name));
  }
  const auto elsewhere =
      now ? 0 : store::number_of_identity(book, reference.kind, identity_of(then));
  if (elsewhere != 0) {
    throw Error(ErrorKind::conflict,
                say("{} of the backup is {} in this book",
                    name,
                    reference_text({reference.kind, elsewhere})));
  }
}

/// Who was erased does not come back by the way.
void refuse_erased(const std::optional<AnyRecord>& now) {
  const auto* contact = now ? std::get_if<Contact>(&*now) : nullptr;
  if (contact == nullptr || !contact->state) return;
  throw Error(ErrorKind::conflict,
              say("the personal details of {} were erased for good: add a contact anew",
                  reference_text(reference_of(*now))));
}

/// Names what the record refers to by the numbers of the book, where it is the same.
void refer_to_book(store::Db& backup, store::Db& book, AnyRecord& record) {
  std::string missing;
  visit_references(record, [&](Kind kind, std::int64_t& number) {
    const Reference then{kind, number};
    const auto referred = store::find(backup, then);
    number = referred ? store::number_of_identity(book, kind, identity_of(*referred)) : 0;
    if (number != 0) return;
    missing += (missing.empty() ? "" : std::string(choose("; ", "；"))) + reference_text(then) +
               " " + store::name_of(backup, then);
  });
  if (missing.empty()) return;
  throw Error(ErrorKind::conflict,
              say("{} refers to what this book has no more: {}; bring that back first",
                  reference_text(reference_of(record)),
                  missing));
}

}  // namespace

std::int64_t restore_record(store::Db& backup, BookChange& change, const Reference& record) {
  auto then = record_of(backup, record);
  const auto now = store::find(change.db(), record);
  refuse_other(change.db(), now, then);
  refuse_erased(now);
  refer_to_book(backup, change.db(), then);
  if (now && is_same_content(*now, then)) return 0;
  change.restore(std::move(then));
  return change.commit();
}

}  // namespace leadbook::service
