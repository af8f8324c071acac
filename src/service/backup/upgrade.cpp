#include "leadbook/service/backup/upgrade.hpp"

#include "leadbook/service/backup/backup.hpp"
#include "leadbook/service/derived/derived.hpp"

namespace leadbook::service {

store::Upgrade upgrade_keeping_copies(FolderOf folder_of,
                                      Day day,
                                      std::function<void(const std::string&)> tell) {
  store::Upgrade upgrade{{}, refresh_derived, std::move(tell)};
  upgrade.lay_aside = [folder_of = std::move(folder_of), day](const store::Place& book, int to) {
    const store::BackupName name{folder_of(book), "", day, "before-" + std::to_string(to)};
    const store::Upgrade reading{{}, refresh_derived, {}};
    return store::lay_aside(book, name, prove_whole, reading).file.string();
  };
  return upgrade;
}

}  // namespace leadbook::service
