// Officials named with their posts: 县委副书记、县长郑振亮; "Mayor Han Dayong of Keshan County".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "service/draft/prose.hpp"

namespace leadbook::service::drafting {

struct Official {
  Span name;
  Span post;
};

/// The officials of a text, each with the posts right before (in English also behind) the name.
std::vector<Official> find_officials(std::string_view text, std::size_t offset = 0);

}  // namespace leadbook::service::drafting
