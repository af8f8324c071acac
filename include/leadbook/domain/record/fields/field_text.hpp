// The types of field: what each is, what a text may say for it (an option, a CSV cell, an edited
// draft), and its text back. A type that is not among them does not compile.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "leadbook/domain/list_text.hpp"
#include "leadbook/domain/record/field_facts.hpp"
#include "leadbook/domain/record/fields/field.hpp"
#include "leadbook/domain/record/reading.hpp"
#include "leadbook/domain/record/records.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook {

template <class T>
struct FieldText;

template <>
struct FieldText<std::string> {
  static constexpr FieldType type = FieldType::text;
  static Result<std::string> read(std::string_view text, Reading&);
  static std::string write(const std::string& text, const Naming&) { return text; }
};

template <>
struct FieldText<std::int64_t> {
  static constexpr FieldType type = FieldType::count;
  static Result<std::int64_t> read(std::string_view text, Reading&) { return parse_count(text); }
  static std::string write(std::int64_t count, const Naming&) { return std::to_string(count); }
};

template <>
struct FieldText<Date> {
  static constexpr FieldType type = FieldType::date;
  static Result<Date> read(std::string_view text, Reading& reading) {
    if (reading.dates) {
      auto rules = *reading.dates;
      rules.is_due = reading.days == Days::due;
      return parse_file_date(text, rules);
    }
    const auto outlook = outlook_of(reading, text);
    auto date = parse_date(text, outlook);
    if (date && reading.echoes_days) echo_day(text, *date, reading);
    if (date && outlook.toward == Toward::past) doubt_year(text, *date, reading);
    return date;
  }
  static std::string write(const Date& date, const Naming&) { return date_text(date); }
};

template <class Unit>
struct FieldText<Quantity<Unit>> {
  static constexpr FieldType type = FieldType::decimal;
  static Result<Quantity<Unit>> read(std::string_view text, Reading&) {
    const auto hundredths = Unit::read(text);
    if (!hundredths) return hundredths.problem();
    return Quantity<Unit>{*hundredths};
  }
  static std::string write(const Quantity<Unit>& quantity, const Naming&) {
    return Unit::write(quantity.hundredths);
  }
};

template <>
struct FieldText<RateValue> {
  static constexpr FieldType type = FieldType::rate;
  static Result<RateValue> read(std::string_view text, Reading&) { return parse_rate_value(text); }
  static std::string write(const RateValue& rate, const Naming&) { return rate_text(rate); }
};

template <>
struct FieldText<Currency> {
  static constexpr FieldType type = FieldType::currency;
  static Result<Currency> read(std::string_view text, Reading&) { return Currency::parse(text); }
  static std::string write(const Currency& currency, const Naming&) {
    return std::string(currency.code());
  }
};

template <class R>
struct FieldText<Id<R>> {
  static constexpr FieldType type = FieldType::reference;
  static Result<Id<R>> read(std::string_view text, Reading& reading) {
    if (text.empty()) return Id<R>{};
    return Id<R>{reading.resolve(kind_of<R>, text)};
  }
  static std::string write(const Id<R>& id, const Naming& name) {
    return id ? name({kind_of<R>, id.number}) : std::string();
  }
};

template <class E>
requires std::is_enum_v<E>
struct FieldText<E> {
  static constexpr FieldType type = FieldType::word;
  static Result<E> read(std::string_view text, Reading&) {
    return parse_word<E>(text, N_("choice"));
  }
  static std::string write(E value, const Naming&) { return std::string(identifier(value)); }
};

template <class T>
struct FieldText<std::optional<T>> {
  static constexpr FieldType type = FieldText<T>::type;
  static Result<std::optional<T>> read(std::string_view text, Reading& reading) {
    if (text.empty()) return std::optional<T>{};
    auto value = FieldText<T>::read(text, reading);
    if (!value) return value.problem();
    return std::optional<T>(std::move(*value));
  }
  static std::string write(const std::optional<T>& value, const Naming& name) {
    return value ? FieldText<T>::write(*value, name) : std::string();
  }
};

/// An amount is optional by itself: "undisclosed" reads as none.
template <>
struct FieldText<std::optional<Amount>> {
  static constexpr FieldType type = FieldType::amount;
  static Result<std::optional<Amount>> read(std::string_view text, Reading& reading);
  static std::string write(const std::optional<Amount>& amount, const Naming&);
};

