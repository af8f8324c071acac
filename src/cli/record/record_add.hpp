// Adding one record from what was typed for its fields.
#pragma once

#include <string>
#include <vector>

#include "cli/record/options.hpp"

namespace leadbook::cli {

/// What an official need not type: the day of a meeting, a signing or a transfer is today, the
/// county that of the settings.
void add_defaults(Env& env, Kind kind, std::vector<FieldInput>& inputs);

/// Adds a record, asks about what is out of the ordinary, stores and tells it; answers it as the
/// book has it.
AnyRecord add_typed_record(Env& env,
                           Kind kind,
                           std::vector<FieldInput> inputs,
                           const RecordOptions& options);

/// Throws Error{usage} where neither a firm nor a word about a talk was given.
void require_talk(const std::vector<FieldInput>& inputs);

}  // namespace leadbook::cli
