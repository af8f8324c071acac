// Records of any kind from texts and back: what options, the cells of files and drafts have in
// common.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "leadbook/domain/error.hpp"
#include "leadbook/domain/record/any_record.hpp"
#include "leadbook/domain/record/reading.hpp"

namespace leadbook {

/// One field as somebody wrote it; a text that begins with '+' adds to a list.
struct FieldInput {
  std::string field;
  std::string text;
};

/// What is wrong with a field, or, where it names none, with a record as a whole.
struct FieldProblem {
  std::string field;
  std::string text;
  std::string message;
  ErrorKind kind = ErrorKind::usage;
};

/// "Amount: 数千万元": words of a field as they are kept in a note.
std::string words_of_field(std::string_view heading, std::string_view words);

/// Adds such words to the note of a record, where that does not hold them already.
void keep_words(AnyRecord& record, std::span<const std::string> words);

/// Reads texts into the named fields of a record; answers what is wrong with single texts, whose
/// fields stay as they were.
std::vector<FieldProblem> read_fields(AnyRecord& record,
                                      std::span<const FieldInput> inputs,
                                      Reading& reading);

/// The same with a text for each field of the record, in the order of its list; nullptr for none.
std::vector<FieldProblem> read_fields(AnyRecord& record,
                                      std::span<const std::string* const> texts,
                                      Reading& reading);

/// Brings a record into its stored form; answers the rules it breaks and the required fields it
/// lacks, except in fields that have problems already.
std::vector<FieldProblem> check_record(AnyRecord& record,
                                       std::span<const FieldProblem> problems = {});

/// Each field of a record as a text that reads back, in the order of its list.
std::vector<std::string> write_fields(const AnyRecord& record, const Naming& naming);

}  // namespace leadbook
