#include "store/postgres/text.hpp"

#include <algorithm>

namespace leadbook::store {
namespace {

constexpr std::string_view by_bytes = " COLLATE \"C\"";

// The one function the engines have under two names.
constexpr std::string_view in_text_here = "instr(";
constexpr std::string_view in_text_there = "strpos(";

bool is_of_name(char symbol) {
  return (symbol >= 'a' && symbol <= 'z') || (symbol >= '0' && symbol <= '9') || symbol == '_';
}

}  // namespace

ServerStatement server_statement(std::string_view sql) {
  ServerStatement statement;
  bool quoted = false;
  for (std::size_t at = 0; at < sql.size(); ++at) {
    if (sql[at] == '\'') quoted = !quoted;
    const bool cast = at > 0 && sql[at - 1] == ':';
    if (!quoted && sql.substr(at).starts_with(in_text_here)) {
      statement.text += in_text_there;
      at += in_text_here.size() - 1;
      continue;
    }
    if (quoted || cast || sql[at] != ':' || at + 1 == sql.size() || !is_of_name(sql[at + 1])) {
      statement.text += sql[at];
      continue;
    }
    auto end = at + 1;
    while (end < sql.size() && is_of_name(sql[end])) ++end;
    const std::string name(sql.substr(at + 1, end - at - 1));
    auto known = std::find(statement.names.begin(), statement.names.end(), name);
    if (known == statement.names.end()) known = statement.names.insert(known, name);
    statement.text += '$';
    statement.text += std::to_string(known - statement.names.begin() + 1);
    // A column brings its order along; what is folded on its own must be told.
    if (sql.substr(0, at).ends_with("lower(")) statement.text += by_bytes;
    at = end - 1;
  }
  return statement;
}

std::string server_migration(std::string_view sql) {
  constexpr std::string_view type = " TEXT";
  std::string text;
  for (std::size_t at = 0; at < sql.size();) {
    const auto found = std::min(sql.find(type, at), sql.size());
    text += sql.substr(at, found - at);
    at = std::min(found + type.size(), sql.size());
    if (found < sql.size()) text += std::string(type) + std::string(by_bytes);
  }
  return text;
}

void append_copied(std::string& line, std::string_view text) {
  for (const char symbol : text) {
    switch (symbol) {
      case '\\':
        line += "\\\\";
        break;
      case '\t':
        line += "\\t";
        break;
      case '\n':
        line += "\\n";
        break;
      case '\r':
        line += "\\r";
        break;
      default:
        line += symbol;
    }
  }
}

std::string quoted_name(std::string_view name) {
  std::string quoted = "\"";
  for (const char symbol : name) {
    quoted += symbol;
    if (symbol == '"') quoted += symbol;
  }
  return quoted + '"';
}

}  // namespace leadbook::store
