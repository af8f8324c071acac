// One option for each field of a kind of record, and the writing that add and edit share.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "cli/frame/command.hpp"
#include "leadbook/domain/record/field_facts.hpp"
#include "leadbook/domain/record/record_text.hpp"

namespace leadbook::cli {

/// What was typed for the fields of one record, as options and as positional arguments.
struct RecordOptions {
  std::vector<std::vector<std::string>> texts;  // by field, in the order of fields_of
  std::vector<std::string> arguments;           // by position
  std::vector<std::string> cleared;             // --clear
  bool create = false;                          // companies that are not in the book yet
  bool allow_twins = false;
};

/// Declares an option for each field; a field that `positional` fills has both.
void add_field_options(CommandLine& line, Kind kind, RecordOptions& options);

/// The texts typed, as inputs for read_fields.
std::vector<FieldInput> inputs_of(Kind kind, const RecordOptions& options);

/// How texts are read here and now: today, the unit, and references through the resolver, which
/// adds companies to the change where `create` says so.
Reading make_reading(Env& env, store::Change& change, bool create);

/// Reads what was typed into a record and holds it against the rules of its kind; throws as
/// `throw_problems`.
void read_typed(AnyRecord& record, std::span<const FieldInput> inputs, Reading& reading);

/// Throws Error with a line for each problem, under the name of its option.
void throw_problems(Kind kind, const std::vector<FieldProblem>& problems);

/// "P-1 Meat duck chain, Baiquan County, 320,000,000.00 CNY, lead".
std::string describe_record(Env& env, const Reference& record);

/// Says what was done and how to undo it, and prints the record where data was asked for.
void tell_written(Env& env, const std::string& what, const Reference& record);

}  // namespace leadbook::cli
