// completion: what a shell asks while a command line is being typed, and the scripts that ask it.
#include "cli/complete/candidates.hpp"
#include "cli/complete/scripts.hpp"
#include "cli/frame/commands.hpp"
#include "leadbook/domain/error.hpp"
#include "leadbook/text/embedded.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::cli {
namespace {

struct CompletionOptions {
  std::string shell;
  std::vector<std::string> words;
};

std::string_view script_of(const std::string& shell) {
  for (const auto& script : embedded::completions()) {
    if (script.name == shell) return script.text;
  }
  throw Error(
      ErrorKind::usage,
      say("there is no completion for '{}': write bash, zsh or fish", text::visible(shell)));
}

/// One candidate a line, a tab before what it is; a line that begins with a tab asks for files.
void print_candidates(std::ostream& out, const Candidates& candidates) {
  for (const auto& each : candidates.found) {
    out << text::visible(each.word) << '\t' << each.says << '\n';
  }
  if (candidates.files) out << "\tfiles\n";
}

void run_completion(const CompletionOptions& options, Env& env) {
  const auto script = script_of(options.shell);
  if (options.words.empty()) {
    env.out() << script;
    return;
  }
  const std::vector<std::string> words(options.words.begin() + 1, options.words.end());
  try {
    print_candidates(env.out(), candidates_for(env.world(), env.settings(), words));
  } catch (const Error&) {
    // Nobody has given a command yet: without a book, or with a wrong word, nothing is proposed.
  }
}

}  // namespace

RunCommand add_completion(CommandLine& line, Env& env, const Command& command) {
  auto options = std::make_shared<CompletionOptions>();
  line.add_argument("SHELL", options->shell, say("bash, zsh or fish: its script is printed"));
  line.keep_following(options->words);
  return [options, &env, &command] {
    require_argument(options->shell, "SHELL", command);
    run_completion(*options, env);
  };
}

}  // namespace leadbook::cli
