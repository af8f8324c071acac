#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "catch.hpp"
#include "leadbook/domain/amount/money.hpp"
#include "unit/render_sample.hpp"

using namespace sample;

namespace {

std::string as_format(const Table& table, Format format, bool header = true, bool bom = false) {
  Style style;
  style.format = format;
  style.header = header;
  style.bom = bom;
  return render_to_text(table, style);
}

}  // namespace

TEST_CASE("CSV is data only, under the keys of every language") {
  CHECK(as_format(projects(), Format::csv) ==
        R"(id,title,county,stage,planned_investment,land,signed_on
P-1,Meat duck chain,Baiquan,signed,320000000.00 CNY,150.50,2020-05-19
P-12,"'=HYPERLINK(""x""), a|b",C-4,,over 450000000.00 CNY,,
)");
  const InLanguage chinese(leadbook::Language::chinese);
  CHECK(as_format(projects(), Format::csv) ==
        R"(id,title,county,stage,planned_investment,land,signed_on
P-1,肉鸭全产业链项目,拜泉县,signed,320000000.00 CNY,150.50,2020-05-19
P-12,"'=HYPERLINK(""x""), a|b",C-4,,over 450000000.00 CNY,,
)");
}

TEST_CASE("CSV can do without headings and begin with a byte order mark") {
  CHECK(as_format(one_column({"a"}), Format::csv, false, true) == "\uFEFFa\n");
  CHECK(as_format(one_column({}), Format::csv) == "note\n");
}

TEST_CASE("no text becomes a formula in a spreadsheet, and no number a text") {
  const auto table = one_column({"=1+1",
                                 "+86 138",
                                 "-",
                                 "@x",
                                 "\tx",
                                 "-5.2",
                                 "+7",
                                 "-5.",
                                 3,
                                 -3,
                                 Decimal{-5, 1, "%"},
                                 amount(-500),
                                 List{"=a", "b"}});
  CHECK(as_format(table, Format::csv, false) ==
        "'=1+1\n'+86 138\n'-\n'@x\n'\tx\n-5.2\n+7\n'-5.\n3\n-3\n-0.5\n-5.00 CNY\n'=a; b\n");
  CHECK(as_format(one_column({"=1", "\tx"}), Format::tsv, false) == "'=1\n'\\tx\n");
}

TEST_CASE("CSV quotes what it must, and TSV escapes it") {
  const auto table =
      one_column({"a,b", "say \"hi\"", "two\nlines", "tab\there", "back\\slash", ""});
  CHECK(as_format(table, Format::csv, false) ==
        "\"a,b\"\n\"say \"\"hi\"\"\"\n\"two\nlines\"\ntab\there\nback\\slash\n\"\"\n");
  CHECK(as_format(table, Format::tsv, false) ==
        "a,b\nsay \"hi\"\ntwo\\nlines\ntab\\there\nback\\\\slash\n\n");
}

TEST_CASE("TSV is data only, under the keys of every language") {
  CHECK(as_format(projects(), Format::tsv) ==
        "id\ttitle\tcounty\tstage\tplanned_investment\tland\tsigned_on\n"
        "P-1\tMeat duck chain\tBaiquan\tsigned\t320000000.00 CNY\t150.50\t2020-05-19\n"
        "P-12\t'=HYPERLINK(\"x\"), a|b\tC-4\t\tover 450000000.00 CNY\t\t\n");
}

TEST_CASE("an amount in CSV reads back as the same amount") {
  for (const auto qualifier : {leadbook::Qualifier::exact,
                               leadbook::Qualifier::about,
                               leadbook::Qualifier::nearly,
                               leadbook::Qualifier::over,
                               leadbook::Qualifier::at_least,
                               leadbook::Qualifier::at_most}) {
    for (const char* currency : {"CNY", "JPY", "KWD"}) {
      const auto stated = amount(45000000017, currency, qualifier);
      const std::string text = plain_text(stated);
      INFO(text);
      const auto read = leadbook::parse_amount(text);
      REQUIRE(read);
      CHECK(read->amount == stated);
    }
  }
}

