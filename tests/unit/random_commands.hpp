// Commands at random, of every sort, right and wrong.
#pragma once

#include <random>
#include <string>
#include <vector>

namespace random_commands {

using Words = std::vector<std::string>;

/// A command and what it reads from its input.
struct Step {
  Words words;
  std::string input;
};

/// Steps at random, many of them refused: of what they name, some is not there.
class Script {
 public:
  explicit Script(unsigned seed) : random_(seed) {}

  std::size_t below(std::size_t limit) { return random_() % limit; }

  Step next() {
    switch (below(16)) {
      case 0:
      case 1:
        return {company(), ""};
      case 2:
      case 3:
        return {project(), ""};
      case 4:
        return {talk(), ""};
      case 5:
      case 6:
        return {contract(), ""};
      case 7:
        return {other(), ""};
      case 8:
        return {others_change(), ""};
      case 9:
        return {back(), ""};
      case 10:
        return import();
      case 11:
      case 12:
        return {list(), ""};
      case 13:
      case 14:
        return {look(), ""};
      default:
        return {wrong(), ""};
    }
  }

 private:
  using Choices = std::vector<Words>;

  Words one_of(const Choices& choices) { return choices[below(choices.size())]; }
  std::string pick(const Words& words) { return words[below(words.size())]; }
  std::string record(const std::string& letter) {
    return letter + "-" + std::to_string(1 + below(6));
  }
  std::string number() { return std::to_string(1 + below(9'999)); }
  std::string day() {
    return "2020-0" + std::to_string(1 + below(5)) + "-1" + std::to_string(below(10));
  }
  std::string period() { return pick({"2020", "2020Q1", "2020-03", "2020H1", day(), "2019"}); }
  std::string county() {
    return pick({"230231", "拜泉", "Jianhua", "230203", "Longjiang", "梅里斯"});
  }
  std::string amount() {
    return number() + pick({"万元", "亿元", "万美元", "亿港币", " million yuan"});
  }

  /// Engines differ, if at all, in letters' case, patterns, order and quoting.
  std::string text() {
    std::string text = pick({"Duck", "duck", "鸭", "É", "é", "Ω", "Zebra", "_", "100%", "a\\b"});
    for (auto more = below(3); more > 0; --more) {
      text += pick({" ", "", "'", "\"", "%", "_", "\\", ":name", "$1", "鸭", "A", "a", "😀", "9"});
      text += pick({"x", "Y", "拜泉", "ß", "10", "2"});
    }
    return text;
  }

  Words company() {
    const auto who = record("C");
    return one_of({{"company", "add", text() + number(), "--home", text(), "--allow-twins"},
                   {"company", "add", text(), "--aliases", text() + "; " + text()},
                   {"company", "add", text(), "--flags", "专精特新;" + text(), "--allow-twins"},
                   {"company", "edit", who, "--home", text(), "--note", text()},
                   {"company", "edit", who, "--aliases", "+" + text()},
                   {"company", "edit", who, "--credit-code", "91350211M000100Y43"},
                   {"company", "remove", who},
                   {"company", "merge", who, record("C"), "-y"}});
  }

  Words project() {
    const auto which = record("P");
    const auto share = record("C") + "|" + std::to_string(1 + below(110)) + "%";
    return one_of(
        {{"project", "add", text(), "--county", county(), "--planned", amount(), "--allow-twins"},
         {"new", text(), "--county", county(), "--investors", share, "--chain", text()},
         {"new", text(), "--county", county(), "--company", text(), "--create"},
         {"project", "edit", which, "--planned", amount(), "--leader", text()},
         {"project", "edit", which, "--phases", "一期|" + amount() + "; " + text()},
         {"project", "edit", which, "--investors", "+" + share},
         {"project", "edit", which, "--clear", "planned_investment,chain"},
         {"project", "move", which, "started", "--on", day()},
         {"project", "move", which, "suspended", "--on", day(), "--reason", text()},
         {"project", "move", which, "resume", "--on", day()},
         {"project", "remove", which}});
  }

  Words talk() {
    const auto which = record("N");
    return one_of(
        {{"log", record("C"), text(), "--on", day(), "--outcome", "intent"},
         {"log", record("C"), text(), "--project", record("P"), "--on", day()},
         {"log", text(), text(), "--county", county()},
         {"negotiation", "edit", which, "--next", text(), "--promises", text() + "|" + text()},
         {"negotiation", "edit", which, "--project", record("P"), "--on", day()},
         {"negotiation", "remove", which}});
  }

  Words contract() {
    const auto which = record("S");
    const auto kind = pick({"contract", "framework", "intent_letter"});
    return one_of(
        {{"sign", record("P"), "--on", day(), "--amount", amount(), "--parties", record("C")},
         {"sign", record("P"), "--on", day(), "--kind", kind, "--contract-no", "X" + number()},
         {"sign", record("P"), "--contract-no", pick({"x1", "X1", "é", "É"})},
         {"signing", "amend", which, "--amount", amount(), "--on", day()},
         {"signing", "amend", which, "--add", amount()},
         {"signing", "edit", which, "--kind", kind, "--note", text()},
         {"signing", "remove", which},
         {"rate", "add", pick({"USD", "HKD"}), "7." + number(), "--on", day()},
         {"rate", "edit", record("R"), "--cny", "0.9" + number()}});
  }

  Words other() {
    return one_of(
        {{"event", "add", text(), "--kind", "survey", "--on", day(), "--county", county()},
         {"station", "add", text(), "--place", text(), "--head", text()},
         {"task", "add", text(), "--kind", "directive", "--due", day(), "--county", county()},
         {"task", "add", text(), "--kind", "directive", "--project", record("P")},
         {"figure", "add", text(), text(), "--period", period(), "--count", number()},
         {"delegation", "add", text(), "--county", county(), "--leader", text()},
         {"county", "add", text(), "--kind", "park", "--host", county()}});
  }

  Words others_change() {
    return one_of({{"event", "edit", record("E"), "--projects", record("P") + "|" + text()},
                   {"task", "edit", record("T"), "--owner", text(), "--event", record("E")},
                   {"station", "edit", record("ST"), "--note", text()},
                   {"figure", "edit", record("F"), "--printed", text()},
                   {"delegation", "edit", record("D"), "--visits", record("C") + "|" + text()},
                   {"delegation", "report", record("D"), text()},
                   {"event", "remove", record("E")},
                   {"task", "remove", record("T")},
                   {"delegation", "remove", record("D")},
                   {"rate", "remove", record("R")},
                   {"county", "edit", county(), "--note", text()},
                   {"book", "edit", "--note", text()},
                   {"book", "edit", "--frameworks", pick({"count", "do_not_count"})}});
  }

  Words back() {
    return one_of({{"undo"},
                   {"undo"},
                   {"redo"},
                   {"redo"},
                   {"undo", std::to_string(below(40))},
                   {"redo", std::to_string(below(40))}});
  }

  /// Text within a cell of a CSV file.
  std::string cell() {
    std::string quoted = "\"";
    for (const char symbol : text()) quoted += std::string(symbol == '"' ? 2 : 1, symbol);
    return quoted + "\"";
  }

  Step import() {
    std::string companies = "name,home,aliases\n";
    std::string projects = "title,county,investors,planned_investment\n";
    for (auto rows = 1 + below(3); rows > 0; --rows) {
      companies += cell() + "," + cell() + "," + cell() + "\n";
      projects += cell() + "," + county() + "," + record("C") + "," + amount() + "\n";
    }
    switch (below(5)) {
      case 0:
      case 1:
        return {{"import", "companies", "-"}, companies};
      case 2:
        return {{"import", "projects", "-"}, projects};
      case 3:
        return {{"import", "projects", "-", "--dry-run"}, projects};
      default:
        return {{"rate", "import", "-"}, "date,CNY_per_USD\n" + day() + ",7." + number() + "\n"};
    }
  }

  Words list() {
    auto words = one_of({{"company", "list", "--text", text()},
                         {"company", "list", "--home", text()},
                         {"company", "list", "--flag", text()},
                         {"company", "list", "--sort", pick({"name", "-home"})},
                         {"project", "list", "--text", text()},
                         {"project", "list", "--chain", text()},
                         {"project", "list", "--county", county()},
                         {"project", "list", "--stage", pick({"signed", "lead", "started"})},
                         {"project", "list", "--company", record("C")},
                         {"negotiation", "list", "--project", record("P")},
                         {"negotiation", "list", "--text", text()},
                         {"signing", "list", "--period", period()},
                         {"signing", "list", "--text", text()},
                         {"delegation", "list", "--leader", text()},
                         {"task", "list", "--county", county()},
                         {"event", "list", "--period", period()},
                         {"figure", "list", "--text", text()},
                         {"county", "list", "--text", text()},
                         {"station", "list"},
                         {"rate", "list", "--period", period()}});
    if (below(3) == 0) words.insert(words.end(), {"-F", pick({"json", "csv", "tsv", "md"})});
    if (below(4) == 0) words.insert(words.end(), {"--limit", std::to_string(1 + below(4))});
    return words;
  }

  Words look() {
    return one_of({{"totals", "--period", period()},
                   {"totals", "--period", period(), "--sort", "-contract_amount", "--json"},
                   {"show", record(pick({"C", "P", "N", "S", "E", "T", "D", "K"}))},
                   {"show", record(pick({"C", "P", "S"})), "--json"},
                   {"county", "show", county()},
                   {"company", "show", text()},
                   {"project", "show", text()},
                   {"history", "--limit", "3"},
                   {"history", record(pick({"C", "P", "S"})), "--limit", "5"},
                   {"history", std::to_string(1 + below(40))},
                   {"book", "info"},
                   {"book", "list", "--columns", "name,city,entries,head"},
                   {"config", "list", "--json"}});
  }

  Words wrong() {
    return one_of({{"project", "add", text()},
                   {"project", "add", text(), "--county", text()},
                   {"project", "edit", record("P"), "--planned", "12" + text()},
                   {"sign", record("P"), "--on", "2020-02-3" + number()},
                   {"company", "edit", record("C"), "--name", ""},
                   {"company", "add", "bad\xff"},
                   {"company", "add", "bad\x01"},
                   {"show", "C-99999999999999999999"},
                   {"show", "C-9223372036854775807"},
                   {"signing", "edit", record("S"), "--amends", record("S")},
                   {text()},
                   {"undo", text()}});
  }

  std::mt19937 random_;
};

}  // namespace random_commands
