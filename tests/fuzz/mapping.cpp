// Any JSON under any map of its keys: the columns are found, surveyed, and their cells read. The
// first byte says of which kind the rows are, the rest of the first line is the map as it is typed
// in a field ("规模|amount|亿元; county|-"), and the JSON follows.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <sstream>
#include <string>
#include <string_view>

#include "leadbook/domain/error.hpp"
#include "leadbook/domain/list_text.hpp"
#include "leadbook/domain/record/records.hpp"
#include "leadbook/ingest/source.hpp"
#include "service/import/cells.hpp"
#include "service/import/survey.hpp"

namespace {

using namespace leadbook;

service::ColumnRules read_rules(std::uint8_t kind, std::string_view map) {
  service::ColumnRules rules{
      all_kinds[kind % std::size(all_kinds)], {}, {}, {}, "", "", false, false, 0};
  for (auto& item : read_list_text(map)) {
    item.resize(3);
    // A field begins with '=' where the rest is a default for it.
    if (item[0].starts_with('=')) {
      rules.defaults.push_back({item[0].substr(1), item[1]});
    } else {
      rules.map.push_back({item[0], item[1], item[2]});
    }
  }
  return rules;
}

void expect_known(Kind kind, const service::ColumnTarget& target) {
  const auto& fields = fields_of(target.use == service::ColumnUse::project ? Kind::project : kind);
  const bool of_record =
      target.use == service::ColumnUse::field || target.use == service::ColumnUse::project;
  if (of_record && (target.field >= fields.size() || fields[target.field].name != target.name)) {
    __builtin_trap();
  }
}

void check_survey(Kind kind, const service::Survey& survey, std::size_t keys) {
  const auto& found = survey.columns;
  if (found.columns.size() != keys) __builtin_trap();
  for (const auto& column : found.columns) expect_known(kind, column.target);
  for (const auto& value : found.defaults) expect_known(kind, value.target);
  for (const auto* problems : {&found.problems, &survey.problems}) {
    for (const auto& problem : *problems) {
      if (problem.column > keys || problem.message.empty()) __builtin_trap();
    }
  }
}

void read_cells(const std::vector<service::ImportColumn>& columns, const ingest::Row& row) {
  for (std::size_t column = 0; column < row.cells.size(); ++column) {
    const auto text = service::prepare_cell(columns[column], row.cells[column], false);
    if (!text && text.problem().message.empty()) __builtin_trap();
    if (columns[column].target.type == FieldType::amount) {
      service::read_amount(columns[column], row.cells[column], {});
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string text(reinterpret_cast<const char*>(data + 1), size - 1);
  const auto end = std::min(text.find('\n'), text.size());
  const auto rules = read_rules(data[0], std::string_view(text).substr(0, end));
  std::istringstream in(text.substr(std::min(end + 1, text.size())));
  try {
    const auto input = ingest::Input::keep(in, "fuzz");
    const auto source = ingest::open_source(input, {ingest::Format::json, "", {}, ""});
    if (source->keys() == nullptr) return 0;  // a workbook
    const auto survey = service::survey_source(*source, rules, {}, {}, "fuzz");
    check_survey(rules.kind, survey, source->keys()->size());
    source->each([&survey](ingest::Row& row) {
      read_cells(survey.columns.columns, row);
      return true;
    });
  } catch (const Error&) {
    return 0;
  }
  return 0;
}
