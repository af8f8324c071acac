// All that a command may touch.
#pragma once

#include <memory>
#include <optional>
#include <set>
#include <string>

#include "cli/settings/settings.hpp"
#include "leadbook/ingest/input.hpp"
#include "leadbook/present/card.hpp"
#include "leadbook/present/row_writer.hpp"
#include "leadbook/present/table.hpp"
#include "leadbook/service/history/past.hpp"
#include "leadbook/service/records/resolve.hpp"
#include "leadbook/store/log/change.hpp"

namespace leadbook::cli {

/// How the output was asked for on the command line.
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
  /// The book in a file that was opened for writing; nullptr for none.
  store::Db* written_file();
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
  /// The unit of bare numbers, where one is set, and the unit amounts are printed in.
  std::optional<AmountUnit> bare_unit();
  /// Whether the command line itself names it.
  bool bare_unit_is_option() const;
  AmountUnit print_unit();
  /// Columns of the terminal; 0 where the output is none and COLUMNS is not set.
  std::size_t width() const;
  present::Style style();

  /// The command line, without the program's name.
  const std::vector<std::string>& arguments() const { return arguments_; }

  /// Calls `write` with what the output goes to: the terminal, a pipe, or the file named by -o,
  /// which appears only once it is whole.
  void write_output(const std::function<void(std::ostream&)>& write);

  /// Writes a listing or a card as asked for, with the moment of --as-of. Throws Error{empty} for
  /// an empty listing under --fail-empty.
  void print(present::Table table);
  void print(const present::Card& card);
  /// The same of rows as they are made: `write` adds them to what it is given and returns how many
  /// there are to be found. They are held until the book is let go of.
  void print_rows(present::Table head,
                  const std::function<std::size_t(present::RowWriter&)>& write);
  /// Whether the output is a table to be read, of few columns, and not one for programs.
  bool prints_for_people();
  bool prints_data() const { return output_.json || !output_.format.empty(); }

  /// One line on stderr, silenced by -q.
  void tell(const std::string& line);
  /// A line told before the book is written: once, however often the command is tried.
  void tell_once(const std::string& line);
  /// What a reference or an amount was taken for, on stderr.
  void tell_notes(const std::vector<std::string>& notes);

 private:
  store::Db& open(store::Db::Access access);
  store::Db& open_past();
  std::vector<std::string> as_of_notes() const;
  void tell_moment(present::Table& table);
  template <class Thing>
  void print_styled(const Thing& thing);

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
