#include "leadbook/text/quoted_list.hpp"

#include "leadbook/text/translate.hpp"

namespace leadbook::text {

std::string quoted_list(const std::vector<std::string>& names) {
  std::string list;
  for (const auto& name : names) {
    if (!list.empty()) list += choose(", ", "、");
    list.append(choose("'", "“")).append(name).append(choose("'", "”"));
  }
  return list;
}

}  // namespace leadbook::text
