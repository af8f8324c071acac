// The bars of a listing as a drawing for a page.
#pragma once

#include <string>
#include <vector>

#include "leadbook/present/text/bars.hpp"

namespace leadbook::present {

/// An <svg> with a line a bar: label, bar and value, as text that can be selected. It needs no
/// script and no style of its own; one row is as high as another, so that it prints as it is seen.
/// A value that is unknown or not above 0 has no bar.
std::string draw_svg_bars(const std::vector<Bar>& bars, const std::string& title);

}  // namespace leadbook::present
