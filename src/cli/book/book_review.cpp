// book review: what is likely to be wrong in the book, and the command that mends it.
#include <limits>
#include <map>

#include "cli/frame/commands.hpp"
#include "cli/frame/output.hpp"
#include "leadbook/domain/error.hpp"
#include "leadbook/service/review/review.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::cli {
namespace {

using service::ReviewFinding;
using service::ReviewRule;

struct BookReviewOptions {
  std::vector<std::string> rules;
  std::string county;
};

std::string all_rules() {
  std::string all;
  for (const auto& word : words<ReviewRule>()) {
    if (!all.empty()) all += choose(", ", "、");
    all += choose(word.identifier, word.chinese);
  }
  return all;
}

std::set<ReviewRule> read_rules(const std::vector<std::string>& texts) {
  std::set<ReviewRule> rules;
  for (const auto& text : texts) {
    for (const auto piece : text::split(text, ',')) {
      const auto rule = parse_word<ReviewRule>(text::trim(piece), "rule");
      if (!rule) {
        throw Error(ErrorKind::usage,
                    say("--rule: '{}' is not one of {}", text::visible(piece), all_rules()));
      }
      rules.insert(*rule);
    }
  }
  return rules;
}

present::Table finding_table(const std::vector<ReviewFinding>& findings) {
  const std::vector<present::Field<ReviewFinding>> fields = {
      {say("Rule"), "rule", {}, [](const ReviewFinding& one) { return one.rule; }},
      {say("Record"),
       "records",
       {},
       [](const ReviewFinding& one) {
         present::List records;
         for (const auto& record : one.records) records.emplace_back(record);
         return records;
       }},
      {say("What is wrong"), "wrong", {}, [](const ReviewFinding& one) { return one.wrong; }},
      {say("To mend it"),
       "command",
       {},
       [](const ReviewFinding& one) { return "leadbook " + told_words(one.command); }},
  };
  return present::make_table("findings", fields, findings);
}

/// "12 findings: 9 likely twins, 3 no amount."
std::string summary_of(const std::vector<ReviewFinding>& findings) {
  std::map<ReviewRule, std::int64_t> counts;
  for (const auto& finding : findings) ++counts[finding.rule];
  std::string parts;
  for (const auto& [rule, count] : counts) {
    if (!parts.empty()) parts += choose(", ", "，");
    parts += say("{} {}", name_of(rule), count);
  }
  return say_count(
      "{} finding: {}.", "{} findings: {}.", static_cast<std::int64_t>(findings.size()), parts);
}

/// How wide rules, records and commands are beside each other.
std::size_t width_of(const std::vector<ReviewFinding>& findings) {
  std::size_t rule = 0;
  std::size_t records = 0;
  std::size_t command = 0;
  for (const auto& finding : findings) {
    std::size_t own = 0;
    for (const auto& record : finding.records) own += reference_text(record).size() + 2;
    rule = std::max(rule, text::display_width(name_of(finding.rule)));
    records = std::max(records, own);
    command = std::max(command, text::display_width("leadbook " + told_words(finding.command)));
  }
  return rule + 2 + records + command;
}

/// Where a line has no room for all, the sentences stand below; where it has none for the commands,
/// these as well, each on a line of its own that nothing breaks: a command is to be taken into the
/// command line as it is.
void explain(present::Table& table, const std::vector<ReviewFinding>& findings, Env& env) {
  constexpr std::size_t wide = 110;
  auto& output = env.output();
  const auto width = style_of(env).width;
  const bool has_room = width == 0 || width >= wide;
  if (has_room || !prints_for_people(env) || !output.columns.empty() || !output.sort.empty()) {
    return;
  }
  const bool commands_fit = width_of(findings) <= width;
  output.columns = commands_fit ? "rule,records,command" : "rule,records";
  output.wide = output.wide || !commands_fit;
  auto left = read_limit(output.limit).value_or(std::numeric_limits<std::int64_t>::max());
  for (const auto& finding : findings) {
    if (left-- <= 0) break;
    auto note = say("{}: {}", reference_text(finding.records.front()), finding.wrong);
    if (!commands_fit) note += "\n  leadbook " + told_words(finding.command);
    table.notes.push_back(std::move(note));
  }
}

void run_book_review(const BookReviewOptions& options, Env& env) {
  service::ReviewQuery query;
  query.rules = read_rules(options.rules);
  query.unit = env.settings().print_unit();
  auto& db = env.db();
  if (!options.county.empty()) {
    query.county = {env.resolver().resolve(Kind::county, options.county)};
    env.tell_notes(env.book().resolver_notes());
  }
  const auto findings = service::review_book(db, query);
  auto table = finding_table(findings);
  explain(table, findings, env);
  if (!findings.empty()) table.notes.push_back(summary_of(findings));
  print(env, std::move(table));
}

}  // namespace

RunCommand add_book_review(CommandLine& line, Env& env, const Command&) {
  auto options = std::make_shared<BookReviewOptions>();
  line.add_texts("--rule", options->rules, say("only these rules: {}", all_rules()));
  line.add_text("--county", options->county, say("only what belongs to this county"));
  add_as_of_option(line, env);
  add_output_options(line, env);
  return [options, &env] { run_book_review(*options, env); };
}

}  // namespace leadbook::cli
