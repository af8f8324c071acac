// What all records have in common.
#pragma once

#include <cstdint>
#include <string>
#include <type_traits>
#include <vector>

#include "leadbook/domain/id.hpp"

namespace leadbook {

/// Which kind of record a struct is; specialised beside each.
template <class R>
struct KindOf;
template <class R>
inline constexpr Kind kind_of = KindOf<R>::value;

/// What every record carries: its number in this book, its identity in all books, and how often
/// it was written.
template <class R>
struct Record {
  Id<R> id;
  std::string uid;
  std::int64_t revision = 0;

  bool operator==(const Record&) const = default;
};

template <class T>
concept IsRecord = std::is_base_of_v<Record<T>, T>;

template <class T>
struct IsList : std::false_type {};
template <class T>
struct IsList<std::vector<T>> : std::true_type {};
template <class T>
constexpr bool is_list = IsList<T>::value;

}  // namespace leadbook
