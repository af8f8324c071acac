// promise and kept: what one side takes upon itself in a talk, and that it was done.
#include "cli/daily/talk.hpp"
#include "cli/frame/commands.hpp"
#include "cli/frame/question.hpp"
#include "cli/record/options.hpp"
#include "leadbook/domain/error.hpp"
#include "leadbook/domain/record/fields/field_text.hpp"
#include "leadbook/domain/record/fields/negotiation.hpp"
#include "leadbook/service/records/book_change.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::cli {
namespace {

struct PromiseOptions {
  std::string reference;
  std::string owner;
  std::string due;
  std::string text;
};

void run_promise(const PromiseOptions& options, Env& env) {
  const auto due = read_due_day(env, options.due, placeholder("DAY"));
  // Added to what was promised before.
  const FieldInput promise = {
      "promises", "+" + write_list_text({{options.text, options.owner, date_text(due), ""}})};
  const auto edited =
      edit_talk(env, options.reference, {promise}, {{"promises", placeholder("DAY")}});
  const auto& promises = edited.talk.promises;
  const auto& made = promises.back();
  tell_written(env,
               say("Promise {} of {}: {}, by {} on {}.",
                   promises.size(),
                   reference_text(edited.record()),
                   made.text,
                   made.owner,
                   dated(due)),
               edited.record());
}

struct Kept {
  std::string reference;
  std::string place;
  std::string on = "today";
};

/// "send the contract, Li, due 2026-12-05".
std::string told(const Commitment& promise) {
  auto line = promise.text;
  const auto add = [&](const std::string& more) { line += std::string(choose(", ", "，")) + more; };
  if (!promise.owner.empty()) add(promise.owner);
  add(promise.due ? say("due {}", dated(*promise.due)) : say("no day"));
  if (promise.kept) add(say("kept {}", dated(*promise.kept)));
  return line;
}

/// Which of a talk's promises is meant: the one named, or the only one that is not kept.
std::size_t promise_meant(const Negotiation& talk, const std::string& place) {
  std::vector<std::size_t> open;
  for (std::size_t at = 0; at < talk.promises.size(); ++at) {
    if (!talk.promises[at].kept) open.push_back(at);
  }
  if (place.empty() && open.size() == 1) return open.front();
  const auto number = parse_count(place.empty() ? "0" : place);
  if (number && *number >= 1 && *number <= static_cast<std::int64_t>(talk.promises.size())) {
    return static_cast<std::size_t>(*number - 1);
  }
  std::string all;
  for (std::size_t at = 0; at < talk.promises.size(); ++at) {
    all += "\n  " + std::to_string(at + 1) + " " + told(talk.promises[at]);
  }
  if (all.empty()) {
    throw Error(
        ErrorKind::not_found,
        say("nothing was promised in {}", reference_text({Kind::negotiation, talk.id.number})));
  }
  throw Error(ErrorKind::not_found, say("which promise? Name one of{}", all));
}

void run_kept(const Kept& options, Env& env) {
  const auto on = happened_on(env, options.on);
  service::BookChange change(env.db_to_write(false), env.origin());
  const Id<Negotiation> id{env.resolver().resolve(Kind::negotiation, options.reference)};
  const auto stored = store::find(change.db(), id).value();
  auto talk = stored;
  auto& promise = talk.promises[promise_meant(stored, options.place)];
  if (promise.kept) {
    throw Error(ErrorKind::conflict,
                say("'{}' was kept on {}: change that with 'leadbook negotiation edit'",
                    promise.text,
                    format_date(*promise.kept)));
  }
  promise.kept = on;
  const auto text = promise.text;
  const auto written =
      service::RecordWriter(change, env.resolver(), Kind::negotiation).update(stored, talk);
  ask_about_days(env, change.db(), written, stored);
  commit_written(env, change, written, {{"promises", "--on"}});
  const Reference record{Kind::negotiation, id.number};
  tell_written(
      env, say("{}: '{}' kept on {}.", reference_text(record), text, format_date(on)), record);
}

}  // namespace

RunCommand add_promise(CommandLine& line, Env& env, const Command& command) {
  auto options = std::make_shared<PromiseOptions>();
  line.add_argument("REF", options->reference, say("the negotiation in which it was promised"));
  line.add_argument("OWNER", options->owner, say("who promised it"));
  line.add_argument("DAY", options->due, say("by when, counted from today"));
  line.add_argument("TEXT", options->text, say("what was promised"));
  add_record_output_options(line, env);
  return [options, &env, &command] {
    require_argument(options->reference, "REF", command);
    require_argument(options->owner, "OWNER", command);
    require_argument(options->due, "DAY", command);
    require_argument(options->text, "TEXT", command);
    run_promise(*options, env);
  };
}

RunCommand add_kept(CommandLine& line, Env& env, const Command& command) {
  auto options = std::make_shared<Kept>();
  line.add_argument("REF", options->reference, say("the negotiation in which it was promised"));
  line.add_argument(
      "PROMISE", options->place, say("which of its promises, from 1; needless where one is open"));
  line.add_text("--on", options->on, say("when; today if left out"));
  add_record_output_options(line, env);
  return [options, &env, &command] {
    require_argument(options->reference, "REF", command);
    run_kept(*options, env);
  };
}

}  // namespace leadbook::cli
