// How a page of help is laid out.
#pragma once

#include <cstddef>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

namespace leadbook::cli {

/// A term and what it means.
using Entry = std::pair<std::string, std::string>;

/// Two columns: terms, and explanations wrapped beside them.
void print_entries(std::ostream& out, std::size_t width, const std::vector<Entry>& entries);

/// A text wrapped to the page, its further lines set in by so many columns.
void print_wrapped(std::ostream& out,
                   std::size_t width,
                   const std::string& text,
                   std::size_t indent = 0);

/// The columns a page takes on a screen of this width; 0 stands for no screen.
std::size_t usable(std::size_t width);

}  // namespace leadbook::cli
