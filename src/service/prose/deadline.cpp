#include "service/prose/deadline.hpp"

#include <vector>

#include "leadbook/text/ascii.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::service {
namespace {

/// Where characters begin in a text, and its end.
std::vector<std::size_t> boundaries(std::string_view text) {
  std::vector<std::size_t> places;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!text::continues_character(text[at])) places.push_back(at);
  }
  places.push_back(text.size());
  return places;
}

std::string trimmed(std::string_view text) {
  for (const std::string_view mark : {"，", "：", "、", "。", ",", ":", " "}) {
    while (text.ends_with(mark)) text.remove_suffix(mark.size());
    while (text.starts_with(mark)) text.remove_prefix(mark.size());
  }
  return std::string(text::trim(text));
}

/// 10天内, 三个工作日内 are so many days from now.
std::optional<Date> days_within(std::string_view text, const Outlook& due) {
  for (const std::string_view unit : {"天", "日"}) {
    if (!text.ends_with(unit)) continue;
    text.remove_suffix(unit.size());
    const auto day = parse_date("+" + std::string(text) + "d", due);
    if (day) return *day;
  }
  return {};
}

/// The longest day that ends at `end`, and where it begins.
std::optional<std::pair<std::size_t, Date>> day_before(std::string_view text,
                                                       std::size_t end,
                                                       bool counts,
                                                       const Outlook& due) {
  for (const auto begin : boundaries(text)) {
    if (begin >= end) break;
    const auto piece = text.substr(begin, end - begin);
    // A number alone is an amount, 12, and no day.
    if (piece.find_first_not_of("0123456789. ") == std::string_view::npos) continue;
    if (counts) {
      if (const auto day = days_within(piece, due)) return std::pair(begin, *day);
    } else if (const auto day = parse_date(piece, due)) {
      return std::pair(begin, *day);
    }
  }
  return {};
}

struct Mark {
  std::string_view word;
  bool counts;  // so many days
};
constexpr Mark marks[] = {
    {"之前", false}, {"以前", false}, {"前", false}, {"之内", true}, {"以内", true}, {"内", true}};

std::optional<Deadline> find_english(std::string_view text, const Outlook& due) {
  const auto spaced = " " + std::string(text);
  const auto by = spaced.find(" by ");
  if (by == std::string::npos) return {};
  const auto rest = spaced.substr(by + 4);
  const auto places = boundaries(rest);
  for (auto end = places.rbegin(); end != places.rend(); ++end) {
    const auto piece = std::string_view(rest).substr(0, *end);
    if (piece.empty() || piece.find_first_not_of("0123456789. ") == std::string_view::npos)
      continue;
    if (*end < rest.size() && rest[*end] != ' ' && rest[*end] != ',' && rest[*end] != ':') continue;
    if (const auto day = parse_date(piece, due)) {
      return Deadline{trimmed(spaced.substr(0, by)), *day, trimmed(rest.substr(*end))};
    }
  }
  return {};
}

}  // namespace

std::optional<Deadline> find_deadline(std::string_view text, const Outlook& due) {
  for (const auto at : boundaries(text)) {
    for (const auto& mark : marks) {
      if (at == 0 || !text.substr(at).starts_with(mark.word)) continue;
      if (const auto day = day_before(text, at, mark.counts, due)) {
        return Deadline{trimmed(text.substr(0, day->first)),
                        day->second,
                        trimmed(text.substr(at + mark.word.size()))};
      }
    }
  }
  return find_english(text, due);
}

}  // namespace leadbook::service
