#include <algorithm>
#include <cstddef>
#include <string_view>

#include "leadbook/text/utf8.hpp"
#include "present/renderers.hpp"

namespace leadbook::present {
namespace {

// With less room than this beside the labels, the texts go below them.
constexpr std::size_t least_room = 16;
constexpr std::string_view fact_indent = "  ";

std::vector<std::string> wrap_text(std::string_view text, std::size_t width) {
  if (width > 0) return text::wrap(text, width);
  const auto parts = text::split(text, '\n');
  return {parts.begin(), parts.end()};
}

std::string lay_out_stacked(const std::vector<LabelledText>& facts, std::size_t width) {
  std::string output;
  const std::size_t room = width - std::min(width - 1, fact_indent.size());
  for (const auto& [label, text] : facts) {
    output += wrap_lines(label, width);
    for (const auto& line : wrap_text(text, room))
      output.append(fact_indent).append(line).append("\n");
  }
  return output;
}

}  // namespace

std::string lay_out_facts(const std::vector<LabelledText>& facts,
                          std::size_t gap,
                          std::size_t width) {
  std::size_t margin = 0;
  for (const auto& [label, text] : facts) margin = std::max(margin, text::display_width(label));
  margin += gap;
  if (width > 0 && margin + least_room > width) return lay_out_stacked(facts, width);
  std::string output;
  for (const auto& [label, text] : facts) {
    std::string start = text::pad(label, margin);
    for (const auto& line : wrap_text(text, width == 0 ? 0 : width - margin)) {
      start += line;
      output.append(start, 0, start.find_last_not_of(' ') + 1).append("\n");
      start.assign(margin, ' ');
    }
  }
  return output;
}

std::string visible_lines(std::string_view text) {
  std::string shown;
  for (const auto line : text::split(text, '\n')) shown.append(text::visible(line)).append("\n");
  shown.pop_back();
  return shown;
}

std::string wrap_lines(std::string_view text, std::size_t width) {
  std::string output;
  for (const auto& line : wrap_text(text, width)) output.append(line).append("\n");
  return output;
}

std::string emphasize(const std::string& text, const Style& style) {
  return style.color ? "\x1B[1m" + text + "\x1B[0m" : text;
}

}  // namespace leadbook::present
