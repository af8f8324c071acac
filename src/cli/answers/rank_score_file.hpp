// A bureau's rule of points, read from a TOML file (data/scores/README.md).
#pragma once

#include <string>

#include "leadbook/domain/standing/score.hpp"

namespace leadbook::cli {

/// Reads a rule. Throws Error{usage} with file, line and column, what is wrong there and what to
/// write; Error{not_found} where there is no such file.
ScoreRule read_score_file(const std::string& path);

}  // namespace leadbook::cli
