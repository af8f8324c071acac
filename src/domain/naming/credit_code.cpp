#include "leadbook/domain/naming/credit_code.hpp"

#include <cstddef>
#include <optional>

#include "leadbook/text/ascii.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook {
namespace {

constexpr std::size_t code_length = 18;

/// A character's value is its place; I, O, S, V and Z are left out as they look like digits.
constexpr std::string_view alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

std::string plain_code(std::string_view text) {
  std::string code;
  for (const char byte : text::fold(text)) {
    if (byte == ' ' || byte == '-') continue;
    code += text::to_capital(byte);
  }
  return code;
}

/// The digit that a letter outside the alphabet was probably read from.
std::optional<char> digit_like(char32_t letter) {
  switch (letter) {
    case U'I':
      return '1';
    case U'O':
      return '0';
    case U'S':
      return '5';
    case U'Z':
      return '2';
    default:
      return std::nullopt;
  }
}

Problem bad_character(std::string_view typed, char32_t character, std::size_t place) {
  const std::string shown = text::visible(text::encode(std::u32string(1, character)));
  if (const auto digit = digit_like(character)) {
    return {say("'{}': character {} is '{}', which no credit code holds; did you mean '{}'?",
                typed,
                place,
                shown,
                *digit)};
  }
  return {
      say("'{}': character {} is '{}'; a credit code holds digits and capital letters, "
          "but not I, O, S, V or Z",
          typed,
          place,
          shown)};
}

/// GB 32100: weights are the powers of 3 modulo 31.
char check_character(std::string_view code) {
  std::size_t sum = 0;
  std::size_t weight = 1;
  for (const char character : code.substr(0, code_length - 1)) {
    sum += alphabet.find(character) * weight;
    weight = weight * 3 % 31;
  }
  return alphabet[(31 - sum % 31) % 31];
}

}  // namespace

Result<std::string> parse_credit_code(std::string_view text) {
  const std::string code = plain_code(text);
  const std::string typed = text::visible(text);
  const std::u32string characters = text::decode(code);
  for (std::size_t at = 0; at < characters.size(); ++at) {
    const char32_t character = characters[at];
    const bool known =
        character < 0x80 && alphabet.find(static_cast<char>(character)) != std::string_view::npos;
    if (!known) return bad_character(typed, character, at + 1);
  }
  if (characters.size() != code_length) {
    return Problem{say(
        "'{}' has {} characters; a unified social credit code has 18", typed, characters.size())};
  }
  if (const char expected = check_character(code); code.back() != expected) {
    return Problem{
        say("'{}' cannot be right: after its first 17 characters comes '{}', not '{}'; "
            "please compare it with the business licence",
            typed,
            expected,
            code.back())};
  }
  return code;
}

}  // namespace leadbook
