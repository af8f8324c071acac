// What is told of persons never enters the log, and leaves the book when it is erased.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "catch.hpp"
#include "leadbook/store/record/details.hpp"
#include "scratch_book.hpp"

namespace {

using namespace leadbook;
namespace fs = std::filesystem;
using Texts = std::vector<std::string>;

const Texts secrets = {
    "Specimen Wang", "0592-5550001", "specimen_wx", "w@example.com", "likes tea"};

std::string bytes_of(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

/// Which of the secrets are to be found in a text.
Texts found_in(const std::string& text) {
  Texts found;
  for (const auto& secret : secrets) {
    if (text.find(secret) != std::string::npos) found.push_back(secret);
  }
  return found;
}

/// All that the log holds.
std::string log_of(store::Db& db) {
  std::string text;
  const auto last = store::head_of(db).number;
  for (std::int64_t number = 1; number <= last; ++number) {
    const auto entry = store::find_entry(db, number).value();
    text += entry.at + entry.actor + entry.command + entry.request + '\n';
    for (const auto& row : store::rows_of(db, number)) {
      text += row.before.value_or("") + row.after.value_or("") + '\n';
    }
  }
  return text;
}

std::vector<fs::path> files_in(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

class Persons {
 public:
  Persons() {
    run({"book", "init", "--city", "2302"});
    run({"company", "add", "Alpha Foods"});
    run({"contact",
         "add",
         "Alpha Foods",
         secrets[0],
         "--phone",
         secrets[1],
         "--wechat=" + secrets[2],
         "--email",
         secrets[3],
         "--note",
         secrets[4]});
    run({"contact", "add", "Alpha Foods", "Somebody Else", "--phone", "0592-5550002"});
  }

  runner::Answer try_to(const Texts& command) const { return runner::run(home.db(), command); }

  std::string run(const Texts& command) const {
    const auto answer = try_to(command);
    INFO(command.front() + ": " + answer.err);
    REQUIRE(answer.code == 0);
    return answer.out + answer.err;
  }

  store::Db open() const { return store::Db({home.db(), ""}, store::Db::Access::read); }

  std::string log() const {
    auto db = open();
    return log_of(db);
  }

  scratch::Home home;
};

}  // namespace

TEST_CASE("no command gives the log what is told of a person", "[contact]") {
  const Persons world;
  const auto& name = secrets[0];
  world.run({"contact", "edit", name, "--post", "Specimen Wang", "--note=" + secrets[4]});
  world.run({"contact", "edit", "L-1", "--phone", secrets[1] + "9", "--company", "C-1"});
  CHECK(world.try_to({"log", name, "talk"}).code == 4);
  CHECK(world.try_to({"report", "save", "r", "contact", "show", name}).code == 2);
  world.run({"undo", "--request", "undoes-nothing", "4"});
  world.run({"contact", "remove", name});
  world.run({"undo"});
  world.run({"contact", "erase", name, "-y"});
  CHECK(found_in(world.log()) == Texts{});
  CHECK(world.log().find("leadbook contact add 'Alpha Foods' … --phone … --wechat=… --email …") !=
        std::string::npos);
  auto db = world.open();
  CHECK(scratch::damages_of(db) == Texts{});
}

TEST_CASE("an erased person is in no byte of the book, nor of a backup made then", "[contact]") {
  const Persons world;
  if (store::is_server(world.home.db())) return;
  const auto book = fs::path(world.home.db());
  const auto folder = book.parent_path();
  world.run({"book", "backup", (folder / "old").string()});
  world.run({"config", "list"});
  // Rows move from page to page while the table grows and shrinks.
  for (int more = 0; more < 60; ++more) {
    world.run({"contact",
               "add",
               "C-1",
               "Person " + std::to_string(more),
               "--note",
               std::string(200, 'n')});
  }
  world.run({"contact", "edit", "L-1", "--note", secrets[4] + std::string(900, 'x')});
  world.run({"contact", "edit", "L-1", "--note", secrets[4]});
  CHECK(found_in(bytes_of(book)) == secrets);
  world.run({"contact", "erase", "L-1", "-y"});
  world.run({"book", "backup", (folder / "new").string()});
  CHECK(found_in(bytes_of(book)) == Texts{});
  CHECK_FALSE(fs::exists(book.string() + "-journal"));
  CHECK(found_in(bytes_of(files_in(folder / "new").front())) == Texts{});
  CHECK(found_in(bytes_of(files_in(folder / "old").front())) == secrets);
  // The others are as they were.
  CHECK(world.run({"contact", "list", "--text", "5550002", "--columns", "id,name"})
            .find("L-2  Somebody Else") != std::string::npos);
}

TEST_CASE("erasing names the copies that still hold the person", "[contact]") {
  const Persons world;
  if (store::is_server(world.home.db())) return;
  const auto folder = fs::path(world.home.db()).parent_path();
  world.run({"book", "backup"});
  world.run({"company", "add", "Beta Paper"});
  const auto backup = files_in(folder / "backups").front();
  CHECK(world.try_to({"contact", "erase", "L-1"}).code == 8);
  const auto told = world.run({"contact", "erase", "L-1", "-y"});
  CHECK(told.find(backup.string() + " still holds these details") != std::string::npos);
  // Nothing of the copy comes back by the way; who restores the whole of it is told what that
  // means.
  const auto record = world.try_to({"book", "restore", backup.string(), "--record", "L-1"});
  CHECK(record.code == 5);
  CHECK(found_in(bytes_of(world.home.db())) == Texts{});
  // A copy without the person is not named.
  world.run({"book", "backup", (folder / "backups").string()});
  const auto again = world.run({"contact", "erase", "L-2", "-y"});
  CHECK(std::count(again.begin(), again.end(), '\n') == 4);
}

TEST_CASE("a copy, a repair and a merge take the persons along", "[contact]") {
  const Persons world;
  const scratch::Folder folder;
  const auto copy = (folder.path / "copy.db").string();
  const Texts list = {"contact", "list", "-F", "csv", "--columns", "id,name,phone,post"};
  world.run({"book", "copy", world.home.db(), copy});
  CHECK(runner::run(copy, list).out == world.try_to(list).out);
  const auto repaired = (folder.path / "repaired.db").string();
  world.run({"book", "check", "--repair", repaired});
  CHECK(runner::run(repaired, list).out == world.try_to(list).out);
  REQUIRE(
      runner::run(copy, {"contact", "add", "C-1", "New Person", "--phone", "0592-5550003"}).code ==
      0);
  REQUIRE(runner::run(copy, {"contact", "edit", "L-2", "--post", "Director"}).code == 0);
  REQUIRE(runner::run(copy, {"contact", "erase", "L-1", "-y"}).code == 0);
  world.run({"book", "merge", copy});
  CHECK(world.try_to(list).out == runner::run(copy, list).out);
  CHECK(world.run({"contact", "list"}).find("Details erased") != std::string::npos);
  auto db = world.open();
  CHECK(scratch::damages_of(db) == Texts{});
  CHECK(found_in(log_of(db)) == Texts{});
}

TEST_CASE("what leaves the screen tells of no person unless asked", "[contact]") {
  const Persons world;
  const Texts commands[] = {{"contact", "list", "-F", "md"},
                            {"contact", "list", "--json"},
                            {"contact", "show", "L-1", "-F", "md"},
                            {"contact", "show", "L-1", "--json"},
                            {"company", "show", "C-1", "-F", "md"},
                            {"company", "show", "C-1", "--json"},
                            {"search", "Specimen", "-F", "csv"},
                            {"export", "contacts"},
                            {"export", "companies", "-F", "jsonl"},
                            {"history", "L-1", "--json"},
                            {"contact", "list", "--as-of", "#3"},
                            {"contact", "show", "L-1", "--as-of", "#3"},
                            {"contact", "edit", "L-1", "--post", "Director", "--json", "-q"}};
  for (const auto& command : commands) {
    INFO(command[0] + " " + command[1]);
    CHECK(found_in(world.try_to(command).out) == Texts{});
  }
}

TEST_CASE("who asks is told of persons by other programs' forms as well", "[contact]") {
  const Persons world;
  const Texts commands[] = {{"contact", "list", "-F", "md"},
                            {"contact", "list", "--json"},
                            {"contact", "show", "L-1", "-F", "md"},
                            {"contact", "show", "L-1", "--json"},
                            {"company", "show", "C-1", "-F", "md"},
                            {"search", "Specimen", "-F", "csv"},
                            {"export", "contacts"}};
  for (auto command : commands) {
    INFO(command[0] + " " + command[1]);
    command.emplace_back("--personal");
    CHECK_FALSE(found_in(world.try_to(command).out).empty());
  }
}

TEST_CASE("details that were altered are found by their seal", "[contact]") {
  const Persons world;
  store::Db db({world.home.db(), ""}, store::Db::Access::write);
  CHECK(scratch::damages_of(db) == Texts{});
  {
    store::Db::Transaction transaction(db);
    db.run("UPDATE personal_contact SET phone = '0592-5550004' WHERE record_id = 2");
    transaction.commit();
  }
  CHECK(scratch::damages_of(db) ==
        Texts{"the personal details of L-2 are not those the change log has the seal of"});
}

TEST_CASE("the same person has another seal in every book", "[contact]") {
  Contact contact;
  contact.name = secrets[0];
  const auto one = std::get<Contact>(store::sealed(contact));
  const auto other = std::get<Contact>(store::sealed(contact));
  CHECK(one.seal.size() == 64);
  CHECK(one.salt.size() == 32);
  CHECK(one.seal != other.seal);
  CHECK(std::get<Contact>(store::sealed(one)) == one);
  CHECK(store::snapshot(one).find(secrets[0]) == std::string::npos);
  CHECK(store::snapshot(one).find(one.salt) == std::string::npos);
}
