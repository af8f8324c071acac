// undo and redo: whole commands, each a further entry of the log.
#include "leadbook/service/history/undo.hpp"

#include <algorithm>

#include "cli/frame/commands.hpp"
#include "cli/frame/entry_reference.hpp"
#include "cli/frame/question.hpp"
#include "leadbook/domain/error.hpp"
#include "leadbook/domain/record/field_facts.hpp"
#include "leadbook/service/history/past.hpp"
#include "leadbook/service/records/book_change.hpp"
#include "leadbook/store/log/history.hpp"
#include "leadbook/store/record/names.hpp"
#include "leadbook/text/quoted_list.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::cli {
namespace {

[[noreturn]] void refuse_entry(const std::string& text) {
  throw Error(
      ErrorKind::usage,
      say("'{}' is not an entry of the log: write its number, as 12; see 'leadbook history'",
          text::visible(text)));
}

/// Nothing for "", which is the last command that can be reversed.
std::optional<std::int64_t> entry_number(store::Db& db, const std::string& text) {
  if (text.empty()) return {};
  const auto number = entry_named(db, text);
  if (!number) refuse_entry(text);
  return number;
}

void tell_kept(Env& env, const service::Reversal& reversal) {
  for (const auto& line : reversal.kept) env.tell(say("Kept as it is: {}", line));
  if (reversal.more_kept > 0) {
    env.tell(say_count("… and {} more record", "… and {} more records", reversal.more_kept));
  }
}

struct UndoOptions {
  std::vector<std::string> entries;
  std::string since;
  bool mine = false;
  bool keep_changed = false;
};

/// The moment of --since in UTC, as the log writes it: a time of today, or the beginning of a day.
std::string read_since(Env& env, const std::string& text) {
  const auto refuse = [&](const std::string& why) {
    throw Error(ErrorKind::usage, "--since: " + why);
  };
  auto day = env.today();
  std::int64_t minutes = 0;
  auto folded = text::fold(text);
  for (const std::string_view word : {"点", "时"}) {
    if (const auto at = folded.find(word); at != std::string::npos) {
      folded.replace(at, word.size(), at + word.size() == folded.size() ? ":00" : ":");
    }
  }
  const auto colon = folded.find(':');
  if (colon == std::string::npos) {
    const auto date = parse_past_date(text, day);
    if (!date) refuse(date.problem().message);
    day = date->first;
  } else {
    const auto space = folded.rfind(' ');
    if (space != std::string::npos) {
      const auto date = parse_past_date(folded.substr(0, space), day);
      if (!date) refuse(date.problem().message);
      day = date->first;
    }
    const auto time = space == std::string::npos ? folded : folded.substr(space + 1);
    const auto mark = time.find(':');
    const auto hour = parse_count(time.substr(0, mark));
    const auto minute = parse_count(time.substr(std::min(time.size(), mark + 1)));
    constexpr std::int64_t minutes_an_hour = 60;
    if (!hour || !minute || *hour > 23 || *minute >= minutes_an_hour) {
      refuse(say("'{}' is no time: write it as 10:00", text::visible(text)));
    }
    minutes = *hour * minutes_an_hour + *minute;
  }
  return service::time_of(day, minutes);
}

/// "23..25": the first and the last.
std::optional<std::pair<std::string, std::string>> read_range(const std::string& text) {
  for (const std::string_view mark : {"..", "…", "~", "～"}) {
    const auto at = text.find(mark);
    if (at == std::string::npos || at == 0) continue;
    return std::pair(text.substr(0, at), text.substr(at + mark.size()));
  }
  return {};
}

/// The entries that are meant, the newest first.
std::vector<store::Entry> entries_meant(Env& env, store::Db& db, const UndoOptions& options) {
  const bool many = !options.since.empty() || options.mine || options.entries.size() > 1 ||
                    (options.entries.size() == 1 && read_range(options.entries.front()));
  if (!many) {
    const auto text = options.entries.empty() ? std::string() : options.entries.front();
    return {service::entry_to_undo(db, entry_number(db, text))};
  }
  const auto actor = options.mine ? std::optional(env.user()) : std::nullopt;
  const auto head = store::head_of(db).number;
  std::vector<store::Entry> entries;
  const auto add = [&](std::int64_t first, std::int64_t last) {
    for (auto& entry : service::undoable_between(db, first, last, actor)) {
      entries.push_back(std::move(entry));
    }
  };
  if (!options.since.empty()) {
    if (!options.entries.empty()) {
      throw Error(ErrorKind::usage, say("name entries or --since, not both"));
    }
    const auto first =
        db.number(store::statement("entry_first_since"), {{"at", read_since(env, options.since)}});
    if (first > 0) add(first, head);
  } else if (options.entries.empty()) {
    auto mine = service::undoable_between(db, 1, head, actor);
    if (!mine.empty()) entries.push_back(std::move(mine.front()));
  }
  for (const auto& text : options.entries) {
    if (const auto range = read_range(text)) {
      const auto first = entry_named(db, range->first);
      const auto last = entry_named(db, range->second);
      if (!first || !last || *first > *last) refuse_entry(text);
      add(*first, std::min(*last, head));
    } else if (const auto number = entry_number(db, text)) {
      entries.push_back(service::entry_to_undo(db, number));
    }
  }
  std::sort(entries.begin(), entries.end(), [](const auto& left, const auto& right) {
    return left.number > right.number;
  });
  const auto same = [](const auto& left, const auto& right) { return left.number == right.number; };
  entries.erase(std::unique(entries.begin(), entries.end(), same), entries.end());
  if (entries.empty()) throw Error(ErrorKind::not_found, say("there is nothing to undo"));
  return entries;
}

/// The headings of the fields an entry changed.
std::string changed_fields(const store::EntryRow& row) {
  const auto before = store::read_snapshot(row.record, *row.before);
  const auto after = store::read_snapshot(row.record, *row.after);
  const auto& fields = leadbook::fields_of(row.record.kind);
  std::string all;
  for (std::size_t at = 0; at < fields.size(); ++at) {
    if (is_same_field(before, after, at)) continue;
    all += (all.empty() ? "" : std::string(choose(", ", "、"))) +
           std::string(choose(fields[at].english.c_str(), fields[at].chinese.c_str()));
  }
  return all;
}

/// What becomes of a record when the row of an entry is taken back.
std::string effect_of(const store::EntryRow& row, store::Names& names) {
  const auto record = reference_text(row.record) + " " + names(row.record);
  if (!row.before) return say("takes {} away", record);
  if (!row.after) return say("brings {} back", reference_text(row.record));
  const auto fields = changed_fields(row);
  return fields.empty() ? say("makes {} what it was", record)
                        : say("makes {} what it was: {}", record, fields);
}

/// Shows what would be done, and by whom it was done.
void show_entries(Env& env, store::Db& db, const std::vector<store::Entry>& entries) {
  constexpr std::size_t most_entries = 10;
  constexpr std::int64_t most_rows = 6;
  store::Names names(db);
  std::size_t shown = 0;
  for (const auto& entry : entries) {
    if (shown++ == most_entries) break;
    env.err() << text::visible(say("Entry {} · {} · {}: {}",
                                   entry.number,
                                   service::beijing_time(entry.at),
                                   entry.actor,
                                   entry.command))
              << '\n';
    auto rows = store::first_rows_of(db, entry.number, most_rows);
    for (const auto& row : rows) {
      env.err() << "  " << text::visible(effect_of(row, names)) << '\n';
    }
    const auto more = entry.row_count - static_cast<std::int64_t>(rows.size());
    if (more > 0) {
      env.err() << "  " << say_count("… and {} more record", "… and {} more records", more) << '\n';
    }
  }
  if (entries.size() > most_entries) {
    env.err() << say_count("… and {} more entry",
                           "… and {} more entries",
                           static_cast<std::int64_t>(entries.size() - most_entries))
              << '\n';
  }
}

/// Asks before anything is undone; nobody waits meanwhile. Without a terminal only one's own last
/// entry, or one that was named, is undone unasked.
void agree(Env& env, const UndoOptions& options, const std::vector<store::Entry>& entries) {
  if (env.options().assume_yes) return;
  const auto& first = entries.front();
  if (can_ask(env)) {
    show_entries(env, env.db(), entries);
  } else if (entries.size() == 1 && (first.actor == env.user() || !options.entries.empty())) {
    return;
  }
  env.book().close();
  const auto count = static_cast<std::int64_t>(entries.size());
  require_yes(env,
              count == 1 ? say("This undoes entry {} of {}.", first.number, first.actor)
                         : say_count("This undoes {} entry.", "This undoes {} entries.", count));
}

void run_undo(const UndoOptions& options, Env& env) {
  const auto entries = entries_meant(env, env.db(), options);
  agree(env, options, entries);
  service::BookChange change(env.db_to_write(false), env.origin());
  if (entries.size() == 1) {
    const auto& entry = entries.front();
    const auto reversal = service::undo(change, entry.number, options.keep_changed);
    tell_kept(env, reversal);
    return env.tell(say("Undid entry {}: {}", entry.number, entry.command));
  }
  std::vector<std::int64_t> numbers;
  for (const auto& entry : entries) numbers.push_back(entry.number);
  const auto reversal = service::undo_all(change, numbers, options.keep_changed);
  tell_kept(env, reversal);
  env.tell(say_count("Undid {} entry, from {} back to {}, as entry {}.",
                     "Undid {} entries, from {} back to {}, as entry {}.",
                     static_cast<std::int64_t>(numbers.size()),
                     numbers.front(),
                     numbers.back(),
                     reversal.entry) +
           "  " + say("undo: leadbook undo"));
}

void run_redo(const std::string& text, bool keep_changed, Env& env) {
  service::BookChange change(env.db_to_write(false), env.origin());
  const auto reversal = service::redo(change, entry_number(change.db(), text), keep_changed);
  const auto found = store::find_entry(change.db(), reversal.entry);
  tell_kept(env, reversal);
  env.tell(say("Redid entry {}: {}", reversal.entry, found ? found->command : std::string()));
}

constexpr const char* keep_changed_help = N_("leave what was changed since as it is");

}  // namespace

RunCommand add_undo(CommandLine& line, Env& env, const Command&) {
  auto options = std::make_shared<UndoOptions>();
  line.add_arguments(
      "ENTRY",
      options->entries,
      say("an entry's number, import#N, or 23..25 for several; the last one if left out"));
  line.add_text("--since", options->since, say("all since a time of today or a day, as 10:00"));
  line.add_switch("--mine", options->mine, say("only what you wrote yourself"));
  line.add_switch("--keep-changed", options->keep_changed, translate(keep_changed_help));
  return [options, &env] { run_undo(*options, env); };
}

RunCommand add_redo(CommandLine& line, Env& env, const Command&) {
  auto entry = std::make_shared<std::string>();
  auto keep_changed = std::make_shared<bool>(false);
  line.add_argument(
      "ENTRY", *entry, say("an entry's number, or import#N; the last one if left out"));
  line.add_switch("--keep-changed", *keep_changed, translate(keep_changed_help));
  return [entry, keep_changed, &env] { run_redo(*entry, *keep_changed, env); };
}

}  // namespace leadbook::cli
