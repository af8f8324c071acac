#include "leadbook/domain/record/record_text.hpp"

#include <algorithm>
#include <utility>

#include "leadbook/domain/record/fields/all.hpp"
#include "leadbook/domain/record/fields/field_text.hpp"
#include "leadbook/domain/record/rules.hpp"
#include "leadbook/text/ascii.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook {
namespace {

/// True where a required value is missing; a value that is always there never is.
template <class T>
bool is_missing(const T& value) {
  if constexpr (std::is_same_v<T, std::string> || is_list<T>) {
    return value.empty();
  } else if constexpr (requires { value.has_value(); }) {
    return !value.has_value();
  } else if constexpr (requires { value.number; }) {
    return value.number == 0;
  } else if constexpr (requires { value.e10; }) {
    return value.e10 == 0;
  } else {
    return false;
  }
}

/// The day a record tells of, from which its later days count; the last that it can be.
template <class R>
std::optional<Day> own_day_of(const R& record) {
  const auto last = [](const std::optional<Date>& date) {
    return date ? std::optional<Day>(date->last) : std::nullopt;
  };
  if constexpr (requires { record.starts; }) {
    return last(record.starts);
  } else if constexpr (requires { record.submitted; }) {
    return last(record.submitted);
  } else if constexpr (requires { record.on; }) {
    return last(record.on);
  } else {
    return std::nullopt;
  }
}

/// The same of a record about to get a status from this text, if there is one.
template <class R>
bool is_planned(const R& record, const std::string* status) {
  if constexpr (requires { record.status == DelegationStatus::planned; }) {
    if (status == nullptr) return is_planned(record);
    const auto word = parse_word<DelegationStatus>(*status, "");
    return word && *word == DelegationStatus::planned;
  } else {
    return false;
  }
}

/// Reads one text into one field; a list takes a text after '+' at its end.
template <class R, class T>
void read_field(R& record,
                const Field<R, T>& field,
                const std::string& given,
                Reading& reading,
                std::vector<FieldProblem>& problems) {
  const auto fail = [&](const std::string& message, ErrorKind kind) {
    problems.push_back({field.name, given, message, kind});
  };
  reading.days = field.days;
  reading.own_day = own_day_of(record);
  try {
    std::string_view text = given;
    const bool appends = is_list<T> && text.starts_with('+');
    const auto kept_before = reading.kept.size();
    auto value = FieldText<T>::read(text::trim(text.substr(appends ? 1 : 0)), reading);
    for (auto at = kept_before; at < reading.kept.size(); ++at) {
      reading.kept[at] = words_of_field(heading_of(field), reading.kept[at]);
    }
    if (!value) return fail(value.problem().message, ErrorKind::usage);
    if constexpr (is_list<T>) {
      if (appends) {
        auto& list = record.*field.member;
        list.insert(list.end(), value->begin(), value->end());
        return;
      }
    }
    record.*field.member = std::move(*value);
  } catch (const Error& error) {
    fail(error.what(), error.kind());
  }
}

/// Adds words to the note of a record that has one.
template <class R>
void keep_in_note(R& record, std::span<const std::string> words) {
  if constexpr (requires { record.note.append(""); }) {
    for (const auto& text : words) {
      if (record.note.find(text) != std::string::npos) continue;
      if (!record.note.empty()) record.note += choose("; ", "；");
      record.note += text;
    }
  }
}

/// Reads into each field the texts that each_text(name, place, take) hands to take(text).
template <class EachText>
std::vector<FieldProblem> read_each(AnyRecord& record,
                                    Reading& reading,
                                    const EachText& each_text) {
  std::vector<FieldProblem> problems;
  std::visit(
      [&]<class R>(R& of) {
        const std::string* status = nullptr;
        std::size_t at = 0;
        for_each_field<R>([&](const auto& field) {
          const auto place = at++;
          if (std::string_view(field.name) != "status") return;
          each_text(field.name, place, [&](const std::string& text) { status = &text; });
        });
        reading.is_planned = is_planned(of, status);
        at = 0;
        for_each_field<R>([&](const auto& field) {
          each_text(field.name, at++, [&](const std::string& text) {
            read_field(of, field, text, reading, problems);
          });
        });
        keep_in_note(of, std::exchange(reading.kept, {}));
      },
      record);
  return problems;
}

bool is_among(std::span<const FieldProblem> problems, std::string_view field) {
  return std::any_of(problems.begin(), problems.end(), [&](const FieldProblem& problem) {
    return problem.field == field;
  });
}

template <class R>
std::vector<FieldProblem> check(R& record, std::span<const FieldProblem> problems) {
  std::vector<FieldProblem> breaches;
  for (const auto& breach : apply_rules(record)) {
    if (!is_among(problems, breach.field)) breaches.push_back({breach.field, "", breach.message});
  }
  for_each_field<R>([&](const auto& field) {
    if (field.need == Need::required && is_missing(record.*field.member) &&
        !is_among(problems, field.name)) {
      breaches.push_back({field.name, "", say("{} is needed", heading_of(field))});
    }
  });
  return breaches;
}

}  // namespace

