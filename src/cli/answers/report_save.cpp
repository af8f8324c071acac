// report save: keeps the words of a query under a name.
#include "cli/answers/report_words.hpp"
#include "cli/frame/commands.hpp"
#include "cli/record/options.hpp"
#include "leadbook/domain/error.hpp"
#include "leadbook/service/records/book_change.hpp"
#include "leadbook/store/record/lookup.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::cli {
namespace {

struct ReportSaveOptions {
  std::string name;
  std::string note;
  std::vector<std::string> query;
  bool replace = false;
};

/// The report of this name.
std::optional<Report> find_report(store::Db& db, const std::string& name) {
  return store::find(db, Id<Report>{store::number_holder(db, Kind::report, name)});
}

void run_report_save(const ReportSaveOptions& options, Env& env) {
  check_report(env, options.query);
  service::BookChange change(env.db_to_write(), env.origin());
  const auto stored = find_report(change.db(), options.name);
  if (stored && !options.replace) {
    throw Error(ErrorKind::conflict,
                say("there is a report '{}' already: {}; --replace puts this in its place",
                    stored->name,
                    told_words(stored->arguments)));
  }
  auto report = stored.value_or(Report{});
  report.name = options.name;
  report.arguments = options.query;
  if (!options.note.empty()) report.note = options.note;
  service::RecordWriter writer(change, env.resolver(), Kind::report);
  const auto written = stored ? writer.update(*stored, report) : writer.add(report);
  commit_written(env, change, written);
  const auto record = reference_of(written.record);
  tell_written(env,
               say("Saved {}: {}; run it with 'leadbook report run {}'.",
                   reference_text(record),
                   told_words(options.query),
                   options.name),
               record);
}

}  // namespace

RunCommand add_report_save(CommandLine& line, Env& env, const Command& command) {
  auto options = std::make_shared<ReportSaveOptions>();
  line.add_argument(
      "NAME",
      options->name,
      say("the report's name; the words after it are the query, as totals --by chain"));
  line.add_text("--note", options->note, say("anything else; before the name"));
  line.add_switch("--replace", options->replace, say("put it in the place of one of that name"));
  line.keep_following(options->query);
  return [options, &env, &command] {
    require_argument(options->name, "NAME", command);
    run_report_save(*options, env);
  };
}

}  // namespace leadbook::cli
