#include "leadbook/store/record/names.hpp"

#include <type_traits>

#include "leadbook/domain/record/fields/all.hpp"
#include "leadbook/domain/record/fields/field_text.hpp"
#include "leadbook/domain/record/kind_facts.hpp"
#include "store/record/rows.hpp"

namespace leadbook::store {
namespace {

/// A field in the name of its record.
template <class T>
std::string text_in(const T& value, Language language) {
  if constexpr (std::is_enum_v<T>) {
    const auto& word = word_of(value);
    return std::string(language == Language::chinese ? word.chinese : word.english);
  } else if constexpr (is_list<T>) {
    return "";
  } else {
    return FieldText<T>::write(value, {});
  }
}

template <class R>
std::string field_in(const R& record, std::string_view name, Language language) {
  std::string text;
  for_each_field<R>([&](const auto& field) {
    if (field.name == name) text = text_in(record.*field.member, language);
  });
  return text;
}

template <class R>
std::string name_in(const R& record, Language language) {
  const auto& facts = facts_of(kind_of<R>);
  std::string whole;
  if (language == Language::english && !facts.english_name.empty()) {
    whole = field_in(record, facts.english_name, language);
  }
  for (const auto name : facts.named_by) {
    if (!whole.empty() && !facts.is_named_by_all) break;
    const auto text = field_in(record, name, language);
    if (!whole.empty() && !text.empty()) whole += ' ';
    whole += text;
  }
  return whole;
}

/// The fields a name is made of.
std::set<std::string> naming_fields(Kind kind) {
  const auto& facts = facts_of(kind);
  std::set<std::string> fields(facts.named_by.begin(), facts.named_by.end());
  if (!facts.english_name.empty()) fields.emplace(facts.english_name);
  return fields;
}

ReadAhead<std::string> names_of(Kind kind, Language language) {
  Selection selection(kind, naming_fields(kind));
  KeyedRows rows{selection.shape().table, "id", names_of(selection.columns())};
  return with_record(kind, [&]<class R>() {
    return ReadAhead<std::string>(std::move(rows), [selection, language](Row& row) {
      const auto record = to_record(selection, record_of(row, selection.shape()));
      return name_in(std::get<R>(record), language);
    });
  });
}

std::string name_in(Db& db, const Reference& record, Language language) {
  auto names = names_of(record.kind, language);
  names.read(db, {record.number});
  const auto* name = names.find(record.number);
  return name == nullptr ? std::string() : *name;
}

}  // namespace

std::string name_of(Db& db, const Reference& record) { return name_in(db, record, language()); }

std::string canonical_name_of(Db& db, const Reference& record) {
  const auto name = name_in(db, record, Language::chinese);
  return name.empty() ? reference_text(record) : name;
}

ReadAhead<std::string>& Names::of(Kind kind) {
  const auto found = known_.find(kind);
  if (found != known_.end()) return found->second;
  return known_.emplace(kind, names_of(kind, language())).first->second;
}

void Names::read(const std::vector<Reference>& records) {
  constexpr std::size_t most_kept = 100'000;
  std::map<Kind, std::vector<std::int64_t>> numbers;
  for (const auto& record : records) {
    if (record.number != 0) numbers[record.kind].push_back(record.number);
  }
  for (auto& [kind, of_kind] : numbers) {
    auto& names = of(kind);
    if (names.size() > most_kept) names.forget();
    names.read(db_, std::move(of_kind));
  }
}

const std::string& Names::operator()(const Reference& record) {
  static const std::string none;
  auto& names = of(record.kind);
  if (names.find(record.number) == nullptr) names.read(db_, {record.number});
  const auto* name = names.find(record.number);
  return name == nullptr ? none : *name;
}

}  // namespace leadbook::store
