#include "leadbook/store/backup/restore.hpp"

#include <SQLiteCpp/Database.h>
#include <fcntl.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "catch.hpp"
#include "leadbook/domain/error.hpp"
#include "scratch_book.hpp"

namespace {

using namespace leadbook;
namespace fs = std::filesystem;
using Texts = std::vector<std::string>;

/// A book with a backup of its second entry, and a third entry.
class Restored {
 public:
  Restored() {
    run({"book", "init", "--city", "2302"});
    run({"company", "add", "Alpha Foods"});
    run({"book", "backup", (folder.path / "backups").string()});
    backup = fs::directory_iterator(folder.path / "backups")->path();
    run({"company", "add", "Beta Paper"});
  }

  fs::path book() const { return folder.path / "book" / "book.db"; }

  runner::Answer try_to(const Texts& command) const {
    return runner::run(book().string(), command);
  }

  void run(const Texts& command) const {
    const auto answer = try_to(command);
    INFO(answer.err);
    REQUIRE(answer.code == 0);
  }

  /// The companies of a book in a file.
  static std::string companies(const fs::path& file) {
    return runner::run(file.string(),
                       {"company", "list", "-F", "csv", "--columns", "name", "--no-header"})
        .out;
  }

  /// The one file kept of the book.
  fs::path kept() const {
    for (const auto& file : fs::directory_iterator(book().parent_path())) {
      if (file.path().string().find("before-restore") != std::string::npos) return file.path();
    }
    return {};
  }

  Texts damages() const {
    store::Db db({book().string(), ""}, store::Db::Access::read);
    return scratch::damages_of(db);
  }

  scratch::Folder folder;
  fs::path backup;
};

}  // namespace

TEST_CASE("a restored book is the backup's, and the one before is kept whole", "[restore]") {
  const Restored world;
  CHECK(world.try_to({"book", "restore", world.backup.string()}).code == 8);
  CHECK(world.companies(world.book()) == "Alpha Foods\nBeta Paper\n");
  world.run({"book", "restore", world.backup.string(), "-y"});
  CHECK(world.companies(world.book()) == "Alpha Foods\n");
  CHECK(world.damages() == Texts{});
  CHECK(world.companies(world.kept()) == "Alpha Foods\nBeta Paper\n");
  world.run({"company", "add", "Gamma Steel"});
  world.run({"book", "merge", world.kept().string()});
  CHECK(world.companies(world.book()) == "Alpha Foods\nGamma Steel\nBeta Paper\n");
  CHECK(world.damages() == Texts{});
}

TEST_CASE("a damaged book is kept beside the backup that replaces it", "[restore]") {
  const Restored world;
  std::ofstream(world.book(), std::ios::binary) << std::string(9000, 'x');
  // What a journal would undo in the damaged book is no business of the whole one.
  std::ofstream(world.book().string() + "-journal") << std::string(9000, 'y');
  const auto answer = world.try_to({"book", "restore", world.backup.string(), "-y"});
  INFO(answer.err);
  REQUIRE(answer.code == 0);
  CHECK(answer.err.find("The book cannot be read") != std::string::npos);
  CHECK(world.companies(world.book()) == "Alpha Foods\n");
  CHECK(world.damages() == Texts{});
  CHECK(fs::file_size(world.kept()) == 9000);
  CHECK_FALSE(fs::exists(world.book().string() + "-journal"));
}

TEST_CASE("a damaged backup restores nothing", "[restore]") {
  const Restored world;
  SQLite::Database(world.backup.string(), SQLite::OPEN_READWRITE)
      .exec("UPDATE company SET name = 'Alphabet'");
  const auto answer = world.try_to({"book", "restore", world.backup.string(), "-y"});
  CHECK(answer.code == 1);
  CHECK(answer.err ==
        "leadbook: the backup is damaged and was left alone: C-1 differs from what the change log "
        "says\n");
  CHECK(world.try_to({"book", "restore", world.backup.string(), "--record", "C-1"}).code == 1);
  CHECK(world.companies(world.book()) == "Alpha Foods\nBeta Paper\n");
  CHECK(world.kept().empty());
}

TEST_CASE("who had the book open when it was replaced writes nothing anywhere", "[restore]") {
  const Restored world;
  store::Db open({world.book().string(), ""}, store::Db::Access::write);
  world.run({"book", "restore", world.backup.string(), "-y"});
  const auto write = [&] {
    service::BookChange change(open, {"2020-05-22T08:00:00Z", "tester", "test", "late"});
    Company company;
    company.name = "Late";
    change.add(company);
    change.commit();
  };
  CHECK_THROWS_AS(write(), Error);
  CHECK(world.companies(world.book()) == "Alpha Foods\n");
  CHECK(world.companies(world.kept()) == "Alpha Foods\nBeta Paper\n");
  CHECK(world.damages() == Texts{});
}

TEST_CASE("a book in use is not replaced but waited for", "[restore]") {
  const Restored world;
  store::Db reader({world.book().string(), ""}, store::Db::Access::read);
  CHECK(store::head_of(reader).number == 3);
  // The reader ends while the restore waits for it.
  reader.end_reading();
  world.run({"book", "restore", world.backup.string(), "-y"});
  // Not read any more: a journal beside the name belongs to the other file.
  CHECK_THROWS_AS(store::head_of(reader), Error);
}

TEST_CASE("a record comes back under its references' numbers of today", "[restore]") {
  const Restored world;
  world.run({"new", "Duck chain", "--county", "拜泉", "--company", "Alpha"});
  world.run({"book", "backup", (world.folder.path / "later").string()});
  const auto later = fs::directory_iterator(world.folder.path / "later")->path().string();
  world.run({"project", "remove", "P-1"});
  world.run({"company", "remove", "C-1"});
  const auto refused = world.try_to({"book", "restore", later, "--record", "P-1"});
  CHECK(refused.code == 5);
  CHECK(refused.err ==
        "leadbook: P-1 refers to what this book has no more: C-1 Alpha Foods; bring that back "
        "first\n");
  world.run({"book", "restore", later, "--record", "C-1"});
  world.run({"book", "restore", later, "--record", "P-1"});
  CHECK(world.try_to({"project", "show", "P-1"}).code == 0);
  world.run({"undo"});
  CHECK(world.try_to({"project", "show", "P-1"}).code == 4);
  CHECK(world.damages() == Texts{});
}
