#include <algorithm>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/amount_text.hpp"
#include "domain/currency_table.hpp"
#include "leadbook/domain/money.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook {
namespace {

struct Name {
  std::string text;
  const CurrencyRow* row;
};

std::string lower_ascii(std::string_view text) {
  std::string lower(text);
  for (char& letter : lower) letter = ascii_lower(letter);
  return lower;
}

void add_name(std::vector<Name>& names, std::string_view text, const CurrencyRow& row) {
  names.push_back({lower_ascii(text), &row});
  const bool takes_plural = text.size() > 3 && is_latin(text.back()) && text.back() != 's';
  if (takes_plural) names.push_back({lower_ascii(text) + "s", &row});
}

std::vector<Name> make_names() {
  std::vector<Name> names;
  for (const auto& row : currency_rows()) {
    names.push_back({lower_ascii(row.code), &row});
    add_name(names, row.english, row);
    add_name(names, row.chinese, row);
    for (const auto synonym : text::split(row.synonyms, '|')) {
      if (!synonym.empty()) add_name(names, synonym, row);
    }
  }
  std::sort(names.begin(), names.end(), [](const Name& left, const Name& right) {
    return left.text < right.text;
  });
  return names;
}

const std::vector<Name>& all_names() {
  static const std::vector<Name> names = make_names();
  return names;
}

/// Codes and names as they are suggested.
std::vector<std::string> make_spellings() {
  std::vector<std::string> spellings;
  for (const auto& row : currency_rows()) {
    spellings.emplace_back(row.chinese);
    spellings.emplace_back(row.code);
    spellings.push_back(lower_ascii(row.english));
    for (const auto synonym : text::split(row.synonyms, '|')) {
      if (synonym.size() > 3) spellings.emplace_back(synonym);
    }
  }
  return spellings;
}

const std::vector<std::string>& spellings() {
  static const std::vector<std::string> spellings = make_spellings();
  return spellings;
}

std::size_t common_length(std::string_view left, std::string_view right) {
  const std::size_t most = std::min(left.size(), right.size());
  std::size_t length = 0;
  while (length < most && left[length] == right[length]) ++length;
  return length;
}

}  // namespace

const CurrencyRow* find_currency(std::string_view code) {
  const auto rows = currency_rows();
  const auto found = std::lower_bound(
      rows.begin(), rows.end(), code, [](const CurrencyRow& row, std::string_view wanted) {
        return row.code < wanted;
      });
  return found != rows.end() && found->code == code ? &*found : nullptr;
}

CurrencyMatch match_currency(std::string_view text) {
  const auto& names = all_names();
  std::string_view searched = text;
  while (!searched.empty()) {
    const auto after = std::upper_bound(
        names.begin(), names.end(), searched, [](std::string_view wanted, const Name& name) {
          return wanted < name.text;
        });
    if (after == names.begin()) return {};
    // No name between this one and the text, so a shorter one must lie in what both share.
    const Name& name = *(after - 1);
    const std::size_t length = common_length(name.text, searched);
    if (length == name.text.size()) {
      if (!ends_word(text, length)) return {};
      return {name.row, length};
    }
    searched = searched.substr(0, length);
  }
  return {};
}

std::string suggest_currency(std::string_view word, std::span<const std::string> others) {
  const std::string folded = text::fold(word);
  if (folded.empty()) return "";
  std::vector<std::string> candidates;
  for (const auto& list : {others, std::span<const std::string>(spellings())}) {
    for (const auto& candidate : list) {
      const std::string lower = lower_ascii(candidate);
      if (lower == folded) return "";  // known, only out of place
      // What was broken off is likelier than what has another letter.
      if (folded.size() > 1 && lower.starts_with(folded)) return candidate;
      // A slip seldom changes both ends, and measuring all distances would make refusals slow.
      if (lower.front() == folded.front() || lower.back() == folded.back()) {
        candidates.push_back(candidate);
      }
    }
  }
  const auto nearest = text::closest(folded, candidates, 1);
  return nearest.empty() ? "" : nearest.front();
}

Result<Currency> Currency::parse(std::string_view text) {
  const CurrencyRow* row = find_currency(text);
  if (row == nullptr) {
    const auto folded = fold_amount_text(text);
    const auto match = folded ? match_currency(*folded) : CurrencyMatch{};
    if (match.row != nullptr && match.length == folded->size()) row = match.row;
  }
  if (row != nullptr) {
    Currency currency;
    row->code.copy(currency.code_, 3);
    currency.minor_digits_ = static_cast<std::int8_t>(row->minor_digits);
    return currency;
  }
  const std::string quoted = quote_input(text);
  const std::string suggestion = suggest_currency(quoted);
  if (suggestion.empty()) {
    return Problem{
        say("there is no currency '{}': give an ISO code such as CNY, HKD or USD", quoted)};
  }
  return Problem{say("there is no currency '{}'; did you mean '{}'?", quoted, suggestion)};
}

std::string_view Currency::name() const {
  const CurrencyRow* row = find_currency(code());
  return row == nullptr ? code() : choose(row->english, row->chinese);
}

}  // namespace leadbook
