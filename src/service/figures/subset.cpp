#include "service/figures/subset.hpp"

#include <utility>

#include "leadbook/text/utf8.hpp"

namespace leadbook::service {
namespace {

/// Where a size stands in a text.
struct Size {
  std::size_t from = 0;
  std::size_t until = 0;
  Money least;
};

std::optional<Money> money_of(std::string text) {
  text = std::string(text::trim(text));
  // 亿元以上 is one 亿 and more.
  if (text.starts_with("亿") || text.starts_with("千万") || text.starts_with("百亿")) {
    text.insert(0, "1");
  }
  const auto parsed = parse_amount(text);
  if (!parsed || !parsed->amount) return {};
  return parsed->amount->money;
}

/// "10亿元以上", "5000万元及以上".
std::optional<Size> chinese_size(std::string_view folded) {
  for (const std::string_view end : {"及以上", "以上", "(含)以上"}) {
    const auto at = folded.find(end);
    if (at == folded.npos) continue;
    // The longest text before it that is an amount.
    for (std::size_t from = 0; from < at; ++from) {
      const auto symbol = static_cast<unsigned char>(folded[from]);
      const bool begins =
          (symbol >= '0' && symbol <= '9') || folded.substr(from).starts_with("亿") ||
          folded.substr(from).starts_with("千") || folded.substr(from).starts_with("百");
      if (!begins) continue;
      if (const auto least = money_of(std::string(folded.substr(from, at - from)))) {
        return Size{from, at + end.size(), *least};
      }
    }
  }
  return {};
}

/// "over 1 billion yuan", "of more than 100 million".
std::optional<Size> english_size(std::string_view folded) {
  for (const std::string_view begin :
       {"of over ", "over ", "of more than ", "more than ", "above ", "exceeding ", "at least "}) {
    const auto at = folded.find(begin);
    if (at == folded.npos) continue;
    const auto from = at + begin.size();
    // The longest text behind it that is an amount.
    for (auto until = folded.size(); until != folded.npos && until > from;
         until = folded.rfind(' ', until - 1)) {
      if (const auto least = money_of(std::string(folded.substr(from, until - from)))) {
        return Size{at, until, *least};
      }
    }
  }
  return {};
}

}  // namespace

std::optional<SubsetWords> subset_words(std::string_view indicator) {
  SubsetWords words;
  words.rest = text::fold(indicator);
  bool found = false;
  auto size = chinese_size(words.rest);
  if (!size) size = english_size(words.rest);
  if (size) {
    words.least = size->least;
    words.rest.erase(size->from, size->until - size->from);
    found = true;
  }
  for (const std::string_view word : {"其中", "of which", "including", "thereof"}) {
    const auto at = words.rest.find(word);
    if (at == std::string::npos) continue;
    words.rest.erase(at, word.size());
    found = true;
  }
  if (!found) return {};
  words.rest = text::fold(words.rest);
  while (!words.rest.empty() && (words.rest.front() == ':' || words.rest.front() == ',')) {
    words.rest.erase(0, 1);
  }
  words.rest = std::string(text::trim(words.rest));
  return words;
}

}  // namespace leadbook::service
