#include "service/import/keys.hpp"

#include <algorithm>

#include "leadbook/domain/error.hpp"
#include "leadbook/domain/record/field_facts.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::service {
namespace {

using store::Value;

/// Appends a value so that no two lists of values are the same text.
void append_value(std::string& out, const Value& value) {
  if (const auto* number = std::get_if<std::int64_t>(&value)) {
    out += std::to_string(*number);
  } else if (const auto* text = std::get_if<std::string>(&value)) {
    out += std::to_string(text->size()) + ":" + *text;
  }
  out += ';';
}

store::TextKey text_key(const RecordKey& key) {
  if (key.values.empty()) return store::key_of(std::to_string(key.number));
  std::string text;
  for (const auto& value : key.values) append_value(text, value);
  return store::key_of(text);
}

bool is_by_number(const std::vector<std::string>& names) {
  return names.size() == 1 && names.front() == "id";
}

/// The fields of a key. The number itself lies in none: the identity is read in its place.
std::vector<std::string> key_fields(Kind kind, const std::vector<std::string>& names) {
  if (is_by_number(names)) return {"uid"};
  std::vector<std::string> known = {"uid"};
  std::string all = "id, uid";
  for (const auto& field : fields_of(kind)) {
    if (field.list) continue;
    known.push_back(field.name);
    all += ", " + field.name;
  }
  for (const auto& name : names) {
    if (std::find(known.begin(), known.end(), name) != known.end()) continue;
    throw Error(ErrorKind::usage,
                say("--key: there is no field '{}' that can tell records apart; there are {}",
                    text::visible(name),
                    all));
  }
  return names;
}

std::string twin_text(const std::string& kind,
                      const std::string& phase,
                      const Value& minor,
                      const Value& currency,
                      std::int64_t county,
                      std::string_view title,
                      std::int64_t company) {
  std::string text;
  for (const Value& value : {Value(kind),
                             Value(phase),
                             minor,
                             currency,
                             Value(county),
                             Value(plain_title(title)),
                             Value(company)}) {
    append_value(text, value);
  }
  return text;
}

std::string twin_text(const Signing& signing, const Project& project) {
  std::int64_t company = 0;
  if (!project.investors.empty()) company = project.investors.front().company.number;
  if (!signing.parties.empty()) company = signing.parties.front().company.number;
  const auto& amount = signing.amount;
  return twin_text(std::string(identifier(signing.kind)),
                   signing.phase,
                   amount ? Value(amount->money.minor) : Value(),
                   amount ? Value(std::string(amount->money.currency.code())) : Value(),
                   project.county.number,
                   project.title,
                   company);
}

store::TextKey twin_key(const AnyRecord& record, const Project& project) {
  const auto* signing = std::get_if<Signing>(&record);
  return store::key_of(signing != nullptr ? twin_text(*signing, project)
                                          : store::content_text(record));
}

}  // namespace

std::string plain_title(std::string_view title) {
  auto plain = text::fold(title);
  std::erase_if(plain, [](char symbol) {
    return std::string_view(" \t\n-_()[]\"'.,").find(symbol) != std::string_view::npos;
  });
  constexpr std::string_view word = "项目";
  if (plain.size() > word.size() && plain.ends_with(word)) plain.resize(plain.size() - word.size());
  return plain;
}

bool RecordKey::is_blank() const {
  return number == 0 && std::all_of(values.begin(), values.end(), [](const Value& value) {
           const auto* text = std::get_if<std::string>(&value);
           return store::is_null(value) || (text != nullptr && text->empty());
         });
}

std::string RecordKey::text(Kind kind) const {
  if (values.empty()) return reference_text({kind, number});
  std::string text;
  for (const auto& value : values) {
    const auto* integer = std::get_if<std::int64_t>(&value);
    const auto* word = std::get_if<std::string>(&value);
    if (integer == nullptr && word == nullptr) continue;
    text += (text.empty() ? "" : " ") + (integer != nullptr ? std::to_string(*integer) : *word);
  }
  return text;
}

KeyIndex::KeyIndex(store::Db& db, Kind kind, const std::vector<std::string>& names)
    : by_number_(is_by_number(names)), fields_(kind, key_fields(kind, names)) {
  fields_.each(db, [&](std::int64_t id, std::span<const Value> values) {
    auto& known = at(by_number_ ? RecordKey{id, {}} : RecordKey{0, {values.begin(), values.end()}});
    if (known.id == 0) {
      known.id = id;
    } else {
      ++known.others;
    }
  });
}

RecordKey KeyIndex::key_of(const AnyRecord& record) const {
  if (by_number_) return {reference_of(record).number, {}};
  return {0, fields_.of(record)};
}

KnownRecord& KeyIndex::at(const RecordKey& key) { return known_[text_key(key)]; }

SameRecords::SameRecords(store::Db& db, Kind kind) {
  if (kind == Kind::signing) {
    db.each(store::statement("signing_twins"), {}, [&](store::Row& row) {
      const auto text = twin_text(row.text("kind"),
                                  row.text("phase"),
                                  row.at("amount_minor"),
                                  row.at("amount_currency"),
                                  row.integer("county_id"),
                                  row.text("title"),
                                  row.integer_or_zero("company_id"));
      known_.emplace(store::key_of(text), KnownRecord{row.integer("id"), 0, 0});
    });
    return;
  }
  store::each_record(db, kind, [this](AnyRecord& record) { add(record, {}, 0); });
}

const KnownRecord* SameRecords::find(const AnyRecord& record, const Project& project) const {
  const auto found = known_.find(twin_key(record, project));
  return found == known_.end() ? nullptr : &found->second;
}

void SameRecords::add(const AnyRecord& record, const Project& project, std::size_t line) {
  known_.emplace(twin_key(record, project), KnownRecord{reference_of(record).number, line, 0});
}

}  // namespace leadbook::service
