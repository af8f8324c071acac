// next: what comes after a talk, by when; or that it is done.
#include "cli/daily/talk.hpp"
#include "cli/frame/commands.hpp"
#include "cli/record/options.hpp"
#include "leadbook/domain/error.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::cli {
namespace {

struct NextOptions {
  std::string reference;
  std::string step;
  std::string due;
  bool done = false;
};

/// What is to change: a new step loses the day of the one before it.
std::vector<FieldInput> inputs_of(const NextOptions& options) {
  std::vector<FieldInput> inputs;
  if (options.done || !options.step.empty()) {
    inputs = {{"next_step", options.step}, {"next_due", options.due}};
  } else if (!options.due.empty()) {
    inputs = {{"next_due", options.due}};
  }
  return inputs;
}

std::string told(const Negotiation& talk, const Reference& record) {
  const auto name = reference_text(record);
  if (talk.next_step.empty() && !talk.next_due) return say("{}: the next step is done.", name);
  if (!talk.next_due) return say("{}: next, {}; no day is set.", name, talk.next_step);
  return say("{}: next, {}, by {}.", name, talk.next_step, dated(*talk.next_due));
}

void run_next(NextOptions options, Env& env) {
  if (!options.due.empty()) options.due = date_text(read_due_day(env, options.due, "--due"));
  const auto inputs = inputs_of(options);
  if (inputs.empty() || (options.done && !(options.step + options.due).empty())) {
    throw Error(ErrorKind::usage, say("write the next step or its --due, or --done alone"));
  }
  const auto edited = edit_talk(env, options.reference, inputs);
  const auto record = edited.record();
  if (edited.entry == 0) {
    env.tell(say("{} is so already; nothing was changed.", describe_record(env, record)));
  } else {
    tell_written(env, told(edited.talk, record), record);
  }
}

}  // namespace

RunCommand add_next(CommandLine& line, Env& env, const Command& command) {
  auto options = std::make_shared<NextOptions>();
  line.add_argument("REF", options->reference, say("the negotiation it follows from"));
  line.add_argument("TEXT", options->step, say("what comes next"));
  line.add_text("--due", options->due, say("by when, counted from today"));
  line.add_switch("--done", options->done, say("it is done: nothing is open any more"));
  add_record_output_options(line, env);
  return [options, &env, &command] {
    require_argument(options->reference, "REF", command);
    run_next(*options, env);
  };
}

}  // namespace leadbook::cli