TEST_CASE("JSON has exact amounts, the total and the notes, with the same keys in every language") {
  CHECK(as_format(projects(), Format::json) == R"({
  "schema": 1,
  "projects": [
    {
      "id": "P-1",
      "title": "Meat duck chain",
      "county": {
        "ref": "C-3",
        "name": "Baiquan"
      },
      "stage": "signed",
      "planned_investment": {
        "minor": 32000000000,
        "currency": "CNY",
        "decimal": "320000000.00"
      },
      "land": "150.50",
      "signed_on": "2020-05-19"
    },
    {
      "id": "P-12",
      "title": "=HYPERLINK(\"x\"), a|b",
      "county": {
        "ref": "C-4",
        "name": null
      },
      "stage": null,
      "planned_investment": {
        "minor": 45000000000,
        "currency": "CNY",
        "decimal": "450000000.00",
        "qualifier": "over"
      },
      "land": null,
      "signed_on": null
    }
  ],
  "total": {
    "id": "Total",
    "title": null,
    "county": null,
    "stage": null,
    "planned_investment": {
      "minor": 77000000000,
      "currency": "CNY",
      "decimal": "770000000.00"
    },
    "land": "150.50",
    "signed_on": null
  },
  "notes": [
    "1 project has no land."
  ]
}
)");
  CHECK(as_format(one_column({}), Format::json) == "{\n  \"schema\": 1,\n  \"notes\": []\n}\n");
}

TEST_CASE("JSON Lines is an object a row, its text not escaped") {
  const InLanguage chinese(leadbook::Language::chinese);
  CHECK(
      as_format(projects(), Format::jsonl) ==
      R"({"id":"P-1","title":"肉鸭全产业链项目","county":{"ref":"C-3","name":"拜泉县"},"stage":"signed","planned_investment":{"minor":32000000000,"currency":"CNY","decimal":"320000000.00"},"land":"150.50","signed_on":"2020-05-19"}
{"id":"P-12","title":"=HYPERLINK(\"x\"), a|b","county":{"ref":"C-4","name":null},"stage":null,"planned_investment":{"minor":45000000000,"currency":"CNY","decimal":"450000000.00","qualifier":"over"},"land":null,"signed_on":null}
)");
}

TEST_CASE("JSON holds every kind of value") {
  const auto table = one_column({std::numeric_limits<std::int64_t>::min(),
                                 Link{"P-1", "x"},
                                 Link{},
                                 List{},
                                 List{"", 1},
                                 Decimal{-5, 2, "mu"},
                                 Word{},
                                 "bad \xFF"});
  CHECK(as_format(table, Format::jsonl) ==
        "{\"note\":-9223372036854775808}\n{\"note\":{\"ref\":\"P-1\",\"name\":\"x\"}}\n"
        "{\"note\":null}\n{\"note\":[]}\n{\"note\":[null,1]}\n{\"note\":\"-0.05\"}\n"
        "{\"note\":null}\n{\"note\":\"bad \uFFFD\"}\n");
}

TEST_CASE("Markdown is a table with its total in bold and its notes below") {
  CHECK(as_format(projects(), Format::md) ==
        R"(| ID | Project | County | Stage | Planned | Land (mu) | Signed on |
| --- | --- | --- | --- | ---: | ---: | --- |
| P-1 | Meat duck chain | Baiquan | Signed | 320,000,000.00 CNY | 150.50 | 2020-05-19 |
| P-12 | =HYPERLINK("x"), a\|b | C-4 | | over 450,000,000.00 CNY | | |
| **Total** | | | | **770,000,000.00 CNY** | **150.50** | |

1 project has no land.
)");
  const InLanguage chinese(leadbook::Language::chinese);
  CHECK(as_format(projects(), Format::md) ==
        R"(| 编号 | 项目 | 县区 | 阶段 | 计划投资 | 用地（亩） | 签约日期 |
| --- | --- | --- | --- | ---: | ---: | --- |
| P-1 | 肉鸭全产业链项目 | 拜泉县 | 签约 | 320,000,000.00元 | 150.50 | 2020-05-19 |
| P-12 | =HYPERLINK("x"), a\|b | C-4 | | 超450,000,000.00元 | | |
| **合计** | | | | **770,000,000.00元** | **150.50** | |

1个项目没有用地。
)");
}

TEST_CASE("nothing in data is taken for Markdown") {
  CHECK(as_format(one_column({"a|b\n*c* <d> \x1B \\"}), Format::md) ==
        "| Note |\n| --- |\n| a\\|b<br>\\*c\\* \\<d> ␛ \\\\ |\n");
}

TEST_CASE("a format is read by name or by a file's extension, what is not there is refused") {
  CHECK(*parse_format("JSONL") == Format::jsonl);
  CHECK(*parse_format("Markdown") == Format::md);
  CHECK(*parse_format("html") == Format::html);
  CHECK(parse_format("jsn").problem().message ==
        "there is no output format 'jsn'; did you mean 'json'?");
  CHECK(format_of_file("a.b/q.CSV") == Format::csv);
  CHECK(format_of_file("q.txt") == Format::text);
  CHECK(format_of_file("q.xlsx") == Format::xlsx);
  CHECK(format_of_file("q.htm") == Format::html);
  CHECK(format_of_file("q.xls") == std::nullopt);
  CHECK(format_of_file("a.csv/q") == std::nullopt);
  CHECK(format_of_file(".md") == std::nullopt);
}
