// The session of examples, one command a line: examples.txt.
#pragma once

#include <span>

#include "leadbook/text/embedded.hpp"

namespace leadbook::embedded {

std::span<const File> examples();

}  // namespace leadbook::embedded
