#include "leadbook/present/text/svg_bars.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <string_view>

#include "leadbook/domain/wide.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::present {
namespace {

constexpr std::int64_t width = 720;
constexpr std::int64_t label_end = 190;
constexpr std::int64_t bar_start = 200;
constexpr std::int64_t longest_bar = 380;  // what is left of the line is for the value
constexpr std::int64_t row_height = 24;
constexpr std::size_t label_columns = 26;

std::string escaped(std::string_view text) {
  std::string safe;
  for (const char byte : text::visible(text)) {
    switch (byte) {
      case '&':
        safe += "&amp;";
        break;
      case '<':
        safe += "&lt;";
        break;
      case '>':
        safe += "&gt;";
        break;
      case '"':
        safe += "&quot;";
        break;
      default:
        safe += byte;
    }
  }
  return safe;
}

std::int64_t length_of(std::int64_t value, std::int64_t greatest) {
  return static_cast<std::int64_t>(divide_rounded(Wide{value} * longest_bar, greatest));
}

}  // namespace

std::string draw_svg_bars(const std::vector<Bar>& bars, const std::string& title) {
  std::int64_t greatest = 1;
  for (const auto& bar : bars) greatest = std::max(greatest, bar.value.value_or(0));
  const auto height = row_height * static_cast<std::int64_t>(bars.size());
  auto svg = fmt::format(
      "<svg viewBox=\"0 0 {} {}\" role=\"img\" style=\"max-width:45rem\" font-size=\"13\" "
      "fill=\"#222\">\n<title>{}</title>\n",
      width,
      height,
      escaped(title));
  std::int64_t top = 0;
  for (const auto& bar : bars) {
    const auto length = length_of(std::max<std::int64_t>(bar.value.value_or(0), 0), greatest);
    const auto base = top + 17;
    svg += fmt::format("<text x=\"{}\" y=\"{}\" text-anchor=\"end\">{}</text>\n",
                       label_end,
                       base,
                       escaped(text::cut(bar.label, label_columns)));
    if (length > 0) {
      svg += fmt::format("<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"16\" fill=\"#3b6ea5\"/>\n",
                         bar_start,
                         top + 4,
                         length);
    }
    svg += fmt::format(
        "<text x=\"{}\" y=\"{}\">{}</text>\n", bar_start + length + 6, base, escaped(bar.text));
    top += row_height;
  }
  return svg + "</svg>\n";
}

}  // namespace leadbook::present
