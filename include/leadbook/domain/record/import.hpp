// Imports (导入批次): what was read from which file, and how columns were taken for fields.
#pragma once

#include <optional>

#include "leadbook/domain/id.hpp"
#include "leadbook/domain/record/record.hpp"
#include "leadbook/domain/word.hpp"

namespace leadbook {

/// A heading and the field it stands for; the field "-" passes the column over.
struct MappedColumn {
  std::string heading;
  std::string field;
  std::string unit;  // of bare numbers: 万元; "" where the heading or the cells say it

  bool operator==(const MappedColumn&) const = default;
};

/// What a field holds where the file has no column for it, or nothing in it.
struct MappedDefault {
  std::string field;
  std::string value;

  bool operator==(const MappedDefault&) const = default;
};

/// How the columns of some office's files are to be taken, kept under a name.
struct ColumnMap : Record<ColumnMap> {
  std::string name;
  std::optional<Kind> kind;  // of the rows; any where not stated
  std::vector<MappedColumn> columns;
  std::vector<MappedDefault> defaults;
  std::string note;

  bool operator==(const ColumnMap&) const = default;
};

/// One run of an import. The records it made are the rows of its log entry, each with the line it
/// was read from.
struct Import : Record<Import> {
  Kind kind = Kind::signing;
  std::string file;
  std::string sha256;  // of the file's bytes
  std::optional<std::int64_t> bytes;
  std::string format;    // csv, xlsx ...
  std::string encoding;  // "" for a workbook
  std::vector<MappedColumn> columns;
  std::optional<std::int64_t> rows;
  std::optional<std::int64_t> created;
  std::optional<std::int64_t> updated;
  std::optional<std::int64_t> unchanged;
  std::optional<std::int64_t> refused;
  std::string note;  // headings passed over

  bool operator==(const Import&) const = default;
};

template <>
struct KindOf<ColumnMap> : std::integral_constant<Kind, Kind::map> {};
template <>
struct KindOf<Import> : std::integral_constant<Kind, Kind::import> {};

}  // namespace leadbook
