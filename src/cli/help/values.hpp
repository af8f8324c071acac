// What may be typed behind an option or in the place of an argument: for completion and help.
#pragma once

#include <string>
#include <vector>

#include "cli/frame/command.hpp"
#include "leadbook/domain/record/field_facts.hpp"

namespace leadbook::cli {

struct Values {
  enum class From { text, words, records, any_record, entries, file, folder, command };

  From from = From::text;
  Kind kind = Kind::project;          // of records
  std::vector<PlainWord> words = {};  // what is kept in tables holds as long as the program
  bool several = false;               // between commas
  FieldType type = FieldType::text;   // of a field
};

/// Text where nothing more is known of it.
Values values_of(const Command& command, const Option& option);

/// The field an option or argument of a command that adds, changes or lists records stands for;
/// nullptr for none.
const FieldFacts* field_typed(const Command& command, const Option& option);

/// Whether one of the arguments stands for the field.
bool argument_of(const CommandLine& line, const FieldFacts& field);

/// "COUNTY", 县区: an argument's name in the chosen language.
std::string argument_name(const Command& command, const Option& option);

/// "DATE", "FILE", "COUNTY": how help names such a value, in the chosen language.
std::string name_of_value(const Values& values);

/// The word as a user of the chosen language types it: 意向书, intent_letter.
std::string typed_word(const PlainWord& word);

}  // namespace leadbook::cli
