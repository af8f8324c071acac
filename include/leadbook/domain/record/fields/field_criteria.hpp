// The fields of a kind of record as what a condition may ask of.
#pragma once

#include <functional>
#include <vector>

#include "leadbook/domain/condition/condition.hpp"
#include "leadbook/domain/record/any_record.hpp"

namespace leadbook {

/// A field that a condition may ask of, by its place in the list of fields.
struct FieldCriterion {
  std::size_t field;
  Criterion criterion;
};

/// Texts, counts, amounts, land, dates, words, references and lists of them; rates and shares are
/// none.
const std::vector<FieldCriterion>& field_criteria(Kind kind);

/// What a record has for a field; `to_cny` brings a foreign amount into CNY. A list answers with
/// the records its items name first, or with their first texts.
Answer answer_of_field(const AnyRecord& record,
                       std::size_t field,
                       const std::function<Money(const Money&)>& to_cny);

}  // namespace leadbook
