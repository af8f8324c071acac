// Imports (导入批次): what was read from which file, and how columns were taken for fields.
#pragma once

#include <optional>

#include "leadbook/domain/field.hpp"
#include "leadbook/domain/id.hpp"
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
struct Describe<MappedColumn> {
  static constexpr auto fields = std::make_tuple(
      field(&MappedColumn::heading, "heading", "Heading", "列名", "", Need::required),
      field(&MappedColumn::field, "field", "Field", "字段", "", Need::required),
      field(&MappedColumn::unit, "unit", "Unit", "单位"));
};
static_assert(is_complete<MappedColumn>);

template <>
struct Describe<MappedDefault> {
  static constexpr auto fields =
      std::make_tuple(field(&MappedDefault::field, "field", "Field", "字段", "", Need::required),
                      field(&MappedDefault::value, "value", "Value", "值", "", Need::required));
};
static_assert(is_complete<MappedDefault>);

template <>
struct Describe<ColumnMap> {
  static constexpr Kind kind = Kind::map;
  static constexpr auto fields = std::make_tuple(
      field(&ColumnMap::name, "name", "Map", "列对照", N_("what it is called"), Need::required),
      field(&ColumnMap::kind, "kind", "Kind", "类别", N_("what each row of such a file is")),
      field(&ColumnMap::columns,
            "columns",
            "Columns",
            "各列",
            N_("heading|field|unit, between ';'; the field - passes a column over")),
      field(&ColumnMap::defaults,
            "defaults",
            "Defaults",
            "默认值",
            N_("field|value, between ';', where a file says nothing")),
      field(&ColumnMap::note, "note", "Note", "备注", N_("anything else")));
};
static_assert(is_complete<ColumnMap>);

template <>
struct Describe<Import> {
  static constexpr Kind kind = Kind::import;
  static constexpr auto fields = std::make_tuple(
      field(&Import::kind, "kind", "Kind", "类别", N_("what each row was")),
      field(&Import::file, "file", "File", "文件", N_("the file's name"), Need::required),
      field(&Import::sha256, "sha256", "SHA-256", "校验值", N_("the SHA-256 of the file")),
      field(&Import::bytes, "bytes", "Bytes", "字节数", N_("the size of the file")),
      field(&Import::format, "format", "Format", "格式", N_("the file's format")),
      field(&Import::encoding, "encoding", "Encoding", "编码", N_("the file's encoding")),
      field(&Import::columns, "columns", "Columns", "各列", N_("heading|field|unit")),
      field(&Import::rows, "rows", "Rows", "行数", N_("rows below the heading")),
      field(&Import::created, "created", "Created", "新增", N_("rows that made a record")),
      field(&Import::updated, "updated", "Updated", "更新", N_("rows that changed one")),
      field(&Import::unchanged, "unchanged", "Unchanged", "未变", N_("rows that said nothing new")),
      field(&Import::refused, "refused", "Refused", "退回", N_("rows not taken")),
      field(&Import::note, "note", "Note", "备注", N_("columns passed over")));
};
static_assert(is_complete<Import>);

}  // namespace leadbook
