// Unified social credit code (统一社会信用代码, GB 32100-2015): 18 characters, the last a check
// digit.
#pragma once

#include <string>
#include <string_view>

#include "leadbook/domain/result.hpp"

namespace leadbook {

/// The code in upper case and half width, its spaces and hyphens gone. The problem tells which
/// character cannot be, how many there are, or which check digit the others call for. The check
/// digit of the organisation code inside counts for nothing: registers hold old ones without.
Result<std::string> parse_credit_code(std::string_view text);

}  // namespace leadbook
