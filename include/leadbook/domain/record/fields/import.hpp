// The fields of the records of import.hpp.
#pragma once

#include "leadbook/domain/record/fields/field.hpp"
#include "leadbook/domain/record/import.hpp"
#include "leadbook/domain/record/kind_facts.hpp"

namespace leadbook {

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
  static constexpr KindFacts facts = {.kind = Kind::map,
                                      .letters = "M",
                                      .identifier = "map",
                                      .english = "column map",
                                      .chinese = "列对照",
                                      .synonyms = "maps|column_maps",
                                      .named_by = {"name"},
                                      .found_by = {"name"},
                                      .told_by = {"name", "kind", "columns"},
                                      .typed = {"name"},
                                      .listed = {"id", "name", "kind", "columns"},
                                      .numbered_by = {"name"},
                                      .number_columns = {"name"},
                                      .number_said = N_("the name {}"),
                                      .is_queried = false};
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
  static constexpr KindFacts facts = {
      .kind = Kind::import,
      .letters = "I",
      .identifier = "import",
      .english = "import",
      .chinese = "导入批次",
      .synonyms = "imports",
      .named_by = {"file"},
      .found_by = {"file"},
      .listed = {"id", "kind", "file", "rows", "created", "updated", "unchanged", "refused"},
      .is_queried = false};
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
