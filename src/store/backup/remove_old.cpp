// Daily backups are kept for a while only.
#include <algorithm>
#include <system_error>

#include "leadbook/domain/error.hpp"
#include "leadbook/store/backup/backup.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"
#include "store/backup/backup_name.hpp"
#include "store/backup/draft_file.hpp"

namespace leadbook::store {
namespace {

namespace fs = std::filesystem;

struct Aged {
  BackupAge age;
  fs::path file;
};

std::string first_hash(Db& book) {
  const auto entry = find_entry(book, 1);
  return entry ? entry->hash : "";
}

/// What cannot be read is nobody's to remove.
bool begins_with(const fs::path& file, const std::string& hash) {
  try {
    Db backup({file.string(), ""}, Db::Access::as_stored);
    return first_hash(backup) == hash;
  } catch (const Error&) {
    return false;
  }
}

}  // namespace

std::vector<fs::path> remove_old_backups(Db& book, const BackupName& name, std::size_t keep) {
  const auto hash = first_hash(book);
  std::vector<Aged> backups;
  std::error_code problem;
  for (const auto& entry : fs::directory_iterator(name.folder, problem)) {
    const auto age = backup_age(entry.path().filename().string(), name);
    if (age && begins_with(entry.path(), hash)) backups.push_back({*age, entry.path()});
  }
  remove_old_drafts(name.folder);
  if (backups.size() <= keep) return {};
  std::sort(backups.begin(), backups.end(), [](const Aged& left, const Aged& right) {
    return left.age < right.age;
  });
  backups.resize(backups.size() - keep);
  std::vector<fs::path> removed;
  for (const auto& backup : backups) {
    fs::remove(backup.file, problem);
    if (problem) {
      throw Error(ErrorKind::failed,
                  say("the old backup {} cannot be removed", text::visible(backup.file.string())));
    }
    removed.push_back(backup.file);
  }
  return removed;
}

}  // namespace leadbook::store
