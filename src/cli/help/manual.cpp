#include "cli/help/manual.hpp"

#include <algorithm>
#include <set>

#include "cli/frame/command.hpp"
#include "cli/help/help.hpp"
#include "cli/help/values.hpp"
#include "cli/help/version.hpp"
#include "leadbook/domain/error.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::cli {
namespace {

/// mandoc counts a Han character as the eight bytes of \\[u62DC].
constexpr std::size_t longest_line = 76;

/// A character as roff takes it: nothing in a text is a request.
std::string escaped(char32_t letter, bool begins_word) {
  switch (letter) {
    case U'\\':
      return "\\e";
    case U'-':
      return "\\-";
    case U'\'':
      return "\\(aq";
    case U'"':
      return "\\(dq";
    case U'.':
      return begins_word ? "\\&." : ".";
    default:
      return text::encode(std::u32string(1, letter));
  }
}

/// A text in short lines of roff: they end at spaces or, by \\c, within a word, which may be broken
/// between Han characters.
std::string escaped(const std::string& text) {
  std::string roff;
  std::size_t length = 0;
  char32_t last = U' ';
  for (const char32_t letter : text::decode(text)) {
    constexpr char32_t ascii_end = 0x80;
    constexpr std::size_t han = 8;
    if (letter == U' ' && (last == U' ' || roff.empty())) continue;
    const bool wide = letter >= ascii_end;
    const bool is_due = length > longest_line - 2 * han && (wide || letter == U' ');
    if (is_due || (length >= longest_line && letter != U' ')) {
      if (letter == U' ') {
        roff += '\n';
      } else {
        roff += wide && last != U' ' ? "\\:\\c\n" : "\\c\n";
      }
      length = 0;
      last = letter == U' ' ? U' ' : U'x';
      if (letter == U' ') continue;
    }
    auto one = escaped(letter, last == U' ' || length == 0);
    if (wide && last != U' ' && length > 0) one = "\\:" + one;
    length += wide ? one.size() + han : one.size();
    roff += one;
    if (letter == U'|') {
      roff += "\\:";  // between the words of an enumeration
      length += 2;
    }
    last = letter;
  }
  return roff;
}

class Page {
 public:
  explicit Page(std::ostream& out) : out_(out) {}

  void head(const std::string& title) {
    std::string upper = title;
    for (auto& letter : upper) {
      letter = static_cast<char>(std::toupper(static_cast<unsigned char>(letter)));
    }
    out_ << ".TH " << upper << " 1 " << release_day() << " \"leadbook " << release()
         << "\" \"leadbook\"\n";
  }
  void section(const std::string& name) { out_ << ".SH " << name << '\n'; }
  void part(const std::string& name) { out_ << ".SS " << escaped(name) << '\n'; }

  void text(const std::string& text) { out_ << escaped(text) << '\n'; }
  void entry(const std::string& term, const std::string& meaning) {
    out_ << ".TP\n\\fB" << escaped(term) << "\\fR\n";
    text(meaning);
  }
  void literal(const std::vector<std::string>& lines) {
    out_ << ".PP\n.nf\n";
    for (const auto& line : lines) out_ << escaped(line) << '\n';
    out_ << ".fi\n";
  }

