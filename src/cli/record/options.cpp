#include "cli/record/options.hpp"

#include <algorithm>

#include "cli/frame/output.hpp"
#include "cli/frame/question.hpp"
#include "cli/record/table.hpp"
#include "leadbook/domain/record/kind_facts.hpp"
#include "leadbook/service/derived/stages.hpp"
#include "leadbook/service/records/odd_days.hpp"
#include "leadbook/service/review/review.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::cli {
namespace {

std::string option_help(const FieldFacts& field) {
  auto help = field.help.empty() ? std::string(choose(field.english, field.chinese))
                                 : std::string(translate(field.help.c_str()));
  std::string choices;
  const bool is_chinese = language() == Language::chinese;
  for (const auto& choice : is_chinese ? field.chinese_choices : field.choices) {
    choices += (choices.empty() ? "" : "|") + choice;
  }
  return choices.empty() ? help : help + std::string(choose(": ", "：")) + choices;
}

std::string main_flag(const FieldFacts& field) {
  return "--" + field.flag.substr(0, field.flag.find(','));
}

}  // namespace

void add_field_options(CommandLine& line, Kind kind, RecordOptions& options) {
  const auto& fields = fields_of(kind);
  options.texts.resize(fields.size());
  for (std::size_t index = 0; index < fields.size(); ++index) {
    const auto& field = fields[index];
    if (field.by_program) continue;
    if (field.type == FieldType::word && field.choices.size() == 1) {
      // What has one word is said by the name of the option alone.
      line.add_action(
          "--" + field.flag,
          [&texts = options.texts[index], word = field.choices.front()] { texts = {word}; },
          translate(field.help.c_str()));
      continue;
    }
    line.add_texts("--" + field.flag, options.texts[index], option_help(field)).personal =
        field.personal;
  }
  line.add_switch("--create", options.create, say("add companies that are not in the book yet"));
}

std::vector<FieldInput> inputs_of(Kind kind, const RecordOptions& options) {
  const auto& fields = fields_of(kind);
  std::vector<FieldInput> inputs;
  for (const auto& name : options.cleared) inputs.push_back({name, ""});
  for (std::size_t index = 0; index < options.arguments.size(); ++index) {
    if (!options.arguments[index].empty()) {
      refuse_placeholder("", options.arguments[index]);
      inputs.push_back(
          {std::string(*(facts_of(kind).typed.begin() + index)), options.arguments[index]});
    }
  }
  for (std::size_t index = 0; index < fields.size(); ++index) {
    const auto& texts = options.texts[index];
    if (texts.empty()) continue;
    for (const auto& text : texts) refuse_placeholder(main_flag(fields[index]), text);
    auto text = texts.back();
    if (fields[index].list) {
      text.clear();
      for (const auto& item : texts) text += (text.empty() ? "" : ";") + item;
    }
    inputs.push_back({fields[index].name, text});
  }
  return inputs;
}

service::WriteRules typed_rules(const RecordOptions& options) {
  service::WriteRules rules;
  rules.create = options.create;
  rules.like_name = options.allow_twins ? service::LikeName::pass : service::LikeName::refuse;
  rules.refuse_twins = !options.allow_twins;
  return rules;
}

std::string problem_text(Kind kind,
                         const FieldProblem& problem,
                         const std::map<std::string, std::string>& options) {
  auto name = problem.field;
  for (const auto& field : fields_of(kind)) {
    if (field.name == problem.field) name = main_flag(field);
  }
  if (const auto own = options.find(problem.field); own != options.end()) name = own->second;
  return name + (name.empty() ? "" : ": ") + problem.message;
}

void throw_problems(const service::Written& written,
                    const std::map<std::string, std::string>& options) {
  const auto& problems = written.problems;
  if (problems.empty()) return;
  std::string message;
  for (const auto& problem : problems) {
    message += (message.empty() ? "" : "\nleadbook: ") +
               problem_text(which_kind(written.record), problem, options);
  }
  throw Error(problems.front().kind, message);
}

std::int64_t commit_written(Env& env,
                            service::BookChange& change,
                            const service::Written& written,
                            const std::map<std::string, std::string>& options) {
  throw_problems(written, options);
  const auto entry = change.commit();
  for (const auto& record : written.made) {
    const auto name = store::name_of(env.db(), record);
    env.tell(say("Added {} {}.", reference_text(record), name));
  }
  env.tell_notes(written.notes);
  for (const auto& oddity : written.oddities) env.tell_notes({oddity.message});
  return entry;
}

void ask_about_days(Env& env,
                    store::Db& db,
                    const service::Written& written,
                    const std::optional<AnyRecord>& stored) {
  if (!written.problems.empty()) return;
  auto odd = service::odd_days(db, written.record, env.today());
  if (stored) {
    const auto before = service::odd_days(db, *stored, env.today());
    std::erase_if(odd, [&](const std::string& line) {
      return std::find(before.begin(), before.end(), line) != before.end();
    });
  }
  for (const auto& line : written.doubts) require_yes(env, line);
  for (const auto& line : odd) require_yes(env, line);
}

void tell_stage(Env& env, const AnyRecord& record) {
  auto& db = env.db();
  const auto* signing = std::get_if<Signing>(&record);
  const auto* moved = std::get_if<Project>(&record);
  if (signing == nullptr && moved == nullptr) return;
  const auto project = moved != nullptr ? *moved : store::find(db, signing->project).value();
  for (const auto& finding : service::review_stages(db, project)) {
    const auto& of = finding.records;
    const bool names_paper = of.size() > 1;
    const bool names_this = std::find(of.begin(), of.end(), reference_of(record)) != of.end();
    if (!names_paper || !names_this) continue;
    env.tell_notes({say("{}: 'leadbook {}' mends it", finding.wrong, told_words(finding.command))});
  }
  if (moved == nullptr || moved->moves.empty()) return;
  const auto& stage = moved->moves.back().stage;
  if (!is_on_ladder(stage) || stage < Stage::signed_ || service::is_signed(db, *moved)) return;
  env.tell_notes({say("{}: '{}', but no contract of it is in the book; 'leadbook sign {}' adds one",
                      moved->title,
                      name_of(stage),
                      reference_text(reference_of(record)))});
}

std::string describe_record(Env& env, const Reference& record) {
  auto& db = env.db();
  const auto found = store::find(db, record);
  auto line = reference_text(record);
  if (!found) return line;
  store::Names names(db);
  const auto columns = record_columns(record.kind);
  const auto cells = record_cells(*found, names);
  bool first = true;
  for (const auto name : facts_of(record.kind).told_by) {
    for (std::size_t column = 0; column < columns.size(); ++column) {
      if (columns[column].key != name || present::is_empty(cells[column])) continue;
      line += (first ? " " : std::string(choose(", ", "，"))) +
              present::display_text(cells[column], env.settings().print_unit());
      first = false;
    }
  }
  if (record.kind == Kind::project) {
    const auto& project = std::get<Project>(*found);
    line += std::string(choose(", ", "，")) +
            std::string(name_of(service::stages_of(db, project).back().stage));
  }
  return line;
}

void tell_written(Env& env, const std::string& what, const Reference& record) {
  env.tell(what + "  " + say("undo: leadbook undo"));
  if (!prints_data(env)) return;
  auto& db = env.db();
  const auto found = store::find(db, record);
  if (!found) return;
  store::Names names(db);
  print(env, present::Card{"", {}, record_table(*found, names, env.output().personal)});
}

}  // namespace leadbook::cli
