#include "leadbook/domain/naming/joined_names.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "leadbook/text/ascii.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook {
namespace {

constexpr std::array<std::string_view, 7> separators = {"、", "，", "／", ",", "/", "\n", "\r"};
constexpr std::array<std::string_view, 6> opening = {"(", "（", "[", "［", "【", "《"};
constexpr std::array<std::string_view, 6> closing = {")", "）", "]", "］", "】", "》"};

template <std::size_t count>
std::size_t size_of_any(std::string_view text, const std::array<std::string_view, count>& marks) {
  for (const auto mark : marks) {
    if (text.starts_with(mark)) return mark.size();
  }
  return 0;
}

bool is_letter_or_digit(char byte) {
  return text::is_digit(byte) || text::is_small_letter(text::to_small(byte));
}

/// Whether a word of one letter stands right before `at`, as in A/S.
bool ends_in_one_letter(std::string_view text, std::size_t at) {
  return at > 0 && is_letter_or_digit(text[at - 1]) &&
         (at == 1 || !is_letter_or_digit(text[at - 2]));
}

/// "A/S", "3,000": no end of a name.
bool stands_within(std::string_view text, std::size_t at) {
  if (at == 0 || at + 1 >= text.size()) return false;
  if (text[at] == ',') return text::is_digit(text[at - 1]) && text::is_digit(text[at + 1]);
  const bool one_behind = is_letter_or_digit(text[at + 1]) &&
                          (at + 2 == text.size() || !is_letter_or_digit(text[at + 2]));
  return text[at] == '/' && ends_in_one_letter(text, at) && one_behind;
}

/// "Co., Ltd." written small and without points and blanks: "co", "ltd".
std::string plain_word(std::string_view text) {
  std::string plain = text::fold(text);
  std::erase_if(plain, [](char byte) { return byte == '.' || byte == ' '; });
  return plain;
}

/// Whether a piece says only of what form the firm before it is.
bool is_legal_form(std::string_view piece) {
  constexpr std::string_view forms[] = {
      "ltd",         "limited", "inc",   "incorporated", "llc",  "llp",    "lp",     "corp",
      "corporation", "co",      "coltd", "company",      "plc",  "pteltd", "ptyltd", "pvtltd",
      "gmbh",        "ag",      "kg",    "kgaa",         "se",   "sa",     "sas",    "sarl",
      "spa",         "srl",     "nv",    "bv",           "ab",   "as",     "a/s",    "oy",
      "oyj",         "sdnbhd",  "bhd",   "jsc",          "ojsc", "cojsc",  "ooo",    "kk"};
  return std::find(std::begin(forms), std::end(forms), plain_word(piece)) != std::end(forms);
}

/// "Co." and "Ltd. of China": one form goes on behind the comma, whatever follows it.
bool goes_on(std::string_view before, std::string_view piece) {
  const bool begins_form = plain_word(before.substr(before.find_last_of(' ') + 1)) == "co";
  return is_legal_form(piece) || (begins_form && is_legal_form(piece.substr(0, piece.find(' '))));
}

bool is_one_latin_word(std::string_view piece) {
  return !piece.empty() && std::all_of(piece.begin(), piece.end(), [](char byte) {
    return is_letter_or_digit(byte) || byte == '-' || byte == '\'';
  });
}

/// "Smith, Jones & Partners": single words up to a piece with an ampersand.
bool is_partnership(const std::vector<std::string_view>& pieces) {
  const auto& last = pieces.back();
  return pieces.size() > 1 && last.find('&') != std::string_view::npos &&
         std::all_of(pieces.begin(), pieces.end() - 1, is_one_latin_word);
}

bool is_comma(std::string_view text) { return text.starts_with(',') || text.starts_with("，"); }

}  // namespace

std::vector<std::string_view> split_names(std::string_view text) {
  std::vector<std::string_view> pieces;
  std::size_t begin = 0;
  std::size_t piece_begin = 0;  // of the last piece taken
  bool has_comma = false;       // before the piece at hand
  const auto take = [&](std::size_t end) {
    const auto piece = text::trim(text.substr(begin, end - begin));
    if (piece.empty()) return;
    if (has_comma && !pieces.empty() && goes_on(pieces.back(), piece)) {
      pieces.back() = text::trim(text.substr(piece_begin, end - piece_begin));
    } else {
      pieces.push_back(piece);
      piece_begin = begin;
    }
  };
  int depth = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto rest = text.substr(at);
    if (rest[0] == '\\' && rest.size() > 1) {
      at += 1 + std::max<std::size_t>(size_of_any(rest.substr(1), separators), 1);
      continue;
    }
    if (size_of_any(rest, opening) > 0) ++depth;
    if (size_of_any(rest, closing) > 0 && depth > 0) --depth;
    const auto size = depth > 0 || stands_within(text, at) ? 0 : size_of_any(rest, separators);
    if (size > 0) {
      take(at);
      begin = at + size;
      has_comma = is_comma(rest);
    }
    at += std::max<std::size_t>(size, 1);
  }
  take(text.size());
  if (!pieces.empty() && is_partnership(pieces)) return {text::trim(text)};
  return pieces;
}

bool are_all_firms(const std::vector<std::string_view>& names) {
  constexpr std::string_view endings[] = {"公司",
                                          "集团",
                                          "有限合伙",
                                          "合作社",
                                          "商会",
                                          "协会",
                                          "联合会",
                                          "基金",
                                          "中心",
                                          "银行",
                                          "政府",
                                          "委员会",
                                          "厂",
                                          "研究院",
                                          "研究所",
                                          "大学",
                                          "局"};
  return std::all_of(names.begin(), names.end(), [&](std::string_view name) {
    const auto bracket = std::min(name.find('('), name.find("（"));
    if (bracket != std::string_view::npos && bracket > 0)
      name = text::trim(name.substr(0, bracket));
    const auto word = name.substr(name.find_last_of(' ') + 1);
    return is_legal_form(word) || std::any_of(std::begin(endings),
                                              std::end(endings),
                                              [&](auto end) { return name.ends_with(end); });
  });
}

}  // namespace leadbook
