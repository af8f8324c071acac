#include <string>

#include "catch.hpp"
#include "unit/render_sample.hpp"

using namespace sample;

namespace {

template <class Thing>
std::string as_html(const Thing& thing, bool header = true) {
  Style style;
  style.format = Format::html;
  style.header = header;
  return render_to_text(thing, style);
}

/// What stands between <body> and </body>.
std::string body_of(const std::string& page) {
  const auto begin = page.find("<body>\n") + 7;
  return page.substr(begin, page.find("</body>") - begin);
}

}  // namespace

TEST_CASE("a listing as HTML is a table with its numbers to the right, total and notes") {
  const auto page = as_html(projects());
  CHECK(
      page.starts_with("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"));
  CHECK(page.ends_with("</body>\n</html>\n"));
  CHECK(body_of(page) == R"(<table>
<thead>
<tr><th>ID</th><th>Project</th><th>County</th><th>Stage</th><th class="n">Planned</th><th class="n">Land (mu)</th><th>Signed on</th></tr>
</thead>
<tbody>
<tr><td>P-1</td><td>Meat duck chain</td><td>Baiquan</td><td>Signed</td><td class="n">320,000,000.00 CNY</td><td class="n">150.50</td><td class="d">2020-05-19</td></tr>
<tr><td>P-12</td><td>=HYPERLINK(&quot;x&quot;), a|b</td><td>C-4</td><td></td><td class="n">over 450,000,000.00 CNY</td><td class="n"></td><td></td></tr>
</tbody>
<tfoot>
<tr><td>Total</td><td></td><td></td><td></td><td class="n">770,000,000.00 CNY</td><td class="n">150.50</td><td></td></tr>
</tfoot>
</table>
<p>1 project has no land.</p>
)");
}

TEST_CASE("HTML is in the chosen language and says so") {
  const InLanguage chinese(leadbook::Language::chinese);
  const auto page = as_html(projects());
  CHECK(page.find("<html lang=\"zh-CN\">") != std::string::npos);
  CHECK(page.find("<td class=\"n\">超450,000,000.00元</td>") != std::string::npos);
}

TEST_CASE("nothing in data is taken for HTML, and control characters are shown") {
  Table table;
  table.key = "notes";
  table.columns = {{"<Note>", "note"}};
  table.rows = {{"<script>alert('x')</script> & \x1B\nnext \u202E"}};
  CHECK(body_of(as_html(table)) ==
        "<table>\n<thead>\n<tr><th>&lt;Note&gt;</th></tr>\n</thead>\n<tbody>\n"
        "<tr><td>&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; ␛<br>next "
        "&lt;U+202E&gt;</td></tr>\n</tbody>\n</table>\n");
  CHECK(body_of(as_html(table, false)).starts_with("<table>\n<tbody>\n"));
}

TEST_CASE("a card as HTML is headings, lists of facts and tables, nothing empty") {
  const auto page = as_html(project_card());
  CHECK(page.find("<title>P-1 Meat duck chain</title>") != std::string::npos);
  CHECK(body_of(page) == R"(<h1>P-1 Meat duck chain</h1>
<dl>
<dt>County</dt><dd>Baiquan</dd>
<dt>Content</dt><dd>Breeding, slaughter and feed<br>with a cold store for 20,000 tonnes of duck</dd>
<dt>Phases</dt><dd>1 | 1.00 CNY<br>1 | 1.00 CNY</dd>
</dl>
<h2>Talks</h2>
<dl>
<dt>Rounds</dt><dd>1</dd>
</dl>
<table>
<thead>
<tr><th>ID</th><th>Purpose</th></tr>
</thead>
<tbody>
<tr><td>N-4</td><td>first contact</td></tr>
</tbody>
</table>
)");
}
