// task close: a task is done, and how.
#include "cli/frame/commands.hpp"
#include "cli/frame/question.hpp"
#include "cli/record/options.hpp"
#include "leadbook/domain/error.hpp"
#include "leadbook/service/records/book_change.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::cli {
namespace {

struct TaskCloseOptions {
  std::string reference;
  std::string closing;
  std::string on = "today";
};

void run_task_close(const TaskCloseOptions& options, Env& env) {
  const auto on = happened_on(env, options.on);
  service::BookChange change(env.db_to_write(false), env.origin());
  const Id<Task> id{env.resolver().resolve(Kind::task, options.reference)};
  const Reference record{Kind::task, id.number};
  const auto stored = store::find(change.db(), id).value();
  auto task = stored;
  if (task.closed_on) {
    throw Error(ErrorKind::conflict,
                say("{} was closed on {}: change that with 'leadbook task edit'",
                    reference_text(record) + " " + task.title,
                    format_date(*task.closed_on)));
  }
  task.closed_on = on;
  if (!options.closing.empty()) task.closing = options.closing;
  const auto written =
      service::RecordWriter(change, env.resolver(), Kind::task).update(stored, task);
  ask_about_days(env, change.db(), written, stored);
  commit_written(env, change, written);
  tell_written(env, say("Closed {} on {}.", describe_record(env, record), format_date(on)), record);
}

}  // namespace

RunCommand add_task_close(CommandLine& line, Env& env, const Command& command) {
  auto options = std::make_shared<TaskCloseOptions>();
  line.add_argument(
      "REF", options->reference, say("the record: its reference or a part of its name"));
  line.add_argument("TEXT", options->closing, say("how it was settled"));
  line.add_text("--on", options->on, say("when; today if left out"));
  add_record_output_options(line, env);
  return [options, &env, &command] {
    require_argument(options->reference, "REF", command);
    refuse_placeholder("", options->closing);
    run_task_close(*options, env);
  };
}

}  // namespace leadbook::cli
