// What --where asks: a condition over named criteria, read once and asked of many records.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "leadbook/domain/amount/money.hpp"
#include "leadbook/domain/date/date.hpp"
#include "leadbook/domain/id.hpp"
#include "leadbook/domain/result.hpp"
#include "leadbook/domain/word.hpp"

namespace leadbook {

enum class CriterionType { text, count, amount, area, date, word, reference };

/// One thing a condition may ask of.
struct Criterion {
  std::string name;  // the identifier, by which `to_text` names it
  std::string english;
  std::string chinese;
  std::vector<std::string> synonyms;  // further names, in either language
  CriterionType type = CriterionType::text;
  std::vector<PlainWord> choices;  // of a word; their values are what is answered
  Kind kind = Kind::project;       // of a reference
  std::string measured_by = {};    // of a word: the criterion that "at least" compares in its place
};

/// What the values in a condition need to be read.
struct ConditionReading {
  Day today;
  std::optional<AmountUnit> unit;  // of bare amounts
  /// The number of the record a text refers to. An Error that it throws for the text (usage,
  /// not_found, conflict) becomes the problem of the condition, any other ends the reading.
  std::function<std::int64_t(Kind, std::string_view)> resolve;
  /// What a foreign amount is in CNY; without it, foreign amounts are refused. May throw as above.
  std::function<Result<Money>(const Money&)> to_cny;
};

/// Texts folded for comparing.
struct Texts {
  std::vector<std::string> folded;
};

/// Several words or references.
struct Numbers {
  std::vector<std::int64_t> numbers;
};

/// What a record has for one criterion. Nothing is unknown; of several values any may match, and
/// none at all is unknown, too. A count is its number, an area its hundredths of a mu, a word its
/// value, a reference the record's number; Money is in CNY.
using Answer = std::variant<std::monostate, std::int64_t, Money, Date, Texts, Numbers>;

/// The texts as an answer; empty ones are left out.
Answer answer_texts(std::span<const std::string> texts);
Answer answer_text(std::string_view text);

namespace conditions {
struct Node;
}

class Condition {
 public:
  /// Reads a condition in either language: "county in (克山, 拜泉) and amount >= 1亿",
  /// "县区属于克山、拜泉且金额不低于1亿". A problem shows the text and, under it, the place.
  static Result<Condition> parse(std::string_view text,
                                 std::span<const Criterion> criteria,
                                 const ConditionReading& reading);

  /// The criteria it asks of, as indexes, so that only these need be loaded.
  const std::set<std::size_t>& asks() const { return asks_; }

  /// Whether it compares a criterion with values, and not only asks whether it is unknown.
  bool compares(std::size_t criterion) const { return compared_.contains(criterion); }

  /// Whether the condition is certainly true. What compares with something unknown, or with a date
  /// that is not exact enough to tell, is neither true nor false, and so is its negation.
  /// `answer` gives the answer to a criterion; it is called only for those in `asks`.
  bool holds(const std::function<const Answer&(std::size_t criterion)>& answer) const;

  /// Whether it is not certainly false: what is not known yet could still make it true.
  bool may_hold(const std::function<const Answer&(std::size_t criterion)>& answer) const;

  /// The canonical English form, on one line, with relative dates as days and amounts in CNY. It
  /// reads back as the same condition.
  std::string to_text() const;

  /// For people, in the chosen language.
  std::string told() const;

 private:
  explicit Condition(conditions::Node root);

  std::shared_ptr<const conditions::Node> root_;
  std::set<std::size_t> asks_;
  std::set<std::size_t> compared_;
};

}  // namespace leadbook
