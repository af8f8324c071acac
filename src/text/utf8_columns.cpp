#include <algorithm>

#include "leadbook/text/utf8.hpp"
#include "text/graphemes.hpp"

namespace leadbook::text {
namespace {

constexpr std::string_view ellipsis = "…";

bool is_one_of(std::u32string_view set, char32_t code) {
  return set.find(code) != std::u32string_view::npos;
}

// What must not begin or end a line of Chinese.
bool stays_behind(char32_t code) {
  return is_one_of(U"，。、；：？！）》〉」』】〕”’…—％,.;:?!)]}%", code);
}
bool stays_before(char32_t code) { return is_one_of(U"（《〈「『【〔“‘([{", code); }

/// Breaks one paragraph into lines, a grapheme at a time.
class Wrapper {
 public:
  explicit Wrapper(std::size_t columns) : columns_(std::max<std::size_t>(columns, 1)) {}

  std::vector<std::string> wrap(std::string_view paragraph) {
    while (!paragraph.empty()) {
      const Grapheme next = first_grapheme(paragraph);
      paragraph.remove_prefix(next.bytes.size());
      take(next);
    }
    if (!line_.empty() || lines_.empty()) finish_line(line_.size());
    return std::move(lines_);
  }

 private:
  void take(const Grapheme& next) {
    const bool blank = next.bytes == " ";
    if (may_break_before(next)) break_ = line_.size();
    if (width_ + next.columns > columns_ && !line_.empty()) {
      // A blank that no longer fits ends the line; a word without any break is cut.
      finish_line(blank || break_ == 0 ? line_.size() : break_);
    }
    if (blank && line_.empty() && !lines_.empty()) return;
    line_ += next.bytes;
    width_ += next.columns;
    last_ = next;
    if (blank) break_ = line_.size();
  }

  bool may_break_before(const Grapheme& next) const {
    if (line_.empty() || next.bytes == " " || stays_behind(next.first)) return false;
    return (next.columns == 2 || last_.columns == 2) && !stays_before(last_.first);
  }

  void finish_line(std::size_t end) {
    const auto kept = std::string_view(line_).substr(0, end);
    lines_.emplace_back(kept.substr(0, kept.find_last_not_of(' ') + 1));
    line_.erase(0, end);
    line_.erase(0, std::min(line_.find_first_not_of(' '), line_.size()));
    width_ = display_width(line_);
    break_ = 0;
  }

  std::size_t columns_;
  std::vector<std::string> lines_;
  std::string line_;
  std::size_t width_ = 0;
  std::size_t break_ = 0;  // bytes of the line before its last place to break
  Grapheme last_;
};

}  // namespace

std::optional<std::size_t> simple_width(std::string_view text) {
  std::size_t columns = 0;
  for (std::size_t at = 0; at < text.size(); ++columns) {
    const auto lead = static_cast<unsigned char>(text[at]);
    if (lead >= ' ' && lead <= '~') {
      ++at;
      continue;
    }
    // U+4E00 to U+9FFF: E4 B8 80 to E9 BF BF.
    if (lead < 0xE4 || lead > 0xE9 || at + 2 >= text.size()) return {};
    const auto second = static_cast<unsigned char>(text[at + 1]);
    const auto third = static_cast<unsigned char>(text[at + 2]);
    if ((second & 0xC0) != 0x80 || (third & 0xC0) != 0x80) return {};
    if (lead == 0xE4 && second < 0xB8) return {};
    at += 3;
    ++columns;
  }
  return columns;
}

std::size_t display_width(std::string_view text) {
  if (const auto columns = simple_width(text)) return *columns;
  std::size_t columns = 0;
  while (!text.empty()) {
    const Grapheme grapheme = first_grapheme(text);
    columns += grapheme.columns;
    text.remove_prefix(grapheme.bytes.size());
  }
  return columns;
}

std::string pad(std::string_view text, std::size_t columns, Align align) {
  const std::size_t width = display_width(text);
  const std::string blanks(columns > width ? columns - width : 0, ' ');
  switch (align) {
    case Align::left:
      return std::string(text) + blanks;
    case Align::right:
      return blanks + std::string(text);
  }
  return std::string(text);
}

std::string cut(std::string_view text, std::size_t columns) {
  if (display_width(text) <= columns) return std::string(text);
  if (columns == 0) return "";
  std::size_t width = 0;
  std::size_t end = 0;
  while (true) {
    const Grapheme next = first_grapheme(text.substr(end));
    if (width + next.columns > columns - 1) break;
    width += next.columns;
    end += next.bytes.size();
  }
  return std::string(text.substr(0, end)).append(ellipsis);
}

std::vector<std::string> wrap(std::string_view text, std::size_t columns) {
  std::vector<std::string> lines;
  for (const auto paragraph : split(text, '\n')) {
    for (auto& line : Wrapper(columns).wrap(paragraph)) lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace leadbook::text
