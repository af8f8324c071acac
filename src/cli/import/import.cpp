// import: the records of one kind from files or the standard input.
#include "leadbook/service/import/import.hpp"

#include <algorithm>
#include <filesystem>
#include <memory>
#include <set>

#include "cli/frame/commands.hpp"
#include "cli/import/file.hpp"
#include "cli/import/map.hpp"
#include "cli/import/progress.hpp"
#include "cli/import/report.hpp"
#include "cli/import/sheets.hpp"
#include "cli/record/options.hpp"
#include "cli/record/table.hpp"
#include "leadbook/domain/error.hpp"
#include "leadbook/domain/record/field_facts.hpp"
#include "leadbook/service/records/book_change.hpp"
#include "leadbook/store/log/history.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::cli {
namespace {

struct ImportOptions {
  std::string kind;
  std::vector<std::string> files;
  std::string format;
  std::string encoding;
  std::string delimiter;
  std::vector<std::string> sheets;
  std::string heading_line;
  std::vector<std::string> maps;
  std::vector<std::string> defaults;
  std::string save_map;
  std::vector<std::string> key;
  std::string on_error;
  std::string rejects;
  std::string decimal;
  std::string year;
  std::string date_order;
  bool round = false;
  bool dry_run = false;
  bool no_create = false;
  bool allow_twins = false;
  bool strict = false;
  bool clear_blank = false;
};

Kind read_kind(const std::string& text) {
  const auto kind = value_or_throw(parse_word<Kind>(text, N_("kind of record")));
  if (kind == Kind::book) {
    throw Error(ErrorKind::usage,
                say("a book is not imported: set it up with 'leadbook book init'"));
  }
  if (kind == Kind::import) {
    throw Error(ErrorKind::usage, say("imports are not imported: they tell of what was"));
  }
  return kind;
}

/// One of two words of an option; throws where it is neither.
bool read_choice(const std::string& option,
                 const std::string& text,
                 const char* no,
                 const char* yes) {
  if (text == yes) return true;
  if (text == no) return false;
  throw Error(ErrorKind::usage,
              say("{}: write {} or {}, not '{}'", option, no, yes, text::visible(text)));
}

std::optional<int> read_year(const std::string& text) {
  if (text.empty()) return {};
  const auto year = parse_count(text);
  if (!year || *year < 1900 || *year > 2199) {
    throw Error(ErrorKind::usage, say("--year: '{}' is not a year", text::visible(text)));
  }
  return static_cast<int>(*year);
}

std::optional<DateOrder> read_date_order(const std::string& text) {
  if (text.empty()) return {};
  if (text == "dmy") return DateOrder::dmy;
  if (text == "mdy") return DateOrder::mdy;
  if (text == "ymd") return DateOrder::ymd;
  throw Error(ErrorKind::usage,
              say("--date-order: write dmy, mdy or ymd, not '{}'", text::visible(text)));
}

std::size_t read_heading_line(const std::string& text) {
  if (text.empty()) return 0;
  const auto line = parse_count(text);
  if (!line || *line < 1) {
    throw Error(ErrorKind::usage,
                say("--heading-line: '{}' is not the number of a line", text::visible(text)));
  }
  return static_cast<std::size_t>(*line);
}

std::optional<char> read_delimiter(const std::string& text) {
  if (text.empty()) return {};
  if (text == "tab" || text == "\\t") return '\t';
  if (text.size() == 1 && std::string_view("\t,;|:").find(text) != std::string_view::npos) {
    return text.front();
  }
  throw Error(ErrorKind::usage,
              say("--delimiter: write , ; | : or tab, not '{}'", text::visible(text)));
}

std::optional<ingest::Format> read_format(const std::string& text) {
  if (text.empty()) return {};
  const auto format = ingest::format_of_name("." + text::fold(text));
  if (!format) {
    throw Error(ErrorKind::usage,
                say("-F: there is no format '{}' to import; there are csv, tsv, json, jsonl and "
                    "xlsx",
                    text::visible(text)));
  }
  return format;
}

service::ImportOptions read_options(const ImportOptions& options, Env& env, const ColumnMap& map) {
  service::ImportOptions read;
  read.today = env.today();
  read.unit = env.settings().bare_unit();
  read.unit_holds = env.settings().unit_is_option();
  read.round = options.round;
  read.heading_line = read_heading_line(options.heading_line);
  read.year = read_year(options.year);
  read.order = read_date_order(options.date_order);
  read.far_dates = env.options().assume_yes;
  for (const auto& names : options.key) {
    for (const auto name : text::split(names, ',')) {
      if (!text::trim(name).empty()) read.key.emplace_back(text::trim(name));
    }
  }
  if (!options.on_error.empty()) {
    read.skip = read_choice("--on-error", options.on_error, "stop", "skip");
  }
  read.create = !options.no_create;
  read.allow_twins = options.allow_twins;
  read.strict = options.strict;
  read.clear_blank = options.clear_blank;
  read.map = map.columns;
  read.defaults = map.defaults;
  if (!options.decimal.empty()) {
    read.european = read_choice("--decimal", options.decimal, "point", "comma");
  }
  if (!options.rejects.empty() && !read.skip) {
    throw Error(ErrorKind::usage,
                say("--rejects goes with --on-error skip: without it nothing is written at all"));
  }
  return read;
}

/// The refused rows would be written over the rows themselves.
void refuse_rejects_over_input(const ImportOptions& options) {
  for (const auto& file : options.files) {
    const auto* const path = file == "-" ? "/dev/stdin" : file.c_str();
    std::error_code none;
    if (!std::filesystem::equivalent(path, options.rejects, none)) continue;
    throw Error(ErrorKind::usage,
                say("--rejects: {} is a file to import, which refused rows would be written over: "
                    "name another",
                    text::visible(options.rejects)));
  }
}

/// What came of one file or sheet, as far as it can be told before the change is stored.
struct Imported {
  std::string file;
  std::string label;  // the same, with the sheet where there are several
  ingest::SourceFacts facts;
  service::ImportReport report;
};

void import_file(Env& env,
                 const ImportOptions& options,
                 Kind kind,
                 store::Change& change,
                 const std::string& file,
                 service::ImportOptions how,
                 std::vector<Imported>& all) {
  with_input(env, file, [&](const ingest::Input& input) {
    const auto name = text::visible(input.name());
    const auto sources = choose_sources(options.sheets,
                                        kind,
                                        how,
                                        name,
                                        ingest::open_source(input,
                                                            {read_format(options.format),
                                                             options.encoding,
                                                             read_delimiter(options.delimiter),
                                                             plural_key(kind)}));
    for (const auto& source : sources) {
      Imported imported{name, name, source->facts(), {}};
      how.stored_name = file;
      if (sources.size() > 1) {
        imported.label += " [" + text::visible(imported.facts.sheet) + "]";
        how.stored_name += " [" + imported.facts.sheet + "]";
      }
      ImportProgressLine progress(env, imported.label);
      how.progress = [&](const service::ImportProgress& so_far) { progress.show(so_far); };
      imported.report = service::import_rows(change, kind, input, *source, imported.label, how);
      if (source == sources.front()) note_other_sheets(sources, imported.report, name);
      all.push_back(std::move(imported));
    }
  });
}

/// A map is kept in the log, which is given no personal details.
void refuse_personal_defaults(Kind kind, const ColumnMap& map) {
  if (!tells_of_persons(kind) || map.defaults.empty()) return;
  throw Error(ErrorKind::usage,
              say("--save-map: a map is kept in the log, which is given no personal details: leave "
                  "--default out of it"));
}

/// An entry of its own, stored with that of the import or not at all.
void save_map(Env& env,
              const ImportOptions& options,
              Kind kind,
              ColumnMap kept,
              service::BookChange& change) {
  auto origin = change.origin();
  origin.request += "-map";
  change.next(std::move(origin));
  kept.id = {};
  kept.uid.clear();
  kept.name = options.save_map;
  kept.kind = kind;
  const auto known = env.resolver().find_exact(Kind::map, kept.name);
  const auto stored = store::find(change.db(), {Kind::map, known.value_or(0)});
  if (stored) kept.id = {*known};
  service::RecordWriter writer(change, env.resolver(), Kind::map);
  throw_problems(stored ? writer.update(*stored, kept) : writer.add(kept));
}

/// The reports of all files: for programs one document.
void print_reports(Env& env,
                   const ImportOptions& options,
                   Kind kind,
                   const std::vector<Imported>& all,
                   bool is_written) {
  if (!env.output().json && !options.dry_run) return;
  std::vector<present::Card> cards;
  cards.reserve(all.size());
  for (const auto& [path, label, facts, report] : all) {
    cards.push_back(make_report(kind, path, facts, report, is_written));
  }
  if (!env.output().json) {
    for (const auto& card : cards) print(env, card);
  } else if (cards.size() == 1) {
    print(env, cards.front());
  } else {
    present::Table table = cards.front().record;
    table.key = "imports";
    table.rows.clear();
    for (auto& card : cards) table.rows.push_back(std::move(card.record.rows.front()));
    print(env, std::move(table));
  }
}

/// What a run of the command tells of one file once all is stored, or would be.
void tell_imported(
    Env& env, const ImportOptions& options, Kind kind, const Imported& imported, bool is_written) {
  const auto& [path, file, facts, report] = imported;
  tell_file_notes(env, report.notes);
  if (report.refused > 0 && options.on_error == "skip") tell_file_problems(env, report.problems);
  if (report.rows == 0) {
    env.tell(say("{} has headings and no rows: there is nothing to import.", file));
    return;
  }
  const auto what = count_line(kind, report);
  if (!is_written) {
    env.tell(say("{}: {}; nothing was written.", file, what));
  } else if (report.created + report.updated == 0) {
    env.tell(
        say("{} ({}): {}; nothing was to be written.", file, reading_line(facts, report), what));
  } else {
    env.tell(say("{} ({}): {} (import#{}).  undo: leadbook undo import#{}",
                 file,
                 reading_line(facts, report),
                 what,
                 report.number,
                 report.number));
  }
  if (!report.rejects.empty()) {
    env.tell(say("The refused rows are in {}: mend them there and import that file.",
                 text::visible(report.rejects)));
  }
}

/// Throws where nothing is to be written: rows were refused that were not to be skipped, or the
/// columns of a file cannot be taken at all.
void throw_problems_of(const std::vector<Imported>& all, bool skip) {
  service::FileRemarks problems;
  std::int64_t rows = 0;
  std::int64_t refused = 0;
  for (const auto& imported : all) {
    rows += imported.report.rows;
    refused += imported.report.refused;
    const auto& of_file = imported.report.problems;
    if (of_file.count == 0 || (skip && imported.report.refused > 0)) continue;
    problems.add(of_file);
  }
  throw_file_problems(problems, rows == refused);
}

/// Reads all files into one change and stores it, unless that is only tried.
void import_files(const ImportOptions& options,
                  Env& env,
                  Kind kind,
                  const ColumnMap& map,
                  const service::ImportOptions& how,
                  std::vector<Imported>& all) {
  service::BookChange change(options.dry_run ? env.book().to_try() : env.db_to_write(),
                             env.origin());
  for (const auto& file : options.files) {
    import_file(env, options, kind, change, file, how, all);
  }
  const auto tell_all = [&] {
    print_reports(env, options, kind, all, false);
    for (const auto& imported : all) tell_imported(env, options, kind, imported, false);
  };
  if (options.dry_run) tell_all();
  try {
    throw_problems_of(all, how.skip);
  } catch (const Error&) {
    if (env.output().json && !options.dry_run) tell_all();
    throw;
  }
  if (options.dry_run) return;
  if (how.rejects != nullptr) how.rejects->finish();
  if (!options.save_map.empty()) save_map(env, options, kind, map, change);
  change.commit();
}

/// Whether the entry that was made with this request imported the same files.
bool is_same_import(Env& env, const ImportOptions& options, std::int64_t entry) {
  constexpr std::int64_t most_files = 1'000;
  std::set<std::string> taken;
  for (const auto& row : store::first_rows_of(env.db(), entry, most_files)) {
    if (row.record.kind != Kind::import || !row.after) continue;
    taken.insert(std::get<Import>(store::read_snapshot(row.record, *row.after)).sha256);
  }
  std::set<std::string> given;
  for (const auto& file : options.files) {
    with_input(
        env, file, [&](const ingest::Input& input) { given.insert(service::sha256_of(input)); });
  }
  // A file that held nothing new left no record of its import.
  const bool is_same_command = store::find_entry(env.db(), entry)->command == env.origin().command;
  return std::includes(given.begin(), given.end(), taken.begin(), taken.end()) &&
         (is_same_command || taken == given);
}

/// Imports all files, or finds that a command of this request has done so.
void import_once(const ImportOptions& options,
                 Env& env,
                 Kind kind,
                 const ColumnMap& map,
                 const service::ImportOptions& how,
                 std::vector<Imported>& all) {
  try {
    import_files(options, env, kind, map, how, all);
  } catch (const store::RequestSeen& seen) {
    if (is_same_import(env, options, seen.entry)) throw;
    throw Error(ErrorKind::conflict,
                say("--request {}: entry {} was made with it, and not by importing these files; "
                    "nothing was imported: give each import a request of its own",
                    text::visible(env.options().request),
                    seen.entry));
  }
}

/// Throws where rows were left out: all of them is as good as the file.
void throw_refused_rows(const std::vector<Imported>& all) {
  std::int64_t rows = 0;
  std::int64_t refused = 0;
  service::FileRemarks problems;
  for (const auto& imported : all) {
    rows += imported.report.rows;
    refused += imported.report.refused;
    problems.add(imported.report.problems);
  }
  if (refused == 0) return;
  if (refused == rows && problems.kind() == ErrorKind::conflict) {
    throw Error(ErrorKind::conflict,
                say("the book has all of these rows already: there is nothing left to import"));
  }
  if (refused == rows) throw Error(problems.kind(), say("all rows were refused"));
  throw Error(ErrorKind::rows_refused, say("some rows were refused"));
}

void import_kind(const ImportOptions& options, Env& env, Kind kind, std::vector<Imported>& all) {
  const auto map = read_maps(env, options.maps, options.defaults);
  auto how = read_options(options, env, map);
  std::optional<ingest::RejectFiles> rejects;
  if (!options.rejects.empty()) {
    refuse_rejects_over_input(options);
    if (!options.dry_run) how.rejects = &rejects.emplace(options.rejects);
  }
  if (!options.save_map.empty()) refuse_personal_defaults(kind, map);
  import_once(options, env, kind, map, how, all);
  if (!options.dry_run) print_reports(env, options, kind, all, true);
  for (const auto& imported : all) {
    if (!options.dry_run) tell_imported(env, options, kind, imported, true);
  }
  if (const auto& kept = options.save_map; !options.dry_run && !kept.empty()) {
    env.tell(say("Kept the map '{}': --map {} takes it again.", kept, kept));
  }
  throw_refused_rows(all);
}

void run_import(const ImportOptions& options, Env& env, const Command& command) {
  require_argument(options.kind, "KIND", command);
  require_argument(options.files.empty() ? "" : options.files.front(), "FILE", command);
  const auto kind = read_kind(options.kind);
  std::vector<Imported> all;
  try {
    import_kind(options, env, kind, all);
  } catch (const Error& error) {
    // A program is told in its own form, also where no report could be made.
    if (env.output().json && all.empty())
      print(env, make_failed_report(kind, options.files, error));
    throw;
  }
}

}  // namespace

