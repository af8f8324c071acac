#include "leadbook/cli/run.hpp"

#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <new>
#include <random>
#include <system_error>
#include <thread>

#include "cli/daily/today.hpp"
#include "cli/ending.hpp"
#include "cli/frame/command.hpp"
#include "cli/frame/daily_backup.hpp"
#include "cli/frame/output.hpp"
#include "cli/frame/question.hpp"
#include "cli/help/help.hpp"
#include "cli/help/version.hpp"
#include "cli/told.hpp"
#include "leadbook/domain/error.hpp"
#include "leadbook/store/record/names.hpp"
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

/// Whether a person said which of several records a name means, so that the command can be run
/// once more. The book is let go of before: nobody waits for an answer.
bool asks_which(Env& env) {
  constexpr std::size_t most = 20;
  const auto ambiguity = env.book().ambiguity();
  if (!ambiguity || !can_ask(env)) return false;
  std::vector<std::string> choices;
  {
    store::Names names(env.db());
    std::vector<Reference> records;
    for (const auto number : ambiguity->records) records.push_back({ambiguity->kind, number});
    records.resize(std::min(records.size(), most));
    names.read(records);
    for (const auto& record : records) {
      choices.push_back(reference_text(record) + " " + names(record));
    }
  }
  env.book().close();
  const auto question =
      ambiguity->records.size() > most
          ? say("'{}' fits {}; the first {}:", ambiguity->text, ambiguity->records.size(), most)
          : say("'{}' fits {}:", ambiguity->text, ambiguity->records.size());
  const auto chosen = choose_one(env, question, choices);
  if (!chosen) throw Error(ErrorKind::declined, say("nothing was chosen"));
  env.book().choose(*ambiguity, ambiguity->records[*chosen]);
  return true;
}

/// Runs a command; where the book gave its transaction up, the whole command once more, for half a
/// minute; and where a name was ambiguous, once somebody said what is meant.
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
      const bool stored = env.world().outcome.state == store::Outcome::State::stored;
      if (stored) throw again.error;  // what failed came after it
      if (Clock::now() > until) throw store::BookError(again.error);
    } catch (const Error& error) {
      using State = store::Outcome::State;
      const auto state = env.world().outcome.state;
      const bool wrote = state == State::stored || state == State::unconfirmed;
      if (state == State::stored && error.kind() == ErrorKind::busy) {
        // What was asked is done; only what is told of it could not be read any more.
        env.tell(say("Written as entry {}; {}", env.world().outcome.entry, error.what()));
        return;
      }
      if (error.kind() != ErrorKind::not_found || wrote || !asks_which(env)) throw;
      continue;
    }
    env.book().close();
    std::this_thread::sleep_for(std::chrono::milliseconds(10 + random() % 90));
  }
}

