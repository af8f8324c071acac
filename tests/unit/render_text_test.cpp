#include <string>

#include "catch.hpp"
#include "unit/render_sample.hpp"

using namespace sample;

namespace {

std::string as_text(const Table& table, std::size_t width, bool color = false) {
  Style style;
  style.width = width;
  style.color = color;
  return render_to_text(table, style);
}

}  // namespace

TEST_CASE("a text table stands in columns where the terminal has room") {
  const std::string expected =
      R"(ID     Project               County   Stage                   Planned  Land (mu)  Signed on
─────  ────────────────────  ───────  ──────  ───────────────────────  ─────────  ──────────
P-1    Meat duck chain       Baiquan  Signed       320,000,000.00 CNY     150.50  2020-05-19
P-12   =HYPERLINK("x"), a|b  C-4              over 450,000,000.00 CNY
─────  ────────────────────  ───────  ──────  ───────────────────────  ─────────  ──────────
Total                                              770,000,000.00 CNY     150.50

1 project has no land.
)";
  CHECK(as_text(projects(), 120) == expected);
  CHECK(as_text(projects(), 0) == expected);
}

TEST_CASE("a text table in Chinese stands in the same columns") {
  const InLanguage chinese(leadbook::Language::chinese);
  CHECK(as_text(projects(), 120) ==
        R"(编号  项目                  县区    阶段            计划投资  用地（亩）  签约日期
────  ────────────────────  ──────  ────  ──────────────────  ──────────  ──────────
P-1   肉鸭全产业链项目      拜泉县  签约    320,000,000.00元      150.50  2020-05-19
P-12  =HYPERLINK("x"), a|b  C-4           超450,000,000.00元
────  ────────────────────  ──────  ────  ──────────────────  ──────────  ──────────
合计                                        770,000,000.00元      150.50

1个项目没有用地。
)");
}

TEST_CASE("a table too wide for its terminal has headings and texts wrapped, but no number") {
  CHECK(as_text(projects(), 80) ==
        R"(ID     Project      County   Stage                   Planned    Land  Signed on
                                                                (mu)
─────  ───────────  ───────  ──────  ───────────────────────  ──────  ──────────
P-1    Meat duck    Baiquan  Signed       320,000,000.00 CNY  150.50  2020-05-19
       chain
P-12   =HYPERLINK(  C-4              over 450,000,000.00 CNY
       "x"), a|b
─────  ───────────  ───────  ──────  ───────────────────────  ──────  ──────────
Total                                     770,000,000.00 CNY  150.50

1 project has no land.
)");
  const InLanguage chinese(leadbook::Language::chinese);
  CHECK(as_text(projects(), 80) ==
        R"(编号  项目                县区    阶段            计划投资      用地  签约日期
                                                              （亩）
────  ──────────────────  ──────  ────  ──────────────────  ────────  ──────────
P-1   肉鸭全产业链项目    拜泉县  签约    320,000,000.00元    150.50  2020-05-19
P-12  =HYPERLINK("x"),    C-4           超450,000,000.00元
      a|b
────  ──────────────────  ──────  ────  ──────────────────  ────────  ──────────
合计                                      770,000,000.00元    150.50

1个项目没有用地。
)");
}

TEST_CASE("a table that cannot fit becomes a block of lines a row") {
  CHECK(as_text(projects(), 60) == R"(ID:        P-1
Project:   Meat duck chain
County:    Baiquan
Stage:     Signed
Planned:   320,000,000.00 CNY
Land (mu): 150.50
Signed on: 2020-05-19

ID:        P-12
Project:   =HYPERLINK("x"), a|b
County:    C-4
Planned:   over 450,000,000.00 CNY
────────────────────────────────────────────────────────────
ID:        Total
Planned:   770,000,000.00 CNY
Land (mu): 150.50

1 project has no land.
)");
  const InLanguage chinese(leadbook::Language::chinese);
  CHECK(as_text(projects(), 60) == R"(编号：       P-1
项目：       肉鸭全产业链项目
县区：       拜泉县
阶段：       签约
计划投资：   320,000,000.00元
用地（亩）： 150.50
签约日期：   2020-05-19

编号：       P-12
项目：       =HYPERLINK("x"), a|b
县区：       C-4
计划投资：   超450,000,000.00元
────────────────────────────────────────────────────────────
编号：       合计
计划投资：   770,000,000.00元
用地（亩）： 150.50

1个项目没有用地。
)");
}

TEST_CASE("a block puts its texts below their headings where there is no room beside them") {
  Table table = projects();
  table.rows.pop_back();
  table.total.reset();
  CHECK(as_text(table, 20) == R"(ID:
  P-1
Project:
  Meat duck chain
County:
  Baiquan
Stage:
  Signed
Planned:
  320,000,000.00 CNY
Land (mu):
  150.50
Signed on:
  2020-05-19

1 project has no
land.
)");
}

TEST_CASE("an empty table says so in text, with its notes") {
  Table table = projects();
  table.rows.clear();
  CHECK(as_text(table, 80) == "Nothing found.\n\n1 project has no land.\n");
}

TEST_CASE("a table without its headings is its rows") {
  Table table = projects();
  table.notes.clear();
  table.total.reset();
  table.columns.resize(2);
  for (auto& row : table.rows) row.resize(2);
  Style style;
  style.header = false;
  CHECK(render_to_text(table, style) == "P-1   Meat duck chain\nP-12  =HYPERLINK(\"x\"), a|b\n");
}

TEST_CASE("amounts are printed in the unit asked for and stand right where it is one") {
  Table table;
  table.columns = {{"Amount", "amount"}, {"Amounts", "amounts"}};
  table.rows = {{amount(32000000000), amount(100000000)},
                {amount(1200000000000), amount(100000000, "HKD")}};
  Style style;
  style.unit = leadbook::AmountUnit::yi;
  CHECK(render_to_text(table, style) == R"(      Amount  Amounts
────────────  ──────────
  3.20亿 CNY  0.01亿 CNY
120.00亿 CNY  0.01亿 HKD
)");
}

TEST_CASE("only a heading is bold, and only with colour") {
  Table table;
  table.columns = {{"ID", "id"}};
  table.rows = {{"P-1"}};
  CHECK(as_text(table, 80, true) == "\x1B[1mID\x1B[0m\n───\nP-1\n");
}

TEST_CASE("control characters in data never reach the terminal") {
  Table table;
  table.columns = {{"Note\x1B[2J", "note"}};
  table.rows = {{"\x1B]0;x\x07 a\nb\t\u202E"}};
  table.notes = {"\x1B[31m"};
  CHECK(as_text(table, 0) == R"(Note␛[2J
───────────────────
␛]0;x␇ a␊b␉<U+202E>

␛[31m
)");
}

TEST_CASE("the parts of a list or an object stand in one cell") {
  Table table;
  table.columns = {{"Parts", "parts"}, {"Share", "share", Align::right}};
  table.rows = {
      {List{"a", 2, Object{{"x", "1"}, {"y", ""}, {"z", "3"}, {"end", ""}}}, Decimal{-5, 1, "%"}},
      {Word{"lead", ""}, Decimal{1250, 2, "mu"}},
      {Object{}, Decimal{7, 0, ""}}};
  CHECK(as_text(table, 0) == R"(Parts              Share
──────────────  ────────
a; 2; 1 |  | 3     -0.5%
lead            12.50 mu
                       7
)");
}
