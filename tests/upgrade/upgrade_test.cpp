// A book of an earlier version in this program of a later one: read in memory as it was answered,
// brought to the later version whole, its log as it was.
#include <SQLiteCpp/Database.h>
#include <sys/wait.h>
#include <unistd.h>

#include "catch.hpp"
#include "leadbook/service/derived/derived.hpp"
#include "store/record/rows.hpp"
#include "upgrade/old_home.hpp"

namespace {

using namespace leadbook;
using old_book::Texts;
using runner::Answer;
using store::Db;

const Texts writing = {"company", "add", "Gamma Paper"};

std::string later() { return std::to_string(store::schema_version()); }

/// What is told of a book of an earlier version that is read: a line, with the size in between.
bool is_reading_note(const std::string& told, const std::string& db) {
  return told.starts_with("Note: " + db +
                          " is of version 1, made by an earlier leadbook: it is read "
                          "in a copy in memory of ") &&
         told.ends_with(" MB, brought to version " + later() +
                        ". 'leadbook book upgrade' brings the book itself.\n") &&
         std::count(told.begin(), told.end(), '\n') == 1;
}

/// Writes by a command where a file is brought along by any, else by the one that is for it.
Answer bring(old_book::Home& home) { return home.on_server() ? home.upgrade() : home.run(writing); }

/// The records of a table as SQL has them, column by column.
Texts column_of(Db& db, const std::string& sql) {
  Texts found;
  db.each(sql, {}, [&](store::Row& row) {
    const auto& value = row.values().front();
    const auto* text = std::get_if<std::string>(&value);
    found.push_back(text != nullptr         ? "'" + *text + "'"
                    : store::is_null(value) ? "NULL"
                                            : std::to_string(std::get<std::int64_t>(value)));
  });
  return found;
}

/// What the commands of the transcript of the old program answer, without what is told beside.
Texts answers(old_book::Home& home, Texts& told) {
  std::ifstream file(LEADBOOK_SOURCE "/tests/golden/old_book_d8d88f8.test");
  Texts out;
  for (const auto& step : transcript::read_steps(file)) {
    if (step.command.find("book upgrade") != step.command.npos) continue;
    const auto answer = home.run(transcript::split_arguments(step.command));
    CHECK(answer.code == 0);
    out.push_back(answer.out);
    told.push_back(answer.err);
  }
  return out;
}

/// How a book is brought along that is only read.
store::Upgrade in_memory() {
  return {{}, [](Db& db) { service::refresh_derived(db); }, [](const std::string&) {}};
}

Texts expected_answers() {
  std::ifstream file(LEADBOOK_SOURCE "/tests/golden/old_book_d8d88f8.test");
  Texts out;
  for (const auto& step : transcript::read_steps(file)) {
    if (step.command.find("book upgrade") != step.command.npos) continue;
    std::istringstream lines(step.expected);
    auto& answer = out.emplace_back();
    for (std::string line; std::getline(lines, line);) {
      if (!line.starts_with("! ")) answer += line + "\n";
    }
  }
  return out;
}

}  // namespace

TEST_CASE("an earlier book is read as its own program answered, and stays as it is") {
  old_book::Home home;
  const auto before = home.on_server() ? "" : old_book::bytes_of(home.db());
  Texts told;
  CHECK(answers(home, told) == expected_answers());
  for (auto line : told) {
    // That of a moment in the past is told after it.
    const auto past = line.find("As of ");
    CHECK(is_reading_note(line.substr(0, past), home.db()));
  }
  CHECK(home.run({"-q", "company", "list"}).err == "");
  CHECK(home.version_now() == old_book::version);
  if (home.on_server()) return;
  CHECK(old_book::bytes_of(home.db()) == before);
  CHECK(old_book::Home::files_in(std::filesystem::path(home.db()).parent_path()).size() == 1);
}

