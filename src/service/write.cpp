#include "leadbook/service/write.hpp"

#include <algorithm>

#include "leadbook/domain/error.hpp"
#include "leadbook/store/names.hpp"
#include "leadbook/text/translate.hpp"
#include "service/stages.hpp"

namespace leadbook::service {
namespace {

std::string describe(store::Db& db, const Reference& record) {
  const auto name = store::name_of(db, record);
  return reference_text(record) + (name.empty() ? "" : " " + name);
}

}  // namespace

std::int64_t finish(store::Change& change) {
  TouchedProjects touched;
  for (const auto& changed : change.records()) touched.add(changed);
  touched.refresh(change.db());
  return change.commit();
}

void remove_record(store::Change& change, const Reference& record) {
  const auto dependents = store::dependents_of(change.db(), record);
  if (!dependents.empty()) {
    std::string names;
    constexpr std::size_t most = 10;
    for (std::size_t index = 0; index < std::min(most, dependents.size()); ++index) {
      names += (names.empty() ? "" : std::string(choose("; ", "；"))) +
               describe(change.db(), dependents[index]);
    }
    if (dependents.size() > most) names += "; …";
    throw Error(ErrorKind::conflict,
                say_count("{1} cannot be removed: {0} record depends on it: {2}",
                          "{1} cannot be removed: {0} records depend on it: {2}",
                          static_cast<std::int64_t>(dependents.size()),
                          describe(change.db(), record),
                          names));
  }
  change.restore(record, {});
}

}  // namespace leadbook::service
