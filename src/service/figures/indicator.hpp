// What the words of an indicator mean: a measure, or one of the quantities that rates are made of.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "leadbook/domain/record/measure.hpp"

namespace leadbook::service {

/// Quantities that are printed but are no measure of the book.
enum class Quantity { measure, performed, completion, elapsed, pace, growth };

struct IndicatorMeaning {
  Quantity quantity = Quantity::measure;
  std::optional<Measure> measure;  // of a measure
  bool exact = false;              // the whole indicator, not one that only speaks of it

  bool is_same(const IndicatorMeaning& other) const {
    return quantity == other.quantity && measure == other.measure;
  }
};

/// The meaning of "Signed projects", 履约率, "Planned investment of new manufacturing projects"
/// (not exact); nothing for words that speak of no such thing.
std::optional<IndicatorMeaning> meaning_of(std::string_view indicator);

/// What is said to have grown, and against what.
struct Growth {
  std::string indicator;     // without the words for growth
  bool against_year = true;  // 同比: the same period a year before; 环比: the period before
};

/// Nothing for an indicator without words for growth against another period.
std::optional<Growth> growth_of(std::string_view indicator);

/// Whether words tell of less where a number has no sign: 下降 3.2%, 欠进度 5 个百分点.
bool speaks_of_less(std::string_view text);

/// What an indicator is about beside its measure, its targets and rates: 工业 of 工业签约项目数.
struct Subject {
  std::optional<Measure> measure;
  std::set<std::string> words;
};
Subject subject_of(std::string_view indicator);

/// How well two subjects go together: less than 0 where they are of different things, more where
/// they are of the same, 0 where one of them does not say.
int likeness(const Subject& left, const Subject& right);

/// The indicator without the words for a share (占比); nothing without them.
std::optional<std::string> shared_indicator(std::string_view indicator);

/// The words of an indicator for comparing: Latin words, single Han characters, numbers.
std::set<std::string> words_of(std::string_view indicator);

/// Whether two indicators say the same but for a word or two of their own: at least three quarters
/// of all their words are common, and the same numbers.
bool are_alike(const std::set<std::string>& left, const std::set<std::string>& right);

}  // namespace leadbook::service
