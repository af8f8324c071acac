// Firms, chambers and other bodies named in a text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "service/draft/prose.hpp"

namespace leadbook::service::drafting {

struct Firm {
  Span span;
  bool by_ending =
      true;  // 有限公司, 集团, 商会; else it stands in a list of firms or behind a verb
};

/// The firms of a text in their order: by their endings, and those of lists that say what they list
/// ("走访了A、B、C 3家企业").
std::vector<Firm> find_firms(std::string_view text, std::size_t offset = 0);

/// Whether two names, as normalise_company leaves them, may be one firm: equal, or one the
/// beginning or end of the other.
bool is_same_plain_firm(std::string_view one, std::string_view other);

/// Whether a text ends in a trade, as short names of firms do: 科技, 食品, 新能源.
bool ends_in_trade(std::string_view text);

/// Where, behind the last verb, preposition or sign before `end`, a firm's name begins.
std::size_t firm_begin(std::string_view text, std::size_t end);

}  // namespace leadbook::service::drafting
