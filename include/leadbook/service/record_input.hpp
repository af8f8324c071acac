// Records of any kind from texts: what options, CSV rows and drafts have in common.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "leadbook/domain/error.hpp"
#include "leadbook/domain/reading.hpp"
#include "leadbook/domain/record/field_facts.hpp"
#include "leadbook/store/record.hpp"

namespace leadbook::service {

/// One field as somebody wrote it; a text that begins with '+' adds to a list.
struct FieldInput {
  std::string field;
  std::string text;
};

struct FieldProblem {
  std::string field;
  std::string text;
  std::string message;
  ErrorKind kind = ErrorKind::usage;
};

/// A record of nothing but defaults.
store::RecordRow blank_record(Kind kind);

/// Sets the named fields of a record from texts and holds it against the rules of its kind.
/// Returns all that is wrong, with the record as far as it could be read; empty when it is whole.
std::vector<FieldProblem> read_fields(Kind kind,
                                      store::RecordRow& row,
                                      std::span<const FieldInput> inputs,
                                      Reading& reading);

/// A record as it was read, not yet held against the rules of its kind.
struct ReadRecord {
  store::RecordRow row;                // the fields that had a text, all others at their defaults
  std::vector<FieldProblem> problems;  // of single texts
};

/// Reads a record from a text for each field, in the order of `fields_of`; nullptr for none.
ReadRecord read_record(Kind kind, std::span<const std::string* const> texts, Reading& reading);

/// Brings a record into its stored form; answers the rules it breaks and the required fields it
/// lacks, except in fields that have problems already.
std::vector<FieldProblem> check_record(Kind kind,
                                       store::RecordRow& row,
                                       const std::vector<FieldProblem>& problems = {});

/// Each field of a record as a text that reads back, in the order of `fields_of`.
std::vector<std::string> write_fields(Kind kind, const store::RecordRow& row, const Naming& naming);

}  // namespace leadbook::service
