#include "leadbook/service/records/remove.hpp"

#include <algorithm>

#include "leadbook/domain/error.hpp"
#include "leadbook/store/record/names.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::service {
namespace {

std::string describe(store::Db& db, const Reference& record) {
  const auto name = store::name_of(db, record);
  return reference_text(record) + (name.empty() ? "" : " " + name);
}

}  // namespace

void refuse_dependents(store::Db& db,
                       const Reference& record,
                       const std::vector<Reference>& dependents) {
  if (dependents.empty()) return;
  std::string names;
  constexpr std::size_t most = 10;
  for (std::size_t index = 0; index < std::min(most, dependents.size()); ++index) {
    names +=
        (names.empty() ? "" : std::string(choose("; ", "；"))) + describe(db, dependents[index]);
  }
  if (dependents.size() > most) names += "; …";
  throw Error(ErrorKind::conflict,
              say_count("{1} cannot be removed: {0} record depends on it: {2}",
                        "{1} cannot be removed: {0} records depend on it: {2}",
                        static_cast<std::int64_t>(dependents.size()),
                        describe(db, record),
                        names));
}

void remove_record(store::Change& change, const Reference& record) {
  refuse_dependents(change.db(), record, store::dependents_of(change.db(), record));
  change.remove(record);
}

}  // namespace leadbook::service
