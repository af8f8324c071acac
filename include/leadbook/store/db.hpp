// The only door to a database: statements by text, one immediate transaction at a time.
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "leadbook/store/value.hpp"

namespace leadbook::store {

/// The text of src/store/sql/NAME.sql; throws std::logic_error where there is none.
const std::string& statement(std::string_view name);

class Db {
 public:
  enum class Access { read, write, create };

  /// Opens the book in a file. `read` and `write` want an existing book, `create` makes one where
  /// there is no file. Throws Error{failed} in words of our own for a file that is no book, is
  /// empty, is of a newer version or cannot be read; such a file is left untouched.
  Db(const std::filesystem::path& file, Access access);
  ~Db();
  Db(Db&&) noexcept;
  Db& operator=(Db&&) noexcept;

  /// Runs a statement and calls `each` for every row. Every :name in the text must be given, and
  /// no other. Throws Error{busy} after the wait, Error{conflict} where a constraint refuses,
  /// Error{failed} otherwise.
  void each(const std::string& sql, const Parameters& parameters, const EachRow& each);

  /// Runs a statement that answers nothing; returns the number of rows changed.
  std::size_t run(const std::string& sql, const Parameters& parameters = {});

  /// The one number a statement answers; 0 where it answers no row.
  std::int64_t number(const std::string& sql, const Parameters& parameters = {});

  /// Ends what a book opened for reading saw as one: from its opening to here all answers are of
  /// one moment, and no writer commits in between. To be called before anything is printed, as a
  /// pager may keep a reader waiting for hours.
  void end_reading();

  const std::filesystem::path& file() const;

  /// One immediate transaction: the writers of a book come one after another. Undone unless
  /// committed.
  class Transaction {
   public:
    explicit Transaction(Db& db);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    /// Throws Error{failed} that says the outcome is unknown where the engine does not confirm.
    void commit();

   private:
    Db& db_;
    bool open_ = true;
  };

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// The book's version this program writes.
int schema_version();

}  // namespace leadbook::store
