// A book of an earlier program in a place of a test's own, and what can be said of it.
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "books/old_book.hpp"
#include "unit/scratch_book.hpp"

namespace old_book {

using namespace leadbook;
using Texts = std::vector<std::string>;

/// The version of the books of the commits in tests/books, by what they end with.
constexpr const char* commit = "d8d88f8";
constexpr int version = 1;

inline std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

/// The book in a file or, where tests are to use it, on the server; with a folder for copies.
class Home {
 public:
  Home() { put(commit, home_.db(), home_.schema()); }

  std::string db() const { return home_.db(); }
  std::string schema() const { return home_.schema(); }
  bool on_server() const { return !schema().empty(); }
  std::filesystem::path copies() const { return folder_.path / "copies"; }

  runner::Answer run(const Texts& words) { return runner::run(db(), words); }

  /// Brings it to this program's version as its owner would.
  runner::Answer upgrade() { return run({"book", "upgrade", copies().string()}); }

  int version_now() { return store::Db({db(), ""}, store::Db::Access::as_stored).version(); }

  /// What lies in the folder for copies.
  std::vector<std::filesystem::path> copies_made() const { return files_in(copies()); }

  static std::vector<std::filesystem::path> files_in(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> files;
    std::error_code none;
    for (const auto& entry : std::filesystem::directory_iterator(folder, none)) {
      files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    return files;
  }

 private:
  scratch::Folder folder_;
  scratch::Home home_;
};

/// The log up to an entry, word for word.
inline Texts log_of(store::Db& db, std::int64_t last) {
  Texts lines;
  for (std::int64_t number = 1; number <= last; ++number) {
    const auto entry = store::find_entry(db, number);
    if (!entry) continue;
    lines.push_back(entry->at + entry->actor + entry->command + entry->request + entry->hash);
    for (const auto& row : store::rows_of(db, number)) {
      lines.push_back(reference_text(row.record) + row.before.value_or("-") +
                      row.after.value_or("-") + std::to_string(row.line));
    }
  }
  return lines;
}

}  // namespace old_book
