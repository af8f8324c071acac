// References to records: a type per kind, printed "P-31", typed "P-31", "p31" or just digits.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "leadbook/domain/word.hpp"

namespace leadbook {

/// The kinds of record a book holds.
enum class Kind {
  book,
  county,
  company,
  project,
  delegation,
  negotiation,
  signing,
  event,
  station,
  task,
  figure,
  rate,
  map,
  import,
  procedure,
  funds,
  program,
  target,
  credit,
  report,
  contact,
  outlay,
  aggregate,
};

template <>
std::span<const Word<Kind>> words<Kind>();

/// A number that names one record of type R in this book.
template <class R>
struct Id {
  std::int64_t number = 0;

  explicit operator bool() const { return number != 0; }
  auto operator<=>(const Id&) const = default;
};

/// A record of any kind: what history, undo and links between kinds speak of.
struct Reference {
  Kind kind = Kind::project;
  std::int64_t number = 0;

  auto operator<=>(const Reference&) const = default;
};

/// Where all books of a server are read as one, a number is that of the book times this, and that
/// of the record: P-230229.31 is project 31 of book 230229.
constexpr std::int64_t numbers_per_book = 1'000'000'000;

/// "P-31".
std::string reference_text(const Reference& reference);

/// "P-31", "p31", "P31"; with a kind also "31". Nothing where the text is no reference.
std::optional<Reference> parse_reference(std::string_view text, std::optional<Kind> kind = {});

}  // namespace leadbook
