#include "leadbook/service/record_input.hpp"

#include <algorithm>

#include "leadbook/domain/field_text.hpp"
#include "leadbook/domain/fields/all.hpp"
#include "leadbook/domain/rules.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::service {
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
  try {
    std::string_view text = given;
    const bool appends = is_list<T> && text.starts_with('+');
    auto value = FieldText<T>::read(text::trim(text.substr(appends ? 1 : 0)), reading);
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

/// Brings a record into its stored form; answers the rules it breaks and the required fields it
/// lacks, except in fields that have problems already.
template <class R>
std::vector<FieldProblem> check(R& record, const std::vector<FieldProblem>& problems) {
  std::vector<FieldProblem> breaches;
  const auto is_known_bad = [&](std::string_view name) {
    return std::any_of(problems.begin(), problems.end(), [&](const FieldProblem& problem) {
      return problem.field == name;
    });
  };
  for (const auto& breach : settle(record)) {
    if (!is_known_bad(breach.field)) breaches.push_back({breach.field, "", breach.message});
  }
  for_each_field<R>([&](const auto& field) {
    if (field.need == Need::required && is_missing(record.*field.member) &&
        !is_known_bad(field.name)) {
      breaches.push_back({field.name, "", say("a value is needed here")});
    }
  });
  return breaches;
}

template <class R>
std::vector<FieldProblem> read_inputs(R& record,
                                      std::span<const FieldInput> inputs,
                                      Reading& reading) {
  std::vector<FieldProblem> problems;
  for_each_field<R>([&](const auto& field) {
    for (const auto& input : inputs) {
      if (input.field == field.name) read_field(record, field, input.text, reading, problems);
    }
  });
  const auto breaches = check(record, problems);
  problems.insert(problems.end(), breaches.begin(), breaches.end());
  return problems;
}

}  // namespace

store::RecordRow blank_record(Kind kind) {
  return with_record(kind, []<class R>() { return store::to_row(R{}); });
}

std::vector<FieldProblem> read_fields(Kind kind,
                                      store::RecordRow& row,
                                      std::span<const FieldInput> inputs,
                                      Reading& reading) {
  return with_record(kind, [&]<class R>() {
    auto record = [&] {
      // A record not stored yet may lack what a stored one must have.
      return row.id == 0 ? R{} : store::from_row<R>(row);
    }();
    auto problems = read_inputs(record, inputs, reading);
    if (problems.empty()) row = store::to_row(record);
    return problems;
  });
}

ReadRecord read_record(Kind kind, std::span<const std::string* const> texts, Reading& reading) {
  return with_record(kind, [&]<class R>() {
    R record;
    ReadRecord read;
    std::size_t at = 0;
    for_each_field<R>([&](const auto& field) {
      const auto* text = texts[at++];
      if (text != nullptr) read_field(record, field, *text, reading, read.problems);
    });
    read.row = store::to_row(record);
    return read;
  });
}

std::vector<FieldProblem> check_record(Kind kind,
                                       store::RecordRow& row,
                                       const std::vector<FieldProblem>& problems) {
  return with_record(kind, [&]<class R>() {
    auto record = store::from_row<R>(row);
    auto breaches = check(record, problems);
    row = store::to_row(record);
    return breaches;
  });
}

std::vector<std::string> write_fields(Kind kind,
                                      const store::RecordRow& row,
                                      const Naming& naming) {
  return with_record(kind, [&]<class R>() {
    const auto record = store::from_row<R>(row);
    std::vector<std::string> texts;
    for_each_field<R>([&](const auto& field) {
      using Type = typename std::decay_t<decltype(field)>::Type;
      texts.push_back(FieldText<Type>::write(record.*field.member, naming));
    });
    return texts;
  });
}

}  // namespace leadbook::service
