// Characters of names made comparable: width, case, Traditional forms.
#pragma once

#include <string>
#include <string_view>

namespace leadbook {

/// A table of data/han, as text.
std::string_view han_table(std::string_view name);

/// The Simplified form of a Traditional character that has one; any other as it is.
char32_t simplify(char32_t code);

/// The text folded as text::fold does, its Traditional characters Simplified.
std::u32string fold_name(std::string_view text);

bool is_han(char32_t code);

/// A letter or digit of any script but Han.
bool is_word_character(char32_t code);

}  // namespace leadbook
