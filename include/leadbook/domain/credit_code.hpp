// Unified social credit code (统一社会信用代码, GB 32100-2015): 18 characters, the last a check
// digit.
#pragma once

#include <string>
#include <string_view>

#include "leadbook/domain/result.hpp"

namespace leadbook {

/// The code in upper case and half width, its spaces and hyphens gone. The problem tells which
/// character cannot be, how many there are, or which check digit the others call for.
Result<std::string> parse_credit_code(std::string_view text);

/// Whether the organisation code inside (characters 9 to 17, GB 11714) has the check digit it
/// should. Registers hold old ones that do not: worth a warning, no reason to refuse.
bool has_sound_organisation_code(std::string_view credit_code);

}  // namespace leadbook
