// Snapshots of records as JSON text, for the change log.
#include <nlohmann/json.hpp>

#include "leadbook/domain/error.hpp"
#include "leadbook/text/translate.hpp"
#include "store/record/rows.hpp"

namespace leadbook::store {
namespace {

void append_quoted(std::string& out, std::string_view text) {
  out += '"';
  for (const char symbol : text) {
    switch (symbol) {
      case '"':
        out += "\\\"";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\t':
        out += "\\t";
        break;
      default:
        out += symbol;
    }
  }
  out += '"';
}

/// Where absent is NULL an empty text is damage, which must show.
bool is_absent(const Column& column, const Value& value) {
  const auto* text = std::get_if<std::string>(&value);
  return is_null(value) || (!column.nullable && text != nullptr && text->empty());
}

void append_columns(std::string& out,
                    const std::vector<Column>& columns,
                    const std::vector<Value>& values) {
  bool first = true;
  for (std::size_t column = 0; column < columns.size(); ++column) {
    if (columns[column].personal || is_absent(columns[column], values[column])) continue;
    if (!first) out += ',';
    first = false;
    append_quoted(out, columns[column].name);
    out += ':';
    if (const auto* number = std::get_if<std::int64_t>(&values[column])) {
      out += std::to_string(*number);
    } else {
      append_quoted(out, std::get<std::string>(values[column]));
    }
  }
}

using Json = nlohmann::json;

std::vector<Value> values_of(const Json& object, const std::vector<Column>& columns) {
  std::vector<Value> values;
  for (const auto& column : columns) {
    const auto found = object.find(column.name);
    if (found == object.end() || column.personal) {
      values.push_back(column.nullable ? Value() : Value(std::string()));
    } else if (found->is_number_integer()) {
      values.emplace_back(found->get<std::int64_t>());
    } else {
      values.emplace_back(found->get<std::string>());
    }
  }
  return values;
}

}  // namespace

std::string snapshot(const RecordShape& shape, const RecordRow& row) {
  std::string out = "{";
  append_columns(out, shape.columns, row.values);
  for (std::size_t part = 0; part < shape.parts.size(); ++part) {
    if (row.parts[part].empty()) continue;
    out += ',';
    append_quoted(out, shape.parts[part].name);
    out += ":[";
    for (std::size_t item = 0; item < row.parts[part].size(); ++item) {
      out += item == 0 ? "{" : ",{";
      append_columns(out, shape.parts[part].columns, row.parts[part][item]);
      out += '}';
    }
    out += ']';
  }
  return out + "}";
}

RecordRow read_snapshot(const RecordShape& shape, std::int64_t id, std::string_view text) {
  try {
    const auto object = Json::parse(text);
    RecordRow row{id, values_of(object, shape.columns), {}};
    for (const auto& part : shape.parts) {
      auto& rows = row.parts.emplace_back();
      const auto found = object.find(part.name);
      if (found == object.end()) continue;
      for (const auto& item : *found) rows.push_back(values_of(item, part.columns));
    }
    return row;
  } catch (const Json::exception&) {
    throw Error(
        ErrorKind::failed,
        say("the change log holds an entry that cannot be read; run 'leadbook book check'"));
  }
}

std::string snapshot(const AnyRecord& record) {
  return snapshot(shape_of(which_kind(record)), to_row(record));
}

AnyRecord read_snapshot(const Reference& record, std::string_view text) {
  return to_record(record.kind, read_snapshot(shape_of(record.kind), record.number, text));
}

std::string content_text(const AnyRecord& record) {
  auto row = to_row(record);
  row.values[0] = std::string();
  row.values[1] = std::int64_t{0};
  return snapshot(shape_of(which_kind(record)), row);
}

}  // namespace leadbook::store
