#include "service/import_header.hpp"

#include <algorithm>

#include "leadbook/service/record_input.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::service {
namespace {

/// What spellings of one heading have in common.
std::string plain_form(std::string_view heading) {
  auto form = text::fold(heading);
  std::replace(form.begin(), form.end(), '-', '_');
  std::replace(form.begin(), form.end(), ' ', '_');
  return form;
}

/// What a listing exports beside the fields; the book gives these by itself.
bool is_given_by_book(const std::string& heading) {
  const auto form = plain_form(heading);
  for (const auto* name : {"id", "uid", "identity", "revision"}) {
    if (form == name) return true;
  }
  return form == plain_form(say("ID")) || form == plain_form(say("Identity")) ||
         form == plain_form(say("Revision"));
}

/// The field a heading names; a name goes before any other field's heading.
const FieldFacts* find_field(Kind kind, const std::string& heading) {
  const auto wanted = plain_form(heading);
  for (const auto& field : fields_of(kind)) {
    if (plain_form(field.name) == wanted) return &field;
  }
  for (const auto& field : fields_of(kind)) {
    if (plain_form(field.english) == wanted || plain_form(field.chinese) == wanted) return &field;
  }
  return nullptr;
}

std::string unknown_message(Kind kind, const std::string& heading) {
  std::vector<std::string> candidates;
  for (const auto& field : fields_of(kind)) {
    for (const auto& name : {field.name, field.english, field.chinese}) candidates.push_back(name);
  }
  const auto near = text::closest(heading, candidates, 1);
  if (!near.empty()) return say("there is no such column; did you mean '{}'?", near.front());
  const auto all = known_columns(kind);
  return say("there is no such column; there are {}", all);
}

/// Whether a required field follows from another column, as the rules of its kind have it.
bool follows(Kind kind, const FieldFacts& field, const std::vector<ImportColumn>& columns) {
  const auto has = [&columns](std::string_view name) {
    return std::any_of(columns.begin(), columns.end(), [name](const ImportColumn& column) {
      return column.field == name;
    });
  };
  if (has(field.name)) return true;
  if (kind == Kind::county && field.name == "name") return has("code");
  return kind == Kind::delegation && field.name == "title" && has("leader");
}

void read_heading(Kind kind, const std::string& heading, ImportHeader& header) {
  const auto column = header.columns.size() + 1;
  header.columns.push_back({heading, ""});
  if (heading.empty()) return;
  const auto* field = find_field(kind, heading);
  if (field == nullptr) {
    if (is_given_by_book(heading)) {
      header.passed_over.push_back(heading);
    } else {
      header.problems.push_back({column, unknown_message(kind, heading)});
    }
    return;
  }
  for (std::size_t other = 0; other + 1 < column; ++other) {
    if (header.columns[other].field != field->name) continue;
    const auto first = other + 1;
    header.problems.push_back(
        {column, say("column {} '{}' already holds this", first, header.columns[other].heading)});
    return;
  }
  header.columns.back().field = field->name;
}

}  // namespace

std::string known_columns(Kind kind) {
  std::string names;
  for (const bool required : {true, false}) {
    for (const auto& field : fields_of(kind)) {
      if (field.required == required) names += (names.empty() ? "" : ",") + field.name;
    }
  }
  return names;
}

ImportHeader read_header(Kind kind, const std::vector<std::string>& cells) {
  ImportHeader header;
  for (const auto& cell : cells) read_heading(kind, std::string(text::trim(cell)), header);
  for (const auto& field : fields_of(kind)) {
    if (!field.required || follows(kind, field, header.columns)) continue;
    const auto heading = std::string(choose(field.english, field.chinese));
    header.problems.push_back({0, say("the column '{}' ({}) is missing", field.name, heading)});
  }
  return header;
}

}  // namespace leadbook::service
