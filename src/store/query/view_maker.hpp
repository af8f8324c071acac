// Puts a view of user statements together: its columns, and the tables it joins.
#pragma once

#include <string>

#include "leadbook/domain/id.hpp"
#include "leadbook/store/query.hpp"

namespace leadbook::store {

/// What a column holds, in both languages.
struct Words {
  std::string english;
  std::string chinese;

  Words with(const char* more_english, const char* more_chinese) const {
    return {english + more_english, chinese + more_chinese};
  }
};

/// The digits of whole units and of `power` parts of one: "-1.50" of -150 and "100".
std::string decimal_sql(const std::string& number, const std::string& power);

class ViewMaker {
 public:
  /// A view of one of the book's tables, which its columns call t.
  ViewMaker(std::string name, const std::string& table, const Words& words);

  void add_text(const std::string& name, const std::string& sql, const Words& words);
  void add_number(const std::string& name, const std::string& sql, const Words& words);
  /// The number and the reference of a record: "project_id" and "project_ref" of "project_".
  void add_reference(Kind kind,
                     const std::string& beginning,
                     const std::string& number,
                     const Words& words);
  /// The first and the last day of t's date of this name.
  void add_date(const std::string& name, const Words& words);
  /// Its digits, minor units and currency.
  void add_amount(const std::string& name,
                  const std::string& minor,
                  const std::string& currency,
                  const Words& words);
  /// Another record, whose number is in a column: what it is called, its number and reference, and
  /// of a county its code.
  void add_link(Kind kind, const std::string& name, const std::string& number, const Words& words);
  /// The row of another table whose column is this number, or nothing.
  void join(const std::string& table,
            const std::string& alias,
            const std::string& column,
            const std::string& number);

  QueryView take() { return std::move(view_); }

 private:
  QueryView view_;
};

}  // namespace leadbook::store
