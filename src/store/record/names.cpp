#include "leadbook/store/record/names.hpp"

#include <algorithm>
#include <type_traits>
#include <utility>

#include "leadbook/domain/record/fields/all.hpp"
#include "leadbook/domain/record/fields/field_text.hpp"
#include "leadbook/domain/record/kind_facts.hpp"
#include "store/record/rows.hpp"

namespace leadbook::store {
namespace {

template <class T>
constexpr bool is_optional_word = false;
template <class T>
constexpr bool is_optional_word<std::optional<T>> = std::is_enum_v<T>;

/// A field in the name of its record.
template <class T>
std::string text_in(const T& value, Language language) {
  if constexpr (std::is_enum_v<T>) {
    const auto& word = word_of(value);
    return std::string(language == Language::chinese ? word.chinese : word.english);
  } else if constexpr (is_optional_word<T>) {
    return value ? text_in(*value, language) : std::string();
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

/// Makes names of the rows of a kind, of which at least the fields it is named by were read.
class Namer {
 public:
  Namer(const Selection& selection, Language language)
      : selection_(selection), language_(language) {
    const auto& facts = facts_of(selection.shape().kind);
    const auto columns = names_of(selection.columns());
    const auto add = [&](std::string_view field) {
      const auto column = std::find(columns.begin(), columns.end(), field);
      if (column == columns.end() || !is_text(field)) {
        texts_.reset();
      } else if (texts_) {
        texts_->push_back(static_cast<std::size_t>(column - columns.begin()));
      }
    };
    if (facts.is_named_by_all) texts_.reset();
    if (language == Language::english && !facts.english_name.empty()) add(facts.english_name);
    for (const auto name : facts.named_by) add(name);
  }

  std::string operator()(const RecordRow& row) const {
    if (texts_) return first_text(row.values);
    return with_record(selection_.shape().kind, [&]<class R>() {
      return name_in(std::get<R>(to_record(selection_, row)), language_);
    });
  }

 private:
  bool is_text(std::string_view name) const {
    return with_record(selection_.shape().kind, [&]<class R>() {
      bool text = false;
      for_each_field<R>([&](const auto& field) {
        using Type = typename std::decay_t<decltype(field)>::Type;
        if (field.name == name) text = std::is_same_v<Type, std::string>;
      });
      return text;
    });
  }

  std::string first_text(const std::vector<Value>& values) const {
    for (const auto column : *texts_) {
      const auto* text = std::get_if<std::string>(&values[column]);
      if (text != nullptr && !text->empty()) return *text;
    }
    return "";
  }

  Selection selection_;
  Language language_;
  // The columns of which the first that is not empty is the name; nothing where it is not one text.
  std::optional<std::vector<std::size_t>> texts_ = std::vector<std::size_t>();
};

/// The numbers of some records, by kind, without any twice.
std::map<Kind, std::vector<std::int64_t>> by_kind(const std::vector<Reference>& records) {
  std::map<Kind, std::vector<std::int64_t>> numbers;
  for (const auto& record : records) {
    if (record.number != 0) numbers[record.kind].push_back(record.number);
  }
  for (auto& [kind, of_kind] : numbers) of_kind = ascending(std::move(of_kind));
  return numbers;
}

using TakeName = std::function<void(const Reference&, std::string)>;

/// The names of as many records as one statement can be about, of each kind those it begins with,
/// which are taken off `numbers`.
void read_some(Db& db,
               std::map<Kind, std::span<const std::int64_t>>& numbers,
               Language language,
               const TakeName& take) {
  std::map<Kind, Selection> selections;
  std::map<Kind, Namer> namers;
  std::size_t most = 1;
  for (const auto& [kind, of_kind] : numbers) {
    const auto at = selections.emplace(kind, Selection(kind, naming_fields(kind))).first;
    namers.emplace(kind, Namer(at->second, language));
    most = std::max(most, at->second.columns().size());
  }
  std::string sql;
  Parameters parameters;
  for (auto& [kind, of_kind] : numbers) {
    const auto& selection = selections.at(kind);
    const auto together = first_together(of_kind);
    of_kind = of_kind.subspan(together.size());
    auto columns = names_of(selection.columns());
    columns.resize(most, "''");  // all parts of the statement answer as many
    std::string joined;
    for (const auto& column : columns) joined += (joined.empty() ? "" : ", ") + column;
    auto part = statement("record_names");
    const std::string name(identifier(kind));
    replace_all(part, "{kind}", name);
    replace_all(part, "{columns}", joined);
    replace_all(part, "{table}", selection.shape().source);
    replace_all(part, "{condition}", picked("id", together, name, parameters));
    sql += (sql.empty() ? "" : " UNION ALL ") + part;
  }
  Kind kind = numbers.begin()->first;
  db.each(sql, parameters, [&](Row& row) {
    const auto& word = row.text("kind");
    if (word != identifier(kind)) kind = parse_word<Kind>(word, "kind").value();
    RecordRow record{row.integer("id"), {}, {}};
    record.values.assign(std::make_move_iterator(row.values().begin() + 2),
                         std::make_move_iterator(row.values().end()));
    take({kind, record.id}, namers.at(kind)(record));
  });
}

void read_names(Db& db,
                const std::vector<Reference>& records,
                Language language,
                const TakeName& take) {
  const auto numbers = by_kind(records);
  std::map<Kind, std::span<const std::int64_t>> left(numbers.begin(), numbers.end());
  while (!left.empty()) {
    read_some(db, left, language, take);
    std::erase_if(left, [](const auto& of_kind) { return of_kind.second.empty(); });
  }
}

std::string name_in(Db& db, const Reference& record, Language language) {
  std::string name;
  read_names(db, {record}, language, [&](const Reference& of, std::string text) {
    if (of == record) name = std::move(text);
  });
  return name;
}

}  // namespace

std::string name_of(Db& db, const Reference& record) { return name_in(db, record, language()); }

std::string canonical_name_of(Db& db, const Reference& record) {
  const auto name = name_in(db, record, Language::chinese);
  return name.empty() ? reference_text(record) : name;
}

void each_first_name(Db& db,
                     Kind kind,
                     const std::function<void(std::int64_t, std::string)>& each) {
  const std::string field(facts_of(kind).named_by.front());
  with_record(kind, [&]<class R>() {
    each_of_kind(db, {kind, {field}}, [&](const Records& records) {
      for (const auto& record : records.as<R>()) {
        each(record.id.number, field_in(record, field, Language::chinese));
      }
    });
  });
}

void Names::read(const std::vector<Reference>& records) {
  constexpr std::size_t most_kept = 100'000;
  for (auto& [kind, names] : known_) {
    if (names.size() > most_kept) names.clear();
  }
  std::vector<Reference> unknown;
  for (const auto& record : records) {
    if (!known_[record.kind].contains(record.number)) unknown.push_back(record);
  }
  read_names(db_, unknown, language(), [this](const Reference& record, std::string name) {
    known_[record.kind].insert_or_assign(record.number, std::move(name));
  });
}

void Names::expect(const std::vector<Reference>& records) {
  expected_.insert(expected_.end(), records.begin(), records.end());
}

void Names::learn(const Records& records) {
  const auto& selection = records.selection();
  if (!selection.reads_all(naming_fields(selection.shape().kind))) return;
  const Namer name(selection, language());
  auto& names = known_[selection.shape().kind];
  for (const auto& record : records.rows()) names.insert_or_assign(record.id, name(record));
}

const std::string& Names::operator()(const Reference& record) {
  static const std::string none;
  auto& names = known_[record.kind];
  if (!names.contains(record.number)) {
    auto wanted = std::exchange(expected_, {});
    wanted.push_back(record);
    read(wanted);
  }
  const auto found = names.find(record.number);
  return found == names.end() ? none : found->second;
}

}  // namespace leadbook::store
