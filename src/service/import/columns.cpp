#include "service/import/columns.hpp"

#include <algorithm>
#include <initializer_list>
#include <span>

#include "leadbook/domain/amount/quantity.hpp"
#include "leadbook/domain/naming/heading.hpp"
#include "leadbook/ingest/rejects.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::service {
namespace {

bool is_any_of(std::string_view plain, std::span<const std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [plain](std::string_view word) {
    return plain_heading(word) == plain;
  });
}

bool is_any_of(std::string_view plain, std::initializer_list<std::string_view> words) {
  return is_any_of(plain, std::span(words.begin(), words.size()));
}

/// The field that is called so, in ever looser ways: by its name, its headings, its synonyms.
template <class Use>
ColumnTarget find_field(Kind kind, std::string_view plain, ColumnUse use, const Use& is_usable) {
  const auto& fields = fields_of(kind);
  const auto matches = [&](const FieldFacts& field, int way) {
    if (way == 0) return plain_heading(field.name) == plain;
    if (way == 1)
      return plain_heading(field.chinese) == plain || plain_heading(field.english) == plain;
    return is_any_of(plain, synonyms_of(kind, field.name));
  };
  for (const int way : {0, 1, 2}) {
    for (std::size_t at = 0; at < fields.size(); ++at) {
      if (!is_usable(fields[at]) || !matches(fields[at], way)) continue;
      return {use, at, fields[at].name, fields[at].type};
    }
  }
  return {};
}

/// Whether a field of the project can be told beside a signing of it: one that the signing has not.
bool is_beside_signing(const FieldFacts& field) {
  const auto& own = fields_of(Kind::signing);
  return std::none_of(own.begin(), own.end(), [&](const FieldFacts& of_signing) {
    return of_signing.name == field.name;
  });
}

/// What the book gives by itself or works out, and what a file of refused rows adds.
ColumnTarget target_beside_fields(std::string_view plain) {
  if (is_any_of(plain, {"id", "编号"})) return {ColumnUse::reference, 0, "id", {}};
  if (is_any_of(plain, {"uid", "Identity", "唯一标识"})) {
    return {ColumnUse::identity, 0, "uid", {}};
  }
  if (is_any_of(plain, {"币种", "货币", "金额币种", "currency"})) {
    return {ColumnUse::currency, 0, "currency", {}};
  }
  if (is_any_of(plain, {"年", "年份", "年度", "签约年份", "year"})) {
    return {ColumnUse::year, 0, "year", {}};
  }
  if (is_any_of(plain, {"月", "月份", "签约月份", "month"}))
    return {ColumnUse::month, 0, "month", {}};
  if (is_any_of(plain, {"日", "号", "day"})) return {ColumnUse::day, 0, "day", {}};
  const bool given = is_any_of(plain, std::span(ingest::reject_headings)) ||
                     is_any_of(plain, std::span(ingest::reject_headings_in_chinese)) ||
                     is_any_of(plain,
                               {"revision",
                                "版次",
                                "stage",
                                "阶段",
                                "stage_since",
                                "Since",
                                "进入日期",
                                "days_in_stage",
                                "Days",
                                "天数",
                                "days_away",
                                "外出天数",
                                "round_number",
                                "轮次",
                                "序号",
                                "No"});
  return {given ? ColumnUse::passed_over : ColumnUse::unknown, 0, "", {}};
}

}  // namespace

ColumnTarget target_of_heading(Kind kind, std::string_view plain) {
  if (plain.empty()) return {};
  const auto any = [](const FieldFacts&) { return true; };
  auto target = find_field(kind, plain, ColumnUse::field, any);
  if (target.use == ColumnUse::unknown && kind == Kind::signing) {
    target = find_field(Kind::project, plain, ColumnUse::project, is_beside_signing);
  }
  return target.use != ColumnUse::unknown ? target : target_beside_fields(plain);
}