/// A part of a record, such as a phase: its fields in order.
template <class T>
struct FieldText {
  static Result<T> read(const std::vector<std::string>& texts, Reading& reading) {
    T part;
    std::optional<Problem> problem;
    std::size_t at = 0;
    for_each_field<T>([&](const auto& field) {
      using Type = typename std::decay_t<decltype(field)>::Type;
      const std::string_view text = at < texts.size() ? std::string_view(texts[at]) : "";
      ++at;
      if (problem) return;
      if (text.empty() && field.need == Need::required) {
        problem = Problem{say("the item '{}' lacks its {}",
                              write_list_text({texts}),
                              std::string(choose(field.english, field.chinese)))};
        return;
      }
      reading.days = field.days;
      auto value = FieldText<Type>::read(text, reading);
      if (value) {
        part.*field.member = std::move(*value);
      } else {
        problem = value.problem();
      }
    });
    if (!problem && texts.size() > at) {
      problem = Problem{say("the item '{}' has {} fields, at most {} are known",
                            write_list_text({texts}),
                            texts.size(),
                            at)};
    }
    if (problem) return *problem;
    return part;
  }

  static std::vector<std::string> write(const T& part, const Naming& name) {
    std::vector<std::string> texts;
    for_each_field<T>([&](const auto& field) {
      using Type = typename std::decay_t<decltype(field)>::Type;
      texts.push_back(FieldText<Type>::write(part.*field.member, name));
    });
    return texts;
  }
};

/// What may stand between items that begin with a reference, as investors do: names of firms and
/// counties hold no comma but what split_names knows of, titles may.
template <class T>
constexpr Joints joints_of() {
  if constexpr (std::is_same_v<T, std::string>) {
    return Joints::none;
  } else {
    using First =
        typename std::tuple_element_t<0, std::decay_t<decltype(Describe<T>::fields)>>::Type;
    if constexpr (std::is_same_v<First, Id<Company>> || std::is_same_v<First, Id<County>>) {
      return Joints::names;
    } else {
      return requires(First value) { value.number; }
      ? Joints::enumeration_comma : Joints::none;
    }
  }
}

/// Which field of a part is its first date, counted from 0; 0 where none is behind the first field.
template <class T>
constexpr std::size_t place_of_date() {
  std::size_t place = 0;
  if constexpr (requires { Describe<T>::fields; }) {
    std::size_t at = 0;
    for_each_field<T>([&](const auto& field) {
      using Type = typename std::decay_t<decltype(field)>::Type;
      if (std::is_same_v<Type, std::optional<Date>> && place == 0) place = at;
      ++at;
    });
  }
  return place;
}

template <class T>
struct FieldText<std::vector<T>> {
  static constexpr FieldType type = FieldType::list;
  static Result<std::vector<T>> read(std::string_view text, Reading& reading) {
    std::vector<T> list;
    std::function<bool(std::string_view)> is_one;
    if (joints_of<T>() == Joints::names && reading.is_named) {
      is_one = [&](std::string_view of) { return reading.is_named(Kind::company, of); };
    }
    auto items = read_list_text(text, joints_of<T>(), is_one);
    if constexpr (place_of_date<T>() > 0) join_as_meant(items, text, reading);
    for (auto& item : items) {
      auto value = read_item(item, reading);
      if (!value) return value.problem();
      list.push_back(std::move(*value));
    }
    return list;
  }

  static std::string write(const std::vector<T>& list, const Naming& name) {
    std::vector<std::vector<std::string>> items;
    for (const auto& item : list) {
      if constexpr (std::is_same_v<T, std::string>) {
        items.push_back({item});
      } else {
        items.push_back(FieldText<T>::write(item, name));
      }
    }
    return write_list_text(items);
  }

 private:
  /// What was parted by ';' alone and holds a date in each date's place is the fields of one item.
  static void join_as_meant(std::vector<std::vector<std::string>>& items,
                            std::string_view typed,
                            Reading& reading) {
    const auto is_date = [&](std::string_view of) {
      const auto today = reading.today;
      return reading.dates ? bool(parse_file_date(of, {year_of(today), {}, {}, true}))
                           : bool(parse_date(of, Outlook{today, today, Toward::future}));
    };
    if (!join_fields(items, place_of_date<T>(), is_date)) return;
    reading.notes.push_back(say_count("'{1}' was read as the fields of {0} item; '|' parts fields",
                                      "'{1}' was read as the fields of {0} items; '|' parts fields",
                                      static_cast<std::int64_t>(items.size()),
                                      text::visible(typed)));
  }

  static Result<T> read_item(const std::vector<std::string>& item, Reading& reading) {
    if constexpr (std::is_same_v<T, std::string>) {
      std::string text;
      for (const auto& field : item) text += (text.empty() ? "" : "|") + field;
      return FieldText<std::string>::read(text, reading);
    } else {
      return FieldText<T>::read(item, reading);
    }
  }
};

}  // namespace leadbook
