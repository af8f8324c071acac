#include "leadbook/store/backup/backup.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "catch.hpp"
#include "scratch_book.hpp"

namespace {

using namespace leadbook;
namespace fs = std::filesystem;
using Texts = std::vector<std::string>;

/// A book whose commands come days after another.
class Diary {
 public:
  Diary() { write(1, {"book", "init", "--city", "2302"}); }

  std::map<std::string, std::string> settings;

  fs::path book() const { return folder_.path / "book.db"; }
  fs::path backups() const { return book().parent_path() / "backups"; }

  runner::Answer write(unsigned day, const Texts& command) {
    const auto date = std::chrono::year{2020} / 5 / std::chrono::day{day};
    const auto at = format_day(date) + "T08:00:00Z";
    const auto request = "diary-" + std::to_string(++requests_);
    return runner::run(book(), command, request, "", {date, at, settings});
  }

  runner::Answer add(unsigned day) {
    return write(day, {"company", "add", "Firm " + std::to_string(requests_), "--allow-twins"});
  }

  /// The days and entries of the daily backups, as "02-3".
  Texts kept() const { return kept_in(backups()); }

  static Texts kept_in(const fs::path& folder) {
    Texts names;
    std::error_code none;
    for (const auto& file : fs::directory_iterator(folder, none)) {
      const auto name = file.path().filename().string();
      const std::string beginning = "book-2020-05-";
      REQUIRE(name.starts_with(beginning));
      REQUIRE(name.ends_with(".daily.db"));
      names.push_back(name.substr(beginning.size(), name.rfind('-') - beginning.size()));
    }
    std::sort(names.begin(), names.end());
    return names;
  }

 private:
  scratch::Folder folder_;
  inline static int requests_ = 0;  // no two books begin alike
};

}  // namespace

TEST_CASE("the first write of a day lays a copy aside that holds it", "[backup]") {
  Diary diary;
  diary.add(1);
  CHECK(diary.kept() == Texts{});  // the day it was made it is all in one day's work
  const auto told = diary.add(2);
  CHECK(told.err.find("backup") == std::string::npos);
  CHECK(diary.kept() == Texts{"02-3"});
  diary.add(2);
  diary.write(3, {"company", "list"});
  CHECK(diary.kept() == Texts{"02-3"});
  diary.write(3, {"undo"});
  CHECK(diary.kept() == Texts{"02-3", "03-5"});
  diary.write(4, {"company", "add"});                      // refused
  diary.write(4, {"import", "companies", "nowhere.csv"});  // nothing to read
  CHECK(diary.kept() == Texts{"02-3", "03-5"});
}

TEST_CASE("a day's backup is whole and of the moment of its name", "[backup]") {
  Diary diary;
  diary.add(2);
  diary.add(2);
  REQUIRE(diary.kept() == Texts{"02-2"});
  const auto file = fs::directory_iterator(diary.backups())->path();
  store::Db copy({file.string(), ""}, store::Db::Access::read);
  CHECK(scratch::damages_of(copy) == Texts{});
  CHECK(store::head_of(copy).number == 2);
}

TEST_CASE("the oldest daily backups go, those made by hand and by others stay", "[backup]") {
  Diary diary;
  diary.settings = {{"LEADBOOK_BACKUP_KEEP", "2"}};
  // Another book that keeps its backups in the same folder, under the same name.
  Diary other;
  other.settings = {{"LEADBOOK_BACKUP_DIR", diary.backups().string()}};
  other.add(1);
  other.add(2);
  CHECK(diary.write(2, {"book", "backup"}).code == 0);
  std::vector<fs::path> kept;
  for (const auto& file : fs::directory_iterator(diary.backups())) kept.push_back(file.path());
  REQUIRE(kept.size() == 2);
  std::ofstream(diary.backups() / "book-2020-05-01-1-0123456789ab.daily.db") << "no book";
  std::ofstream(diary.backups() / "book-2020-05-01.daily.db") << "no book";
  for (const unsigned day : {2U, 3U, 4U, 5U}) diary.add(day);
  Texts names;
  for (const auto& file : fs::directory_iterator(diary.backups())) {
    names.push_back(file.path().filename().string().substr(0, 17));
  }
  std::sort(names.begin(), names.end());
  CHECK(names == Texts{"book-2020-05-01-1",
                       "book-2020-05-01.d",
                       "book-2020-05-02-1",
                       "book-2020-05-02-3",
                       "book-2020-05-04-4",
                       "book-2020-05-05-5"});
  for (const auto& file : kept) CHECK(fs::exists(file));
}

TEST_CASE("a day's backup that cannot be made is told once, and the write stands", "[backup]") {
  Diary diary;
  std::ofstream(diary.backups()) << "no folder";
  const auto told = diary.add(2);
  CHECK(told.code == 0);
  CHECK(
      told.err.ends_with("Note: this was written, but the day's backup was not made: the folder " +
                         diary.backups().string() + " cannot be written\n"));
  CHECK(diary.add(2).err.find("Note") == std::string::npos);
  diary.settings = {{"LEADBOOK_BACKUP_KEEP", "0"}};
  CHECK(diary.add(3).err.find("Note") == std::string::npos);
  diary.settings = {{"LEADBOOK_BACKUP_KEEP", "many"}};
  CHECK(diary.add(4) ==
        runner::Answer{78,
                       "",
                       "leadbook: LEADBOOK_BACKUP_KEEP: backup.keep is a number of backups, as 30, "
                       "and not 'many'\n"});
}