std::string words_of_field(std::string_view heading, std::string_view words) {
  return std::string(heading) + std::string(choose(": ", "：")) + std::string(words);
}

void keep_words(AnyRecord& record, std::span<const std::string> words) {
  std::visit([&](auto& of) { keep_in_note(of, words); }, record);
}

void echo_day(std::string_view text, const Date& date, Reading& reading) {
  const auto folded = text::fold(text);
  int digits = 0;
  for (const char c : folded) {
    digits = text::is_digit(c) ? digits + 1 : 0;
    if (digits == 4) return;
  }
  if (!date.is_day() || folded == "today" || folded == "今天") return;
  const std::string day = format_day(date.first);
  reading.notes.push_back(
      say("'{}' is {}, {}", text::visible(text), day, weekday_name(date.first)));
}

void doubt_year(std::string_view text, const Date& date, Reading& reading) {
  if (auto doubt = doubt_of_year(text, date, reading.today)) {
    reading.doubts.push_back(std::move(*doubt));
  }
}

Outlook outlook_of(const Reading& reading, std::string_view text) {
  const Day today = reading.today;
  const Day own = reading.own_day.value_or(today);
  switch (reading.days) {
    case Days::happened:
      if (reading.trip) return {today, *reading.trip, Toward::nearest};
      return {today, today, reading.is_planned ? Toward::future : Toward::past};
    case Days::due:
      return {own, own, Toward::future};
    case Days::follows:
      if (!reading.own_day) return {today, today, Toward::past};
      return {text.starts_with('+') ? own : today, own, Toward::future};
    case Days::any:
      break;
  }
  return {today, today, Toward::nearest};
}

std::vector<FieldProblem> read_fields(AnyRecord& record,
                                      std::span<const FieldInput> inputs,
                                      Reading& reading) {
  return read_each(record, reading, [&](std::string_view field, std::size_t, const auto& take) {
    for (const auto& input : inputs) {
      if (input.field == field) take(input.text);
    }
  });
}

std::vector<FieldProblem> read_fields(AnyRecord& record,
                                      std::span<const std::string* const> texts,
                                      Reading& reading) {
  return read_each(record, reading, [&](std::string_view, std::size_t at, const auto& take) {
    if (texts[at] != nullptr) take(*texts[at]);
  });
}

std::vector<FieldProblem> check_record(AnyRecord& record, std::span<const FieldProblem> problems) {
  return std::visit([&](auto& of) { return check(of, problems); }, record);
}

std::vector<std::string> write_fields(const AnyRecord& record, const Naming& naming) {
  return std::visit(
      [&]<class R>(const R& of) {
        std::vector<std::string> texts;
        for_each_field<R>([&](const auto& field) {
          using Type = typename std::decay_t<decltype(field)>::Type;
          texts.push_back(FieldText<Type>::write(of.*field.member, naming));
        });
        return texts;
      },
      record);
}

}  // namespace leadbook
