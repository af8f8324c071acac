// project move: to another stage of the ladder, off it, or back on.
#include "cli/frame/commands.hpp"
#include "cli/frame/question.hpp"
#include "cli/record/options.hpp"
#include "leadbook/domain/error.hpp"
#include "leadbook/service/derived/stages.hpp"
#include "leadbook/service/records/book_change.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::cli {
namespace {

struct ProjectMoveOptions {
  std::string reference;
  std::string stage;
  std::string on = "today";
  std::string reason;
  std::string document;
};

/// The stage meant; "resume" is the one the project stood at before it was suspended.
Stage wanted_stage(const std::string& text, const std::vector<StageSpell>& spells) {
  const auto folded = text::fold(text);
  if (folded != "resume" && folded != "resumed" && folded != "复工") {
    const auto stage = parse_word<Stage>(text, N_("stage"));
    if (!stage) throw Error(ErrorKind::usage, stage.problem().message);
    return *stage;
  }
  if (is_on_ladder(spells.back().stage)) {
    throw Error(ErrorKind::conflict,
                say("the project is not suspended: it is at '{}'", name_of(spells.back().stage)));
  }
  for (auto spell = spells.rbegin(); spell != spells.rend(); ++spell) {
    if (is_on_ladder(spell->stage)) return spell->stage;
  }
  return Stage::lead;
}

void run_project_move(const ProjectMoveOptions& options, Env& env) {
  const auto on = happened_on(env, options.on);
  service::BookChange change(env.db_to_write(false), env.origin());
  const Id<Project> id{env.resolver().resolve(Kind::project, options.reference)};
  const auto stored = store::find(change.db(), id).value();
  auto project = stored;
  const auto spells = service::stages_of(change.db(), project);
  const auto stage = wanted_stage(options.stage, spells);
  project.moves.push_back({stage, on, options.reason, options.document, env.user()});
  const auto written =
      service::RecordWriter(change, env.resolver(), Kind::project).update(stored, project);
  ask_about_days(env, change.db(), written, stored);
  commit_written(env, change, written, {{"moves", "--reason"}});
  const Reference record{Kind::project, id.number};
  tell_written(env,
               say("Moved {} from '{}' to '{}' on {}.",
                   reference_text(record) + " " + project.title,
                   name_of(spells.back().stage),
                   name_of(stage),
                   format_date(on)),
               record);
  tell_stage(env, written.record);
}

}  // namespace

RunCommand add_project_move(CommandLine& line, Env& env, const Command& command) {
  auto options = std::make_shared<ProjectMoveOptions>();
  line.add_argument(
      "REF", options->reference, say("the record: its reference or a part of its name"));
  line.add_argument("STAGE",
                    options->stage,
                    say("the stage it reached, as started; 'resume' after a suspension"));
  line.add_text("--on", options->on, say("when; today if left out"));
  line.add_text("--reason", options->reason, say("why; needed for suspended and terminated"));
  line.add_text("--document", options->document, say("the paper that shows it"));
  add_record_output_options(line, env);
  return [options, &env, &command] {
    require_argument(options->reference, "REF", command);
    require_argument(options->stage, "STAGE", command);
    run_project_move(*options, env);
  };
}

}  // namespace leadbook::cli
