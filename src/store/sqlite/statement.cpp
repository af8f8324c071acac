#include "store/sqlite/statement.hpp"

#include <sqlite3.h>

#include <new>
#include <stdexcept>

namespace leadbook::store {

void bind(SQLite::Statement& statement, int index, const Value& value) {
  if (const auto* number = std::get_if<std::int64_t>(&value)) {
    statement.bind(index, *number);
  } else if (const auto* text = std::get_if<std::string>(&value)) {
    statement.bindNoCopy(index, *text);
  } else {
    statement.bind(index);
  }
}

void bind(SQLite::Statement& statement, const Parameters& parameters) {
  if (statement.getBindParameterCount() != static_cast<int>(parameters.size())) {
    throw std::logic_error("parameters given and wanted differ: " + statement.getQuery());
  }
  std::string name;
  for (const auto& parameter : parameters) {
    name = ":";
    name += parameter.name;
    bind(statement, statement.getIndex(name.c_str()), parameter.value);
  }
}

void read_value(const SQLite::Column& column, Value& value) {
  switch (column.getType()) {
    case SQLITE_NULL:
      value = Null();
      return;
    case SQLITE_INTEGER:
      value = static_cast<std::int64_t>(column.getInt64());
      return;
    default:
      break;
  }
  if (!std::holds_alternative<std::string>(value)) value = std::string();
  // As bytes: asked for a text the engine takes memory to end it with a zero, and where there is
  // none it answers an empty one.
  const auto* bytes = static_cast<const char*>(column.getBlob());
  const auto size = static_cast<std::size_t>(column.getBytes());
  if (bytes == nullptr && size > 0) throw std::bad_alloc();
  std::get<std::string>(value).assign(bytes == nullptr ? "" : bytes, size);
}

}  // namespace leadbook::store
