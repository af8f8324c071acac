#include "cli/report_words.hpp"

#include <algorithm>
#include <sstream>

#include "cli/command_words.hpp"
#include "cli/commands.hpp"
#include "leadbook/domain/error.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::cli {
namespace {

/// The commands that answer and change nothing.
bool only_reads(const Command& command) {
  const AddCommand reading[] = {add_totals,
                                add_rank_county,
                                add_board,
                                add_funnel,
                                add_sql,
                                add_search,
                                add_show,
                                add_record_list,
                                add_record_show,
                                add_target_progress,
                                add_credit_ledger,
                                add_credit_register,
                                add_figure_check,
                                add_history,
                                add_export,
                                add_book_info};
  return std::find(std::begin(reading), std::end(reading), command.add) != std::end(reading);
}

}  // namespace

void refuse_writing(const std::vector<std::string>& words) {
  const auto leading = leading_words(words);
  if (leading.texts.empty()) {
    throw Error(ErrorKind::usage,
                say("there is no query to keep: write it after the name, as 'leadbook report save "
                    "half totals --period 2020H1'"));
  }
  const auto& command = find_command(leading);
  if (only_reads(command)) return;
  throw Error(ErrorKind::usage,
              say("'{}' is no query: a report may only read the book", command_name(command)));
}

void check_report(Env& env, const std::vector<std::string>& words) {
  refuse_writing(words);
  // Run once, unseen: what a name or a value is refused for is said now, not at three in the night.
  std::istringstream in;
  std::ostringstream out;
  std::ostringstream err;
  World unseen{in,
               out,
               err,
               env.world().environment,
               env.world().today,
               env.world().now,
               env.world().new_request,
               env.world().login_name,
               env.world().catalogues};
  Env trial(unseen, words);
  trial.settings() = env.settings();
  try {
    const auto run_it = prepare_command(trial, words);
    trial.output().file.clear();
    run_it();
  } catch (const Error& error) {
    if (error.kind() == ErrorKind::empty) return;
    if (error.kind() != ErrorKind::failed) throw;
    env.tell_once(say("Run now, it answers: {}", error.what()));
  }
}

std::string told_words(const std::vector<std::string>& words) {
  std::string line;
  for (const auto& word : words) {
    const bool plain = word.find_first_of(" \t'\"\\$`!*?()<>|&;#") == std::string::npos;
    line += (line.empty() ? "" : " ") + (plain ? word : "'" + word + "'");
  }
  return line;
}

}  // namespace leadbook::cli
