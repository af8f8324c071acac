#include "present/render_json_text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <nlohmann/json.hpp>

namespace leadbook::present {
namespace {

constexpr std::size_t indent = 2;

/// Printable ASCII that means nothing in JSON, the bulk of all text but Chinese.
bool is_plain(char byte) { return byte >= ' ' && byte < '\x7F' && byte != '"' && byte != '\\'; }

}  // namespace

void JsonText::open(char bracket) {
  to_ += bracket;
  first_ = true;
  ++depth_;
}

void JsonText::close(char bracket) {
  --depth_;
  if (!first_) break_line();
  first_ = false;
  to_ += bracket;
}

void JsonText::next_item() {
  if (!first_) to_ += ',';
  first_ = false;
  break_line();
}

void JsonText::add_key(std::string_view key) {
  next_item();
  add_text(key);
  to_ += in_lines_ ? ": " : ":";
}

void JsonText::add_number(std::int64_t number) {
  std::array<char, 24> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number);
  to_.append(digits.data(), end.ptr);
}

void JsonText::add_text(std::string_view text) {
  if (std::all_of(text.begin(), text.end(), is_plain)) {
    to_.append("\"").append(text).append("\"");
    return;
  }
  using Json = nlohmann::json;
  to_ += Json(text).dump(-1, ' ', false, Json::error_handler_t::replace);
}

void JsonText::break_line() {
  if (!in_lines_) return;
  to_ += '\n';
  to_.append(indent * static_cast<std::size_t>(depth_), ' ');
}

}  // namespace leadbook::present
