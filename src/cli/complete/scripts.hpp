// The scripts of data/completion, by the name of their shell.
#pragma once

#include <span>

#include "leadbook/text/embedded.hpp"

namespace leadbook::embedded {

std::span<const File> completions();

}  // namespace leadbook::embedded
