#include "leadbook/present/text/svg_bars.hpp"

#include "catch.hpp"

using leadbook::present::Bar;
using leadbook::present::draw_svg_bars;

TEST_CASE("a drawing has a bar a row, the greatest as long as there is room") {
  const std::vector<Bar> bars = {
      {"Baiquan <1>", "12.00", 1200}, {"Kedong", "3.00", 300}, {"Fuyu", "", {}}};
  CHECK(draw_svg_bars(bars, "Signed & started") ==
        R"(<svg viewBox="0 0 720 72" role="img" style="max-width:45rem" font-size="13" fill="#222">
<title>Signed &amp; started</title>
<text x="190" y="17" text-anchor="end">Baiquan &lt;1&gt;</text>
<rect x="200" y="4" width="380" height="16" fill="#3b6ea5"/>
<text x="586" y="17">12.00</text>
<text x="190" y="41" text-anchor="end">Kedong</text>
<rect x="200" y="28" width="95" height="16" fill="#3b6ea5"/>
<text x="301" y="41">3.00</text>
<text x="190" y="65" text-anchor="end">Fuyu</text>
<text x="206" y="65"></text>
</svg>
)");
}

TEST_CASE("nothing to draw, nor what is below nothing, makes no bar") {
  CHECK(draw_svg_bars({}, "t").find("<rect") == std::string::npos);
  CHECK(draw_svg_bars({{"A", "0", 0}, {"B", "-5", -5}}, "t").find("<rect") == std::string::npos);
}
