#include "leadbook/domain/naming/heading.hpp"

#include "leadbook/domain/amount/money.hpp"
#include "leadbook/domain/amount/quantity.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook {
namespace {

/// The heading with its full-width brackets and strokes as those of ASCII, nothing else changed.
std::string narrow_marks(std::string_view text) {
  constexpr std::pair<std::string_view, char> marks[] = {{"（", '('},
                                                         {"）", ')'},
                                                         {"［", '['},
                                                         {"］", ']'},
                                                         {"【", '['},
                                                         {"】", ']'},
                                                         {"：", ':'},
                                                         {"／", '/'},
                                                         {"　", ' '}};
  std::string narrow;
  while (!text.empty()) {
    bool replaced = false;
    for (const auto& [wide, mark] : marks) {
      if (!text.starts_with(wide)) continue;
      narrow += mark;
      text.remove_prefix(wide.size());
      replaced = true;
      break;
    }
    if (replaced) continue;
    narrow += text.front() == '\n' || text.front() == '\r' ? ' ' : text.front();
    text.remove_prefix(1);
  }
  return narrow;
}

Heading trimmed(std::string_view name, std::string_view unit) {
  unit = text::trim(unit);
  constexpr std::string_view words[] = {"单位:", "单位"};
  for (const auto word : words) {
    if (unit.starts_with(word)) unit = text::trim(unit.substr(word.size()));
  }
  return {std::string(text::trim(name)), std::string(unit)};
}

}  // namespace

Heading read_heading(std::string_view text) {
  const auto narrow = narrow_marks(text);
  const std::string_view all = text::trim(narrow);
  for (const auto& [opening, closing] : {std::pair('(', ')'), std::pair('[', ']')}) {
    if (!all.ends_with(closing)) continue;
    const auto at = all.rfind(opening);
    if (at == std::string_view::npos || at == 0) continue;
    return trimmed(all.substr(0, at), all.substr(at + 1, all.size() - at - 2));
  }
  const auto stroke = all.find_last_of("/:");
  if (stroke != std::string_view::npos && stroke > 0) {
    const auto heading = trimmed(all.substr(0, stroke), all.substr(stroke + 1));
    // "时间：最近20年" is no heading with a unit, but a line about the table.
    const auto one = "1" + heading.unit;
    if (!heading.unit.empty() && (parse_amount(one) || parse_area(one))) return heading;
  }
  return {std::string(all), ""};
}

std::string plain_heading(std::string_view text) {
  const auto folded = text::fold(narrow_marks(text));
  std::string plain;
  for (const char symbol : folded) {
    if (std::string_view(" \t*:_-.").find(symbol) == std::string_view::npos) plain += symbol;
  }
  return plain;
}

std::string unit_in_title(std::string_view text) {
  const auto narrow = narrow_marks(text);
  constexpr std::string_view word = "单位:";
  const auto at = narrow.find(word);
  if (at == std::string::npos) return "";
  const auto rest = text::trim(std::string_view(narrow).substr(at + word.size()));
  return std::string(rest.substr(0, rest.find_first_of(" ),;")));
}

}  // namespace leadbook
