// What a column holds, and how statements are given their parameters.
#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace leadbook::store {

/// NULL. In place of std::monostate: beside this one the library does not take it for granted that
/// a variant of texts always has a value, as it has none once no memory is left to copy one.
struct Null {
  Null() = default;
  Null(const Null&) noexcept {}
  Null& operator=(const Null&) noexcept { return *this; }
  friend bool operator==(const Null&, const Null&) { return true; }
  friend std::strong_ordering operator<=>(const Null&, const Null&) {
    return std::strong_ordering::equal;
  }
};

/// NULL, BIGINT or TEXT: there are no other columns in a book.
using Value = std::variant<Null, std::int64_t, std::string>;

inline bool is_null(const Value& value) { return value.index() == 0; }

/// One :name of a statement and what it is bound to.
struct Parameter {
  std::string_view name;
  Value value;
};
using Parameters = std::vector<Parameter>;

/// An optional text parameter: "" is NULL, which the list statements read as "any".
inline Value text_or_null(const std::string& text) { return text.empty() ? Value() : Value(text); }

/// An optional number parameter: 0 is NULL.
inline Value number_or_null(std::int64_t number) { return number == 0 ? Value() : Value(number); }

/// One row of an answer, its columns in the order of the statement. It lies where the next row
/// will: what is to outlast it is copied, or moved out of it.
class Row {
 public:
  Row(std::vector<Value>& values, const std::vector<std::string>& names)
      : values_(values), names_(names) {}

  /// The value of a column; throws where the statement has no such column.
  const Value& at(std::string_view column) const;
  /// As `at`, but NULL or another type throws: the book is damaged.
  std::int64_t integer(std::string_view column) const;
  /// That of the first column, whatever it is called.
  std::int64_t leading_integer() const;
  const std::string& text(std::string_view column) const;
  /// 0 and "" for NULL.
  std::int64_t integer_or_zero(std::string_view column) const;
  std::string text_or_empty(std::string_view column) const;

  std::vector<Value>& values() { return values_; }
  const std::vector<Value>& values() const { return values_; }

 private:
  std::vector<Value>& values_;
  const std::vector<std::string>& names_;
};

using EachRow = std::function<void(Row&)>;

}  // namespace leadbook::store
