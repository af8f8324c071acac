#include <SQLiteCpp/Database.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "catch.hpp"
#include "leadbook/store/db.hpp"
#include "scratch_book.hpp"

namespace {

namespace fs = std::filesystem;
using namespace leadbook;
using scratch::Answer;
using Texts = std::vector<std::string>;

const std::vector<std::string> reading = {"project", "list"};
const std::vector<std::string> writing = {"company", "add", "Gamma Paper"};

std::string bytes_of(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

void write_bytes(const fs::path& file, const std::string& bytes) {
  std::ofstream(file, std::ios::binary) << bytes;
}

/// A book with a city and a company, its file closed.
fs::path make_book(const scratch::Folder& folder) {
  auto file = folder.path / "book.db";
  REQUIRE(runner::run(file, {"book", "init", "--city", "2302"}).code == 0);
  REQUIRE(runner::run(file, {"company", "add", "Alpha Foods"}).code == 0);
  return file;
}

/// Reading and writing are refused in the same words, and the file stays as it was.
void check_refused(const fs::path& file, const std::string& message) {
  const auto before = bytes_of(file);
  for (const auto& command : {reading, writing}) {
    CHECK(runner::run(file, command) == Answer{1, "", "leadbook: " + message + "\n"});
  }
  CHECK(bytes_of(file) == before);
}

/// A command in a process of its own, after `prepare` took something from it.
template <class Prepare>
Answer run_apart(const fs::path& file, const std::vector<std::string>& command, Prepare&& prepare) {
  std::array<int, 2> pipe{};
  REQUIRE(::pipe(pipe.data()) == 0);
  const auto process = ::fork();
  REQUIRE(process >= 0);
  if (process == 0) {
    prepare();
    const auto answer = runner::run(file, command);
    const auto text = answer.out + answer.err;
    const auto written = ::write(pipe[1], text.data(), text.size());
    ::_exit(written == static_cast<ssize_t>(text.size()) ? answer.code : 99);
  }
  ::close(pipe[1]);
  Answer answer;
  std::array<char, 4096> buffer{};
  for (ssize_t count = 0; (count = ::read(pipe[0], buffer.data(), buffer.size())) > 0;) {
    answer.err.append(buffer.data(), static_cast<std::size_t>(count));
  }
  ::close(pipe[0]);
  int status = 0;
  ::waitpid(process, &status, 0);
  answer.code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  return answer;
}

/// For root every file is open: becomes nobody, for whom permissions hold.
void become_nobody() {
  constexpr unsigned nobody = 65534;
  if (::geteuid() == 0 && (::setgid(nobody) != 0 || ::setuid(nobody) != 0)) ::_exit(98);
}

}  // namespace

TEST_CASE("a book of a newer version is refused and left as it is", "[book_file]") {
  scratch::Folder folder;
  const auto book = make_book(folder);
  auto bytes = bytes_of(book);
  bytes[63] = static_cast<char>(store::schema_version() + 6);
  write_bytes(book, bytes);
  const auto newest = std::to_string(store::schema_version());
  check_refused(book,
                book.string() + " is of version " + std::to_string(store::schema_version() + 6) +
                    ", this program reads up to version " + newest +
                    ": use a newer leadbook; the book was left as it is");
}

TEST_CASE("a file that is no book is refused and left as it is", "[book_file]") {
  scratch::Folder folder;
  const auto file = folder.path / "letter.txt";
  const auto message = file.string() + " is not a leadbook book; it was left as it is";
  for (const auto& bytes : {std::string("Dear Sir"),
                            std::string(100'000, 'x'),
                            std::string(200, '\0'),
                            std::string("SQLite format 3\0", 16)}) {
    write_bytes(file, bytes);
    check_refused(file, message);
  }
}

TEST_CASE("a database of another program is refused and left as it is", "[book_file]") {
  scratch::Folder folder;
  const auto file = folder.path / "other.db";
  {
    SQLite::Database other(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    other.exec("CREATE TABLE project (id INTEGER)");
  }
  check_refused(file, file.string() + " is not a leadbook book; it was left as it is");
}

TEST_CASE("an empty file, a folder and no file are told apart", "[book_file]") {
  scratch::Folder folder;
  const auto file = folder.path / "empty.db";
  write_bytes(file, "");
  CHECK(runner::run(file, reading) ==
        Answer{1,
               "",
               "leadbook: there is no book at " + file.string() +
                   " yet: make one with 'leadbook book init --city NAME', or name another with "
                   "--db\n"});
  const auto name = folder.path.string();
  CHECK(runner::run(folder.path, writing) ==
        Answer{1, "", "leadbook: " + name + " is a folder, not a book\n"});
  const auto none = folder.path / "none.db";
  CHECK(runner::run(none, reading) ==
        Answer{1,
               "",
               "leadbook: there is no book at " + none.string() +
                   " yet: make one with 'leadbook book init --city NAME', or name another with "
                   "--db\n"});
  CHECK(!fs::exists(none));
}

TEST_CASE("a URI is no book, as its options could switch off the locks", "[book_file]") {
  scratch::Folder folder;
  const auto book = make_book(folder);
  const auto before = bytes_of(book);
  for (const auto& name : {"file:" + book.string() + "?nolock=1", "file://" + book.string()}) {
    CHECK(runner::run(name, writing) ==
          Answer{2,
                 "",
                 "leadbook: '" + name +
                     "' is not a file name: give the book's path, as --db ~/book.db\n"});
  }
  CHECK(bytes_of(book) == before);
}

TEST_CASE("a new book is its owner's alone", "[book_file]") {
  scratch::Folder folder;
  CHECK(fs::status(make_book(folder)).permissions() ==
        (fs::perms::owner_read | fs::perms::owner_write));
}

TEST_CASE("a book without permission is told so and left as it is", "[book_file]") {
  scratch::Folder folder;
  const auto book = make_book(folder);
  const auto before = bytes_of(book);
  const auto name = book.string();
  REQUIRE(::chmod(folder.path.c_str(), 0755) == 0);
  REQUIRE(::chmod(book.c_str(), 0000) == 0);
  CHECK(run_apart(book, reading, become_nobody) ==
        Answer{1, "", "leadbook: the book " + name + " cannot be read: no permission\n"});
  REQUIRE(::chmod(book.c_str(), 0444) == 0);
  REQUIRE(::chmod(folder.path.c_str(), 0555) == 0);
  CHECK(run_apart(book, reading, become_nobody) == Answer{0, "", "Nothing found.\n"});
  CHECK(run_apart(book, writing, become_nobody) ==
        Answer{1,
               "",
               "leadbook: the book " + name +
                   " cannot be written: it or its folder is read-only; nothing was written\n"});
  REQUIRE(::chmod(folder.path.c_str(), 0755) == 0);
  CHECK(bytes_of(book) == before);
}

TEST_CASE("a folder in which nothing may be made is told so", "[book_file]") {
  scratch::Folder folder;
  const auto book = make_book(folder);
  const auto before = bytes_of(book);
  REQUIRE(::chmod(book.c_str(), 0666) == 0);
  REQUIRE(::chmod(folder.path.c_str(), 0555) == 0);
  const auto answer = run_apart(book, writing, become_nobody);
  INFO(answer.err);
  CHECK(answer.code == 1);
  CHECK((answer.err ==
             "leadbook: the book " + book.string() +
                 " cannot be written: it or its folder is read-only; nothing was written\n" ||
         answer.err == "leadbook: the book " + book.string() +
                           " cannot be opened; nothing was written: check that its folder "
                           "exists and that you may write there\n"));
  REQUIRE(::chmod(folder.path.c_str(), 0755) == 0);
  CHECK(bytes_of(book) == before);
}

TEST_CASE("where the file cannot grow, all of a command is written or nothing", "[book_file]") {
  scratch::Folder folder;
  const auto book = make_book(folder);
  const auto name = book.string();
  const std::string note(20'000, 'n');
  const Texts messages = {"leadbook: reading or writing the book " + name +
                              " failed: check the disk; nothing was written\n",
                          "leadbook: the disk of " + name +
                              " is full; nothing was written: free some space, then repeat\n"};
  int refused = 0;
  int written = 0;
  const auto size = static_cast<rlim_t>(fs::file_size(book));
  for (rlim_t limit = 0; limit < size + 120'000; limit += 8'000) {
    Texts before;
    {
      store::Db db({book.string(), ""}, store::Db::Access::read);
      before = scratch::records_of(db);
    }
    const auto bytes = bytes_of(book);
    const auto answer =
        run_apart(book,
                  {"company", "add", "C" + std::to_string(limit), "--allow-twins", "--note", note},
                  [&] {
                    ::signal(SIGXFSZ, SIG_IGN);
                    const rlimit most{limit, limit};
                    if (::setrlimit(RLIMIT_FSIZE, &most) != 0) ::_exit(98);
                  });
    INFO(limit << " " << answer.err);
    store::Db db({book.string(), ""}, store::Db::Access::write);
    CHECK(scratch::damages_of(db) == Texts{});
    const auto after = scratch::records_of(db);
    if (answer.code == 0) {
      ++written;
      CHECK(after.size() == before.size() + 1);
      continue;
    }
    ++refused;
    CHECK(answer.code == 1);
    // Where even the journal cannot be taken back, this process cannot know.
    const bool unknown = answer.err.starts_with(
        "leadbook: it is not confirmed that this was written: look with 'leadbook history "
        "--request ");
    CHECK(std::count(messages.begin(), messages.end(), answer.err) + (unknown ? 1 : 0) == 1);
    CHECK(after == before);
    CHECK(bytes_of(book) == bytes);
  }
  CHECK(refused > 5);
  CHECK(written > 0);
}
