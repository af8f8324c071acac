// rate import: exchange rates from a central bank's CSV file.
#include "leadbook/service/import/rate_import.hpp"

#include <filesystem>

#include "cli/frame/commands.hpp"
#include "cli/import/file.hpp"
#include "leadbook/domain/error.hpp"
#include "leadbook/service/records/book_change.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::cli {
namespace {

struct RateImportOptions {
  std::string file;
  std::string from;
  std::string until;
  std::string currencies;
  std::string source;
  bool dry_run = false;
};

std::vector<Currency> read_currencies(std::string text) {
  for (const std::string_view comma : {"，", "、", ";", "；"}) {
    for (auto at = text.find(comma); at != std::string::npos; at = text.find(comma)) {
      text.replace(at, comma.size(), ",");
    }
  }
  std::vector<Currency> currencies;
  for (const auto piece : text::split(text, ',')) {
    const auto name = text::trim(piece);
    if (name.empty()) continue;
    const auto currency = value_or_throw(Currency::parse(name));
    if (currency == Currency()) {
      throw Error(ErrorKind::usage, say("--currency: rates are CNY for one unit; CNY has none"));
    }
    currencies.push_back(currency);
  }
  return currencies;
}

service::RateImportOptions read_options(const RateImportOptions& options, Env& env) {
  service::RateImportOptions read;
  read.today = env.today();
  if (!options.from.empty()) {
    read.from = value_or_throw(parse_date(options.from, env.today())).first;
  }
  if (!options.until.empty()) {
    read.until = value_or_throw(parse_date(options.until, env.today())).last;
  }
  read.currencies = read_currencies(options.currencies);
  const auto name = std::filesystem::path(options.file).filename().string();
  read.source = !options.source.empty() ? options.source : name == "-" ? "" : name;
  return read;
}

/// "17 rates of 2 currencies, 2020-03-02 to 2020-03-31 (CNY for one unit)".
std::string describe(const service::RateImportReport& report) {
  const auto all = report.added + report.changed + report.same;
  const auto currencies = static_cast<std::int64_t>(report.currencies.size());
  std::string form;
  switch (report.form) {
    case service::RateForm::cny_per_unit:
      form = say("CNY for one unit");
      break;
    case service::RateForm::per_euro:
      form = say("units for one euro, crossed with CNY");
      break;
  }
  return say("{} of {}, {} to {} ({})",
             say_count("{} rate", "{} rates", all),
             say_count("{} currency", "{} currencies", currencies),
             format_day(*report.first),
             format_day(*report.last),
             form);
}

void run_rate_import(const RateImportOptions& options, Env& env, const Command& command) {
  require_argument(options.file, "FILE", command);
  const auto wanted = read_options(options, env);
  service::BookChange change(options.dry_run ? env.book().to_try() : env.db_to_write(),
                             env.origin());
  std::string file;
  service::RateImportReport report;
  with_input(env, options.file, [&](const ingest::Input& input) {
    file = text::visible(input.name());
    const auto source = ingest::open_source(input, {});
    report = service::import_rates(change, *source, file, wanted);
  });
  throw_file_problems(report.problems);
  tell_file_notes(env, report.notes);
  if (!report.first) {
    env.tell(say("{} has no rates of these days: there is nothing to import.", file));
    return;
  }
  const auto counts =
      say("{} new, {} changed, {} already there", report.added, report.changed, report.same);
  const auto what = describe(report);
  if (options.dry_run) {
    env.tell(say("{}: {}: {}; nothing was written.", file, what, counts));
    return;
  }
  const auto entry = change.commit();
  if (entry == 0) {
    env.tell(say("{}: {}: all are there already.", file, what));
    return;
  }
  env.tell(say("Imported {} from {}: {} (entry {}).", what, file, counts, entry) + "  " +
           say("undo: leadbook undo"));
}

}  // namespace

RunCommand add_rate_import(CommandLine& line, Env& env, const Command& command) {
  auto options = std::make_shared<RateImportOptions>();
  line.add_argument("FILE", options->file, say("a CSV file of rates; - for the standard input"));
  line.add_text("--from", options->from, say("only rates of this day and later"));
  line.add_text("--until", options->until, say("only rates of this day and earlier"));
  line.add_text("--currency", options->currencies, say("only these currencies, as USD,HKD"));
  line.add_text("--source", options->source, say("who published the rates; else the file's name"));
  line.add_switch("-n,--dry-run", options->dry_run, say("read and check all of it, write nothing"));
  return [options, &env, &command] { run_rate_import(*options, env, command); };
}

}  // namespace leadbook::cli