TEST_CASE("an earlier book is brought to the later version whole, its log as it was") {
  old_book::Home home;
  Texts records;
  Texts log;
  std::int64_t last = 0;
  {
    Db stored({home.db(), ""}, Db::Access::as_stored);
    last = store::head_of(stored).number;
    log = old_book::log_of(stored, last);
    // A kind that this program has and that one had not is in no table of it.
    Db read({home.db(), ""}, Db::Access::read, in_memory());
    records = scratch::records_of(read);
  }
  const auto answer = bring(home);
  INFO(answer.err);
  REQUIRE(answer.code == 0);
  CHECK(home.version_now() == store::schema_version());
  Db db({home.db(), ""}, Db::Access::read);
  CHECK(scratch::damages_of(db) == Texts());
  CHECK(old_book::log_of(db, last) == log);
  auto now = scratch::records_of(db);
  now.erase(std::remove_if(now.begin(),
                           now.end(),
                           [](const auto& text) { return text.find("Gamma Paper") != text.npos; }),
            now.end());
  CHECK(now == records);
  CHECK(column_of(db, "SELECT DISTINCT website FROM company") == Texts{"''"});
  CHECK(column_of(db, "SELECT DISTINCT staff FROM company") == Texts{"NULL"});
  CHECK(column_of(db, "SELECT id FROM visitor").empty());
  CHECK(column_of(db, "SELECT DISTINCT later FROM posting_block") == Texts{"''"});
}

TEST_CASE("who brings a book along is told from where to where, and where it lies as it was") {
  old_book::Home home;
  const auto hash = "f5f317b8f401";
  if (home.on_server()) {
    CHECK(home.run(writing) ==
          Answer{1,
                 "",
                 "leadbook: " + home.db() + " is of version 1, this program writes version " +
                     later() +
                     ": its owner brings it there with 'leadbook book upgrade'; until then it can "
                     "be read\n"});
    CHECK(home.version_now() == old_book::version);
  }
  const auto answer = home.upgrade();
  REQUIRE(home.copies_made().size() == 1);
  const auto copy = home.copies_made().front();
  const auto stem = home.on_server() ? home.schema() : "book";
  CHECK(copy.filename().string() == stem + "-2020-05-22-36-" + hash + ".before-" + later() + ".db");
  CHECK(answer == Answer{0,
                         "",
                         "Brought " + home.db() + " from version 1 to version " + later() +
                             "; as it was it lies in " + copy.string() + ".\n"});
  CHECK(Db({copy.string(), ""}, Db::Access::as_stored).version() == old_book::version);
  Db laid_aside({copy.string(), ""}, Db::Access::read, in_memory());
  CHECK(scratch::damages_of(laid_aside) == Texts());
  CHECK(
      home.upgrade() ==
      Answer{0, "", home.db() + " is of version " + later() + " already; nothing was changed.\n"});
  CHECK(home.copies_made().size() == 1);
  CHECK(home.run(writing).code == 0);
}

TEST_CASE("of many who come first at once, one brings the book along and all write") {
  old_book::Home home;
  constexpr int writers = 6;
  std::vector<pid_t> processes;
  for (int count = 1; count <= writers; ++count) {
    const auto process = ::fork();
    REQUIRE(process >= 0);
    if (process == 0) {
      const auto words =
          home.on_server()
              ? Texts{"book", "upgrade", home.copies().string()}
              : Texts{"company", "add", "Writer " + std::to_string(count), "--allow-twins"};
      const auto answer = runner::run(home.db(), words, "first-" + std::to_string(count));
      if (answer.code != 0) std::cerr << answer.err;
      ::_exit(answer.code);
    }
    processes.push_back(process);
  }
  for (const auto process : processes) {
    int status = 0;
    ::waitpid(process, &status, 0);
    CHECK(status == 0);
  }
  const auto copies =
      home.on_server() ? home.copies() : std::filesystem::path(home.db()).parent_path() / "backups";
  int before = 0;
  for (const auto& file : old_book::Home::files_in(copies)) {
    if (file.string().find(".before-") != std::string::npos) ++before;
  }
  CHECK(before == 1);
  Db db({home.db(), ""}, Db::Access::read);
  CHECK(db.version() == store::schema_version());
  CHECK(scratch::damages_of(db) == Texts());
  if (!home.on_server()) CHECK(store::head_of(db).number == 36 + writers);
}

