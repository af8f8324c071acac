// history: who changed what, when and by which command; of one record field by field.
#include "leadbook/store/log/history.hpp"

#include <limits>

#include "cli/frame/commands.hpp"
#include "cli/frame/entry_reference.hpp"
#include "cli/record/table.hpp"
#include "leadbook/domain/amount/quantity.hpp"
#include "leadbook/domain/error.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::cli {
namespace {

using present::Cell;

struct Options {
  std::string reference;
};

constexpr std::int64_t entries_shown = 20;
constexpr std::int64_t rows_shown = 100;  // of one entry, to people

std::int64_t limit_of(Env& env, std::int64_t usual) {
  const auto& text = env.output().limit;
  if (text.empty()) return usual;
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

/// A field of a record that an entry changed.
struct FieldChange {
  Reference record;
  std::string heading;
  std::string key;
  Cell before;
  Cell after;
};

std::vector<FieldChange> changes_of(const store::EntryRow& row, store::Names& names) {
  const auto columns = record_columns(row.record.kind);
  const auto before = cells_of(row.record, row.before, names);
  const auto after = cells_of(row.record, row.after, names);
  std::vector<FieldChange> changes;
  for (std::size_t column = 0; column < columns.size(); ++column) {
    const auto& key = columns[column].key;
    if (key == "id" || key == "uid" || key == "revision") continue;
    if (present::plain_text(before[column]) == present::plain_text(after[column])) continue;
    changes.push_back({row.record, columns[column].heading, key, before[column], after[column]});
  }
  return changes;
}

present::Table change_table() {
  present::Table table;
  table.key = "changes";
  table.columns = {{say("Entry"), "entry", text::Align::right},
                   {say("When"), "at"},
                   {say("Who"), "actor"},
                   {say("Line"), "line", text::Align::right},
                   {say("Record"), "record"},
                   {say("Field"), "field"},
                   {say("Before"), "before"},
                   {say("After"), "after"},
                   {say("Command"), "command"}};
  return table;
}

/// The rows of an entry that are about a record; the first ones where none is named.
std::vector<store::EntryRow> rows_about(store::Db& db,
                                        const store::Entry& entry,
                                        const std::optional<Reference>& only,
                                        std::int64_t limit) {
  if (!only) return store::first_rows_of(db, entry.number, limit);
  auto rows = store::rows_of(db, entry.number);
  std::erase_if(rows, [&](const store::EntryRow& row) { return row.record != *only; });
  return rows;
}

/// "320,000,000.00 CNY → 200,000,000.00 CNY"; what was there or is there alone at its beginning
/// and its end.
std::string arrow(const FieldChange& change, AmountUnit unit) {
  const auto before = present::display_text(change.before, unit);
  const auto after = present::display_text(change.after, unit);
  if (before.empty()) return after;
  return before + " → " + (after.empty() ? say("nothing") : after);
}

/// What a person reads: an entry a section, a line for each field.
present::Card history_card(Env& env,
                           const std::vector<store::Entry>& entries,
                           const std::optional<Reference>& only,
                           const std::string& title,
                           std::int64_t limit) {
  auto& db = env.db();
  store::Names names(db);
  present::Card card{title, {}, {}};
  for (const auto& entry : entries) {
    present::Section section;
    section.heading =
        fmt::format("{} · {} · {} · {}", entry.number, entry.at, entry.actor, entry.command);
    const auto rows = rows_about(db, entry, only, limit);
    for (const auto& row : rows) {
      auto of = only ? std::string() : reference_text(row.record) + " ";
      if (row.line != 0) of += say("(line {})", row.line) + " ";
      if (!row.after) section.facts.emplace_back(of + say("Removed"), reference_text(row.record));
      for (const auto& change : changes_of(row, names)) {
        if (!row.after) break;
        section.facts.emplace_back(of + change.heading, arrow(change, env.print_unit()));
      }
    }
    if (section.facts.empty()) section.facts.emplace_back(say("Changed"), say("no field"));
    const auto more = only ? 0 : entry.row_count - static_cast<std::int64_t>(rows.size());
    if (more > 0) {
      section.facts.emplace_back("…",
                                 say_count("and {} more record; --limit shows more",
                                           "and {} more records; --limit shows more",
                                           more));
    }
    card.sections.push_back(std::move(section));
  }
  return card;
}

/// What a program reads: a row for each field.
present::Table history_table(store::Db& db,
                             const std::vector<store::Entry>& entries,
                             const std::optional<Reference>& only,
                             std::int64_t limit) {
  store::Names names(db);
  auto table = change_table();
  for (const auto& entry : entries) {
    for (const auto& row : rows_about(db, entry, only, limit)) {
      for (const auto& change : changes_of(row, names)) {
        table.rows.push_back({entry.number,
                              entry.at,
                              entry.actor,
                              row.line == 0 ? Cell() : Cell(row.line),
                              reference_text(change.record),
                              change.key,
                              change.before,
                              change.after,
                              entry.command});
      }
    }
  }
  return table;
}

void print_changes(Env& env,
                   const std::vector<store::Entry>& entries,
                   const std::optional<Reference>& only,
                   const std::string& title) {
  if (env.prints_for_people() && env.output().columns.empty() && !entries.empty()) {
    env.print(history_card(env, entries, only, title, limit_of(env, rows_shown)));
  } else {
    constexpr auto all = std::numeric_limits<std::int64_t>::max();
    env.print(history_table(env.db(), entries, only, limit_of(env, all)));
  }
}

void run_history(const Options& options, Env& env) {
  auto& db = env.db();
  // A command that writes nothing needs no name of its own: here it is that of another.
  if (!env.request.empty()) {
    const auto entry = store::find_request(db, env.request);
    std::vector<store::Entry> entries;
    if (entry) entries.push_back(*entry);
    env.print(entry_table(db, entries));
    return;
  }
  if (options.reference.empty()) {
    const auto entries = store::list_entries(db, {}, limit_of(env, entries_shown));
    if (env.style().format == present::Format::text && env.output().columns.empty()) {
      env.output().columns = "entry,at,actor,command,records,undone_by";
    }
    env.print(entry_table(db, entries));
    return;
  }
  if (const auto number = entry_named(db, options.reference)) {
    const auto entry = store::find_entry(db, *number);
    if (!entry) {
      throw Error(ErrorKind::not_found,
                  say("there is no entry {}; see 'leadbook history'", *number));
    }
    print_changes(env, {*entry}, {}, say("Entry {}", *number));
    return;
  }
  // A record that was removed has a history still: a plain reference needs no living record.
  const auto typed = parse_reference(options.reference);
  const auto record = typed ? *typed : env.resolver().resolve_any(options.reference);
  env.tell_notes(typed ? std::vector<std::string>() : env.resolver().take_notes());
  const auto title = say("History of {} {}", reference_text(record), store::name_of(db, record));
  print_changes(env, store::list_entries(db, record, limit_of(env, entries_shown)), record, title);
}

}  // namespace

RunCommand add_history(CommandLine& line, Env& env, const Command&) {
  auto options = std::make_shared<Options>();
  line.add_argument("REF",
                    options->reference,
                    say("a record, the number of an entry, or import#N; all entries if left out"));
  add_output_options(line, env);
  return [options, &env] { run_history(*options, env); };
}

}  // namespace leadbook::cli