RunCommand add_import(CommandLine& line, Env& env, const Command& command) {
  auto options = std::make_shared<ImportOptions>();
  if (std::string_view(command.noun) == "import") {
    line.add_argument(
        "KIND", options->kind, say("what each row is: company, project, signing ..."));
  } else {
    // `target import`: a county has one target of an indicator and period, so that it is the key.
    options->kind = command.noun;
    options->key = {"county", "period", "indicator"};
  }
  line.add_arguments("FILE", options->files, say("files of rows; - for the standard input"));
  line.add_text(
      "-F,--format", options->format, say("csv, tsv, json, jsonl or xlsx; else found out"));
  line.add_text("--encoding", options->encoding, say("utf-8, gb18030, utf-16 ...; else found out"));
  line.add_text(
      "--delimiter", options->delimiter, say("between cells: , ; | or tab; else found out"));
  line.add_texts("--sheet",
                 options->sheets,
                 say("a workbook's sheet, by name or number; '*' for all that fit"));
  line.add_text(
      "--heading-line", options->heading_line, say("the line that names the columns; else found"));
  line.add_texts("--map", options->maps, say("HEADING=FIELD, a .toml file, or a map of the book"));
  line.add_text("--save-map", options->save_map, say("keep these maps and defaults under a name"));
  const auto kind = kind_named(env);
  line.add_texts("--default", options->defaults, say("FIELD=VALUE where a row says nothing"))
      .personal = kind && tells_of_persons(*kind);
  line.add_texts(
      "--key", options->key, say("update the records with the same values of these fields"));
  line.add_text(
      "--on-error", options->on_error, say("stop (nothing is written) or skip (the row)"));
  line.add_text("--rejects", options->rejects, say("a file for the rows that are skipped"));
  line.add_text("--year", options->year, say("the year of dates that state none"));
  line.add_text("--date-order", options->date_order, say("what 03/04/2024 is: dmy, mdy or ymd"));
  line.add_switch(
      "--round", options->round, say("round amounts finer than the smallest unit, and count them"));
  line.add_text("--decimal", options->decimal, say("how numbers are written: point or comma"));
  line.add_switch("-n,--dry-run", options->dry_run, say("read and check all of it, write nothing"));
  line.add_switch(
      "--no-create", options->no_create, say("refuse companies and projects not in the book"));
  line.add_switch(
      "--allow-twins", options->allow_twins, say("add rows though records like them are there"));
  line.add_switch(
      "--clear-blank", options->clear_blank, say("an empty cell empties the field it updates"));
  line.add_switch("--strict",
                  options->strict,
                  say("refuse what is only odd: far amounts, unknown columns, wrong sums"));
  add_record_output_options(line, env);
  return [options, &env, &command] { run_import(*options, env, command); };
}

}  // namespace leadbook::cli
