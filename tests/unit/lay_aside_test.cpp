#include <fstream>
#include <string>
#include <vector>

#include "catch.hpp"
#include "leadbook/domain/error.hpp"
#include "leadbook/store/backup/backup.hpp"
#include "random_book.hpp"

namespace {

using namespace leadbook;
namespace fs = std::filesystem;

std::vector<std::string> files_in(const fs::path& folder) {
  std::vector<std::string> names;
  for (const auto& file : fs::directory_iterator(folder)) names.push_back(file.path().filename());
  return names;
}

store::BackupName name_in(const fs::path& folder, const std::string& occasion = "") {
  return {folder, "book", runner::today, occasion};
}

std::string message_of(const std::function<void()>& act) {
  try {
    act();
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

}  // namespace

TEST_CASE("a copy laid aside holds the whole book under its name", "[lay_aside]") {
  scratch::Book book;
  random_record::Maker maker(1);
  random_record::fill(book, maker, 2);
  scratch::Folder folder;
  const auto there = folder.path / "deep" / "er";
  const auto backup = store::lay_aside({book.home().db(), ""}, name_in(there, "before-2"));
  const auto head = store::head_of(book.db);
  CHECK(backup.head.hash == head.hash);
  CHECK(backup.file.filename().string() == "book-2020-05-22-" + std::to_string(head.number) + "-" +
                                               head.hash.substr(0, 12) + ".before-2.db");
  CHECK(files_in(there) == std::vector<std::string>{backup.file.filename()});
  CHECK((fs::status(backup.file).permissions() & fs::perms::all) ==
        (fs::perms::owner_read | fs::perms::owner_write));
  store::Db copy({backup.file.string(), ""}, store::Db::Access::read);
  CHECK(scratch::damages_of(copy).empty());
  CHECK(scratch::records_of(copy) == scratch::records_of(book.db));
  // The same again takes the place of the first.
  store::lay_aside({book.home().db(), ""}, name_in(there, "before-2"));
  CHECK(files_in(there).size() == 1);
}

TEST_CASE("a copy that cannot be made or proved leaves nothing behind", "[lay_aside]") {
  scratch::Book book;
  random_record::Maker maker(2);
  random_record::fill(book, maker, 1);
  scratch::Folder folder;
  const auto refuse = [](store::Db&) { throw Error(ErrorKind::failed, "refused"); };
  CHECK(message_of([&] {
          store::lay_aside({book.home().db(), ""}, name_in(folder.path), refuse);
        }) == "refused");
  CHECK(files_in(folder.path).empty());

  std::ofstream(folder.path / "file") << "no folder";
  CHECK(message_of([&] {
          store::lay_aside({book.home().db(), ""}, name_in(folder.path / "file"));
        }) == "the folder " + (folder.path / "file").string() + " cannot be written");
  CHECK(files_in(folder.path).size() == 1);

  std::ofstream(folder.path / "no.db") << std::string(5000, 'x');
  CHECK(message_of([&] {
          store::lay_aside({folder.path / "no.db", ""}, name_in(folder.path / "new"));
        }) == "the book " + (folder.path / "no.db").string() + " could not be copied to " +
                  (folder.path / "new").string() +
                  ": the book is damaged; run 'leadbook book check'");
  CHECK(files_in(folder.path / "new").empty());
}
