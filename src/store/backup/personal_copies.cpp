// The copies of a book in which an erased person is still to be found.
#include <algorithm>
#include <system_error>

#include "leadbook/domain/error.hpp"
#include "leadbook/store/backup/backup.hpp"
#include "leadbook/store/record/details.hpp"

namespace leadbook::store {
namespace {

namespace fs = std::filesystem;

/// Before it no book told of persons.
constexpr int first_version = 2;

/// What cannot be read is no copy of the book, or tells nobody anything.
bool tells_of(const fs::path& file, const Entry& first, const Reference& person) {
  try {
    Db copy({file.string(), ""}, Db::Access::as_stored);
    if (copy.version() < first_version) return false;
    const auto begins = find_entry(copy, first.number);
    return begins && begins->hash == first.hash && has_details(copy, person);
  } catch (const Error&) {
    return false;
  }
}

}  // namespace

std::vector<fs::path> copies_telling_of(Db& book,
                                        const Reference& person,
                                        const std::vector<fs::path>& folders) {
  std::vector<fs::path> copies;
  const auto first = find_entry(book, 1);
  if (!first) return copies;
  for (const auto& folder : folders) {
    std::error_code problem;
    for (const auto& entry : fs::directory_iterator(folder, problem)) {
      const auto& file = entry.path();
      if (file.extension() != ".db" || fs::equivalent(file, book.place(), problem)) continue;
      if (tells_of(file, *first, person)) copies.push_back(file);
    }
  }
  std::sort(copies.begin(), copies.end());
  copies.erase(std::unique(copies.begin(), copies.end()), copies.end());
  return copies;
}

}  // namespace leadbook::store
