#include "leadbook/domain/word.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "leadbook/text/utf8.hpp"

namespace leadbook {
namespace {

std::string plain_form(std::string_view text) {
  std::string form = text::fold(text);
  std::replace(form.begin(), form.end(), '-', '_');
  std::replace(form.begin(), form.end(), ' ', '_');
  return form;
}

/// All accepted spellings, the identifier first, so that it wins among equally close ones.
std::vector<std::string_view> spellings_of(const PlainWord& word) {
  std::vector<std::string_view> spellings = {word.identifier, word.english, word.chinese};
  if (!word.synonyms.empty()) {
    const auto synonyms = text::split(word.synonyms, '|');
    spellings.insert(spellings.end(), synonyms.begin(), synonyms.end());
  }
  return spellings;
}

Problem unknown_word(std::string_view text, const char* what, std::span<const PlainWord> words) {
  std::vector<std::string> spellings;
  std::string choices;
  for (const auto& word : words) {
    for (const auto spelling : spellings_of(word)) spellings.emplace_back(spelling);
    if (!choices.empty()) choices += choose(", ", "、");
    choices += choose(word.identifier, word.chinese);
  }
  const std::string thing = translate(what);
  const std::string typed = text::visible(text);
  const auto near = text::closest(text, spellings, 1);
  if (!near.empty()) {
    return {say("there is no {} '{}'; did you mean '{}'?", thing, typed, near.front())};
  }
  return {say("there is no {} '{}'; there are {}", thing, typed, choices)};
}

}  // namespace

Result<int> parse_plain_word(std::string_view text,
                             const char* what,
                             std::span<const PlainWord> words) {
  for (const auto& word : words) {
    if (text == word.identifier || text == word.chinese || text == word.english) return word.value;
  }
  const std::string wanted = plain_form(text);
  for (const auto& word : words) {
    for (const auto spelling : spellings_of(word)) {
      if (!spelling.empty() && plain_form(spelling) == wanted) return word.value;
    }
  }
  return unknown_word(text, what, words);
}

}  // namespace leadbook
