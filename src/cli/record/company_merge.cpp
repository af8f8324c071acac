// company merge: two entries of one company become one.
#include "leadbook/service/records/company_merge.hpp"

#include "cli/frame/commands.hpp"
#include "cli/frame/question.hpp"
#include "cli/record/options.hpp"
#include "leadbook/service/records/book_change.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::cli {
namespace {

void run_company_merge(const std::string& from, const std::string& into, Env& env) {
  service::BookChange change(env.db_to_write(false), env.origin());
  const Id<Company> gone{env.resolver().resolve(Kind::company, from)};
  const Id<Company> kept{env.resolver().resolve(Kind::company, into)};
  const auto description = describe_record(env, {Kind::company, gone.number});
  if (!service::share_something(change.db(), gone, kept)) {
    require_yes(env,
                say("{} and {} share neither name nor code.",
                    description,
                    describe_record(env, {Kind::company, kept.number})));
  }
  const auto records = service::merge_companies(change, gone, kept);
  change.commit();
  env.tell_notes(env.resolver().take_notes());
  const Reference record{Kind::company, kept.number};
  tell_written(env,
               say_count("Merged {1} into {2}; {0} record now names it.",
                         "Merged {1} into {2}; {0} records now name it.",
                         static_cast<std::int64_t>(records),
                         description,
                         describe_record(env, record)),
               record);
}

}  // namespace

RunCommand add_company_merge(CommandLine& line, Env& env, const Command& command) {
  auto from = std::make_shared<std::string>();
  auto into = std::make_shared<std::string>();
  line.add_argument("FROM", *from, say("the entry that goes"));
  line.add_argument("INTO", *into, say("the entry that stays"));
  add_record_output_options(line, env);
  return [from, into, &env, &command] {
    require_argument(*from, "FROM", command);
    require_argument(*into, "INTO", command);
    run_company_merge(*from, *into, env);
  };
}

}  // namespace leadbook::cli
