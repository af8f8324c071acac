#include "service/import_keys.hpp"

#include "leadbook/domain/error.hpp"
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

store::TextKey key_of_values(std::span<const Value> values) {
  std::string text;
  for (const auto& value : values) append_value(text, value);
  return store::key_of(text);
}

/// A record without what the book gave it.
std::string content_of(Kind kind, store::RecordRow row) {
  row.id = 0;
  row.values[0] = std::string();
  row.values[1] = std::int64_t{0};
  return store::snapshot(store::shape_of(kind), row);
}

/// The columns of a name of the key: first and count. The number itself has no column: the
/// identity's is read in its place.
std::pair<std::size_t, std::size_t> key_columns(const store::RecordShape& shape,
                                                const std::string& name) {
  if (name == "id" || name == "uid") return {0, 1};
  for (const auto& of : shape.fields) {
    if (of.name == name) return {of.first, of.count};
  }
  std::string all = "id, uid";
  for (const auto& of : shape.fields) all += ", " + of.name;
  throw Error(ErrorKind::usage,
              say("--key: there is no field '{}' that can tell records apart; there are {}",
                  text::visible(name),
                  all));
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

KeyIndex::KeyIndex(store::Db& db, Kind kind, const std::vector<std::string>& names) : kind_(kind) {
  const auto& shape = store::shape_of(kind);
  by_number_ = names.size() == 1 && names.front() == "id";
  std::vector<store::Column> columns;
  for (const auto& name : names) {
    const auto [first, count] = key_columns(shape, name);
    for (std::size_t column = first; column < first + count; ++column) {
      columns_.push_back(column);
      columns.push_back(shape.columns[column]);
    }
  }
  store::each_values(db, shape, columns, [&](std::int64_t id, std::span<const Value> values) {
    auto& known = known_[key_of(id, values)];
    if (known.id == 0) {
      known.id = id;
    } else {
      ++known.others;
    }
  });
}

store::TextKey KeyIndex::key_of(std::int64_t id, std::span<const Value> values) const {
  return by_number_ ? store::key_of(std::to_string(id)) : key_of_values(values);
}

std::vector<Value> KeyIndex::values_of(const store::RecordRow& row) const {
  std::vector<Value> values;
  for (const auto column : columns_) values.push_back(row.values[column]);
  return values;
}

KnownRecord& KeyIndex::at(const store::RecordRow& row) {
  return known_[key_of(row.id, values_of(row))];
}

bool KeyIndex::is_blank(const store::RecordRow& row) const {
  if (by_number_) return row.id == 0;
  for (const auto& value : values_of(row)) {
    const auto* text = std::get_if<std::string>(&value);
    if (!store::is_null(value) && (text == nullptr || !text->empty())) return false;
  }
  return true;
}

std::string KeyIndex::text_of(const store::RecordRow& row) const {
  if (by_number_) return reference_text({kind_, row.id});
  std::string text;
  for (const auto& value : values_of(row)) {
    const auto* number = std::get_if<std::int64_t>(&value);
    const auto* word = std::get_if<std::string>(&value);
    if (number == nullptr && word == nullptr) continue;
    text += (text.empty() ? "" : " ") + (number != nullptr ? std::to_string(*number) : *word);
  }
  return text;
}

SameRecords::SameRecords(store::Db& db, Kind kind) : kind_(kind) {
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
  store::each_row(db, store::shape_of(kind), [this](store::RecordRow& row) { add(row, {}, 0); });
}

store::TextKey SameRecords::key_of(const store::RecordRow& row, const Project& project) const {
  if (kind_ != Kind::signing) return store::key_of(content_of(kind_, row));
  return store::key_of(twin_text(store::from_row<Signing>(row), project));
}

const KnownRecord* SameRecords::find(const store::RecordRow& row, const Project& project) const {
  const auto found = known_.find(key_of(row, project));
  return found == known_.end() ? nullptr : &found->second;
}

void SameRecords::add(const store::RecordRow& row, const Project& project, std::size_t line) {
  known_.emplace(key_of(row, project), KnownRecord{row.id, line, 0});
}

}  // namespace leadbook::service
