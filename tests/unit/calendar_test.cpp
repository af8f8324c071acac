// A calendar has lines that other programs read: short, whole characters, nothing left unescaped.
#include "leadbook/present/calendar.hpp"

#include <sstream>

#include "catch.hpp"
#include "leadbook/text/utf8.hpp"

namespace {

using namespace leadbook;

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::size_t begin = 0;
  for (auto end = text.find("\r\n"); end != std::string::npos; end = text.find("\r\n", begin)) {
    lines.push_back(text.substr(begin, end - begin));
    begin = end + 2;
  }
  CHECK(begin == text.size());
  return lines;
}

std::string written(const std::string& summary) {
  std::ostringstream out;
  present::write_calendar(
      out, {{"u1", *parse_iso_day("2020-12-31"), summary, "leadbook due"}}, "2020-05-22T08:00:00Z");
  return out.str();
}

}  // namespace

TEST_CASE("a long line of a calendar is continued, and no character of it is cut") {
  for (std::size_t lead = 0; lead < 80; ++lead) {
    const auto summary =
        std::string(lead, 'x') + std::string(lead % 7, 'y') +
        "建华区周五前寄合同；华凯集团派员考察选址并于月底前回复球墨铸铁项目用地意见";
    std::string joined;
    for (const auto& line : lines_of(written(summary))) {
      CHECK(line.size() <= 75);
      CHECK_FALSE(text::first_bad_byte(line));
      if (line.front() == ' ') {
        joined += line.substr(1);
      } else {
        joined += '\n' + line;
      }
    }
    CHECK(joined.find("\nSUMMARY:" + summary + "\n") != std::string::npos);
  }
}

TEST_CASE("what has a meaning in a calendar is escaped, and a day ends with the next") {
  const auto text = written("a,b;c\\d\ne");
  CHECK(text.find("SUMMARY:a\\,b\\;c\\\\d\\ne\r\n") != std::string::npos);
  CHECK(text.find("DTSTART;VALUE=DATE:20201231\r\nDTEND;VALUE=DATE:20210101\r\n") !=
        std::string::npos);
  CHECK(text.find("DTSTAMP:20200522T080000Z\r\n") != std::string::npos);
}
