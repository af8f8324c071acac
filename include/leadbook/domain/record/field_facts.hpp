// What can be known of a kind's fields without their types.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "leadbook/domain/id.hpp"

namespace leadbook {

/// What a field holds.
enum class FieldType { text, count, amount, decimal, rate, date, currency, word, reference, list };

/// Whether a cell of this type is written in digits, with a decimal point or comma.
bool is_number(FieldType type);

struct FieldFacts {
  std::string name;     // snake_case
  std::string english;  // headings
  std::string chinese;
  std::string help;  // to be translated
  std::string flag;  // option names without the leading "--", further ones after ",--"
  bool required = false;
  bool list = false;
  FieldType type = FieldType::text;
  std::vector<std::string> choices;  // identifiers of an enumeration
  std::vector<std::string> english_choices;
  std::vector<std::string> chinese_choices;
  std::string english_unit;  // of a decimal, where its heading may name one
  std::string chinese_unit;
  bool (*takes_unit)(std::string_view unit) = nullptr;  // whether digits may stand before it
  bool personal = false;    // erased with the person: it never enters the log
  bool by_program = false;  // nobody types it
};

/// The fields of a kind of record, in its own order.
const std::vector<FieldFacts>& fields_of(Kind kind);

/// Whether a kind has fields that tell of a person.
bool tells_of_persons(Kind kind);

}  // namespace leadbook
