// Which field each column of a file holds, from its headings, a map and the defaults.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "leadbook/domain/amount/money.hpp"
#include "leadbook/domain/record/field_facts.hpp"
#include "leadbook/domain/record/import.hpp"

namespace leadbook::service {

/// What a column is for.
enum class ColumnUse {
  field,     // of the record
  project,   // of the project a signing belongs to, in case it is new
  currency,  // of the row's amounts
  year,      // of the row's dates that state none; with the next two the row's date itself
  month,
  day,
  reference,    // the record's number in a book
  identity,     // its identity in all books
  passed_over,  // what the book gives by itself, or what somebody mapped to "-"
  unknown,
};

struct ColumnTarget {
  ColumnUse use = ColumnUse::unknown;
  std::size_t field = 0;  // in `fields_of` the record's kind, or the project's
  std::string name;       // of the field
  FieldType type = FieldType::text;
};

struct ImportColumn {
  std::string heading;  // as the file has it; "" where it has none
  ColumnTarget target;
  std::string unit = {};                // of bare numbers: "万元"
  std::optional<MoneyUnit> money = {};  // the same, of amounts
  bool european = false;                // numbers as 1.740,50
};

/// A value for a field where a row has none.
struct ImportDefault {
  ColumnTarget target;
  std::string value;
};

/// What is wrong with a heading row; `column` counts from 1, 0 where one is missing.
struct HeaderProblem {
  std::size_t column = 0;
  std::string message;
};

struct ImportColumns {
  std::vector<ImportColumn> columns;
  std::vector<ImportDefault> defaults;
  std::optional<Currency> currency;  // of amounts that name none, by --default
  std::optional<int> year;           // of dates that state none, likewise
  std::vector<std::string> unknown;  // headings that name nothing, told and passed over
  std::vector<HeaderProblem> problems;
};

/// How columns are to be taken beyond what their headings say.
struct ColumnRules {
  Kind kind;
  std::vector<MappedColumn> map;
  std::vector<MappedDefault> defaults;
  std::vector<std::string> titles;  // of the table, where they do not stand above it
  std::string title_unit;           // of all amounts, from a title above the table
  std::string default_unit;         // of those for which nothing else states one
  bool updates = false;  // rows may change records, which need not name every required field
  bool strict = false;   // an unknown heading is a problem
  std::size_t heading_line = 0;  // where somebody said so; else found out
};

/// What a heading in its plain form stands for; `unknown` where it names nothing.
ColumnTarget target_of_heading(Kind kind, std::string_view plain);

/// What a field's name stands for in an import of this kind; `unknown` where it is none.
ColumnTarget target_of_name(Kind kind, std::string_view name);

/// How many of these cells are headings of something: what tells a heading row from others.
std::size_t count_headings(const ColumnRules& rules, const std::vector<std::string>& cells);

/// Gives an amount's column the unit that a row below the headings states.
void take_unit(ImportColumn& column, const std::string& unit);

/// The field that the row's year, month and day are the date of; nothing for a kind without dates.
std::optional<std::size_t> main_date(Kind kind);

ImportColumns read_columns(ColumnRules rules, const std::vector<std::string>& headings);

/// What the columns are called in the file.
std::vector<std::string> headings_of(const ImportColumns& columns);

/// The headings a file of this kind may have, the required ones first: "name,kind,home".
std::string known_columns(Kind kind);

}  // namespace leadbook::service
