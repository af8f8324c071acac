// A book of a test's own, written through the one write path or by whole commands.
#pragma once

#include <unistd.h>

#include <filesystem>
#include <optional>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "command_runner.hpp"
#include "leadbook/service/check/check.hpp"
#include "leadbook/service/records/book_change.hpp"
#include "leadbook/store/log/history.hpp"
#include "test_server.hpp"

namespace scratch {

using namespace leadbook;

using runner::Answer;
using runner::today;

/// A folder that goes with the test; in memory where the system has such a place.
class Folder {
 public:
  Folder() {
    const std::filesystem::path memory = "/dev/shm";
    const bool usable = ::access(memory.c_str(), W_OK | X_OK) == 0;
    auto name =
        ((usable ? memory : std::filesystem::temp_directory_path()) / "leadbook-test-XXXXXX")
            .string();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no folder for the test");
    path = name;
  }
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  std::filesystem::path path;
};

/// Room for a book: in a file, or on the server where tests are to use it. Gone with the test.
class Home {
 public:
  Home() {
    if (test_server::is_chosen()) server_book_.emplace();
  }

  /// The name of its file or its address.
  std::string db() const {
    return server_book_ ? server_book_->address() : (folder_.path / "book.db").string();
  }

  /// Where its tables are on the server; "" for a file.
  std::string schema() const { return server_book_ ? server_book_->schema() : ""; }

 private:
  Folder folder_;
  std::optional<test_server::ServerBook> server_book_;
};

class Book {
 public:
  Book() : db({home_.db(), ""}, store::Db::Access::create) {}

  const Home& home() const { return home_; }

  store::Origin origin(const std::string& command = "leadbook test") {
    return {"2020-05-22T08:00:00Z", "tester", command, "r" + std::to_string(++requests_)};
  }

  /// Runs `change_it` on a change and finishes it; the number of its entry.
  template <class ChangeIt>
  std::int64_t write(ChangeIt&& change_it) {
    service::BookChange change(db, origin());
    change_it(change);
    return change.commit();
  }

  template <class R>
  R add(const R& record) {
    R added;
    write([&](store::Change& change) { added = change.add(record); });
    return added;
  }

  Answer run(const std::vector<std::string>& arguments) {
    return runner::run(home_.db(), arguments);
  }

 private:
  Home home_;
  int requests_ = 0;

 public:
  store::Db db;
};

/// All that is wrong with a book: with its log, its tables and what is derived from them.
inline std::vector<std::string> damages_of(store::Db& db) {
  return service::check_whole(db).damages();
}

/// Every record of a book as text, how often it was written left out.
inline std::vector<std::string> records_of(store::Db& db) {
  std::vector<std::string> records;
  for (const auto kind : all_kinds) {
    store::each_record(db, kind, [&](AnyRecord& record) {
      set_revision(record, 0);
      records.push_back(reference_text(reference_of(record)) + " " + store::snapshot(record));
    });
  }
  return records;
}

}  // namespace scratch
