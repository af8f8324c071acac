// The columns of a template, one for each field, in the chosen language.
#pragma once

#include <vector>

#include "cli/frame/env.hpp"
#include "leadbook/present/workbook/template.hpp"

namespace leadbook::cli {

/// Headings with units, help, words to choose from, and an example that can be imported. The
/// counties are the book's, where there is a book.
std::vector<present::TemplateColumn> template_columns(Env& env, Kind kind);

}  // namespace leadbook::cli
