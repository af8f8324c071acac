// delegation report: the trip report is filed.
#include "cli/frame/commands.hpp"
#include "cli/frame/question.hpp"
#include "cli/record/options.hpp"
#include "leadbook/domain/error.hpp"
#include "leadbook/service/records/book_change.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::cli {
namespace {

struct DelegationReportOptions {
  std::string reference;
  std::string report;
  std::string on = "today";
};

void run_delegation_report(const DelegationReportOptions& options, Env& env) {
  const auto on = happened_on(env, options.on);
  service::BookChange change(env.db_to_write(false), env.origin());
  const Id<Delegation> id{env.resolver().resolve(Kind::delegation, options.reference)};
  const auto stored = store::find(change.db(), id).value();
  auto trip = stored;
  trip.report_filed = on;
  trip.status = DelegationStatus::done;
  if (!options.report.empty()) trip.report = options.report;
  if (trip.report.empty()) {
    throw Error(ErrorKind::usage,
                placeholder("TEXT") + ": " + say("what the report says in short is needed"));
  }
  const auto written =
      service::RecordWriter(change, env.resolver(), Kind::delegation).update(stored, trip);
  ask_about_days(env, change.db(), written, stored);
  commit_written(env, change, written, {{"report_filed", "--on"}});
  const Reference record{Kind::delegation, id.number};
  tell_written(env,
               say("Filed the report of {} on {}.", describe_record(env, record), format_date(on)),
               record);
}

}  // namespace

RunCommand add_delegation_report(CommandLine& line, Env& env, const Command& command) {
  auto options = std::make_shared<DelegationReportOptions>();
  line.add_argument(
      "REF", options->reference, say("the record: its reference or a part of its name"));
  line.add_argument("TEXT", options->report, say("the report in short"));
  line.add_text("--on", options->on, say("when it was filed; today if left out"));
  add_record_output_options(line, env);
  return [options, &env, &command] {
    require_argument(options->reference, "REF", command);
    refuse_placeholder("", options->report);
    run_delegation_report(*options, env);
  };
}

}  // namespace leadbook::cli
