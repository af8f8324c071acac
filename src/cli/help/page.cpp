#include "cli/help/page.hpp"

#include <algorithm>

#include "leadbook/text/utf8.hpp"

namespace leadbook::cli {

void print_entries(std::ostream& out, std::size_t width, const std::vector<Entry>& entries) {
  std::size_t widest = 0;
  for (const auto& [term, text] : entries) widest = std::max(widest, text::display_width(term));
  const std::size_t column = std::min<std::size_t>(widest, 30) + 4;
  const std::size_t room = std::max<std::size_t>(width, column + 20) - column;
  for (const auto& [term, text] : entries) {
    auto line = "  " + term;
    if (text::display_width(line) + 2 > column) {
      out << line << '\n';
      line.clear();
    }
    bool first = true;
    for (const auto& part : text::wrap(text, room)) {
      out << text::pad(first ? line : "", column) << part << '\n';
      first = false;
    }
    if (first) out << line << '\n';
  }
}

void print_wrapped(std::ostream& out,
                   std::size_t width,
                   const std::string& text,
                   std::size_t indent) {
  const std::size_t room = std::max<std::size_t>(width, indent + 20) - indent;
  bool first = true;
  for (const auto& part : text::wrap(text, room)) {
    out << std::string(first ? 0 : indent, ' ') << part << '\n';
    first = false;
  }
}

std::size_t usable(std::size_t width) {
  return width == 0 ? 80 : std::min<std::size_t>(width, 100);
}

}  // namespace leadbook::cli
