#include "cli/frame/question.hpp"

#include "leadbook/domain/error.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::cli {

void require_yes(Env& env, const std::string& question) {
  if (env.options().assume_yes) return;
  auto& world = env.world();
  if (env.options().no_input || !world.in_is_terminal || !world.err_is_terminal) {
    throw Error(ErrorKind::declined,
                say("{} Nothing was written; -y does it all the same", question));
  }
  env.out().flush();  // what is asked about is seen first
  env.err() << question << ' ' << say("Go on? [y/N]") << ' ' << std::flush;
  std::string answer;
  std::getline(world.in, answer);
  const auto folded = text::fold(text::trim(answer));
  for (const auto* yes : {"y", "yes", "是", "好", "对"}) {
    if (folded == yes) return;
  }
  throw Error(ErrorKind::declined, say("nothing was written"));
}

Date happened_on(Env& env, const std::string& text) {
  const auto on = parse_past_date(text, env.today());
  if (!on) throw Error(ErrorKind::usage, "--on: " + on.problem().message);
  if (const auto doubt = doubt_of_year(text, *on, env.today())) require_yes(env, *doubt);
  return *on;
}

}  // namespace leadbook::cli
