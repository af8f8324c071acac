// One option for each field of a kind of record, and the writing that add and edit share.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "cli/frame/command.hpp"
#include "leadbook/domain/record/field_facts.hpp"
#include "leadbook/service/records/book_change.hpp"
#include "leadbook/service/records/record_writer.hpp"

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

/// What is asked of a record typed so.
service::WriteRules typed_rules(const RecordOptions& options);

/// A problem of a record under the name of its option; `options` are names of a command's own, by
/// field.
std::string problem_text(Kind kind,
                         const FieldProblem& problem,
                         const std::map<std::string, std::string>& options = {});

/// Throws Error with a line for each problem of a record that was not written, under the name of
/// its option; `options` are names of a command's own, by field.
void throw_problems(const service::Written& written,
                    const std::map<std::string, std::string>& options = {});

/// Stores what was written, throws as `throw_problems` where it was not, and tells what was
/// understood, filled in and made along. Answers the number of the entry; 0 where the book says the
/// same as before.
std::int64_t commit_written(Env& env,
                            service::BookChange& change,
                            const service::Written& written,
                            const std::map<std::string, std::string>& options = {});

/// Asks about days out of the ordinary in a record about to be written, but for those that were so
/// in the stored one, and about years in doubt.
void ask_about_days(Env& env,
                    store::Db& db,
                    const service::Written& written,
                    const std::optional<AnyRecord>& stored = {});

/// Says where the stage stated of a project, or of that of a signing, does not go with its papers;
/// of a signing only what this paper shows.
void tell_stage(Env& env, const AnyRecord& record);

/// "P-1 Meat duck chain, Baiquan County, 320,000,000.00 CNY, lead".
std::string describe_record(Env& env, const Reference& record);

/// Says what was done and how to undo it, and prints the record where data was asked for.
void tell_written(Env& env, const std::string& what, const Reference& record);

}  // namespace leadbook::cli
