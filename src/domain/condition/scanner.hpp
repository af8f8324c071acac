// What stands at a place of a condition: a name, a comparison, a connective, a value.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/condition/text.hpp"
#include "domain/condition/words.hpp"
#include "leadbook/domain/condition/condition.hpp"

namespace leadbook::conditions {

/// Something found, and the place behind it.
template <class T>
struct Found {
  T what;
  std::size_t end = 0;
};

/// A value without its quotation marks; not closed where the last of them is missing.
struct Value {
  std::string text;
  bool is_quoted = false;
  bool is_closed = true;
};

/// Where a value stands, which decides what ends it.
enum class Context { alone, list, range_first, range_last };

class Scanner {
 public:
  Scanner(std::string_view text, std::span<const Criterion> criteria);

  const ConditionText& text() const { return text_; }

  /// The criterion named here; the longest name wins, and no name ends within a word.
  std::optional<Found<std::size_t>> criterion_at(std::size_t place) const;
  std::optional<Found<const Operator*>> operator_at(std::size_t place) const;
  std::optional<Found<Shape>> connective_at(std::size_t place) const;
  /// The place behind a "not".
  std::optional<std::size_t> after_negation(std::size_t place) const;

  /// The value that begins here; nothing where none does.
  std::optional<Found<Value>> value_at(std::size_t place, Context context) const;
  /// The place behind the "and" or 至 of a range.
  std::optional<std::size_t> after_range_joint(std::size_t place) const;

  /// What stands where a name should, up to a comparison; "" where nothing like a name does.
  std::string unknown_name_at(std::size_t place) const;

 private:
  struct Name {
    std::u32string symbols;
    std::size_t criterion;
  };

  void add_name(std::string_view name, std::size_t criterion);
  bool is_delimiter(std::size_t place) const;
  bool is_word_end(std::size_t place) const;
  bool is_quotation_mark(std::size_t place) const;
  bool begins_test(std::size_t place) const;
  bool joins_tests(std::size_t place, std::size_t begin) const;
  bool is_thousands_comma(std::size_t place) const;
  bool ends_value(std::size_t place, std::size_t begin, Context context) const;
  Found<Value> quoted_value_at(std::size_t place) const;

  ConditionText text_;
  std::vector<Name> names_;
};

}  // namespace leadbook::conditions
