#include "leadbook/cli/run.hpp"

#include <algorithm>
#include <chrono>
#include <new>
#include <random>
#include <thread>

#include "cli/daily/today.hpp"
#include "cli/frame/command.hpp"
#include "cli/frame/daily_backup.hpp"
#include "cli/frame/help.hpp"
#include "cli/frame/output.hpp"
#include "leadbook/domain/error.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::cli {
namespace {

using Arguments = std::vector<std::string>;

/// The value of a global option before anything is parsed: messages need their language first.
std::string early_value(const Arguments& arguments, const std::string& name) {
  for (std::size_t index = 0; index < arguments.size(); ++index) {
    if (arguments[index] == "--") break;
    if (arguments[index] == name && index + 1 < arguments.size()) return arguments[index + 1];
    if (arguments[index].starts_with(name + "=")) return arguments[index].substr(name.size() + 1);
  }
  return "";
}

Language language_of(const std::string& name) {
  const auto folded = text::fold(name);
  const bool chinese = folded.starts_with("zh") || folded == "中文" || folded == "chinese";
  return chinese ? Language::chinese : Language::english;
}

void choose_language(const Arguments& arguments, Env& env) {
  const auto flag = early_value(arguments, "--lang");
  auto name = env.settings().value("lang");
  for (const auto* key : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    if (name.empty()) name = variable(env.world(), key);
  }
  const auto& catalogues = env.world().catalogues;
  use_language(language_of(name), catalogues);
  if (flag.empty()) return;
  const auto folded = text::fold(flag);
  if (!folded.starts_with("zh") && !folded.starts_with("en") && folded != "中文") {
    throw Error(ErrorKind::usage,
                say("--lang: there is no language '{}'; write en or zh", text::visible(flag)));
  }
  use_language(language_of(flag), catalogues);
}

/// Runs a command; where the book gave its transaction up, the whole command once more, for half a
/// minute.
void run_until_done(Env& env, const RunCommand& run_it) {
  using Clock = std::chrono::steady_clock;
  constexpr auto longest = std::chrono::seconds(30);
  const auto until = Clock::now() + longest;
  std::minstd_rand random(std::random_device{}());
  for (;;) {
    try {
      run_it();
      return;
    } catch (const store::TryAgain& again) {
      if (Clock::now() > until) throw Error(ErrorKind::busy, again.message);
    }
    env.book().close();
    std::this_thread::sleep_for(std::chrono::milliseconds(10 + random() % 90));
  }
}

/// What needs no command: no words at all, a noun alone with --help, --version.
bool run_without_command(Env& env, const Arguments& arguments) {
  const auto words = leading_words(env, arguments);
  if (words.texts.empty() && contains(arguments, {"--version"})) {
    env.out() << "leadbook " << LEADBOOK_VERSION << '\n';
    return true;
  }
  const bool asks_help = contains(arguments, {"-h", "--help"});
  if (words.texts.empty() && !asks_help) {
    parse_global_options(env, arguments);
    run_today(env);
    return true;
  }
  if (words.texts.empty() || (words.texts.size() == 1 && needs_verb(words.texts[0]) && asks_help)) {
    print_commands(env.out(), screen_width(env.world()), words.texts.empty() ? "" : words.texts[0]);
    return true;
  }
  return false;
}

void refuse_unclean(const Arguments& arguments) {
  for (std::size_t index = 0; index < arguments.size(); ++index) {
    if (const auto bad = text::first_bad_byte(arguments[index])) {
      throw Error(ErrorKind::usage,
                  say("argument {} holds a byte that is no text, at byte {}: '{}'",
                      index + 1,
                      *bad + 1,
                      text::visible(arguments[index])));
    }
  }
}

void run_all(const Arguments& arguments, World& world) {
  Env env(world, arguments);
  env.settings() = Settings::load(world);
  choose_language(arguments, env);
  refuse_unclean(arguments);
  if (run_without_command(env, arguments)) return;
  try {
    run_until_done(env, prepare_command(env, arguments));
    back_up_daily(env);
  } catch (const store::RequestSeen& seen) {
    env.tell(say("Already done as entry {}; nothing was changed.", seen.entry));
  } catch (const store::Unseen&) {
    env.tell(
        say("This was written, but the connection was lost before it could be shown: see "
            "'leadbook history --request {}'",
            env.options().request));
  } catch (const Error& error) {
    // Such a command wrote the rows it did not refuse.
    if (error.kind() == ErrorKind::rows_refused) back_up_daily(env);
    throw;
  }
}

int report(World& world, ErrorKind kind, const std::string& message) {
  world.err << "leadbook: " << message << '\n';
  return exit_code(kind);
}

}  // namespace

int run(Arguments arguments, World& world) {
  try {
    run_all(arguments, world);
    world.out.flush();
    if (world.out) return 0;
    if (world.reader_is_gone()) return exit_code(ErrorKind::closed_pipe);
    return report(world, ErrorKind::failed, say("the output cannot be written: is the disk full?"));
  } catch (const Error& error) {
    world.out.flush();
    return report(world, error.kind(), error.what());
  } catch (const std::bad_alloc&) {
    return report(world, ErrorKind::failed, say("there is not enough memory; nothing was written"));
  } catch (const std::exception&) {
    // Whatever else is a fault of this program; its words would tell a user nothing.
    return report(
        world,
        ErrorKind::failed,
        say("this is a fault in leadbook; nothing was written, please report the command"));
  }
}

}  // namespace leadbook::cli
