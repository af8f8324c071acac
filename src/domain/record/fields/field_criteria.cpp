#include "leadbook/domain/record/fields/field_criteria.hpp"

#include <tuple>

#include "leadbook/domain/record/fields/all.hpp"
#include "leadbook/domain/record/fields/field_text.hpp"

namespace leadbook {
namespace {

using ToCny = std::function<Money(const Money&)>;

template <class E>
std::vector<PlainWord> plain_words() {
  std::vector<PlainWord> plain;
  for (const auto& word : words<E>()) {
    plain.push_back(
        {static_cast<int>(word.value), word.identifier, word.english, word.chinese, word.synonyms});
  }
  return plain;
}

/// The type a condition sees in a field, and the answer of its value; `asked` is false where it
/// sees none.
template <class T>
struct Asked {
  static constexpr bool asked = false;
};

template <>
struct Asked<std::string> {
  static constexpr bool asked = true;
  static void describe(Criterion& criterion) { criterion.type = CriterionType::text; }
  static Answer answer(const std::string& text, const ToCny&) { return answer_text(text); }
};

template <>
struct Asked<std::int64_t> {
  static constexpr bool asked = true;
  static void describe(Criterion& criterion) { criterion.type = CriterionType::count; }
  static Answer answer(std::int64_t count, const ToCny&) { return count; }
};

template <>
struct Asked<Date> {
  static constexpr bool asked = true;
  static void describe(Criterion& criterion) { criterion.type = CriterionType::date; }
  static Answer answer(const Date& date, const ToCny&) { return date; }
};

template <>
struct Asked<Area> {
  static constexpr bool asked = true;
  static void describe(Criterion& criterion) { criterion.type = CriterionType::area; }
  static Answer answer(const Area& area, const ToCny&) { return area.hundredths; }
};

template <>
struct Asked<Amount> {
  static constexpr bool asked = true;
  static void describe(Criterion& criterion) { criterion.type = CriterionType::amount; }
  static Answer answer(const Amount& amount, const ToCny& to_cny) { return to_cny(amount.money); }
};

template <>
struct Asked<Currency> {
  static constexpr bool asked = true;
  static void describe(Criterion& criterion) { criterion.type = CriterionType::text; }
  static Answer answer(const Currency& currency, const ToCny&) {
    return answer_text(currency.code());
  }
};

template <class E>
requires std::is_enum_v<E>
struct Asked<E> {
  static constexpr bool asked = true;
  static void describe(Criterion& criterion) {
    criterion.type = CriterionType::word;
    criterion.choices = plain_words<E>();
  }
  static Answer answer(E word, const ToCny&) { return static_cast<std::int64_t>(word); }
};

template <class R>
struct Asked<Id<R>> {
  static constexpr bool asked = true;
  static void describe(Criterion& criterion) {
    criterion.type = CriterionType::reference;
    criterion.kind = kind_of<R>;
  }
  static Answer answer(const Id<R>& id, const ToCny&) { return id ? Answer(id.number) : Answer(); }
};

template <class T>
struct Asked<std::optional<T>> : Asked<T> {
  static Answer answer(const std::optional<T>& value, const ToCny& to_cny) {
    return value ? Asked<T>::answer(*value, to_cny) : Answer();
  }
};

template <>
struct Asked<std::vector<std::string>> {
  static constexpr bool asked = true;
  static void describe(Criterion& criterion) { criterion.type = CriterionType::text; }
  static Answer answer(const std::vector<std::string>& texts, const ToCny&) {
    return answer_texts(texts);
  }
};

/// A list of parts, such as parties: what their first fields say.
template <class Part>
struct Asked<std::vector<Part>> {
  static constexpr auto& first = std::get<0>(Describe<Part>::fields);
  using First = typename std::decay_t<decltype(first)>::Type;
  static constexpr bool asked =
      FieldText<First>::type == FieldType::reference || std::is_same_v<First, std::string>;
  static void describe(Criterion& criterion) { Asked<First>::describe(criterion); }
  static Answer answer(const std::vector<Part>& parts, const ToCny&) {
    if constexpr (std::is_same_v<First, std::string>) {
      std::vector<std::string> texts;
      texts.reserve(parts.size());
      for (const auto& part : parts) texts.push_back(part.*first.member);
      return answer_texts(texts);
    } else {
      Numbers numbers;
      for (const auto& part : parts) numbers.numbers.push_back((part.*first.member).number);
      return numbers;
    }
  }
};

template <class R>
std::vector<FieldCriterion> make_criteria() {
  std::vector<FieldCriterion> criteria;
  std::size_t place = 0;
  for_each_field<R>([&](const auto& field) {
    using Type = typename std::decay_t<decltype(field)>::Type;
    if constexpr (Asked<Type>::asked) {
      Criterion criterion{field.name, field.english, field.chinese, {}, {}, {}, {}};
      Asked<Type>::describe(criterion);
      criteria.push_back({place, std::move(criterion)});
    }
    ++place;
  });
  return criteria;
}

}  // namespace

const std::vector<FieldCriterion>& field_criteria(Kind kind) {
  return with_record(kind, []<class R>() -> const std::vector<FieldCriterion>& {
    static const auto criteria = make_criteria<R>();
    return criteria;
  });
}

Answer answer_of_field(const AnyRecord& record, std::size_t field, const ToCny& to_cny) {
  return std::visit(
      [&]<class R>(const R& of) {
        Answer answer;
        std::size_t place = 0;
        for_each_field<R>([&](const auto& described) {
          using Type = typename std::decay_t<decltype(described)>::Type;
          if constexpr (Asked<Type>::asked) {
            if (place == field) answer = Asked<Type>::answer(of.*described.member, to_cny);
          }
          ++place;
        });
        return answer;
      },
      record);
}

}  // namespace leadbook
