// merge: two entries of one company, project or signing become one.
#include "leadbook/service/records/record_merge.hpp"

#include "cli/frame/commands.hpp"
#include "cli/frame/question.hpp"
#include "cli/record/options.hpp"
#include "leadbook/service/records/book_change.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::cli {
namespace {

std::string unlike_question(Kind kind, const std::string& from, const std::string& into) {
  if (kind == Kind::company) return say("{} and {} share neither name nor code.", from, into);
  if (kind == Kind::project) return say("{} and {} share neither county nor title.", from, into);
  return say("{} and {} are of two projects.", from, into);
}

void run_record_merge(Kind kind, const std::string& from, const std::string& into, Env& env) {
  service::BookChange change(env.db_to_write(false), env.origin());
  const Reference gone{kind, env.resolver().resolve(kind, from)};
  const Reference kept{kind, env.resolver().resolve(kind, into)};
  const auto description = describe_record(env, gone);
  if (gone != kept && !service::share_something(change.db(), kind, gone.number, kept.number)) {
    require_yes(env, unlike_question(kind, description, describe_record(env, kept)));
  }
  const auto merged = service::merge_records(change, kind, gone.number, kept.number);
  change.commit();
  env.tell_notes(env.resolver().take_notes());
  for (const auto& [field, stays, goes] : merged.disagreements) {
    const auto& facts = fields_of(kind)[field];
    env.tell(say("{}: '{}' stays, not '{}'",
                 std::string(choose(facts.english, facts.chinese)),
                 stays,
                 goes));
  }
  env.tell_notes(merged.twins);
  tell_written(env,
               say_count("Merged {1} into {2}; {0} record now names it.",
                         "Merged {1} into {2}; {0} records now name it.",
                         static_cast<std::int64_t>(merged.redirected),
                         description,
                         describe_record(env, kept)),
               kept);
}

}  // namespace

RunCommand add_record_merge(CommandLine& line, Env& env, const Command& command) {
  auto from = std::make_shared<std::string>();
  auto into = std::make_shared<std::string>();
  line.add_argument("FROM", *from, say("the entry that goes"));
  line.add_argument("INTO", *into, say("the entry that stays"));
  add_record_output_options(line, env);
  return [from, into, &env, &command] {
    require_argument(*from, "FROM", command);
    require_argument(*into, "INTO", command);
    run_record_merge(command.kind, *from, *into, env);
  };
}

}  // namespace leadbook::cli
