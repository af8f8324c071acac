#include "leadbook/domain/id.hpp"

#include <algorithm>

#include "leadbook/domain/record/kind_facts.hpp"
#include "leadbook/domain/record/records.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook {
namespace {

/// Greater numbers would not survive JSON, whose readers hold numbers as doubles.
constexpr std::int64_t greatest = std::int64_t{1} << 53;

bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

bool is_same_letter(char folded, char letter) { return folded == letter - 'A' + 'a'; }

std::optional<Kind> kind_with_letters(std::string_view folded) {
  for (const auto kind : all_kinds) {
    const auto letters = facts_of(kind).letters;
    if (std::equal(folded.begin(), folded.end(), letters.begin(), letters.end(), is_same_letter)) {
      return kind;
    }
  }
  return std::nullopt;
}

/// The number that all of the text is; nothing where it is none or none a record can have.
std::optional<std::int64_t> number_of(std::string_view digits) {
  if (digits.empty() || !std::all_of(digits.begin(), digits.end(), is_digit)) return std::nullopt;
  std::int64_t number = 0;
  for (const char digit : digits) {
    number = number * 10 + (digit - '0');
    if (number > greatest) return std::nullopt;
  }
  if (number == 0) return std::nullopt;
  return number;
}

/// "31", or "230229.31" for record 31 of that book.
std::optional<std::int64_t> number_in_book(std::string_view text) {
  const auto point = text.find('.');
  if (point == std::string_view::npos) return number_of(text);
  const auto book = number_of(text.substr(0, point));
  const auto number = number_of(text.substr(point + 1));
  if (!book || !number || *number >= numbers_per_book || *book > greatest / numbers_per_book) {
    return std::nullopt;
  }
  return *book * numbers_per_book + *number;
}

}  // namespace

std::string reference_text(const Reference& reference) {
  const auto book = reference.number / numbers_per_book;
  const std::string number = (book > 0 ? std::to_string(book) + "." : std::string()) +
                             std::to_string(reference.number % numbers_per_book);
  return std::string(facts_of(reference.kind).letters) + '-' + number;
}

std::optional<Reference> parse_reference(std::string_view text, std::optional<Kind> kind) {
  const std::string folded = text::fold(text);
  const auto first_other = std::find_if(
      folded.begin(), folded.end(), [](char byte) { return byte < 'a' || byte > 'z'; });
  const auto letters = static_cast<std::size_t>(first_other - folded.begin());
  std::string_view digits = std::string_view(folded).substr(letters);
  std::optional<Kind> meant = kind;
  if (letters > 0) {
    meant = kind_with_letters(std::string_view(folded).substr(0, letters));
    if (digits.starts_with('-')) digits.remove_prefix(1);
  }
  const auto number = number_in_book(digits);
  if (!number || !meant || (kind && meant != kind)) return std::nullopt;
  return Reference{*meant, *number};
}

}  // namespace leadbook
