// All that a command may touch.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "cli/frame/common_options.hpp"
#include "cli/frame/open_book.hpp"
#include "cli/settings/settings.hpp"
#include "leadbook/ingest/input.hpp"
#include "leadbook/store/log/change.hpp"

namespace leadbook::cli {

class Env {
 public:
  Env(World& world, std::vector<std::string> arguments)
      : world_(world),
        arguments_(std::move(arguments)),
        book_(world, settings_, options_, [this](const std::string& line) { tell_once(line); }) {}
  Env(const Env&) = delete;  // the book reads the settings of its own Env
  Env& operator=(const Env&) = delete;

  /// All of the standard input, kept: read once, at any time again.
  const ingest::Input& input();
  std::ostream& out() { return world_.out; }
  std::ostream& err() { return world_.err; }
  /// One line on stderr, silenced by -q.
  void tell(const std::string& line);
  /// A line told before the book is written: once, however often the command is tried.
  void tell_once(const std::string& line);
  /// What a reference or an amount was taken for, on stderr.
  void tell_notes(const std::vector<std::string>& notes);

  /// The day the command counts from: the last one of --as-of, else the day it is.
  Day today() { return book_.today(); }
  /// The day the figures stand at, by the records' own days: that of --at, else today.
  Day day() { return options_.at.value_or(today()); }
  std::string user();
  /// Who writes, when, by which command line.
  store::Origin origin();

  /// The book for reading and for writing, and the names in it; what else can be done with it is
  /// asked of `book`.
  store::Db& db() { return book_.to_read(); }
  store::Db& db_to_write(bool create = true) { return book_.to_write(create); }
  service::Resolver& resolver() { return book_.resolver(); }
  OpenBook& book() { return book_; }

  /// Words of the command line that tell of persons: the log is not given them.
  void conceal(std::vector<std::string> words) { concealed_ = std::move(words); }
  bool conceals_any() const { return !concealed_.empty(); }

  /// What the command is run with.
  const std::vector<std::string>& arguments() const { return arguments_; }
  CommonOptions& options() { return options_; }
  OutputOptions& output() { return options_.output; }
  Settings& settings() { return settings_; }
  World& world() { return world_; }

 private:
  World& world_;
  std::vector<std::string> arguments_;  // without the program's name
  std::vector<std::string> concealed_;
  Settings settings_;
  CommonOptions options_;
  OpenBook book_;
  std::optional<ingest::Input> input_;
  std::set<std::string> told_;
};

}  // namespace leadbook::cli