ColumnTarget target_of_name(Kind kind, std::string_view name) {
  if (text::trim(name) == "-") return {ColumnUse::passed_over, 0, "-", {}};
  auto target = target_of_heading(kind, plain_heading(name));
  if (target.use == ColumnUse::passed_over) return {};
  return target;
}

std::string known_columns(Kind kind) {
  std::string names;
  const auto add = [&](const FieldFacts& field) {
    if (!names.empty()) names += choose(",", "、");
    names += choose(field.name, field.chinese);
  };
  for (const bool required : {true, false}) {
    for (const auto& field : fields_of(kind)) {
      if (!field.by_program && field.required == required) add(field);
    }
  }
  if (kind != Kind::signing) return names;
  // What a new project of the signing is made with.
  for (const auto& field : fields_of(Kind::project)) {
    if (is_beside_signing(field)) add(field);
  }
  return names;
}

namespace {

const MappedColumn* find_mapped(const ColumnRules& rules, const std::string& heading) {
  const auto plain = plain_heading(heading);
  for (const auto& mapped : rules.map) {
    if (plain_heading(mapped.heading) == plain) return &mapped;
  }
  return nullptr;
}

/// What a name in a heading stands for; a heading that is only a unit of money, the first amount.
ColumnTarget target_of_reading(Kind kind, const Heading& reading) {
  if (!reading.name.empty()) return target_of_heading(kind, plain_heading(reading.name));
  if (reading.unit.empty()) return {};
  const auto& fields = fields_of(kind);
  for (std::size_t at = 0; at < fields.size(); ++at) {
    if (fields[at].type == FieldType::amount) {
      return {ColumnUse::field, at, fields[at].name, fields[at].type};
    }
  }
  return {};
}

/// What a heading stands for, with the unit it states.
ImportColumn read_column(const ColumnRules& rules, const std::string& heading) {
  ImportColumn column{heading, {}};
  if (heading.empty()) return column;
  const auto readings = heading_readings(heading);
  if (const auto* mapped = find_mapped(rules, heading)) {
    column.target = target_of_name(rules.kind, mapped->field);
    column.unit = mapped->unit;
    for (const auto& reading : readings) {
      if (column.unit.empty()) column.unit = reading.unit;
    }
    return column;
  }
  // As it is written first: a name may hold brackets itself, as 县（市、区） does.
  column.target = target_of_heading(rules.kind, plain_heading(heading));
  for (const auto& reading : readings) {
    if (column.target.use != ColumnUse::unknown) break;
    const auto target = target_of_reading(rules.kind, reading);
    // "Phase B" counts nothing in billions.
    if (parse_money_unit(reading.unit) && !is_number(target.type)) continue;
    column.target = target;
    column.unit = reading.unit;
  }
  if (column.target.use == ColumnUse::unknown) column.unit = read_heading(heading).unit;
  return column;
}

/// Whether the digits of a column's field may be followed by a unit.
bool takes_unit(Kind kind, const ColumnTarget& target, const std::string& unit) {
  if (target.use != ColumnUse::field && target.use != ColumnUse::project) return false;
  const auto& fields = fields_of(target.use == ColumnUse::project ? Kind::project : kind);
  return fields[target.field].takes_unit(unit);
}

/// Keeps the unit where it says something: of an amount or a decimal, not of what is counted.
void decide_unit(const ColumnRules& rules, ImportColumn& column, HeaderProblem& problem) {
  auto& unit = column.unit;
  if (column.target.type == FieldType::amount) {
    if (unit.empty()) unit = rules.title_unit.empty() ? rules.default_unit : rules.title_unit;
    if (unit.empty()) return;
    if (const auto money = parse_money_unit(unit)) {
      column.money = *money;
      return;
    }
    const bool stated = find_mapped(rules, column.heading) != nullptr;
    if (stated || read_heading(column.heading).unit == unit) {
      problem.message =
          say("the unit '{}' is not one of money: map the column with "
              "--map '{}={}|万元' or another",
              unit,
              column.heading,
              column.target.name);
    }
  } else if (!unit.empty() && takes_unit(rules.kind, column.target, unit)) {
    return;
  }
  unit.clear();
}

/// Names near a heading that is none: what was probably meant.
std::vector<std::string> near_names(Kind kind, const std::string& heading) {
  std::vector<std::string> candidates;
  for (const auto& field : fields_of(kind)) {
    for (const auto& name : {field.name, field.english, field.chinese}) candidates.push_back(name);
    for (const auto word : synonyms_of(kind, field.name)) candidates.emplace_back(word);
  }
  return text::closest(read_heading(heading).name, candidates, 1);
}

void check_unknown(const ColumnRules& rules, std::size_t column, ImportColumns& found) {
  const auto& heading = found.columns[column].heading;
  if (heading.empty()) return;
  if (const auto* mapped = find_mapped(rules, heading)) {
    const auto all = known_columns(rules.kind);
    found.problems.push_back(
        {column + 1,
         say("it is mapped to '{}', which is no field; there are {}", mapped->field, all)});
    return;
  }
  const auto near = near_names(rules.kind, heading);
  if (!near.empty()) {
    found.problems.push_back(
        {column + 1,
         say("there is no such column; did you mean '{0}'? --map '{1}={0}' says so, --map '{1}=-' "
             "passes it over",
             near.front(),
             heading)});
  } else if (rules.strict) {
    const auto all = known_columns(rules.kind);
    found.problems.push_back(
        {column + 1,
         say("there is no such column; map it with --map '{0}=FIELD', or pass it over with --map "
             "'{0}=-'; there are {1}",
             heading,
             all)});
  } else {
    found.unknown.push_back(heading);
  }
}

/// Two columns for one field: the first holds, the second is a problem.
void check_twice(std::size_t column, ImportColumns& found) {
  const auto& target = found.columns[column].target;
  if (target.use == ColumnUse::passed_over || target.use == ColumnUse::unknown) return;
  for (std::size_t other = 0; other < column; ++other) {
    const auto& before = found.columns[other].target;
    if (before.use != target.use || before.field != target.field) continue;
    const auto first = other + 1;
    found.problems.push_back({column + 1,
                              say("column {} '{}' already holds this; --map '{}=-' passes this "
                                  "one over",
                                  first,
                                  found.columns[other].heading,
                                  found.columns[column].heading)});
    return;
  }
}

bool is_given(const ImportColumns& found, ColumnUse use, std::string_view name) {
  const auto is_it = [&](const ColumnTarget& target) {
    return target.use == use && target.name == name;
  };
  return std::any_of(found.columns.begin(),
                     found.columns.end(),
                     [&](const ImportColumn& column) { return is_it(column.target); }) ||
         std::any_of(found.defaults.begin(), found.defaults.end(), [&](const ImportDefault& value) {
           return is_it(value.target);
         });
}

/// Whether a required field follows from another column, as the rules of its kind have it.
bool follows(Kind kind, std::string_view field, const ImportColumns& found) {
  if (is_given(found, ColumnUse::field, field)) return true;
  if (const auto date = main_date(kind); date && fields_of(kind)[*date].name == field) {
    return is_given(found, ColumnUse::year, "year") || is_given(found, ColumnUse::month, "month");
  }
  if (kind == Kind::county && field == "name") return is_given(found, ColumnUse::field, "code");
  return kind == Kind::delegation && field == "title" &&
         is_given(found, ColumnUse::field, "leader");
}

void check_required(const ColumnRules& rules, ImportColumns& found) {
  if (rules.updates) return;
  for (const auto& field : fields_of(rules.kind)) {
    if (!field.required || follows(rules.kind, field.name, found)) continue;
    const auto heading = std::string(choose(field.english, field.chinese));
    std::string others;
    constexpr std::size_t enough = 5;
    for (const auto word :
         synonyms_of(rules.kind, field.name)
             .first(std::min(enough, synonyms_of(rules.kind, field.name).size()))) {
      others += (others.empty() ? "" : "、") + std::string(word);
    }
    found.problems.push_back(
        {0,
         others.empty()
             ? say("the column '{}' ({}) is missing", field.name, heading)
             : say("the column '{0}' ({1}) is missing; it may also be called {2}, be mapped with "
                   "--map HEADING={0}, or be the same everywhere with --default {0}=VALUE",
                   field.name,
                   heading,
                   others)});
  }
}

/// A default for all amounts or dates of a row, whatever their field: unit, currency or year.
bool take_default_of_all(const ColumnRules& rules,
                         const std::string& name,
                         const std::string& value,
                         ImportColumns& found) {
  const auto plain = plain_heading(name);
  const auto use = target_of_name(rules.kind, name).use;
  if (use == ColumnUse::currency) {
    const auto currency = Currency::parse(value);
    if (!currency) found.problems.push_back({0, currency.problem().message});
    if (currency) found.currency = *currency;
    return true;
  }
  if (use == ColumnUse::year) {
    const auto year = parse_count(value);
    const bool is_year = year && *year >= 1900 && *year < 2200;
    if (!is_year) found.problems.push_back({0, say("'{}' is not a year", value)});
    if (is_year) found.year = static_cast<int>(*year);
    return true;
  }
  if (use != ColumnUse::unknown || (plain != "unit" && plain != "单位")) return false;
  if (const auto unit = parse_money_unit(value); !unit) {
    found.problems.push_back({0, unit.problem().message});
  }
  return true;
}

void read_defaults(const ColumnRules& rules, ImportColumns& found) {
  for (const auto& [name, value] : rules.defaults) {
    if (take_default_of_all(rules, name, value, found)) continue;
    auto target = target_of_name(rules.kind, name);
    if (target.use == ColumnUse::field || target.use == ColumnUse::project) {
      found.defaults.push_back({std::move(target), value});
      continue;
    }
    const auto all = known_columns(rules.kind);
    found.problems.push_back(
        {0, say("there is no field '{}' to give a default; there are {}", name, all)});
  }
}

}  // namespace

