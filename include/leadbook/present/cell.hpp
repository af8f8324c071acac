// One value of a table or card, of a kind that each output format writes in its own way.
#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "leadbook/domain/amount/money.hpp"
#include "leadbook/domain/date/date.hpp"
#include "leadbook/domain/id.hpp"
#include "leadbook/domain/record/fields/field.hpp"
#include "leadbook/domain/word.hpp"
#include "leadbook/present/amount_look.hpp"

namespace leadbook::present {

/// A number with a fixed count of decimals: 1250 with 2 digits and "mu" is 12.50 mu. The unit is
/// for people only; leave it empty where the heading names it.
struct Decimal {
  std::int64_t minor = 0;
  int digits = 0;
  std::string unit;
};

/// Another record. People and CSV see its name, or the reference where it has none.
struct Link {
  std::string reference;
  std::string name;
};

/// A word of an enumeration: people see the name, CSV and JSON the identifier.
struct Word {
  std::string identifier;
  std::string name;
};

struct Cell;
using List = std::vector<Cell>;
/// A part of a record, such as a phase: "1 | 320,000,000.00 CNY" for people, an object in JSON.
using Object = std::vector<std::pair<std::string, Cell>>;

struct Cell {
  using Value = std::variant<std::monostate,
                             bool,
                             std::int64_t,
                             std::string,
                             Amount,
                             Date,
                             Decimal,
                             Link,
                             Word,
                             Reference,
                             List,
                             Object>;
  Value value;

  Cell() = default;
  // Not inline: half of the code of all commands was the copying of cells.
  Cell(const Cell& other);
  Cell(Cell&& other) noexcept;
  Cell& operator=(const Cell& other);
  Cell& operator=(Cell&& other) noexcept;
  ~Cell();

  // A row is written as its values, which become cells: {name, day, 5}.
  // NOLINTBEGIN(google-explicit-constructor)
  Cell(std::string text);
  Cell(std::string_view text);
  Cell(const char* text);
  Cell(Amount amount);
  Cell(Date date);
  Cell(Decimal decimal);
  Cell(Link link);
  Cell(Word word);
  Cell(Reference reference);
  Cell(List list);
  Cell(Object object);

  /// Yes or no; nothing that only turns into one.
  template <std::same_as<bool> T>
  Cell(T claim) : value(claim) {}

  template <std::integral T>
  requires(!std::same_as<T, bool>) Cell(T number) : value(static_cast<std::int64_t>(number)) {}

  /// A value of an enumeration that has words.
  template <class E>
  requires std::is_enum_v<E> Cell(E word)
      : Cell(Word{std::string(identifier(word)), std::string(name_of(word))}) {}

  /// The reference of a record; nothing for the id that names none.
  template <class R>
  Cell(const Id<R>& id) : Cell(id ? Cell(Reference{kind_of<R>, id.number}) : Cell()) {}

  template <class T>
  Cell(const std::optional<T>& maybe) : Cell(maybe ? Cell(*maybe) : Cell()) {}
  // NOLINTEND(google-explicit-constructor)
};

/// What stands before a line of sums: "Total" for people, the word "total" in data.
Cell total_cell();

/// Whether there is nothing to show: no value, an empty text, or a list or object of such.
bool is_empty(const Cell& cell);

/// For people, in the chosen language; amounts as `look` says, rounded at the very end. May hold
/// newlines and must be made visible before it reaches a terminal.
std::string display_text(const Cell& cell, const AmountLook& look);

/// Language-free and as the parsers of the domain read it back: "over 450000000.00 HKD".
std::string plain_text(const Cell& cell);

/// The digits of a decimal without its unit: "12.50".
std::string number_text(const Decimal& decimal);

}  // namespace leadbook::present

extern template class std::vector<leadbook::present::Cell>;
extern template class std::vector<std::pair<std::string, leadbook::present::Cell>>;
