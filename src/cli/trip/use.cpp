// use: makes a trip the current one, so that `log` takes its county, people, days and place.
#include "cli/frame/commands.hpp"
#include "cli/trip/current_trip.hpp"
#include "leadbook/domain/error.hpp"
#include "leadbook/store/record/record.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::cli {
namespace {

struct UseOptions {
  std::string reference;
  bool clear = false;
};

void show_current(Env& env) {
  const auto trip = current_trip(env);
  if (trip) return tell_trip(env, *trip);
  env.tell(say("There is no current trip; 'leadbook use D-9' makes one."));
}

void run_use(const UseOptions& options, Env& env) {
  if (options.clear) {
    if (!options.reference.empty()) {
      throw Error(ErrorKind::usage, say("write a trip or --clear, not both"));
    }
    env.tell(end_trip(env) ? say("The current trip is ended.") : say("There was no current trip."));
    return;
  }
  if (options.reference.empty()) return show_current(env);
  const Id<Delegation> id{env.resolver().resolve(Kind::delegation, options.reference)};
  env.tell_notes(env.book().resolver_notes());
  const auto trip = store::find(env.db(), id).value();
  take_up_trip(env, trip);
  tell_trip(env, trip);
}

}  // namespace

RunCommand add_use(CommandLine& line, Env& env, const Command&) {
  auto options = std::make_shared<UseOptions>();
  line.add_argument("REF", options->reference, say("the trip; without one, which it is"));
  line.add_switch("--clear", options->clear, say("end the current trip"));
  return [options, &env] { run_use(*options, env); };
}

}  // namespace leadbook::cli
