// import: the records of one kind from a CSV file.
#include "leadbook/service/import.hpp"

#include "cli/commands.hpp"
#include "cli/import_file.hpp"
#include "cli/record_table.hpp"
#include "leadbook/domain/error.hpp"
#include "leadbook/service/write.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::cli {
namespace {

struct Options {
  std::string kind;
  std::string file;
  bool dry_run = false;
  bool create = false;
  bool allow_twins = false;
};

Kind read_kind(const std::string& text) {
  const auto kind = value_or_throw(parse_word<Kind>(text, N_("kind of record")));
  if (kind == Kind::book) {
    throw Error(ErrorKind::usage,
                say("a book is not imported: set it up with 'leadbook book init'"));
  }
  return kind;
}

/// "27 companies" / "27企业".
std::string counted(Kind kind, std::int64_t count) {
  const auto plural = plural_key(kind);
  const auto noun = std::string(
      choose(count == 1 ? word_of(kind).english : std::string_view(plural), name_of(kind)));
  return fmt::format(fmt::runtime(choose("{} {}", "{}条{}")), count, noun);
}

void tell_imported(Env& env,
                   Kind kind,
                   const service::ImportReport& report,
                   const std::string& file,
                   std::int64_t entry) {
  auto what = counted(kind, report.records);
  if (report.companies > 0) {
    what = say("{} (and {} new)", what, counted(Kind::company, report.companies));
  }
  if (entry == 0) {
    env.tell(say("{} would be imported from {}; nothing was written.", what, file));
  } else {
    env.tell(say("Imported {} from {} (entry {}).", what, file, entry) + "  " +
             say("undo: leadbook undo"));
  }
}

void run_import(const Options& options, Env& env, const Command& command) {
  require_argument(options.kind, "KIND", command);
  require_argument(options.file, "FILE", command);
  const auto kind = read_kind(options.kind);
  const auto file = open_import(env, options.file);
  store::Change change(env.db_to_write(!options.dry_run), env.origin());
  const auto report =
      service::import_csv(change,
                          kind,
                          *file.text,
                          file.name,
                          {env.today(), env.bare_unit(), options.create, options.allow_twins});
  throw_file_problems(report.problems, report.problem_kind);
  tell_file_notes(env, report.notes);
  if (report.records == 0) {
    env.tell(say("{} has headings and no rows: there is nothing to import.", file.name));
    return;
  }
  tell_imported(env, kind, report, file.name, options.dry_run ? 0 : service::finish(change));
}

}  // namespace

RunCommand add_import(CLI::App& app, Env& env, const Command& command) {
  auto options = std::make_shared<Options>();
  add_argument(app, "KIND", options->kind, say("what each row is: company, project, signing ..."));
  add_argument(app, "FILE", options->file, say("a CSV file in UTF-8; - for the standard input"));
  add_switch(app, "-n,--dry-run", options->dry_run, say("read and check all of it, write nothing"));
  add_switch(app, "--create", options->create, say("add companies that are not in the book yet"));
  add_switch(app,
             "--allow-twins",
             options->allow_twins,
             say("add rows though records like them are there"));
  return [options, &env, &command] { run_import(*options, env, command); };
}

}  // namespace leadbook::cli
