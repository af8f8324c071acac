// How a record describes itself: one list of fields a struct, which storage, the change log,
// options, import, listings and JSON all read.
#pragma once

#include <cstddef>
#include <string>
#include <tuple>
#include <type_traits>

#include "leadbook/domain/record/reading.hpp"
#include "leadbook/domain/record/record.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook {

enum class Need { optional, required };

/// One member of a struct R with its name (snake_case, the key in SQL, JSON and CSV) and its
/// headings in both languages; `help` says what to put there.
template <class R, class T>
struct Field {
  using Type = T;
  T R::*member;
  const char* name;
  const char* english;
  const char* chinese;
  const char* help;
  Need need;
  const char* flag;  // the option where it is not the name; "" otherwise
  Days days = Days::happened;
  bool personal = false;    // erased with the person: it never enters the log
  bool by_program = false;  // nobody types it
};

template <class R, class T>
constexpr Field<R, T> field(T R::*member,
                            const char* name,
                            const char* english,
                            const char* chinese,
                            const char* help = "",
                            Need need = Need::optional,
                            const char* flag = "") {
  return {member, name, english, chinese, help, need, flag};
}

/// The same field, of days that are not what has happened.
template <class R, class T>
constexpr Field<R, T> field_of(Days days, Field<R, T> field) {
  field.days = days;
  return field;
}

template <class R, class T>
std::string heading_of(const Field<R, T>& field) {
  return std::string(choose(field.english, field.chinese));
}

/// The same field, of what is told of a person.
template <class R, class T>
constexpr Field<R, T> personal(Field<R, T> field) {
  field.personal = true;
  return field;
}

/// The same field, filled in by the program alone.
template <class R, class T>
constexpr Field<R, T> by_program(Field<R, T> field) {
  field.by_program = true;
  return field;
}

/// The fields of R: `static constexpr auto fields`, a tuple of Field; specialised in
/// domain/fields/.
template <class R>
struct Describe;

/// Calls visit(field) for each field of R, in order.
template <class R, class Visit>
constexpr void for_each_field(Visit&& visit) {
  std::apply([&](const auto&... fields) { (visit(fields), ...); }, Describe<R>::fields);
}

/// The size a struct with exactly these fields has; with it a forgotten field is a compile error.
template <class R, class... T>
constexpr std::size_t layout_size(const std::tuple<Field<R, T>...>&) {
  std::size_t at = 0;
  std::size_t alignment = 1;
  if constexpr (IsRecord<R>) {
    at = sizeof(Record<R>);
    alignment = alignof(Record<R>);
  }
  ((at = (at + alignof(T) - 1) / alignof(T) * alignof(T) + sizeof(T),
    alignment = alignment < alignof(T) ? alignof(T) : alignment),
   ...);
  return (at + alignment - 1) / alignment * alignment;
}

/// True where the field list of R names every member of R.
template <class R>
constexpr bool is_complete = layout_size(Describe<R>::fields) == sizeof(R);

}  // namespace leadbook
