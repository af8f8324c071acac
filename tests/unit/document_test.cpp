// A report in prose as each format has it: lists go on counting, and nothing becomes markup.
#include "leadbook/present/document.hpp"

#include <sstream>

#include "catch.hpp"
#include "leadbook/text/translate.hpp"

namespace {

using namespace leadbook;
using present::Document;
using present::Format;

Document sample() {
  Document report{"Trip <1>", {}};
  report.add_heading("Talks");
  report.add_item("A & B");
  report.add_paragraph("what was said");
  report.add_item("C");
  report.add_heading("Results");
  report.add_item("D");
  return report;
}

std::string written(Format format) {
  present::Style style;
  style.format = format;
  std::ostringstream out;
  present::render(out, sample(), style);
  return out.str();
}

}  // namespace

TEST_CASE("a document as text and Markdown, its items counted behind each heading") {
  CHECK(written(Format::text) ==
        "Trip <1>\n\nTalks\n1. A & B\nwhat was said\n2. C\n\nResults\n1. D\n");
  CHECK(written(Format::md) ==
        "# Trip \\<1>\n\n## Talks\n\n1. A & B\n\nwhat was said\n\n2. C\n\n## Results\n\n1. D\n");
}

TEST_CASE("Chinese chapters have numerals of their own") {
  use_language(Language::chinese, "");
  const auto text = written(Format::text);
  use_language(Language::english, "");
  CHECK(text.find("\n一、Talks\n") != std::string::npos);
  CHECK(text.find("\n二、Results\n1. D\n") != std::string::npos);
}

TEST_CASE("a document as HTML escapes its texts and closes every list") {
  const auto page = written(Format::html);
  CHECK(page.find("<h1>Trip &lt;1&gt;</h1>\n<h2>Talks</h2>\n<ol start=\"1\">\n<li>A &amp; B</li>\n"
                  "</ol>\n<p>what was said</p>\n<ol start=\"2\">\n<li>C</li>\n</ol>\n"
                  "<h2>Results</h2>\n<ol start=\"1\">\n<li>D</li>\n</ol>\n</body>\n</html>\n") !=
        std::string::npos);
}

TEST_CASE("a document as a table has a row for each block") {
  CHECK(written(Format::csv) ==
        "kind,text\ntitle,Trip <1>\nheading,Talks\nitem,A & B\nparagraph,what was said\nitem,C\n"
        "heading,Results\nitem,D\n");
}
