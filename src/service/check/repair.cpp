#include "leadbook/domain/error.hpp"
#include "leadbook/service/check/check.hpp"
#include "leadbook/service/derived/derived.hpp"
#include "leadbook/store/backup/restore.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::service {
namespace {

using store::Proof;

void refuse_damaged_log(const store::Db& book, const store::CheckReport& report) {
  const auto& chain = report.part(Proof::chain);
  if (chain.damages.empty()) return;
  throw Error(ErrorKind::failed,
              say("the change log of {} is itself damaged and whole only up to entry {}, so that "
                  "nothing can be made from it ({}): restore a backup",
                  text::visible(book.place()),
                  report.whole_until,
                  chain.damages.front().what));
}

}  // namespace

Repair repair_book(store::Db& book,
                   const std::filesystem::path& file,
                   const CheckOptions& options,
                   store::Outcome& outcome) {
  const auto before = store::check_book(book, {options.progress, {}});
  refuse_damaged_log(book, before);
  Repair repair;
  store::rebuild_into(
      book,
      file,
      [&](store::Db& made) {
        store::Db::Transaction transaction(made);
        refresh_derived(made);
        transaction.commit();
        const auto after = check_whole(made, options);
        if (after.damage_count() > 0) {
          throw Error(ErrorKind::failed,
                      say("what the log makes is not whole: {}", after.damages().front()));
        }
        repair.records = after.part(Proof::replay).count;
        repair.head = after.head;
        for (const auto& note : after.part(Proof::replay).notes) {
          repair.left_out.push_back(note.what);
        }
      },
      outcome);
  const auto& replay = before.part(Proof::replay);
  for (const auto& finding : replay.damages) repair.set_right.push_back(finding.what);
  repair.more_set_right = replay.more_damages;
  return repair;
}

}  // namespace leadbook::service
