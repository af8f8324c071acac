// JSON appended to a text, value by value, in lines or in one.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace leadbook::present {

class JsonText {
 public:
  JsonText(std::string& to, bool in_lines) : to_(to), in_lines_(in_lines) {}

  /// Opens and closes an object or array: '{' and '}', '[' and ']'.
  void open(char bracket);
  void close(char bracket);

  /// What stands before each item of an array.
  void next_item();
  void add_key(std::string_view key);

  void add_null() { to_ += "null"; }
  void add_number(std::int64_t number);
  /// Bytes that are not UTF-8 become U+FFFD.
  void add_text(std::string_view text);

 private:
  void break_line();

  std::string& to_;
  bool in_lines_;
  bool first_ = true;  // in the innermost object or array
  int depth_ = 0;
};

}  // namespace leadbook::present
