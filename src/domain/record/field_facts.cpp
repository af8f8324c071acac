#include "leadbook/domain/record/field_facts.hpp"

#include <algorithm>

#include "leadbook/domain/record/fields/all.hpp"
#include "leadbook/domain/record/fields/field_text.hpp"

namespace leadbook {
namespace {

template <class T>
struct Unwrapped {
  using Type = T;
};
template <class T>
struct Unwrapped<std::optional<T>> {
  using Type = T;
};

/// One of the texts of each word of an enumeration; none for other types.
template <class T, class Choose>
std::vector<std::string> choices_of(const Choose& choose) {
  using Type = typename Unwrapped<T>::Type;
  std::vector<std::string> choices;
  if constexpr (std::is_enum_v<Type>) {
    for (const auto& word : words<Type>()) choices.emplace_back(choose(word));
  }
  return choices;
}

bool takes_none(std::string_view) { return false; }

template <class T>
struct UnitOf {
  static constexpr const char* english = "";
  static constexpr const char* chinese = "";
  static constexpr auto takes = takes_none;
};
template <class Unit>
struct UnitOf<Quantity<Unit>> {
  static constexpr const char* english = Unit::english;
  static constexpr const char* chinese = Unit::chinese;
  static bool takes(std::string_view unit) { return bool(Unit::read("1" + std::string(unit))); }
};

std::string default_flag(std::string name) {
  std::replace(name.begin(), name.end(), '_', '-');
  return name;
}

template <class R>
std::vector<FieldFacts> make_facts() {
  std::vector<FieldFacts> facts;
  for_each_field<R>([&](const auto& field) {
    using Type = typename std::decay_t<decltype(field)>::Type;
    const std::string flag = field.flag;
    facts.push_back({field.name,
                     field.english,
                     field.chinese,
                     field.help,
                     flag.empty() ? default_flag(field.name) : flag,
                     field.need == Need::required,
                     is_list<Type>,
                     FieldText<Type>::type,
                     choices_of<Type>([](const auto& word) { return word.identifier; }),
                     choices_of<Type>([](const auto& word) { return word.english; }),
                     choices_of<Type>([](const auto& word) { return word.chinese; }),
                     UnitOf<typename Unwrapped<Type>::Type>::english,
                     UnitOf<typename Unwrapped<Type>::Type>::chinese,
                     UnitOf<typename Unwrapped<Type>::Type>::takes,
                     field.personal,
                     field.by_program});
  });
  return facts;
}

}  // namespace

bool is_number(FieldType type) {
  switch (type) {
    case FieldType::count:
    case FieldType::amount:
    case FieldType::decimal:
    case FieldType::rate:
      return true;
    case FieldType::text:
    case FieldType::date:
    case FieldType::currency:
    case FieldType::word:
    case FieldType::reference:
    case FieldType::list:
      break;
  }
  return false;
}

bool tells_of_persons(Kind kind) {
  const auto& fields = fields_of(kind);
  return std::any_of(
      fields.begin(), fields.end(), [](const FieldFacts& field) { return field.personal; });
}

const std::vector<FieldFacts>& fields_of(Kind kind) {
  return with_record(kind, []<class R>() -> const std::vector<FieldFacts>& {
    static const auto facts = make_facts<R>();
    return facts;
  });
}

}  // namespace leadbook
