#include <string>

#include "catch.hpp"
#include "unit/render_sample.hpp"

using namespace sample;

namespace {

std::string as_format(Format format, std::size_t width = 0, bool color = false) {
  Style style;
  style.format = format;
  style.width = width;
  style.color = color;
  return render_to_text(project_card(), style);
}

}  // namespace

TEST_CASE("a card shows its facts by label, sections and tables indented, nothing empty") {
  const std::string expected = R"(P-1 Meat duck chain
═══════════════════
County   Baiquan
Content  Breeding, slaughter and feed
         with a cold store for 20,000 tonnes of duck
Phases   1 | 1.00 CNY
         1 | 1.00 CNY

Talks
  Rounds  1

  ID   Purpose
  ───  ─────────────
  N-4  first contact
)";
  CHECK(as_format(Format::text, 80) == expected);
  CHECK(as_format(Format::text, 120) == expected);
  CHECK(as_format(Format::text) == expected);
  const InLanguage chinese(leadbook::Language::chinese);
  CHECK(as_format(Format::text, 80) == R"(P-1 肉鸭全产业链项目
════════════════════
县区      拜泉县
建设内容  种鸭繁育、屠宰加工、饲料生产
          并建设两万吨鸭肉冷库
分期      1 | 1.00元
          1 | 1.00元

洽谈
  轮次  1

  编号  目的
  ────  ────────
  N-4   初次接触
)");
}

TEST_CASE("a card's long facts are wrapped beside their labels, or below them") {
  CHECK(as_format(Format::text, 40) == R"(P-1 Meat duck chain
═══════════════════
County   Baiquan
Content  Breeding, slaughter and feed
         with a cold store for 20,000
         tonnes of duck
Phases   1 | 1.00 CNY
         1 | 1.00 CNY

Talks
  Rounds  1

  ID   Purpose
  ───  ─────────────
  N-4  first contact
)");
  const InLanguage chinese(leadbook::Language::chinese);
  CHECK(as_format(Format::text, 18) == R"(P-1 肉鸭全产业链项
目
══════════════════
县区
  拜泉县
建设内容
  种鸭繁育、屠宰加
  工、饲料生产
  并建设两万吨鸭肉
  冷库
分期
  1 | 1.00元
  1 | 1.00元

洽谈
  轮次
    1

  编号  目的
  ────  ────────
  N-4   初次接触
)");
}

TEST_CASE("a card's title and headings are bold with colour") {
  const std::string card = as_format(Format::text, 18, true);
  CHECK(card.substr(0, card.find("═")) == "\x1B[1mP-1 Meat duck\x1B[0m\n\x1B[1mchain\x1B[0m\n");
  CHECK(card.find("\n\x1B[1mTalks\x1B[0m\n") != std::string::npos);
}

TEST_CASE("a card in Markdown is a list of facts and tables under headings") {
  CHECK(as_format(Format::md) == R"(# P-1 Meat duck chain

- **County:** Baiquan
- **Content:** Breeding, slaughter and feed<br>with a cold store for 20,000 tonnes of duck
- **Phases:** 1 \| 1.00 CNY; 1 \| 1.00 CNY

## Talks

- **Rounds:** 1

| ID | Purpose |
| --- | --- |
| N-4 | first contact |
)");
  const InLanguage chinese(leadbook::Language::chinese);
  CHECK(as_format(Format::md) == R"(# P-1 肉鸭全产业链项目

- **县区：** 拜泉县
- **建设内容：** 种鸭繁育、屠宰加工、饲料生产<br>并建设两万吨鸭肉冷库
- **分期：** 1 \| 1.00元; 1 \| 1.00元

## 洽谈

- **轮次：** 1

| 编号 | 目的 |
| --- | --- |
| N-4 | 初次接触 |
)");
}

TEST_CASE("a card is its record in the formats for programs") {
  CHECK(as_format(Format::csv) == "id,phases,jobs\nP-1,1|1.00 CNY,1200\n");
  CHECK(as_format(Format::tsv) == "id\tphases\tjobs\nP-1\t1|1.00 CNY\t1200\n");
  CHECK(as_format(Format::jsonl) ==
        R"({"id":"P-1","phases":[{"name":"1","amount":{"minor":100,"currency":"CNY",)"
        R"("decimal":"1.00"},"land":null}],"jobs":1200})"
        "\n");
  CHECK(as_format(Format::json) == R"({
  "schema": 1,
  "project": {
    "id": "P-1",
    "phases": [
      {
        "name": "1",
        "amount": {
          "minor": 100,
          "currency": "CNY",
          "decimal": "1.00"
        },
        "land": null
      }
    ],
    "jobs": 1200
  }
}
)");
}
