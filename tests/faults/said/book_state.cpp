#include "faults/said/book_state.hpp"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <algorithm>
#include <fstream>
#include <sstream>
#include <vector>

namespace faults {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> texts_of(SQLite::Database& book, const std::string& sql) {
  std::vector<std::string> texts;
  SQLite::Statement statement(book, sql);
  while (statement.executeStep()) {
    std::string row;
    for (int column = 0; column < statement.getColumnCount(); ++column) {
      const auto value = statement.getColumn(column);
      row += value.isNull() ? "-" : "'" + value.getString() + "'";
      row += ' ';
    }
    texts.push_back(std::move(row));
  }
  return texts;
}

/// All rows of all tables; opened as the program does, so that what was half done is undone.
std::string content_of(const fs::path& file) {
  if (fs::file_size(file) == 0) return "";
  try {
    SQLite::Database book(file.string(), SQLite::OPEN_READWRITE, 10'000);
    const std::string of_tables = "FROM sqlite_master WHERE type = 'table' ORDER BY name";
    SQLite::Statement tables(book, "SELECT name " + of_tables);
    std::string content;
    bool holds_entries = false;
    while (tables.executeStep()) {
      const auto name = tables.getColumn(0).getString();
      auto rows = texts_of(book, "SELECT * FROM \"" + name + "\"");
      holds_entries = holds_entries || (name == "entry" && !rows.empty());
      std::sort(rows.begin(), rows.end());
      content += name + "\n";
      for (const auto& row : rows) content += "  " + row + "\n";
    }
    return holds_entries ? content : "";
  } catch (const SQLite::Exception& exception) {
    return std::string("unreadable: ") + exception.what();
  }
}

}  // namespace

State read_state(const fs::path& folder) {
  State state;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file() || entry.path().extension() != ".db") continue;
    auto content = content_of(entry.path());
    if (content.empty()) continue;
    state[fs::relative(entry.path(), folder).string()] = std::move(content);
  }
  return state;
}

std::map<std::string, std::string> read_bytes(const fs::path& folder) {
  std::map<std::string, std::string> bytes;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const auto ending = entry.path().extension().string();
    if (!entry.is_regular_file() || (ending != ".db" && ending != ".db-journal")) continue;
    std::ifstream file(entry.path(), std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    bytes[fs::relative(entry.path(), folder).string()] = text.str();
  }
  return bytes;
}

}  // namespace faults
