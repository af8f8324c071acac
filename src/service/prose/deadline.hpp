// The day by which something is to be done, within a text.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "leadbook/domain/date/date.hpp"

namespace leadbook::service {

/// "建华区周五前寄合同" is 建华区, a Friday, 寄合同.
struct Deadline {
  std::string before;
  Date day;
  std::string after;
};

/// The first 周五前, 6月1日之前, 10天内 or "by Friday" in a text; days are read by `due`.
std::optional<Deadline> find_deadline(std::string_view text, const Outlook& due);

}  // namespace leadbook::service
