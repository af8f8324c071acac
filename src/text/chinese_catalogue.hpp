// The Chinese messages, compiled into the program: the binary alone speaks both languages.
#pragma once

#include <string_view>

namespace leadbook::embedded {

/// A catalogue as msgfmt writes it, for a machine of this byte order or the other.
std::string_view chinese_catalogue();

}  // namespace leadbook::embedded
