// The field's words: each value of an enumeration with its identifier and its name in both
// languages, in one table that display, parsing and storage all read.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "leadbook/domain/result.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook {

template <class E>
struct Word {
  E value;
  std::string_view identifier;  // in code, SQL, JSON and option values
  std::string_view english;
  std::string_view chinese;
  std::string_view synonyms = "";  // further accepted spellings, separated by '|'
};

/// The table of one enumeration; specialised beside each.
template <class E>
std::span<const Word<E>> words();

template <class E>
const Word<E>& word_of(E value) {
  for (const auto& word : words<E>()) {
    if (word.value == value) return word;
  }
  return words<E>().front();
}

template <class E>
std::string_view identifier(E value) {
  return word_of(value).identifier;
}

/// The word on the screen, in the chosen language.
template <class E>
std::string_view name_of(E value) {
  return choose(word_of(value).english, word_of(value).chinese);
}

/// One word of any table, its value as a number, so that matching is written once.
struct PlainWord {
  int value;
  std::string_view identifier, english, chinese, synonyms;
};

/// The word that `text` is: identifier, either name or a synonym, whatever its case, width or
/// '-' and ' ' for '_'. `what` names the thing in the problem: "there is no stage 'sold'; did you
/// mean 'signed'?".
Result<int> parse_plain_word(std::string_view text,
                             const char* what,
                             std::span<const PlainWord> words);

template <class E>
Result<E> parse_word(std::string_view text, const char* what) {
  PlainWord plain[64];
  std::size_t count = 0;
  for (const auto& word : words<E>()) {
    plain[count++] = {
        static_cast<int>(word.value), word.identifier, word.english, word.chinese, word.synonyms};
  }
  auto found = parse_plain_word(text, what, {plain, count});
  if (!found) return found.problem();
  return static_cast<E>(*found);
}

}  // namespace leadbook
