// The book a command works on: opened on first use, for what it is used for.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/frame/common_options.hpp"
#include "cli/settings/settings.hpp"
#include "leadbook/service/history/past.hpp"
#include "leadbook/service/records/resolve.hpp"
#include "leadbook/store/db.hpp"

namespace leadbook::cli {

class OpenBook {
 public:
  /// `tell` is given what there is to say while a book of an earlier version is brought along.
  OpenBook(World& world,
           const Settings& settings,
           const CommonOptions& options,
           std::function<void(const std::string&)> tell)
      : world_(world), settings_(settings), options_(options), tell_(std::move(tell)) {}

  /// For reading: as it is, or as it stood at --as-of. Throws Error{usage} for an --as-of that is
  /// neither a date nor an entry and where no book is named, Error{not_found}.
  store::Db& to_read();
  /// For writing; `create` makes it where there is none yet.
  store::Db& to_write(bool create = true);
  /// To try a change on that is not to be kept: a copy in memory.
  store::Db& to_try();
  /// The book in a file that was opened for writing; nullptr for none.
  store::Db* written_file();

  /// The names of its records, and what they were taken for.
  service::Resolver& resolver();
  /// What a name was found to mean several of; opens nothing.
  std::optional<service::Ambiguity> ambiguity() const;
  /// From here on, which of them is meant.
  void choose(const service::Ambiguity& ambiguity, std::int64_t record);
  /// What names were taken for so far; opens nothing.
  std::vector<std::string> resolver_notes();

  /// Who reads and writes.
  std::string user() const;

  /// The day --as-of reads the book at, and the day it is, whichever comes first.
  Day today();
  /// Of the day of --at, and of the moment at which --as-of read the book: after which entry, with
  /// its time and hash, and whether it may still change. Opens nothing.
  std::vector<std::string> moment_notes() const;

  /// Ends what is open being read as of one moment: to be called before anything is printed.
  void end_reading();
  /// Lets go of the book: what follows reads it anew.
  void close();

  /// Where it lies, by the settings; opens nothing.
  store::Place place() const { return {settings_.value("db"), settings_.value("book")}; }

  /// How a book of an earlier version is brought to this program's: with a copy in `folder`, or
  /// where backups lie.
  store::Upgrade upgrade(const std::string& folder = "") const;

 private:
  store::Db& open(store::Db::Access access);
  store::Db& open_past();

  World& world_;
  const Settings& settings_;
  const CommonOptions& options_;
  std::function<void(const std::string&)> tell_;
  std::optional<store::Db> db_;
  bool writable_ = false;
  std::optional<service::Moment> moment_;  // at which --as-of reads the book
  std::unique_ptr<service::Resolver> resolver_;
  service::ResolverContext known_;
};

}  // namespace leadbook::cli