/// What needs no command: no words at all, a noun alone with --help, --version.
bool run_without_command(Env& env, const Arguments& arguments) {
  const auto words = leading_words(env, arguments);
  if (words.texts.empty() && contains(arguments, {"--version"})) {
    env.out() << version_text();
    return true;
  }
  const bool asks_help = contains(arguments, {"-h", "--help"});
  if (words.texts.empty() && !asks_help) {
    parse_global_options(env, arguments);
    run_today(env);
    return true;
  }
  const auto width = screen_width(env.world());
  if (words.texts.empty()) {
    print_overview(env.out(), width);
  } else if (asks_help && words.texts.size() == 1 && needs_verb(words.texts[0])) {
    print_noun(env.out(), width, words.texts[0]);
  } else if (asks_help) {
    const auto& command = find_command(words);
    CommandLine line;
    declare_command(line, env, command);
    print_command_help(env.out(), width, command, line);
  } else {
    return false;
  }
  return true;
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

/// Whether a command is asked for JSON that has none of its own.
bool wants_told_lines(Env& env, const Arguments& arguments) {
  if (!contains(arguments, {"--json"})) return false;
  const auto& command = find_command(leading_words(env, arguments));
  if (std::string_view(command.noun) == "report") return false;  // the report's own
  CommandLine line;
  declare_command(line, env, command);
  return std::none_of(line.options().begin(), line.options().end(), [](const Option& option) {
    return option.names.back() == "--json";
  });
}

/// Switches of every command that are taken off its line before it is read: how the answer looks on
/// this screen is no part of what is asked.
struct ScreenSwitches {
  bool ascii = false;
  bool verbose = false;

  static ScreenSwitches take(Arguments& arguments) {
    ScreenSwitches switches;
    const auto end = std::find(arguments.begin(), arguments.end(), "--");
    const auto kept = std::remove_if(arguments.begin(), end, [&](const std::string& argument) {
      const bool is_ascii = argument == "--ascii";
      const bool is_verbose = argument == "-v" || argument == "--verbose";
      switches.ascii = switches.ascii || is_ascii;
      switches.verbose = switches.verbose || is_verbose;
      return is_ascii || is_verbose;
    });
    arguments.erase(kept, end);
    return switches;
  }
};

/// The command with its daily backup; once more where the book gave its transaction up.
void run_command(Env& env, const Arguments& arguments) {
  try {
    run_until_done(env, prepare_command(env, arguments));
    back_up_daily(env);
  } catch (const store::RequestSeen& seen) {
    env.tell(say("Already done as entry {}; nothing was changed.", seen.entry));
  }
}

void tell_details(Env& env, std::chrono::steady_clock::time_point began) {
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
  env.err() << say("Book: {}. Settings: lang {}, unit {}. It took {} s.",
                   text::visible(env.settings().value("db")),
                   language() == Language::chinese ? "zh" : "en",
                   env.settings().value("unit"),
                   fmt::format("{:.3f}", took.count()))
            << '\n';
}

void run_all(Arguments arguments, World& world) {
  const auto began = std::chrono::steady_clock::now();
  const auto switches = ScreenSwitches::take(arguments);
  if (switches.ascii) world.environment["LEADBOOK_ASCII"] = "1";
  Env env(world, arguments);
  env.settings() = Settings::load(world);
  choose_language(arguments, env);
  refuse_unclean(arguments);
  if (run_without_command(env, arguments)) return;
  try {
    if (wants_told_lines(env, arguments)) {
      auto without = arguments;
      std::erase(without, "--json");
      run_for_json(env, [&] { run_command(env, without); });
    } else {
      run_command(env, arguments);
    }
    if (switches.verbose) tell_details(env, began);
  } catch (const Error& error) {
    // Such a command wrote the rows it did not refuse.
    if (error.kind() == ErrorKind::rows_refused) back_up_daily(env);
    throw;
  }
}

int fail(World& world, ErrorKind kind, const Failure& failure) {
  using State = store::Outcome::State;
  const auto state = world.outcome.state;
  world.out.flush();
  world.err << "leadbook: " << ending(world.outcome, failure) << '\n';
  // Once something is written, or may be, another code would ask for the command again.
  return exit_code(state == State::stored || state == State::unconfirmed ? ErrorKind::failed
                                                                         : kind);
}

constexpr bool tells_book = true;

int run_or_fail(const Arguments& arguments, World& world) {
  try {
    run_all(arguments, world);
    world.out.flush();
    if (world.out) return 0;
    if (world.reader_is_gone()) return exit_code(ErrorKind::closed_pipe);
    const auto why = say("the output cannot be written: is the disk full?");
    return fail(world, ErrorKind::failed, {why.c_str(), "", !tells_book});
  } catch (const store::BookError& error) {
    return fail(world, error.kind(), {error.what(), error.advice(), tells_book});
  } catch (const Error& error) {
    // Rows are refused beside those that were written.
    if (error.kind() == ErrorKind::rows_refused) world.outcome = {};
    return fail(world, error.kind(), {error.what(), "", !tells_book});
  } catch (const std::system_error&) {
    const auto why = say("the system could not do what this needs: check the disk and the memory");
    return fail(world, ErrorKind::failed, {why.c_str(), "", tells_book});
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception&) {
    // Whatever else is a fault of this program; its words would tell a user nothing.
    const auto why = say("this is a fault in leadbook");
    const auto advice = say("please report the command");
    return fail(world, ErrorKind::failed, {why.c_str(), advice.c_str(), tells_book});
  }
}

/// Takes no memory, as there is none.
LastWords last_words(const store::Outcome& outcome, bool out_of_memory) {
  if (out_of_memory) return {outcome, {translate(N_("there is not enough memory"))}};
  return {
      outcome,
      {translate(N_("this is a fault in leadbook")), translate(N_("please report the command"))}};
}

}  // namespace

int run(const Arguments& arguments, World& world) {
  world.outcome = {};
  try {
    return run_or_fail(arguments, world);
  } catch (const std::bad_alloc&) {
    world.err << "leadbook: " << last_words(world.outcome, true).text() << '\n';
    return exit_code(ErrorKind::failed);
  }
}

void end_process(const store::Outcome& outcome, bool out_of_memory) noexcept {
  const auto words = last_words(outcome, out_of_memory);
  for (const std::string_view part : {std::string_view("leadbook: "), words.text(), {"\n", 1}}) {
    if (::write(STDERR_FILENO, part.data(), part.size()) < 0) break;
  }
  ::_exit(exit_code(ErrorKind::failed));
}

}  // namespace leadbook::cli
