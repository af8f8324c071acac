#include "faults/said/scenes.hpp"

namespace faults {

const std::vector<Words>& shared_book() {
  static const std::vector<Words> commands = {
      {"book", "init", "--city", "2302"},
      {"company", "add", "Alpha Foods", "--home", "徐州"},
      {"company", "add", "Beta Steel"},
      {"company", "add", "Omega Steel"},
      {"project", "add", "Meat duck chain", "--county", "克山", "--company", "Alpha Foods"},
      {"project", "add", "Wind farm", "--county", "拜泉", "--planned", "3.2亿元"},
      {"log", "Alpha Foods", "first talk", "--project", "P-1"},
      {"sign", "P-2", "--amount", "1亿元", "--contract-no", "K1"},
      {"rate", "add", "USD", "7.0719", "--on", "2020-05-07"},
      {"task", "add", "Call Alpha", "--due", "2020-06-01"},
      {"company", "add", "Gamma Paper"},
  };
  return commands;
}

const std::vector<Scene>& scenes() {
  static const std::vector<Scene> all = {
      {.name = "book init", .words = {"book", "init", "--city", "2302"}, .without_book = true},
      {.name = "company add", .words = {"company", "add", "Delta Glass", "--home", "徐州"}},
      {.name = "company add, the first of a day",
       .words = {"company", "add", "Delta Glass", "--home", "徐州"},
       .next_day = true},
      {.name = "company add, in Chinese",
       .words = {"company", "add", "Delta Glass", "--home", "徐州", "--lang", "zh"},
       .in_other_words = true},
      {.name = "project add",
       .words = {"project", "add", "Solar park", "--county", "克东", "--planned", "2亿", "--json"}},
      {.name = "log",
       .words = {"log", "Alpha Foods", "terms settled", "--outcome", "intent"},
       .without_settings = true},
      {.name = "sign", .words = {"sign", "P-1", "--amount", "5亿元", "--contract-no", "K2"}},
      {.name = "project edit", .words = {"project", "edit", "P-1", "--leader", "包联甲"}},
      {.name = "company remove", .words = {"company", "remove", "C-3"}},
      {.name = "project move", .words = {"project", "move", "P-2", "started"}},
      {.name = "signing amend", .words = {"signing", "amend", "S-1", "--add", "5000万元"}},
      {.name = "company merge", .words = {"company", "merge", "C-1", "C-2", "-y"}},
      {.name = "task close", .words = {"task", "close", "T-1"}},
      {.name = "report save", .words = {"report", "save", "by-county", "totals", "--by", "county"}},
      {.name = "import",
       .words =
           {"import", "companies", "companies.csv", "--map", "firm=name", "--save-map", "old"}},
      {.name = "import with refused rows",
       .words = {"import", "companies", "refused.csv", "--on-error", "skip"},
       .refuses_rows = true},
      {.name = "rate import", .words = {"rate", "import", "rates.csv"}},
      {.name = "undo", .words = {"undo"}},
      {.name = "redo", .words = {"redo"}, .before = {{"undo"}}},
      {.name = "undo of an import",
       .words = {"undo"},
       .before = {{"import", "companies", "companies.csv", "--map", "firm=name"}}},
      {.name = "book merge",
       .words = {"book", "merge", "trip.db"},
       .before = {{"book", "copy", "book.db", "trip.db"},
                  {"--db", "trip.db", "--user", "zhang", "log", "Alpha Foods", "on the trip"},
                  {"--user", "wang", "log", "Beta Steel", "at home"}}},
      {.name = "rate add", .words = {"rate", "add", "EUR", "7.7", "--on", "2020-05-08"}},
      {.name = "project merge", .words = {"project", "merge", "P-1", "P-2", "-y"}},
      {.name = "target set", .words = {"target", "set", "克山", "signed", "4", "--period", "2020"}},
      {.name = "book restore",
       .words = {"book", "restore", "copy.db", "-y"},
       .before = {{"book", "copy", "book.db", "copy.db"}, {"company", "add", "Late Mills"}},
       .in_other_words = true},
      {.name = "book restore --record",
       .words = {"book", "restore", "copy.db", "--record", "C-4"},
       .before = {{"book", "copy", "book.db", "copy.db"}, {"company", "remove", "C-4"}}},
      {.name = "book check --repair", .words = {"book", "check", "--repair", "made.db"}},
      {.name = "book backup", .words = {"book", "backup"}},
      {.name = "book copy", .words = {"book", "copy", "book.db", "copy.db"}},
  };
  return all;
}

const std::vector<Given>& given_files() {
  static const std::vector<Given> files = {
      {"companies.csv",
       "firm,home\nNorth Dairy,Harbin\nSouth Grain,徐州\nEast Pumps,Beijing\n"
       "West Cables,Shenzhen\n"},
      {"refused.csv", "name,kind\nNorth Dairy,enterprise\nSouth Grain,nonsense\n"},
      {"rates.csv", "date,CNY_per_USD\n2020-03-02,6.9811\n2020-03-03,6.9516\n"},
      {"config/leadbook/config.toml", "user = \"tester\"\nunit = \"万元\"\n"},
  };
  return files;
}

}  // namespace faults
