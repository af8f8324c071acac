// A listing and a card of projects, in the chosen language, for the tests of every format.
#pragma once

#include <cstdint>
#include <sstream>
#include <string>
#include <string_view>

#include "leadbook/present/card.hpp"
#include "leadbook/text/translate.hpp"

namespace sample {

using leadbook::choose;
using namespace leadbook::present;

/// Chooses a language for the length of a test.
struct InLanguage {
  explicit InLanguage(leadbook::Language language) { leadbook::use_language(language, ""); }
  ~InLanguage() { leadbook::use_language(leadbook::Language::english, ""); }
  InLanguage(const InLanguage&) = delete;
  InLanguage& operator=(const InLanguage&) = delete;
};

inline leadbook::Amount amount(std::int64_t minor,
                               std::string_view currency = "CNY",
                               leadbook::Qualifier qualifier = leadbook::Qualifier::exact) {
  return {{minor, *leadbook::Currency::parse(currency)}, qualifier};
}

inline leadbook::Date day(std::string_view text) {
  return leadbook::Date::of(*leadbook::parse_iso_day(text));
}

inline std::string words(std::string_view english, std::string_view chinese) {
  return std::string(choose(english, chinese));
}

inline Table projects() {
  const auto project = leadbook::Kind::project;
  Table table;
  table.key = "projects";
  table.columns = {{words("ID", "编号"), "id"},
                   {words("Project", "项目"), "title"},
                   {words("County", "县区"), "county"},
                   {words("Stage", "阶段"), "stage"},
                   {words("Planned", "计划投资"), "planned_investment", Align::right},
                   {words("Land (mu)", "用地（亩）"), "land", Align::right},
                   {words("Signed on", "签约日期"), "signed_on"}};
  const Word signed_word{"signed", words("Signed", "签约")};
  table.rows = {{leadbook::Reference{project, 1},
                 words("Meat duck chain", "肉鸭全产业链项目"),
                 Link{"C-3", words("Baiquan", "拜泉县")},
                 signed_word,
                 amount(32000000000),
                 Decimal{15050, 2, ""},
                 day("2020-05-19")},
                {leadbook::Reference{project, 12},
                 "=HYPERLINK(\"x\"), a|b",
                 Link{"C-4", ""},
                 Cell{},
                 amount(45000000000, "CNY", leadbook::Qualifier::over),
                 Cell{},
                 Cell{}}};
  table.total = {
      words("Total", "合计"), "", "", "", amount(77000000000), Decimal{15050, 2, ""}, ""};
  table.notes = {words("1 project has no land.", "1个项目没有用地。")};
  return table;
}

inline Card project_card() {
  const Object phase = {{"name", "1"}, {"amount", amount(100)}, {"land", Cell{}}};
  Table talks;
  talks.key = "negotiations";
  talks.columns = {{words("ID", "编号"), "id"}, {words("Purpose", "目的"), "purpose"}};
  talks.rows = {{"N-4", words("first contact", "初次接触")}};
  Table record;
  record.key = "project";
  record.columns = {{"", "id"}, {"", "phases"}, {"", "jobs"}};
  record.rows = {{"P-1", List{phase}, 1200}};
  return {words("P-1 Meat duck chain", "P-1 肉鸭全产业链项目"),
          {{"",
            {{words("County", "县区"), Link{"C-3", words("Baiquan", "拜泉县")}},
             {words("Leader", "包联领导"), ""},
             {words("Content", "建设内容"),
              words("Breeding, slaughter and feed\nwith a cold store for 20,000 tonnes of duck",
                    "种鸭繁育、屠宰加工、饲料生产\n并建设两万吨鸭肉冷库")},
             {words("Phases", "分期"), List{phase, phase}}},
            {}},
           {words("Tasks", "督办事项"), {{words("Owner", "责任人"), ""}}, {}},
           {words("Talks", "洽谈"), {{words("Rounds", "轮次"), 1}}, talks}},
          record};
}

template <class Output>
std::string render_to_text(const Output& output, const Style& style) {
  std::ostringstream out;
  render(out, output, style);
  return out.str();
}

/// A table of one column and these rows.
inline Table one_column(std::vector<Cell> cells) {
  Table table;
  table.key = "notes";
  table.columns = {{"Note", "note"}};
  for (auto& cell : cells) table.rows.push_back({std::move(cell)});
  return table;
}

}  // namespace sample
