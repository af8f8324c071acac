// The statements of src/store/sql as PostgreSQL takes them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace leadbook::store {

/// A statement with $1, $2 ... in place of its :names, and these names in order.
struct ServerStatement {
  std::string text;
  std::vector<std::string> names;
};

/// Text compares and folds by its bytes, as in a file, whatever the database's own order is.
ServerStatement server_statement(std::string_view sql);

/// A migration, its text columns ordered by their bytes.
std::string server_migration(std::string_view sql);

/// A value within a line of COPY: \N for NULL, tabs and line ends escaped.
void append_copied(std::string& line, std::string_view text);

/// "name" between quotes, whatever is in it.
std::string quoted_name(std::string_view name);

}  // namespace leadbook::store