 private:
  std::ostream& out_;
};

std::string heading(const char* english, const char* chinese) {
  return std::string(choose(english, chinese));
}

std::string term_of(const Command& command, const Option& option) {
  if (option.is_argument()) return argument_name(command, option);
  std::string term;
  for (const auto& name : option.names) term += (term.empty() ? "" : ", ") + name;
  return option.takes_value() ? term + " " + name_of_value(values_of(command, option)) : term;
}

void print_command(Page& page, Env& env, const Command& command) {
  CommandLine line;
  declare_command(line, env, command);
  page.part(usage_of(command, line));
  page.text(std::string(translate(command.summary)) + choose(".", "。").data());
  for (const bool needed : {true, false}) {
    for (const auto& option : line.options()) {
      if (option.group == OptionGroup::own && is_required(command, option) == needed) {
        page.entry(term_of(command, option), option.help);
      }
    }
  }
  const auto examples = examples_of(command);
  if (!examples.empty()) page.literal(examples);
}

void print_topic_entries(Page& page, const std::string& topic) {
  for (const auto& [term, meaning] : topic_entries(topic)) page.entry(term, meaning);
}

void print_shared(Page& page) {
  page.section(heading("OPTIONS", "选项"));
  page.part(translate(topic_heading("options")));
  print_topic_entries(page, "options");
  page.part(translate(topic_heading("output")));
  print_topic_entries(page, "output");
}

void print_end(Page& page, const std::vector<std::string>& others) {
  page.section(heading("EXIT STATUS", "退出状态"));
  print_topic_entries(page, "exit-codes");
  page.section(heading("ENVIRONMENT", "环境变量与文件"));
  print_topic_entries(page, "environment");
  page.section(heading("SEE ALSO", "参见"));
  std::string all;
  for (const auto& name : others) all += (all.empty() ? "" : ", ") + name + "(1)";
  page.text(all);
}

std::vector<std::string> nouns() {
  std::vector<std::string> names;
  for (const auto& command : commands()) {
    if (std::find(names.begin(), names.end(), command.noun) == names.end()) {
      names.emplace_back(command.noun);
    }
  }
  return names;
}

void print_main(Page& page) {
  page.head("leadbook");
  page.section(heading("NAME", "名称"));
  page.text(say("leadbook - the investment-lead book of a county or city"));
  page.section(heading("SYNOPSIS", "用法"));
  page.text(heading("leadbook COMMAND [WORD...] [--option value]",
                    "leadbook 命令 [内容...] [--选项 值]"));
  page.section(heading("DESCRIPTION", "说明"));
  page.text(
      say("Keeps the projects, delegations, negotiations and signings of an "
          "investment-promotion bureau in one file or on a PostgreSQL server. Every change is "
          "in a log that can be proved whole, and can be undone. Alone, it shows what is due; "
          "'leadbook help' shows the commands by what they are for."));
  page.section(heading("COMMANDS", "命令"));
  for (const auto& command : commands())
    page.entry(command_name(command), translate(command.summary));
  for (const auto* topic : {"values", "dates", "money", "filters", "measures", "where", "import"}) {
    page.part(translate(topic_heading(topic)));
    print_topic_entries(page, topic);
  }
  print_shared(page);
  std::vector<std::string> others;
  for (const auto& noun : nouns()) others.push_back("leadbook-" + noun);
  print_end(page, others);
}

void print_of_noun(Page& page, Env& env, const std::string& noun) {
  page.head("leadbook-" + noun);
  page.section(heading("NAME", "名称"));
  std::string about;
  for (const auto& command : commands()) {
    if (noun == command.noun && about.empty()) about = translate(command.summary);
  }
  page.text("leadbook-" + noun + " - " + about);
  page.section(heading("SYNOPSIS", "用法"));
  const auto words = heading("[WORD...] [--option value]", "[内容...] [--选项 值]");
  const auto verb = needs_verb(noun) ? heading("VERB ", "动作 ") : "";
  page.text("leadbook " + noun + " " + verb + words);
  page.section(heading("COMMANDS", "命令"));
  for (const auto& command : commands()) {
    if (noun == command.noun) print_command(page, env, command);
  }
  print_shared(page);
  print_end(page, {"leadbook"});
}

}  // namespace

void print_manual(Env& env, const std::string& noun) {
  Page page(env.out());
  if (noun.empty()) return print_main(page);
  const auto known = nouns();
  if (std::find(known.begin(), known.end(), noun) == known.end()) {
    throw Error(ErrorKind::usage, say("there is no command '{}'", text::visible(noun)));
  }
  print_of_noun(page, env, noun);
}

}  // namespace leadbook::cli
