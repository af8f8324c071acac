// What a heading or a field's name stands for, by the lists of fields and their synonyms.
#include <algorithm>
#include <initializer_list>
#include <span>

#include "leadbook/domain/naming/heading.hpp"
#include "leadbook/text/utf8.hpp"
#include "service/import/columns.hpp"

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
  const bool given = is_any_of(plain,
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
                                "_line",
                                "_column",
                                "_reason",
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
  for (const bool required : {true, false}) {
    for (const auto& field : fields_of(kind)) {
      if (field.required == required) names += (names.empty() ? "" : ",") + field.name;
    }
  }
  if (kind != Kind::signing) return names;
  // What a new project of the signing is made with.
  for (const auto& field : fields_of(Kind::project)) {
    if (is_beside_signing(field)) names += "," + field.name;
  }
  return names;
}

}  // namespace leadbook::service
