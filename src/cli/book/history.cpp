// history: who changed what, when and by which command; of one record field by field.
#include "leadbook/store/log/history.hpp"

#include <limits>

#include "cli/frame/commands.hpp"
#include "cli/frame/entry_reference.hpp"
#include "cli/record/table.hpp"
#include "leadbook/domain/amount/quantity.hpp"
#include "leadbook/domain/error.hpp"
#include "leadbook/domain/record/field_facts.hpp"
#include "leadbook/service/history/past.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::cli {
namespace {

using present::Cell;

/// The time in Beijing for people, as every day is; in data as the log holds it.
Cell time_cell(const std::string& at) { return present::Word{at, service::beijing_time(at)}; }

struct HistoryOptions {
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
  const auto undone = store::undone_among(db, entries);
  for (const auto& entry : entries) {
    const auto by = undone.find(entry.number);
    table.rows.push_back({entry.number,
                          time_cell(entry.at),
                          entry.actor,
                          entry.command,
                          entry.row_count,
                          by == undone.end() ? Cell() : Cell(by->second),
                          entry.request});
  }
  return table;
}

using Snapshot = std::optional<AnyRecord>;

/// The cells of a record as it was; as many empty ones where there was no record.
std::vector<Cell> cells_of(Kind kind, const Snapshot& snapshot, store::Names& names) {
  if (!snapshot) return std::vector<Cell>(record_columns(kind).size());
  return record_cells(*snapshot, names);
}

/// What an entry did to a record.
struct RecordChange {
  Reference record;
  Snapshot before;
  Snapshot after;
  std::int64_t line = 0;
};

/// What some entries did, each with the changes of the record asked for or, where none is, its
/// first.
struct EntryChanges {
  store::Entry entry;
  std::vector<RecordChange> changes;
};

/// A field of a record that an entry changed.
struct FieldChange {
  Reference record;
  std::string heading;
  std::string key;
  Cell before;
  Cell after;
};

std::vector<FieldChange> fields_of(const RecordChange& change, store::Names& names) {
  const auto columns = record_columns(change.record.kind);
  const auto before = cells_of(change.record.kind, change.before, names);
  const auto after = cells_of(change.record.kind, change.after, names);
  std::vector<FieldChange> fields;
  for (std::size_t column = 0; column < columns.size(); ++column) {
    const auto& key = columns[column].key;
    if (key == "id" || key == "uid" || key == "revision") continue;
    if (present::plain_text(before[column]) == present::plain_text(after[column])) continue;
    fields.push_back({change.record, columns[column].heading, key, before[column], after[column]});
  }
  return fields;
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

/// A snapshot as a record, the names of those it refers to being read with the next that is wanted.
Snapshot snapshot_of(const Reference& record,
                     const std::optional<std::string>& text,
                     store::Names& names) {
  if (!text) return {};
  auto was = store::read_snapshot(record, *text);
  std::vector<Reference> named;
  visit_references(was, [&](Kind kind, std::int64_t& number) { named.push_back({kind, number}); });
  names.expect(named);
  return was;
}

/// Of each entry what it did to a record or, where none is named, to its first records.
std::vector<EntryChanges> changes_of(store::Db& db,
                                     const std::vector<store::Entry>& entries,
                                     const std::optional<Reference>& only,
                                     std::int64_t limit,
                                     store::Names& names) {
  auto about = only ? store::rows_about(db, entries, *only)
                    : std::map<std::int64_t, std::vector<store::EntryRow>>();
  std::vector<EntryChanges> all;
  for (const auto& entry : entries) {
    auto& of = all.emplace_back(EntryChanges{entry, {}});
    const auto rows = only ? about[entry.number] : store::first_rows_of(db, entry.number, limit);
    for (const auto& row : rows) {
      of.changes.push_back({row.record,
                            snapshot_of(row.record, row.before, names),
                            snapshot_of(row.record, row.after, names),
                            row.line});
    }
  }
  return all;
}

/// "320,000,000.00 CNY → 200,000,000.00 CNY"; what was there or is there alone at its beginning
/// and its end.
std::string arrow(const FieldChange& change, AmountUnit unit) {
  const auto before = present::display_text(change.before, unit);
  auto after = present::display_text(change.after, unit);
  if (before.empty()) return after;
  return before + " → " + (after.empty() ? say("nothing") : after);
}

/// The log knows of personal details by their seal alone.
bool is_seal(const FieldChange& change) {
  return tells_of_persons(change.record.kind) && change.key == "seal";
}

std::pair<std::string, Cell> told_seal(const std::string& of, const FieldChange& change) {
  const auto what = present::is_empty(change.before) ? say("entered, not kept in the log")
                                                     : say("changed, not kept in the log");
  return {of + say("Personal details"), what};
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
  for (const auto& [entry, changes] : changes_of(db, entries, only, limit, names)) {
    present::Section section;
    section.heading = fmt::format("{} · {} · {} · {}",
                                  entry.number,
                                  service::beijing_time(entry.at),
                                  entry.actor,
                                  entry.command);
    for (const auto& change : changes) {
      auto of = only ? std::string() : reference_text(change.record) + " ";
      if (change.line != 0) of += say("(line {})", change.line) + " ";
      if (!change.after) {
        section.facts.emplace_back(of + say("Removed"), reference_text(change.record));
        continue;
      }
      for (const auto& field : fields_of(change, names)) {
        // Of an erasure the state tells.
        if (is_seal(field) && present::is_empty(field.after)) continue;
        section.facts.push_back(
            is_seal(field) ? told_seal(of, field)
                           : std::pair<std::string, Cell>(
                                 of + field.heading, arrow(field, env.settings().print_unit())));
      }
    }
    if (section.facts.empty()) section.facts.emplace_back(say("Changed"), say("no field"));
    const auto more = only ? 0 : entry.row_count - static_cast<std::int64_t>(changes.size());
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
  for (const auto& [entry, changes] : changes_of(db, entries, only, limit, names)) {
    for (const auto& change : changes) {
      for (const auto& field : fields_of(change, names)) {
        table.rows.push_back({entry.number,
                              time_cell(entry.at),
                              entry.actor,
                              change.line == 0 ? Cell() : Cell(change.line),
                              reference_text(field.record),
                              field.key,
                              field.before,
                              field.after,
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
  if (prints_for_people(env) && env.output().columns.empty() && !entries.empty()) {
    print(env, history_card(env, entries, only, title, limit_of(env, rows_shown)));
  } else {
    constexpr auto all = std::numeric_limits<std::int64_t>::max();
    print(env, history_table(env.db(), entries, only, limit_of(env, all)));
  }
}

void run_history(const HistoryOptions& options, Env& env) {
  auto& db = env.db();
  // A command that writes nothing needs no name of its own: here it is that of another.
  if (!env.options().request.empty()) {
    const auto entry = store::find_request(db, env.options().request);
    std::vector<store::Entry> entries;
    if (entry) entries.push_back(*entry);
    print(env, entry_table(db, entries));
    return;
  }
  if (options.reference.empty()) {
    const auto entries = store::list_entries(db, {}, limit_of(env, entries_shown));
    if (style_of(env).format == present::Format::text && env.output().columns.empty()) {
      env.output().columns = "entry,at,actor,command,records,undone_by";
    }
    print(env, entry_table(db, entries));
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
  auto options = std::make_shared<HistoryOptions>();
  line.add_argument("REF",
                    options->reference,
                    say("a record, the number of an entry, or import#N; all entries if left out"));
  add_output_options(line, env);
  return [options, &env] { run_history(*options, env); };
}

}  // namespace leadbook::cli
