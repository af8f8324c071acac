#include "cli/frame/question.hpp"

#include "leadbook/domain/amount/quantity.hpp"
#include "leadbook/domain/error.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::cli {

bool can_ask(Env& env) {
  const auto& world = env.world();
  return !env.options().no_input && world.in_is_terminal && world.err_is_terminal;
}

std::optional<std::string> ask(Env& env, const std::string& question) {
  env.err() << text::visible(question) << ' ' << std::flush;
  std::string answer;
  if (!std::getline(env.world().in, answer)) {
    env.err() << '\n';
    return {};
  }
  return std::string(text::trim(answer));
}

std::optional<std::size_t> choose_one(Env& env,
                                      const std::string& question,
                                      const std::vector<std::string>& choices) {
  env.err() << text::visible(question) << '\n';
  for (std::size_t at = 0; at < choices.size(); ++at) {
    env.err() << "  " << at + 1 << "  " << text::visible(choices[at]) << '\n';
  }
  for (;;) {
    const auto answer = ask(env, say("Number, Enter for 1, q for none:"));
    if (!answer) return {};
    const auto folded = text::fold(*answer);
    if (folded.empty()) return 0;
    if (folded == "q" || folded == "0" || folded == "n") return {};
    const auto number = parse_count(folded);
    if (number && *number >= 1 && *number <= static_cast<std::int64_t>(choices.size())) {
      return static_cast<std::size_t>(*number - 1);
    }
    env.err() << say("There is no {} in this list.", text::visible(*answer)) << '\n';
  }
}

void require_yes(Env& env, const std::string& question) {
  if (env.options().assume_yes) return;
  if (!can_ask(env)) {
    throw Error(ErrorKind::declined,
                say("{} Nothing was written; -y does it all the same", question));
  }
  env.out().flush();  // what is asked about is seen first
  const auto answer = ask(env, question + ' ' + say("Go on? [y/N]"));
  const auto folded = text::fold(answer.value_or(""));
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
