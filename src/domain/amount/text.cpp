#include "domain/amount/text.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "leadbook/text/ascii.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook {
namespace {

constexpr std::size_t longest_quote = 60;

using Replacement = std::pair<std::string_view, std::string_view>;
constexpr std::array replacements = {
    Replacement{"￥", "¥"},
    Replacement{"￡", "£"},
    Replacement{"￦", "₩"},
    Replacement{"　", " "},
    Replacement{"億", "亿"},
    Replacement{"萬", "万"},
    Replacement{"幣", "币"},
    Replacement{"圓", "圆"},
    Replacement{"餘", "余"},
    Replacement{"點", "点"},
    Replacement{"兩", "两"},
    Replacement{"約", "约"},
    Replacement{"過", "过"},
    Replacement{"個", "个"},
    Replacement{"−", "-"},
    Replacement{"’", "'"},
    Replacement{"\u202F", " "},
    Replacement{"\u2009", " "},
};

/// The form to read instead of one character of three bytes, or the character itself.
std::string_view replace_wide(std::string_view character, char (&half)[1]) {
  // U+FF01..U+FF5E are ASCII in full width: EF BC 81 .. EF BD 9E.
  const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(character[at]); };
  if (byte(0) == 0xEF && (byte(1) == 0xBC || byte(1) == 0xBD)) {
    const unsigned offset = (byte(1) - 0xBCu) * 64u + (byte(2) - 0x80u);
    if (offset >= 1 && offset <= 0x5E) {
      half[0] = text::to_small(static_cast<char>(0x20 + offset));
      return {half, 1};
    }
  }
  for (const auto& [from, to] : replacements) {
    if (character == from) return to;
  }
  return character;
}

bool is_frequent(std::string_view character) {
  return character == "亿" || character == "元" || character == "万" || character == "港" ||
         character == "币" || character == "美";
}

/// The point of 1。12亿 and the spaces of 120-million-yuan, as hasty typing has them; each mark
/// becomes one other.
void mend_marks(std::string& folded) {
  constexpr std::string_view full_stop = "。";
  const auto is_digit_at = [&](std::size_t at) {
    return at < folded.size() && text::is_digit(folded[at]);
  };
  for (auto at = folded.find(full_stop); at != std::string::npos; at = folded.find(full_stop, at + 1)) {
    if (at > 0 && is_digit_at(at - 1) && is_digit_at(at + full_stop.size())) {
      folded.replace(at, full_stop.size(), ".");
    }
  }
  for (std::size_t at = 1; at + 1 < folded.size(); ++at) {
    const char before = folded[at - 1];
    if (folded[at] == '-' && is_latin(folded[at + 1]) && (is_latin(before) || text::is_digit(before))) {
      folded[at] = ' ';
    }
  }
}

}  // namespace

std::optional<std::string> fold_amount_text(std::string_view text) {
  if (text::first_bad_byte(text)) return std::nullopt;
  std::string folded;
  folded.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const auto first = static_cast<unsigned char>(text[at]);
    if (first < 0x80) {
      const bool is_space = text[at] == '\t' || text[at] == '\n';
      folded += is_space ? ' ' : text::to_small(text[at]);
      at += 1;
    } else if (first < 0xE0) {
      const auto character = text.substr(at, 2);
      folded += character == "\u00A0" ? std::string_view(" ") : character;
      at += 2;
    } else if (first < 0xF0) {
      const auto character = text.substr(at, 3);
      char half[1];
      folded += is_frequent(character) ? character : replace_wide(character, half);
      at += 3;
    } else {
      folded += text.substr(at, 4);
      at += 4;
    }
  }
  mend_marks(folded);
  const auto start = folded.find_first_not_of(' ');
  if (start == std::string::npos) return std::string();
  folded.erase(folded.find_last_not_of(' ') + 1);
  folded.erase(0, start);
  return folded;
}

std::string quote_input(std::string_view text) {
  return text::cut(text::visible(text::trim(text)), longest_quote);
}

}  // namespace leadbook
