// Words of trades and kinds of organisation, which alone name nobody.
#pragma once

#include <cstddef>
#include <string_view>

namespace leadbook {

/// Characters of the trade word at the start of Han text, 0 where there is none.
std::size_t leading_trade_word(std::u32string_view text);

/// Whether a lower-case word in letters is one.
bool is_trade_word(std::u32string_view word);

}  // namespace leadbook