TEST_CASE("where no copy can be laid aside the book stays as it is") {
  old_book::Home home;
  std::ofstream(home.copies()) << "no folder";
  const auto before = home.on_server() ? "" : old_book::bytes_of(home.db());
  CHECK(home.upgrade() == Answer{1,
                                 "",
                                 "leadbook: " + home.db() +
                                     " is of version 1 and stays so, as no copy of it could be "
                                     "laid aside: the folder " +
                                     home.copies().string() + " cannot be written\n"});
  CHECK(home.version_now() == old_book::version);
  if (!home.on_server()) CHECK(old_book::bytes_of(home.db()) == before);
}

TEST_CASE("a book that a later program brought along meanwhile is not written any more") {
  scratch::Home home;
  REQUIRE(runner::run(home.db(), {"book", "init", "--city", "2302"}).code == 0);
  Db db({home.db(), ""}, Db::Access::write);
  const auto next = std::to_string(store::schema_version() + 1);
  if (home.schema().empty()) {
    SQLite::Database(home.db(), SQLite::OPEN_READWRITE).exec("PRAGMA user_version=" + next);
  } else {
    test_server::Database::own().connection().run("UPDATE " + home.schema() +
                                                  ".version SET number = " + next);
  }
  try {
    store::Change change(db, {"2020-05-22T08:00:00Z", "tester", "test", "late"});
    FAIL("written");
  } catch (const Error& error) {
    CHECK(error.what() == home.db() + " is of version " + next +
                              ", this program reads up to version " + later() +
                              ": use a newer leadbook; the book was left as it is");
  }
  for (const auto& words : {Texts{"company", "list"}, writing, Texts{"book", "upgrade"}}) {
    CHECK(runner::run(home.db(), words).err.find("use a newer leadbook") != std::string::npos);
  }
}

TEST_CASE("all that reads another book reads an earlier one") {
  old_book::Home home;
  scratch::Folder folder;
  const auto copy = (folder.path / "copy.db").string();
  CHECK(home.run({"book", "copy", home.db(), copy}).code == 0);
  CHECK(Db({copy, ""}, Db::Access::as_stored).version() == store::schema_version());
  const auto answer = runner::run(copy, {"book", "merge", home.db()});
  CHECK(answer.code == 0);
  CHECK(is_reading_note(answer.err.substr(0, answer.err.find('\n') + 1), home.db()));
  CHECK(home.run({"sql", "select count(*) from company", "-F", "csv"}).out ==
        runner::run(copy, {"sql", "select count(*) from company", "-F", "csv"}).out);
  // Where a book lies and how its engine is set up is its own.
  const auto proved = [](const Answer& checked) {
    const auto at = checked.out.find("Engine's check");
    REQUIRE(at != std::string::npos);
    return checked.out.substr(at);
  };
  CHECK(proved(home.run({"book", "check"})) == proved(runner::run(copy, {"book", "check"})));
  CHECK(home.version_now() == old_book::version);
}

namespace {

/// The company as the later program would have it: with the columns that were added.
store::RecordShape later_company() {
  auto shape = store::shape_of(Kind::company);
  for (const store::Column& column : {store::Column{"website", false}, {"staff", true}}) {
    shape.columns.push_back(column);
    shape.rows.columns.push_back(column.name);
  }
  return shape;
}

}  // namespace

TEST_CASE("what the log says of a record is what the later tables say of it") {
  old_book::Home home;
  REQUIRE(home.upgrade().code == 0);
  Db db({home.db(), ""}, Db::Access::read);
  const auto shape = later_company();
  const auto& shape_now = store::shape_of(Kind::company);
  std::string columns = "id";
  for (const auto& column : shape.columns) columns += ", " + column.name;
  int held = 0;
  db.each("SELECT " + columns + " FROM company", {}, [&](store::Row& columns_now) {
    auto later_row = store::record_of(columns_now, shape);
    const auto row = store::find_row(db, shape_now, later_row.id).value();
    later_row.parts = row.parts;
    const auto text = store::snapshot(shape_now, row);
    CHECK(store::snapshot(shape, later_row) == text);
    CHECK(store::read_snapshot(shape, later_row.id, text) == later_row);
    ++held;
  });
  CHECK(held == 28);
}
