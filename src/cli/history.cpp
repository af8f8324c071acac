// history: who changed what, when and by which command; of one record field by field.
#include "leadbook/store/history.hpp"

#include "cli/commands.hpp"
#include "cli/record_table.hpp"
#include "leadbook/domain/error.hpp"
#include "leadbook/domain/quantity.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::cli {
namespace {

using present::Cell;

struct Options {
  std::string reference;
  std::string request;
};

std::int64_t limit_of(Env& env) {
  const auto& text = env.output().limit;
  if (text.empty()) return 20;
  const auto count = parse_count(text);
  if (!count) throw Error(ErrorKind::usage, "--limit: " + count.problem().message);
  return *count;
}

present::Table entry_table(store::Db& db, const std::vector<store::Entry>& entries) {
  present::Table table;
  table.key = "entries";
  table.columns = {{say("Entry"), "entry", text::Align::right},
                   {say("When"), "at"},
                   {say("Who"), "actor"},
                   {say("Command"), "command"},
                   {say("Records"), "records", text::Align::right},
                   {say("Undone by"), "undone_by", text::Align::right},
                   {say("Request"), "request"}};
  for (const auto& entry : entries) {
    table.rows.push_back({entry.number,
                          entry.at,
                          entry.actor,
                          entry.command,
                          entry.row_count,
                          Cell(store::undone_by(db, entry.number)),
                          entry.request});
  }
  return table;
}

/// The cells of a record in a snapshot; as many empty ones where there was no record.
std::vector<Cell> cells_of(const Reference& record,
                           const std::optional<std::string>& snapshot,
                           store::Names& names) {
  if (!snapshot) return std::vector<Cell>(record_columns(record.kind).size());
  const auto row = store::read_snapshot(store::shape_of(record.kind), record.number, *snapshot);
  return record_cells(record.kind, row, names);
}

/// One row a field that an entry changed.
void append_changes(present::Table& table,
                    const store::Entry& entry,
                    const store::EntryRow& row,
                    store::Names& names) {
  const auto columns = record_columns(row.record.kind);
  const auto before = cells_of(row.record, row.before, names);
  const auto after = cells_of(row.record, row.after, names);
  for (std::size_t column = 0; column < columns.size(); ++column) {
    const auto& key = columns[column].key;
    if (key == "id" || key == "uid" || key == "revision") continue;
    if (present::plain_text(before[column]) == present::plain_text(after[column])) continue;
    table.rows.push_back({entry.number,
                          entry.at,
                          entry.actor,
                          reference_text(row.record),
                          columns[column].heading,
                          before[column],
                          after[column],
                          entry.command});
  }
}

present::Table change_table() {
  present::Table table;
  table.key = "changes";
  table.columns = {{say("Entry"), "entry", text::Align::right},
                   {say("When"), "at"},
                   {say("Who"), "actor"},
                   {say("Record"), "record"},
                   {say("Field"), "field"},
                   {say("Before"), "before"},
                   {say("After"), "after"},
                   {say("Command"), "command"}};
  return table;
}

/// Whether the argument names an entry ("12", "import#12") and which.
std::optional<std::int64_t> entry_in(const std::string& text) {
  const auto mark = text.rfind('#');
  const auto count = parse_count(mark == std::string::npos ? text : text.substr(mark + 1));
  if (!count) return {};
  return *count;
}

void print_changes(Env& env,
                   const std::vector<store::Entry>& entries,
                   const std::optional<Reference>& only) {
  auto& db = env.db();
  store::Names names(db);
  auto table = change_table();
  for (const auto& entry : entries) {
    for (const auto& row : store::rows_of(db, entry.number)) {
      if (!only || row.record == *only) append_changes(table, entry, row, names);
    }
  }
  const auto format = env.style().format;
  if (format == present::Format::text && env.output().columns.empty()) {
    env.output().columns = only ? "entry,at,actor,field,before,after" : "record,field,before,after";
  }
  env.print(std::move(table));
}

void run_history(const Options& options, Env& env) {
  auto& db = env.db();
  if (!options.request.empty()) {
    const auto entry = store::find_request(db, options.request);
    std::vector<store::Entry> entries;
    if (entry) entries.push_back(*entry);
    env.print(entry_table(db, entries));
    return;
  }
  if (options.reference.empty()) {
    const auto entries = store::list_entries(db, {}, limit_of(env));
    if (env.style().format == present::Format::text && env.output().columns.empty()) {
      env.output().columns = "entry,at,actor,command,records,undone_by";
    }
    env.print(entry_table(db, entries));
    return;
  }
  if (const auto number = entry_in(options.reference)) {
    const auto entry = store::find_entry(db, *number);
    if (!entry) {
      throw Error(ErrorKind::not_found,
                  say("there is no entry {}; see 'leadbook history'", *number));
    }
    print_changes(env, {*entry}, {});
    return;
  }
  // A record that was removed has a history still: a plain reference needs no living record.
  const auto typed = parse_reference(options.reference);
  const auto record = typed ? *typed : env.resolver().resolve_any(options.reference);
  env.tell_notes(typed ? std::vector<std::string>() : env.resolver().take_notes());
  print_changes(env, store::list_entries(db, record, limit_of(env)), record);
}

}  // namespace

RunCommand add_history(CLI::App& app, Env& env, const Command&) {
  auto options = std::make_shared<Options>();
  add_argument(app,
               "REF",
               options->reference,
               say("a record, or the number of an entry; all entries if left out"));
  add_output_options(app, env);
  add_text(app, "--of-request", options->request, say("the entry of this request"));
  return [options, &env] { run_history(*options, env); };
}

}  // namespace leadbook::cli