std::size_t count_headings(const ColumnRules& rules, const std::vector<std::string>& cells) {
  return static_cast<std::size_t>(
      std::count_if(cells.begin(), cells.end(), [&](const std::string& cell) {
        const auto heading = std::string(text::trim(cell));
        return !heading.empty() && read_column(rules, heading).target.use != ColumnUse::unknown;
      }));
}

void take_unit(ImportColumn& column, const std::string& unit) {
  if (column.target.type == FieldType::amount) {
    if (const auto money = parse_money_unit(unit)) {
      column.unit = unit;
      column.money = *money;
    }
  }
}

std::optional<std::size_t> main_date(Kind kind) {
  const auto& fields = fields_of(kind);
  std::optional<std::size_t> first;
  for (std::size_t at = 0; at < fields.size(); ++at) {
    if (fields[at].type != FieldType::date) continue;
    if (fields[at].required) return at;
    if (!first) first = at;
  }
  return first;
}

std::vector<std::string> headings_of(const ImportColumns& columns) {
  std::vector<std::string> headings;
  for (const auto& column : columns.columns) headings.push_back(column.heading);
  return headings;
}

ImportColumns read_columns(ColumnRules rules, const std::vector<std::string>& headings) {
  ImportColumns found;
  for (const auto& [name, value] : rules.defaults) {
    const auto plain = plain_heading(name);
    if (plain == "unit" || plain == "单位") rules.default_unit = value;
  }
  read_defaults(rules, found);
  for (std::size_t column = 0; column < headings.size(); ++column) {
    found.columns.push_back(read_column(rules, std::string(text::trim(headings[column]))));
    auto& read = found.columns.back();
    HeaderProblem problem{column + 1, ""};
    decide_unit(rules, read, problem);
    if (!problem.message.empty()) found.problems.push_back(problem);
    if (read.target.use == ColumnUse::unknown) check_unknown(rules, column, found);
    check_twice(column, found);
  }
  check_required(rules, found);
  return found;
}

}  // namespace leadbook::service
