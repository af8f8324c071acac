// The only door to a database: statements by text, one writing transaction at a time.
#pragma once

#include <cstddef>
#include <exception>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "leadbook/store/outcome.hpp"
#include "leadbook/store/value.hpp"

namespace leadbook::store {

/// The text of src/store/sql/NAME.sql; throws std::logic_error where there is none.
const std::string& statement(std::string_view name);

/// Where a book is: a file, or a server's address with the number the book has there.
struct Place {
  std::string db;    // a path, or postgresql://USER@HOST/DATABASE?book=NUMBER
  std::string book;  // on a server, in place of the address's own; "all" reads every book as one
};

/// Whether this names a server, not a file.
bool is_server(std::string_view db);

/// Whether this names every book of a server, read as one. Throws Error{usage} for an address that
/// cannot be read.
bool names_all_books(const Place& place);

/// The books of a server by number, in order. Throws Error{failed} where it cannot be reached.
std::vector<std::string> books_of_server(const Place& place);

/// Makes the views over all books of a server anew, as after one was dropped by hand.
void renew_server_views(const Place& place);

/// A table rows are added to. Rows of a lower rank are written first, as others refer to them.
struct Table {
  std::string name;
  std::vector<std::string> columns;
  int rank = 0;
};

/// Thrown where the engine gave a transaction up through no fault of the command (a deadlock, a
/// wait too long, a connection lost): nothing of it is stored, and all of it may be tried again.
/// `error` is for when no time is left.
struct TryAgain {
  BookError error;
};

/// Thrown by commit where the engine did not confirm that the transaction was stored; `cause` is
/// what went wrong where it was not for a lost connection.
struct Unconfirmed {
  std::exception_ptr cause;
};

class Db;
class Engine;
struct CheckPart;
struct Query;
struct QueryAnswer;

/// How a book of an earlier version is brought to this program's.
struct Upgrade {
  /// Lays a checked copy of the book aside before it is changed and answers where that lies. Throws
  /// Error where none can be made; without it an earlier book can only be read.
  std::function<std::string(const Place& book, int to)> lay_aside;
  /// Writes the derived tables anew, where a step changes what they hold.
  std::function<void(Db&)> derive;
  /// Tells the user a line.
  std::function<void(const std::string&)> tell;
};

class Db {
 public:
  enum class Access { read, write, create, upgrade, as_stored, memory };

  /// Opens a book. `read` and `write` want one that exists, `create` makes it where there is none;
  /// `memory` makes an empty one that lies nowhere else, the place being its name in messages.
  /// A book of an earlier version is read in a copy in memory that is brought to this one's, and
  /// is brought to it itself before it is written: in a file by anybody who writes, on a server
  /// only with `upgrade`. `as_stored` reads it as it lies there: for what all versions have.
  /// Throws Error{failed} in words of our own where there is no such book, it is of a newer version
  /// or cannot be read; what is no book is left untouched. `outcome` is kept true of all that the
  /// command writes, where somebody wants to know.
  Db(const Place& place, Access access, Upgrade upgrade = {}, Outcome* outcome = nullptr);
  ~Db();
  Db(Db&&) noexcept;
  Db& operator=(Db&&) noexcept;

  /// Opens the book once more, as it was opened, where its connection was lost.
  void reopen();

  /// Runs a statement and calls `each` for every row. Every :name in the text must be given, and
  /// no other. Throws Error{busy} after the wait, Error{conflict} where a constraint refuses,
  /// Error{failed} otherwise, TryAgain.
  void each(const std::string& sql, const Parameters& parameters, const EachRow& each);

  /// Runs a statement that answers nothing.
  void run(const std::string& sql, const Parameters& parameters = {});

  /// Runs a user's own statement, of which nothing is trusted, and ends what a book opened for
  /// reading saw. Throws Error{usage} that shows what is wrong with it, Error{failed} past a limit.
  QueryAnswer query(const Query& query);

  /// The one number a statement answers; 0 where it answers no row.
  std::int64_t number(const std::string& sql, const Parameters& parameters = {});

  /// How many statements it was asked so far, those of its opening, of transactions and of rows
  /// added left out.
  std::int64_t statements() const { return statements_; }

  /// Adds a row to a table. It is written together with others, many of them while the caller goes
  /// on, before anything else is asked of the book, at the latest with the transaction's end, and
  /// is refused as late.
  void insert(const Table& table, std::vector<Value> row);

  /// Ends what a book opened for reading saw as one: from its opening to here all answers are of
  /// one moment. To be called before anything is printed, as a pager may keep a reader waiting.
  void end_reading();

  /// From here on a copy in memory is read and written, which is gone with this object: what is
  /// only tried needs no right to write the book and waits for no writer of it.
  void try_out();

  /// Says what is wrong or odd with where the book lies and who may reach it.
  void examine_place(CheckPart& part);

  /// The same of how the engine keeps it, and of its tables, which are to be those of its version.
  void examine_settings(CheckPart& part);

  /// What the engine itself finds damaged, each in a sentence.
  std::vector<std::string> damages();

  /// The version of the book where it lies.
  int version() const { return version_; }

  /// Throws Error{failed} where a later program brought the book to its own version since it was
  /// opened. To be asked by who holds the head of the log: nobody changes the version then.
  void confirm_version();

  /// Whether it reads every book of a server as one: numbers are then those of all books.
  bool reads_all_books() const;

  /// The book's path, or its address without any secret.
  std::string place() const;

  /// One transaction: the writers of a book come one after another. Undone unless committed.
  class Transaction {
   public:
    explicit Transaction(Db& db);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    /// Stores it. Whatever it throws, the Outcome says whether it is known that it is not stored.
    void commit();
    /// Stores it as an entry of the log. Throws Unconfirmed where it is not known whether it was
    /// stored; whatever else is thrown, it was not.
    void commit_as(std::int64_t entry);
    /// Says of an unconfirmed commit what was found out since.
    void settle(bool stored, std::int64_t entry);

   private:
    Db& db_;
    Outcome::State before_ = Outcome::State::reading;  // a commit whose answer is open
    bool open_ = true;
  };

 private:
  /// The rows added to tables and not yet written.
  struct Waiting;
  void write_waiting();
  void write_beside();
  void settle();
  void bring_to_version();
  void read_in_memory();
  void upgrade_in_place();
  std::string lay_aside();
  void change_tables();

  Place place_;
  Access access_;
  Upgrade upgrade_;
  Outcome* outcome_;
  int version_;
  std::unique_ptr<Engine> engine_;
  std::int64_t statements_ = 0;
  std::unique_ptr<Waiting> waiting_;
};

/// The book's version this program writes.
int schema_version();

}  // namespace leadbook::store
