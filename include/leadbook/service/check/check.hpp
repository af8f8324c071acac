// A whole book proved: what the store can prove of it, what is derived, and the rules of records.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "leadbook/store/check/check.hpp"

namespace leadbook::service {

struct CheckOptions {
  /// An entry known from elsewhere, as printed on a bulletin: its number and the beginning of its
  /// hash.
  std::optional<store::Head> known;
  std::function<void(const store::CheckProgress&)> progress;
};

/// All parts of a check, in their order. Throws only where the book cannot be reached any more.
store::CheckReport check_whole(store::Db& db, const CheckOptions& options = {});

/// What came of making a book anew from its log.
struct Repair {
  std::int64_t records = 0;
  store::Head head;
  std::vector<std::string> set_right;  // what the book's tables said otherwise, each in a sentence
  std::int64_t more_set_right = 0;
  std::vector<std::string> left_out;  // what no log holds and the book had not either
};

/// Makes a book's tables anew from its log, in a file there is not yet. Throws Error{failed} where
/// the log is damaged, and says up to which entry it is whole.
Repair repair_book(store::Db& book,
                   const std::filesystem::path& file,
                   const CheckOptions& options,
                   store::Outcome& outcome);

}  // namespace leadbook::service
