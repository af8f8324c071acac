#include "leadbook/service/backup/backup.hpp"

#include "leadbook/domain/error.hpp"
#include "leadbook/service/check/check.hpp"
#include "leadbook/service/history/past.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::service {

std::optional<std::string> first_damage(store::Db& db) {
  const auto report = check_whole(db);
  if (report.damage_count() == 0) return {};
  return report.damages().front();
}

void prove_whole(store::Db& copy) {
  if (const auto damage = first_damage(copy)) {
    throw Error(ErrorKind::failed, say("the book is damaged, no backup was made: {}", *damage));
  }
}

std::optional<Day> first_write_of_day(store::Db& db, const std::string& request) {
  const auto entry = store::find_request(db, request);
  if (!entry) return {};
  const auto before = store::find_entry(db, entry->number - 1);
  if (!before) return {};
  const auto day = day_of(entry->at);
  if (day_of(before->at) >= day) return {};
  return day;
}

}  // namespace leadbook::service
