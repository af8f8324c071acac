#include "leadbook/service/intake/drafts.hpp"

#include <map>
#include <optional>
#include <set>

#include "leadbook/domain/error.hpp"
#include "leadbook/domain/place/division.hpp"
#include "leadbook/domain/record/field_facts.hpp"
#include "leadbook/domain/record/kind_facts.hpp"

namespace leadbook::service {
namespace {

/// A span of days as a field of one date can hold it: the month that holds both ends, "" for none.
std::string one_date(const std::string& text) {
  const auto dots = text.find("..");
  if (dots == std::string::npos) return text;
  const auto from = text.substr(0, dots);
  const auto to = text.substr(dots + 2);
  constexpr std::size_t month = 7;  // of "2020-05-18"
  if (from.size() >= month && to.size() >= month && from.substr(0, month) == to.substr(0, month)) {
    return from.substr(0, month);
  }
  // January to March, June and December are a quarter, a half, a year.
  if (from.size() == month && to.size() == month && from.substr(0, 4) == to.substr(0, 4)) {
    const auto year = from.substr(0, 4);
    const auto months = from.substr(5) + to.substr(5);
    const std::map<std::string, std::string> named = {{"0103", "Q1"},
                                                      {"0406", "Q2"},
                                                      {"0709", "Q3"},
                                                      {"1012", "Q4"},
                                                      {"0106", "H1"},
                                                      {"0712", "H2"},
                                                      {"0112", ""}};
    const auto found = named.find(months);
    if (found != named.end()) return year + found->second;
  }
  return "";
}

bool has_field(Kind kind, std::string_view name) {
  for (const auto& field : fields_of(kind)) {
    if (field.name == name) return true;
  }
  return false;
}

/// The texts of a draft as the fields of its kind take them.
std::vector<FieldInput> inputs_of(const Intake& intake, const std::set<std::string>& titles) {
  const auto kind = intake.draft.kind;
  std::vector<FieldInput> inputs;
  std::string note;
  for (const auto& [field, text] : intake.draft.fields) {
    auto name = field;
    auto value = text;
    if (field == "on" || field == "period") {
      value = one_date(text);
      if (value.empty()) note = text;
    }
    if (field == "moves") {
      const auto bar = text.find('|');
      const auto day = bar == std::string::npos ? "" : text.substr(bar + 1);
      // A stage reached within a trip was reached by its end.
      const auto dots = day.find("..");
      value = text.substr(0, bar) + "|" + (dots == std::string::npos ? day : day.substr(dots + 2));
    }
    // What was talked about is a project only where there is one of that name.
    if (kind == Kind::negotiation && field == "project" && !titles.contains(text)) name = "subject";
    // A city's own trips and events are of no county.
    if (field == "county" && kind != Kind::project &&
        match_division(text, DivisionLevel::county).empty())
      continue;
    if (value.empty() || !has_field(kind, name)) continue;
    inputs.push_back({name, value});
  }
  if (has_field(kind, "source")) inputs.push_back({"source", intake.source});
  if (!note.empty() && has_field(kind, "note")) inputs.push_back({"note", note});
  return inputs;
}

bool is_known(const std::vector<FieldProblem>& problems) {
  for (const auto& problem : problems) {
    if (problem.kind != ErrorKind::conflict) return false;
  }
  return !problems.empty();
}

}  // namespace

std::vector<IntakeResult> store_drafts(store::Change& change,
                                       Resolver& resolver,
                                       const std::vector<Intake>& intakes,
                                       Day today) {
  WriteRules rules;
  rules.create = true;
  rules.like_name = LikeName::tell;
  rules.later_records_refer = true;
  std::map<Kind, RecordWriter> writers;
  std::set<std::string> titles;  // of projects that are stored or known
  std::vector<IntakeResult> results;
  for (const auto& intake : intakes) {
    const auto kind = intake.draft.kind;
    auto& writer = writers.try_emplace(kind, change, resolver, kind, rules).first->second;
    IntakeResult result;
    try {
      auto written =
          writer.add(writer.read(blank_record(kind), inputs_of(intake, titles), today, {}));
      result.problems = std::move(written.problems);
      result.notes = std::move(written.notes);
      if (result.problems.empty()) result.record = reference_of(written.record);
    } catch (const Error& error) {
      const bool is_about_record = error.kind() == ErrorKind::conflict ||
                                   error.kind() == ErrorKind::not_found ||
                                   error.kind() == ErrorKind::usage;
      if (!is_about_record) throw;
      result.problems.push_back({"", "", error.what(), error.kind()});
    }
    if (!result.problems.empty())
      result.end = is_known(result.problems) ? IntakeEnd::known : IntakeEnd::left;
    if (kind == Kind::project && result.end != IntakeEnd::left)
      titles.insert(std::string(intake.draft.text("title")));
    results.push_back(std::move(result));
  }
  return results;
}

}  // namespace leadbook::service
