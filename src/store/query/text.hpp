// The text of a user's statement taken apart, and what it must not be held against.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "leadbook/store/query.hpp"

namespace leadbook::store {

enum class Dialect { sqlite, postgres };

struct QueryToken {
  enum class Kind { word, quoted, text, number, parameter, symbol };
  Kind kind;
  std::size_t at;     // its first byte in the text
  std::size_t end;    // one past its last
  std::string value;  // a word in small letters, a quoted name without its quotes, a :name's name

  bool is_name() const { return kind == Kind::word || kind == Kind::quoted; }
  bool is(std::string_view symbol_or_word) const {
    return (kind == Kind::word || kind == Kind::symbol) && value == symbol_or_word;
  }
};

struct QueryText {
  std::string text;
  std::vector<QueryToken> tokens;
};

/// One statement that begins with SELECT, WITH or VALUES and whose parentheses match. Throws
/// Error{usage} that shows the place where it is anything else.
QueryText read_query(std::string text);

/// Throws where a function is called that is none of those a statement may use.
void check_functions(const QueryText& query, Dialect dialect);

/// Whether a statement may use a function, by its name in small letters.
bool is_function(std::string_view name, Dialect dialect);

/// Whether a word may stand before '(' as a part of the language.
bool is_syntax_word(std::string_view word);

/// The functions a statement may use, by name.
std::vector<std::string_view> functions_of(Dialect dialect);

/// Throws where a name is followed by '.' that is one of these: schemas, through which tables
/// other than the views would be reached.
void refuse_qualifiers(const QueryText& query, const std::vector<std::string>& schemas);

}  // namespace leadbook::store
