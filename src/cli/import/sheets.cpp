#include "cli/import/sheets.hpp"

#include <algorithm>

#include "leadbook/domain/error.hpp"
#include "leadbook/text/quoted_list.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::cli {
namespace {

/// "'一月', '二月'": the sheets with rows of which this is so.
template <class IsIt>
std::string sheet_names(const ingest::SourceFacts& facts, IsIt&& is_it) {
  std::vector<std::string> names;
  for (const auto& sheet : facts.sheets) {
    if (sheet.has_rows && is_it(sheet)) names.push_back(text::visible(sheet.name));
  }
  return text::quoted_list(names);
}

}  // namespace

Sources choose_sources(const std::vector<std::string>& named,
                       Kind kind,
                       const service::ImportOptions& how,
                       const std::string& file,
                       std::unique_ptr<ingest::Source> opened) {
  Sources chosen;
  const bool is_all = named.size() == 1 && named.front() == "*";
  const auto facts = opened->facts();
  if (!named.empty() && !is_all) {
    if (facts.sheets.empty()) {
      throw Error(ErrorKind::usage, say("{} has no sheets: --sheet is for workbooks", file));
    }
    for (const auto& name : named) chosen.push_back(opened->sheet(name));
    return chosen;
  }
  for (const auto& [name, hidden, has_rows] : facts.sheets) {
    if (hidden || !has_rows || (!is_all && !chosen.empty())) continue;
    auto sheet = opened->sheet(name);
    if (service::has_columns_of(kind, *sheet, how)) chosen.push_back(std::move(sheet));
  }
  const auto shown = sheet_names(facts, [](const auto& sheet) { return !sheet.hidden; });
  if (!facts.sheets.empty() && shown.empty()) {
    const auto hidden = sheet_names(facts, [](const auto& sheet) { return sheet.hidden; });
    throw Error(ErrorKind::refused,
                say("{}: only hidden sheets have rows, {}; --sheet NAME reads one", file, hidden));
  }
  if (chosen.empty()) chosen.push_back(std::move(opened));
  return chosen;
}

void note_other_sheets(const Sources& read,
                       service::ImportReport& report,
                       const std::string& file) {
  const auto is_read = [&](const ingest::SheetFacts& sheet) {
    return std::any_of(read.begin(), read.end(), [&](const auto& source) {
      return source->facts().sheet == sheet.name;
    });
  };
  const auto& facts = read.front()->facts();
  const auto shown =
      sheet_names(facts, [&](const auto& sheet) { return !sheet.hidden && !is_read(sheet); });
  const auto hidden =
      sheet_names(facts, [&](const auto& sheet) { return sheet.hidden && !is_read(sheet); });
  if (!shown.empty()) {
    report.notes.add(file + ": " +
                     say("not read: the sheet {}; --sheet names those to read, "
                         "--sheet '*' all",
                         shown));
  }
  if (!hidden.empty()) {
    report.notes.add(file + ": " +
                     say("not read: the hidden sheet {}; --sheet NAME reads it", hidden));
  }
}

}  // namespace leadbook::cli
