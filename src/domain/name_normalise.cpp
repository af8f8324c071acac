#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string>
#include <string_view>

#include "domain/name_characters.hpp"
#include "domain/name_place.hpp"
#include "domain/name_trade.hpp"
#include "leadbook/domain/name_match.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook {
namespace {

bool is_letter(char32_t code) { return is_word_character(code); }

bool is_opening(char32_t code) {
  return code == U'(' || code == U'[' || code == U'【' || code == U'〔';
}

bool is_closing(char32_t code) {
  return code == U')' || code == U']' || code == U'】' || code == U'〕';
}

/// Only words: Han runs on, words in letters are one space apart. "." and "'" vanish, so that
/// "S.A." is one word; other punctuation parts words.
std::u32string keep_words(std::u32string_view folded) {
  std::u32string words;
  words.reserve(folded.size());
  bool parted = false;
  for (const char32_t code : folded) {
    if (is_letter(code) || is_han(code)) {
      if (parted && !words.empty() && is_letter(code) && is_letter(words.back())) words += U' ';
      words += code;
      parted = false;
    } else if (code != U'.' && code != U'\'' && code != U'’') {
      parted = true;
    }
  }
  return words;
}

bool is_latin_form(std::u32string_view word) {
  static constexpr std::u32string_view forms[] = {
      U"co",   U"company",     U"coltd", U"ltd",     U"limited",  U"inc",  U"incorporated",
      U"corp", U"corporation", U"group", U"holding", U"holdings", U"plc",  U"llc",
      U"llp",  U"lp",          U"gmbh",  U"ag",      U"sa",       U"sas",  U"srl",
      U"bv",   U"nv",          U"ab",    U"oy",      U"kg",       U"kgaa", U"pte",
      U"pty",  U"pvt",         U"bhd",   U"sdn",     U"kk"};
  return std::find(std::begin(forms), std::end(forms), word) != std::end(forms);
}

/// Characters of the legal form at the end of the words, 0 where there is none.
std::size_t closing_form(std::u32string_view words) {
  static constexpr std::u32string_view forms[] = {U"有限责任公司",
                                                  U"股份有限公司",
                                                  U"股份公司",
                                                  U"有限公司",
                                                  U"集团公司",
                                                  U"有限合伙",
                                                  U"普通合伙",
                                                  U"总公司",
                                                  U"集团",
                                                  U"股份",
                                                  U"控股",
                                                  U"公司"};
  for (const std::u32string_view form : forms) {
    if (words.ends_with(form)) {
      // A branch is somebody else than its company.
      const std::u32string_view before = words.substr(0, words.size() - form.size());
      const bool branch = form == U"公司" && (before.ends_with(U"分") || before.ends_with(U"子"));
      return branch ? 0 : form.size();
    }
  }
  std::size_t start = words.size();
  while (start > 0 && is_letter(words[start - 1])) --start;
  return is_latin_form(words.substr(start)) ? words.size() - start : 0;
}

void drop_closing_forms(std::u32string_view& words, std::size_t least) {
  while (const std::size_t length = closing_form(words)) {
    std::u32string_view rest = words.substr(0, words.size() - length);
    if (rest.ends_with(U' ')) rest.remove_suffix(1);
    if (rest.size() < least) return;
    words = rest;
  }
}

/// Whether more than trades and places is left in it: at least so many Han characters, or one word
/// in letters.
bool says_who(std::u32string_view words, std::size_t least_han) {
  std::size_t telling = 0;
  while (!words.empty()) {
    if (is_letter(words.front())) {
      std::size_t length = 0;
      while (length < words.size() && is_letter(words[length])) ++length;
      const bool plain = is_trade_word(words.substr(0, length)) ||
                         leading_place_in_letters(words.substr(0, length)) == length;
      if (!plain) return true;
      words.remove_prefix(length);
      continue;
    }
    std::size_t known = leading_trade_word(words);
    if (known == 0) known = leading_place(words).length;
    if (known == 0 && words.front() != U' ' && ++telling == least_han) return true;
    words.remove_prefix(std::max<std::size_t>(known, 1));
  }
  return false;
}

constexpr std::size_t least_after_place = 2;
constexpr std::size_t least_after_likely_brand = 3;

/// Characters of the place to drop from the front, 0 where what follows needs it.
std::size_t droppable_place(std::u32string_view words) {
  if (is_letter(words.front())) {
    const std::size_t length = leading_place_in_letters(words);
    if (length == 0 || length >= words.size()) return 0;
    return says_who(words.substr(length), least_after_place) ? length : 0;
  }
  // No shorter place is tried: 青龙满族自治县 does not begin with 青龙.
  const LeadingPlace place = leading_place(words);
  const std::size_t least = place.may_be_brand ? least_after_likely_brand : least_after_place;
  return says_who(words.substr(place.length), least) ? place.length : 0;
}

void drop_leading_places(std::u32string_view& words) {
  if (words.starts_with(U"the ")) words.remove_prefix(4);
  while (!words.empty()) {
    const std::size_t length = droppable_place(words);
    if (length == 0) return;
    words.remove_prefix(length);
    if (words.starts_with(U' ')) words.remove_prefix(1);
  }
}

/// Whether a bracket holds nothing that tells companies apart: a place, a legal form.
bool is_filler(std::u32string_view inside) {
  const std::u32string words = keep_words(inside);
  std::u32string_view rest = words;
  drop_closing_forms(rest, 0);
  if (rest.empty() || rest == U"中国" || rest == U"china" || rest == U"prc") return true;
  if (rest == U"特殊") return true;  // of 特殊普通合伙
  if (leading_place_in_letters(rest) == rest.size()) return true;
  return leading_place(rest).length == rest.size();
}

/// The folded name without brackets that hold a place or a legal form.
std::u32string drop_brackets(const std::u32string& folded) {
  if (std::none_of(folded.begin(), folded.end(), is_opening)) return folded;
  std::u32string kept;
  for (auto at = folded.begin(); at != folded.end(); ++at) {
    const auto close = is_opening(*at) ? std::find_if(at, folded.end(), is_closing) : folded.end();
    if (close == folded.end()) {
      kept += *at;
      continue;
    }
    kept += U' ';
    if (is_filler({&*at + 1, static_cast<std::size_t>(close - at - 1)})) at = close;
  }
  return kept;
}

}  // namespace

std::string normalise_company(std::string_view name) {
  const std::u32string folded = fold_name(name);
  std::u32string words = keep_words(drop_brackets(folded));
  if (words.empty()) words = keep_words(folded);
  if (words.empty()) return std::string(text::trim(name));
  std::u32string_view rest = words;
  constexpr std::size_t least = 2;
  drop_closing_forms(rest, least);
  drop_leading_places(rest);
  return text::encode(rest);
}

}  // namespace leadbook
