// A user's statement made ready for an engine: the views it names in front of it, its values apart.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "leadbook/store/query.hpp"
#include "store/query/refusal.hpp"
#include "store/query/text.hpp"

namespace leadbook::store {

/// The text to run and the values its parameters stand for, in the order of their numbers.
struct ReadyQuery {
  std::string sql;
  std::vector<std::string> values;
  /// Where each token of the user's text stands in `sql`, and where in that text.
  std::vector<std::pair<std::size_t, std::size_t>> places;

  /// The place in the user's text of a byte of `sql`; what lies before the user's text is no
  /// place in it, what lies behind is its end.
  std::optional<std::size_t> place_of(std::size_t byte) const;
};

/// `schema` is where the book's tables are. `mark` begins the names under which alone these are
/// read, so that the engine can tell the views' reading from the user's; none where it is "".
/// Throws Error{usage} for a :name without a value, or the reverse.
ReadyQuery make_ready(const QueryText& text,
                      const Query& query,
                      Dialect dialect,
                      const std::string& schema,
                      const std::string& mark);

/// A number an engine answers as text; 15 digits of one with decimals. A text where it is none.
QueryValue read_number(std::string_view text);

/// Keeps an answer's rows within the limits.
class AnswerKeeper {
 public:
  explicit AnswerKeeper(const Query& query) : query_(query) {}

  void name_columns(std::vector<std::string> names);
  /// False where no further row is wanted. Throws Error{failed} where the answer is too large.
  bool keep(std::vector<QueryValue> row);
  QueryAnswer take() { return std::move(answer_); }

 private:
  const Query& query_;
  QueryAnswer answer_;
  std::size_t bytes_ = 0;
};

}  // namespace leadbook::store
