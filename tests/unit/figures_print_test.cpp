// A table of figures as it is printed: its title, its unit, its numbers rounded once.
#include <string>

#include "catch.hpp"
#include "unit/render_sample.hpp"
#include "unit/workbook_part.hpp"
#include "unit/workbook_sample.hpp"

using namespace sample;

namespace {

/// Two counties and a foreign amount; each rounds down, their sum up.
Table figures() {
  Table table;
  table.key = "totals";
  table.title = "Signed in 2019";
  table.columns = {{words("County", "县区"), "county"},
                   {words("Amount", "金额"), "amount", Align::right},
                   {words("Growth", "同比"), "growth", Align::right}};
  table.rows = {{"A", amount(1'004'000'000'00), Decimal{1500, 2, "%"}},
                {"B", amount(1'004'000'000'00), Word{"", "from 0"}},
                {"C", amount(1'234'567'890'12, "HKD"), Cell{}}};
  table.total = {words("Total", "合计"), amount(2'008'000'000'00), Cell{}};
  table.notes = {"A note."};
  return table;
}

Style in_yi(Format format, std::optional<int> digits = {}) {
  Style style;
  style.format = format;
  style.unit = {leadbook::AmountUnit::yi, digits};
  return style;
}

}  // namespace

TEST_CASE("figures are printed under their title and unit, each rounded once") {
  CHECK(render_to_text(figures(), in_yi(Format::text)) == R"(Signed in 2019
Unit: 100 million yuan
County       Amount  Growth
──────  ───────────  ──────
A             10.04  15.00%
B             10.04  from 0
C       12.35亿 HKD
──────  ───────────  ──────
Total         20.08

A note.
)");
  CHECK(render_to_text(figures(), in_yi(Format::md, 0)).find("| A | 10 |") != std::string::npos);
  CHECK(render_to_text(figures(), in_yi(Format::md))
            .starts_with(
                "# Signed in 2019\n\nUnit: 100 million yuan\n\n| County | Amount | Growth |\n"));
}

TEST_CASE("a half is rounded away from zero, of negative amounts as well") {
  const AmountLook look(leadbook::AmountUnit::yi, 2);
  CHECK(display_text(amount(100'500'000'00), look) == "1.01亿 CNY");
  CHECK(display_text(amount(100'499'999'99), look) == "1.00亿 CNY");
  CHECK(display_text(amount(-100'500'000'00), look) == "-1.01亿 CNY");
  CHECK(display_text(amount(-123'456'500'000'00), AmountLook(leadbook::AmountUnit::yi, 1)) ==
        "-1,234.6亿 CNY");
  CHECK(display_text(amount(1'234'567'890'00), AmountLook(leadbook::AmountUnit::wan)) ==
        "123,456.79万 CNY");
  CHECK(display_text(amount(1'234'567'89), AmountLook(leadbook::AmountUnit::yuan, 0)) ==
        "1,234,568 CNY");
  CHECK(display_text(amount(1, "CNY", leadbook::Qualifier::over), look) == "over 0.00亿 CNY");
}

TEST_CASE("figures in CSV are exact numbers with unit and currency beside them") {
  CHECK(render_to_text(figures(), in_yi(Format::csv)) ==
        "county,amount_yuan,amount_currency,growth\n"
        "A,1004000000.00,CNY,15.00\n"
        "B,1004000000.00,CNY,\n"
        "C,1234567890.12,HKD,\n");
  auto records = figures();
  records.title.clear();
  CHECK(render_to_text(records, in_yi(Format::csv))
            .starts_with("county,amount,growth\nA,1004000000.00 CNY,15.00\n"));
}

TEST_CASE("figures in a workbook are exact numbers shown in the unit") {
  const auto bytes = render_to_text(figures(), in_yi(Format::xlsx));
  const auto sheet = workbook::part_of(bytes, "xl/worksheets/sheet1.xml");
  CHECK(sheet.find("<v>10.04</v>") != std::string::npos);
  CHECK(sheet.find("<v>12.345678901199999</v>") == std::string::npos);
  CHECK(sheet.find("<v>12.3456789012</v>") != std::string::npos);
  CHECK(sheet.find("<v>20.08</v>") != std::string::npos);
  const auto styles = workbook::part_of(bytes, "xl/styles.xml");
  CHECK(styles.find("formatCode=\"#,##0.00\"") != std::string::npos);
  CHECK(styles.find("[$HKD]") != std::string::npos);
}

TEST_CASE("a page of figures has its title as heading and its unit above the table") {
  const auto page = render_to_text(figures(), in_yi(Format::html));
  CHECK(page.find("<title>Signed in 2019</title>") != std::string::npos);
  CHECK(page.find("<h1>Signed in 2019</h1>\n<p class=\"u\">Unit: 100 million yuan</p>") !=
        std::string::npos);
  CHECK(page.find("<td class=\"n\">10.04</td>") != std::string::npos);
}

TEST_CASE("where there is no room, empty columns go first, then headings wrap, then names") {
  Table table;
  table.columns = {{"County", "county"},
                   {"Planned investment", "planned", Align::right},
                   {"Remark", "remark"},
                   {"Count", "count", Align::right}};
  table.rows = {{"Meilisi Daur District", amount(100), Cell{}, 7},
                {"Nehe City", amount(20'000), Cell{}, 12}};
  Style style;
  style.width = 50;
  CHECK(render_to_text(table, style) == R"(County                 Planned investment  Count
─────────────────────  ──────────────────  ─────
Meilisi Daur District            1.00 CNY      7
Nehe City                      200.00 CNY     12
)");
  style.width = 40;
  CHECK(render_to_text(table, style) == R"(County                    Planned  Count
                       investment
─────────────────────  ──────────  ─────
Meilisi Daur District    1.00 CNY      7
Nehe City              200.00 CNY     12
)");
  style.width = 33;
  CHECK(render_to_text(table, style) == R"(County             Planned  Count
                investment
──────────────  ──────────  ─────
Meilisi Daur      1.00 CNY      7
District
Nehe City       200.00 CNY     12
)");
}
