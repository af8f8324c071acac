// A checked copy of a book: made under a temporary name, proved, stored, then named.
#include <system_error>

#include "leadbook/domain/error.hpp"
#include "leadbook/store/backup/backup.hpp"
#include "leadbook/store/check/check.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"
#include "store/backup/backup_name.hpp"
#include "store/backup/copy_file.hpp"
#include "store/backup/draft_file.hpp"
#include "store/postgres/address.hpp"
#include "store/upgrade/copy_tables.hpp"

namespace leadbook::store {
namespace {

namespace fs = std::filesystem;

void copy_from_server(const Place& book, const fs::path& copy) {
  std::error_code ignored;  // a book is made only where there is nothing
  fs::remove(copy, ignored);
  copy_as_stored(book, copy);
}

/// The server's own number of the book, where the address leaves it out as the only one.
std::string number_of_book(const Place& book) {
  const auto number = parse_postgres_address(book).book;
  return number.empty() ? books_of_server(book).front() : number;
}

std::string stem_of(const Place& book) {
  return is_server(book.db) ? schema_of(number_of_book(book)) : fs::path(book.db).stem().string();
}

}  // namespace

void prove_log(Db& copy) {
  const auto report = check_book(copy);
  if (report.damage_count() == 0) return;
  throw Error(ErrorKind::failed,
              say("the book is damaged, no backup was made: {}", report.damages().front()));
}

Backup lay_aside(const Place& book,
                 const BackupName& name,
                 const ProveCopy& prove,
                 const Upgrade& upgrade,
                 Outcome* outcome) {
  Outcome nobody;
  auto& told = outcome == nullptr ? nobody : *outcome;
  told.begin();
  DraftFile draft(name.folder);
  if (is_server(book.db)) {
    copy_from_server(book, draft.file());
  } else {
    copy_from_file(book.db, draft.file());
  }
  Backup backup;
  {
    Db copy({draft.file().string(), ""}, Db::Access::read, {{}, upgrade.derive, {}});
    prove(copy);
    backup.head = head_of(copy);
  }
  auto named = name;
  if (named.stem.empty()) named.stem = stem_of(book);
  backup.file = name.folder / file_name(named, backup.head);
  draft.become(backup.file, told);
  return backup;
}

}  // namespace leadbook::store
