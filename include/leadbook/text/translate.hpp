// Messages in the reader's language: English in the source, 中文 from a catalogue that
// gettext's tools compile.
#pragma once

#include <fmt/core.h>

#include <cstdint>
#include <string>
#include <string_view>

/// Marks a message for the catalogue where it is only translated later, with `translate`.
#define N_(message) message

namespace leadbook {

enum class Language { english, chinese };

/// Chooses the language of all messages from now on. `catalogues` is the folder that holds
/// zh_CN/LC_MESSAGES/leadbook.mo; a missing catalogue leaves the messages English.
void use_language(Language language, const std::string& catalogues);

Language language();

/// The message in the chosen language.
const char* translate(const char* message);

/// The singular or plural message in the chosen language, for `count` of something.
const char* translate(const char* singular, const char* plural, std::int64_t count);

/// The translated message with its {} filled in.
template <class... Arguments>
std::string say(const char* message, const Arguments&... arguments) {
  return fmt::vformat(translate(message), fmt::make_format_args(arguments...));
}

/// As `say`, choosing between singular and plural by `count`, which is {0} of both messages.
template <class... Arguments>
std::string say_count(const char* singular,
                      const char* plural,
                      std::int64_t count,
                      const Arguments&... arguments) {
  return fmt::vformat(translate(singular, plural, count),
                      fmt::make_format_args(count, arguments...));
}

/// One of two texts, for the few words that a table holds in both languages.
inline std::string_view choose(std::string_view english, std::string_view chinese) {
  return language() == Language::chinese ? chinese : english;
}

}  // namespace leadbook
