#include "cli/import/template_columns.hpp"

#include "leadbook/domain/error.hpp"
#include "leadbook/domain/place/division.hpp"
#include "leadbook/domain/record/field_facts.hpp"
#include "leadbook/store/record/names.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::cli {
namespace {

using present::TemplateColumn;

/// The counties to choose from; one of the country's where there is no book yet.
std::vector<std::string> county_names(Env& env) {
  std::vector<std::string> names;
  try {
    auto& db = env.db();
    store::each_record<County>(db,
                               [&](County& county) { names.push_back(std::move(county.name)); });
  } catch (const Error&) {
    // Without a book that can be read there is nothing to choose from, and a template all the same.
    names.clear();
  }
  if (names.empty()) names.emplace_back("拜泉县");
  return names;
}

std::string heading_of(const FieldFacts& field) {
  std::string heading(choose(field.english, field.chinese));
  if (field.type == FieldType::amount) {
    return heading + std::string(choose(" (million CNY)", "（万元）"));
  }
  if (field.english_unit.empty()) return heading;
  return heading +
         std::string(choose(" (" + field.english_unit + ")", "（" + field.chinese_unit + "）"));
}

/// A value that reads back, for fields that must have one and those whose form is worth showing.
std::string example_of(Env& env, const FieldFacts& field, const std::vector<std::string>& choices) {
  switch (field.type) {
    case FieldType::date:
      return field.required ? format_day(env.today()) : "";
    case FieldType::amount:
      return field.name == "amount" || field.name == "planned_investment" ? "3200" : "";
    case FieldType::word:
    case FieldType::reference:
      if (!choices.empty() && (field.required || field.name == "county")) return choices.front();
      return field.required ? say("an example") : "";
    case FieldType::rate:
      return "0.91545252";
    case FieldType::currency:
      return "HKD";
    case FieldType::text:
      if (field.name == "contract_no") return "HT-0001";
      return field.required ? say("an example") : "";
    case FieldType::decimal:
    case FieldType::count:
    case FieldType::list:
      break;
  }
  return "";
}

TemplateColumn column_of(Env& env,
                         const FieldFacts& field,
                         const std::vector<std::string>& counties) {
  TemplateColumn column;
  column.heading = heading_of(field);
  column.required = field.required;
  column.explanation = translate(field.help.c_str());
  if (field.type == FieldType::word) {
    column.choices =
        language() == Language::chinese ? field.chinese_choices : field.english_choices;
  }
  if (field.name == "county" && field.type == FieldType::reference) column.choices = counties;
  column.example = example_of(env, field, column.choices);
  column.is_date = field.type == FieldType::date;
  column.is_number = field.type == FieldType::amount || field.type == FieldType::count ||
                     !field.english_unit.empty();
  return column;
}

}  // namespace

std::vector<TemplateColumn> template_columns(Env& env, Kind kind) {
  const auto counties = county_names(env);
  std::vector<TemplateColumn> columns;
  for (const auto& field : fields_of(kind)) {
    if (field.by_program) continue;
    columns.push_back(column_of(env, field, counties));
    if (kind != Kind::signing || field.name != "project") continue;
    // What makes the project of a signing, where the book has not got it.
    for (const auto& of_project : fields_of(Kind::project)) {
      if (of_project.name != "county" && of_project.name != "investors") continue;
      columns.push_back(column_of(env, of_project, counties));
    }
  }
  return columns;
}

}  // namespace leadbook::cli
