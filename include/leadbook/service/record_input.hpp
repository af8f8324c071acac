// Records of any kind from texts: what options, CSV rows and drafts have in common.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "leadbook/domain/error.hpp"
#include "leadbook/domain/field_text.hpp"
#include "leadbook/store/record.hpp"

namespace leadbook::service {

/// What can be known of a field without its type.
struct FieldFacts {
  std::string name;     // snake_case
  std::string english;  // headings
  std::string chinese;
  std::string help;  // to be translated
  std::string flag;  // option names without the leading "--", further ones after ",--"
  bool required = false;
  bool list = false;
  std::vector<std::string> choices;  // identifiers of an enumeration
};

/// The fields of a kind of record, in its own order.
const std::vector<FieldFacts>& fields_of(Kind kind);

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

/// Each field of a record as a text that reads back, in the order of `fields_of`.
std::vector<std::string> write_fields(Kind kind, const store::RecordRow& row, const Naming& naming);

}  // namespace leadbook::service
