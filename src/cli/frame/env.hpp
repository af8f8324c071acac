// All that a command may touch.
#pragma once

#include <memory>
#include <optional>
#include <set>
#include <string>

#include "cli/settings/settings.hpp"
#include "leadbook/ingest/input.hpp"
#include "leadbook/service/history/past.hpp"
#include "leadbook/service/records/resolve.hpp"
#include "leadbook/store/log/change.hpp"

namespace leadbook::cli {

/// How the output was asked for on the command line; `cli/frame/output.hpp` does so.
struct OutputOptions {
  std::string format;
  bool json = false;
  std::string file;  // -o
  std::string columns;
  std::string sort;
  std::string limit;
  bool no_header = false;
  bool bom = false;
  bool fail_empty = false;
};

class Env {
 public:
  Env(World& world, std::vector<std::string> arguments)
      : world_(world), arguments_(std::move(arguments)) {}

  World& world() { return world_; }
  std::ostream& out() { return world_.out; }
  std::ostream& err() { return world_.err; }
  /// The day the command counts from: the last one of --as-of, else the day it is.
  Day today();
  Settings& settings() { return settings_; }
  OutputOptions& output() { return output_; }

  bool quiet = false;
  bool assume_yes = false;
  bool no_input = false;
  std::string request;               // --request; "" for a new one
  std::optional<std::string> as_of;  // --as-of; nothing for the book as it is

  /// The book for reading, opened on first use: as it is, or as it stood at --as-of.
  store::Db& db();
  /// The book for writing; `create` makes it where there is none yet.
  store::Db& db_to_write(bool create = true);
  /// The book to try a change on that is not to be kept: a copy in memory.
  store::Db& db_to_try();
  /// The book in a file that was opened for writing; nullptr for none.
  store::Db* written_file();
  /// What there is to tell of the moment at which --as-of read the book; opens nothing.
  std::vector<std::string> moment_notes() const;
  /// Ends what is open being read as of one moment: to be called before anything is printed.
  void end_reading();
  /// Lets go of the book: what follows reads it anew.
  void close();
  /// How a book of an earlier version is brought to this program's: with a copy in `folder`, or
  /// where backups lie.
  store::Upgrade upgrade(const std::string& folder = "");
  service::Resolver& resolver();
  /// What names were taken for so far; opens nothing.
  std::vector<std::string> resolver_notes();

  /// All of the standard input, kept: read once, at any time again.
  const ingest::Input& input();

  /// Who writes, when, by which command line.
  store::Origin origin();
  std::string user();
  /// Columns of the terminal; 0 where the output is none and COLUMNS is not set.
  std::size_t width() const;

  /// The command line, without the program's name.
  const std::vector<std::string>& arguments() const { return arguments_; }

  /// One line on stderr, silenced by -q.
  void tell(const std::string& line);
  /// A line told before the book is written: once, however often the command is tried.
  void tell_once(const std::string& line);
  /// What a reference or an amount was taken for, on stderr.
  void tell_notes(const std::vector<std::string>& notes);

 private:
  store::Place place() const;
  store::Db& open(store::Db::Access access);

  World& world_;
  std::vector<std::string> arguments_;
  Settings settings_;
  OutputOptions output_;
  std::optional<store::Db> db_;
  bool writable_ = false;
  std::optional<service::Moment> moment_;  // at which --as-of reads the book
  std::optional<ingest::Input> input_;
  std::set<std::string> told_;
  std::unique_ptr<service::Resolver> resolver_;
};

}  // namespace leadbook::cli
