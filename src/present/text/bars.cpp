#include "leadbook/present/text/bars.hpp"

#include <algorithm>

#include "leadbook/domain/wide.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::present {
namespace {

constexpr std::size_t usual_columns = 80;
constexpr std::size_t least_room = 8;
constexpr std::size_t eighths = 8;

std::string repeat(std::string_view stroke, std::size_t times) {
  std::string text;
  for (std::size_t time = 0; time < times; ++time) text += stroke;
  return text;
}

std::uint64_t size_of(std::int64_t value) {
  return value < 0 ? std::uint64_t{0} - static_cast<std::uint64_t>(value)
                   : static_cast<std::uint64_t>(value);
}

/// How many columns the bars have on either side of 0, and the one scale of both: how many columns
/// the greatest value takes.
struct Scale {
  std::uint64_t greatest = 0;
  std::size_t columns = 0;
  std::size_t left = 0;
  std::size_t right = 0;
  bool blocks = true;

  /// The length of a bar in steps of a column's n-th part: never 0 for what is not 0.
  std::size_t steps(std::int64_t value, std::size_t parts) const {
    if (value == 0) return 0;
    const auto most = Wide{columns} * parts;
    const Wide exact = (static_cast<Wide>(size_of(value)) * most * 2 + greatest) / greatest / 2;
    return std::max<std::size_t>(1, static_cast<std::size_t>(exact));
  }

  std::string right_bar(std::int64_t value) const {
    if (!blocks) return repeat("#", steps(value, 1));
    constexpr std::string_view parts[] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
    const auto length = steps(value, eighths);
    return repeat("█", length / eighths).append(parts[length % eighths]);
  }

  /// Grows to the left, where there are halves of a column only.
  std::string left_bar(std::int64_t value) const {
    const auto length = steps(value, blocks ? 2 : 1);
    const auto bar =
        blocks ? (length % 2 == 0 ? "" : "▐") + repeat("█", length / 2) : repeat("#", length);
    return text::pad(bar, left, text::Align::right);
  }

  std::string draw(const std::optional<std::int64_t>& value) const {
    std::string line;
    if (left > 0) {
      line += value && *value < 0 ? left_bar(*value) : std::string(left, ' ');
      line += blocks ? "│" : "|";
    }
    if (value && *value > 0) line += right_bar(*value);
    return text::pad(line, left + (left > 0 ? 1 : 0) + right);
  }
};

/// Shares the room out between both sides of 0, by the greatest value of each.
Scale make_scale(const std::vector<Bar>& bars, std::size_t room, bool blocks) {
  std::uint64_t above = 0;
  std::uint64_t below = 0;
  for (const auto& bar : bars) {
    if (!bar.value) continue;
    auto& side = *bar.value < 0 ? below : above;
    side = std::max(side, size_of(*bar.value));
  }
  if (below == 0) return {above, room, 0, room, blocks};
  if (above == 0) return {below, room - 1, room - 1, 0, blocks};
  const auto all = static_cast<Wide>(above) + below;
  const auto left = static_cast<std::size_t>((static_cast<Wide>(room - 2) * below) / all) + 1;
  const auto right = room - 1 - left;
  // The side whose greatest value has less room for it sets the scale.
  const bool by_right = static_cast<Wide>(above) * left >= static_cast<Wide>(below) * right;
  return by_right ? Scale{above, right, left, right, blocks}
                  : Scale{below, left, left, right, blocks};
}

}  // namespace

std::string draw_bars(const std::vector<Bar>& bars, std::size_t columns, bool blocks) {
  if (columns == 0) columns = usual_columns;
  std::size_t label_width = 0;
  std::size_t text_width = 0;
  for (const auto& bar : bars) {
    label_width = std::max(label_width, text::display_width(text::visible(bar.label)));
    text_width = std::max(text_width, text::display_width(text::visible(bar.text)));
  }
  label_width = std::min(label_width, std::max<std::size_t>(columns / 3, 4));
  const auto taken = label_width + text_width + 2;
  const auto room = columns > taken + least_room ? columns - taken : least_room;
  const auto scale = make_scale(bars, room, blocks);
  std::string lines;
  for (const auto& bar : bars) {
    auto line = text::pad(text::cut(text::visible(bar.label), label_width), label_width) + " " +
                scale.draw(bar.value) + " " +
                text::pad(text::visible(bar.text), text_width, text::Align::right);
    line.erase(line.find_last_not_of(' ') + 1);
    lines += line + "\n";
  }
  return lines;
}

}  // namespace leadbook::present
