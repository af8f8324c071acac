#include "cli/edit/many.hpp"

#include <algorithm>
#include <map>

#include "cli/frame/output.hpp"
#include "cli/frame/question.hpp"
#include "cli/frame/shared_options.hpp"
#include "cli/record/table.hpp"
#include "leadbook/domain/error.hpp"
#include "leadbook/domain/record/kind_facts.hpp"
#include "leadbook/service/records/odd_days.hpp"
#include "leadbook/service/totals/matching.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::cli {
namespace {

/// A field of a record that says something else afterwards.
struct Difference {
  Reference record;
  std::string field;  // its name
  std::string heading;
  present::Cell from;
  present::Cell to;
};

/// What came of the records.
struct Edited {
  std::int64_t matched = 0;
  std::int64_t changed = 0;
  std::vector<Difference> differences;
  std::vector<std::string> notes;  // each once
  std::map<std::string, std::vector<Reference>> odd;
  std::map<std::string, std::vector<Reference>> refusals;
  ErrorKind refused_as = ErrorKind::usage;

  void tell(std::vector<std::string> more) {
    for (auto& note : more) {
      if (std::find(notes.begin(), notes.end(), note) == notes.end()) {
        notes.push_back(std::move(note));
      }
    }
  }
};

/// "P-1, P-2 and 40 more".
std::string listed(const std::vector<Reference>& records) {
  constexpr std::size_t most = 50;
  std::string line;
  for (std::size_t at = 0; at < records.size() && at < most; ++at) {
    line += (at == 0 ? "" : std::string(choose(", ", "、"))) + reference_text(records[at]);
  }
  if (records.size() <= most) return line;
  return say("{} and {} more", line, records.size() - most);
}

/// Reads, changes and writes the records, some thousands at a time.
class Editing {
 public:
  Editing(Env& env, service::BookChange& change, const ManyEdits& edits, bool shows)
      : env_(env),
        change_(change),
        edits_(edits),
        shows_(shows),
        writer_(change, env.resolver(), edits.kind, edits.rules),
        names_(change.db()) {}

  Edited edit(const std::vector<std::int64_t>& numbers) {
    store::each_numbered(change_.db(),
                         store::Selection(edits_.kind),
                         numbers,
                         [this](const store::Records& records) {
                           std::vector<AnyRecord> before;
                           for (std::size_t at = 0; at < records.size(); ++at) {
                             before.push_back(records[at]);
                           }
                           if (shows_) names_.read(records.named());
                           for (const auto& stored : before) edit_one(stored);
                         });
    return std::move(edited_);
  }

 private:
  void edit_one(const AnyRecord& stored) {
    ++edited_.matched;
    auto written = writer_.update(stored,
                                  writer_.read(stored,
                                               edits_.inputs,
                                               env_.today(),
                                               env_.settings().bare_unit(),
                                               env_.settings().unit_is_option()));
    const auto record = reference_of(stored);
    if (!written.problems.empty()) return refuse(record, written);
    edited_.tell(std::move(written.notes));
    if (!written.is_changed) return;
    ++edited_.changed;
    find_odd_days(stored, written.record);
    if (shows_) compare(stored, written.record);
  }

  void refuse(const Reference& record, const service::Written& written) {
    if (edited_.refusals.empty()) edited_.refused_as = written.problems.front().kind;
    for (const auto& problem : written.problems) {
      auto& records = edited_.refusals[problem_text(edits_.kind, problem)];
      if (records.empty() || records.back() != record) records.push_back(record);
    }
  }

  /// Days out of the ordinary that the record did not have before.
  void find_odd_days(const AnyRecord& before, const AnyRecord& after) {
    auto& db = change_.db();
    if (!may_be_odd_) return;
    const auto known = service::odd_days(db, before, env_.today());
    for (const auto& line : service::odd_days(db, after, env_.today())) {
      if (std::find(known.begin(), known.end(), line) != known.end()) continue;
      edited_.odd[line].push_back(reference_of(after));
    }
  }

  void compare(const AnyRecord& before, const AnyRecord& after) {
    const auto& fields = fields_of(edits_.kind);
    const auto from = record_cells(before, names_);
    const auto to = record_cells(after, names_);
    const auto first = to.size() - fields.size();
    for (std::size_t field = 0; field < fields.size(); ++field) {
      if (is_same_field(before, after, field)) continue;
      edited_.differences.push_back(
          {reference_of(before),
           fields[field].name,
           std::string(choose(fields[field].english, fields[field].chinese)),
           from[first + field],
           to[first + field]});
    }
  }

  /// Only what is typed for a day, or for a trip, can make one odd.
  bool touches_days() const {
    return std::any_of(edits_.inputs.begin(), edits_.inputs.end(), [&](const FieldInput& input) {
      for (const auto& field : fields_of(edits_.kind)) {
        if (field.name != input.field) continue;
        return field.type == FieldType::date || field.type == FieldType::list ||
               field.type == FieldType::reference || field.type == FieldType::word;
      }
      return false;
    });
  }

  Env& env_;
  service::BookChange& change_;
  const ManyEdits& edits_;
  bool shows_;
  service::RecordWriter writer_;
  store::Names names_;
  bool may_be_odd_ = touches_days();
  Edited edited_;
};

std::vector<std::int64_t> numbers_of(Env& env, store::Db& db, const ManyEdits& edits) {
  if (edits.where.empty()) return {env.resolver().resolve(edits.kind, edits.reference)};
  const auto where = read_where(env, edits.where, service::record_criteria(edits.kind));
  return service::matching_records(db, edits.kind, *where, env.today());
}

void throw_refused(const Edited& edited) {
  if (edited.refusals.empty()) return;
  std::string message;
  for (const auto& [problem, records] : edited.refusals) {
    message += (message.empty() ? "" : "\nleadbook: ") +
               std::string(say("{}: {}", listed(records), problem));
  }
  throw Error(edited.refused_as, message + "\nleadbook: " + say("nothing was written"));
}

std::string summary_of(Kind kind, const Edited& edited, bool is_written) {
  auto line = is_written ? say("Changed {}", counted(kind, edited.changed))
                         : say("Would change {}", counted(kind, edited.changed));
  const auto same = edited.matched - edited.changed;
  if (same > 0) {
    line +=
        std::string(choose("; ", "；")) + say_count("{} is so already", "{} are so already", same);
  }
  return line;
}

present::Table difference_table(const Edited& edited, std::size_t most) {
  const std::vector<present::Field<Difference>> fields = {
      {say("Record"), "record", {}, [](const Difference& one) { return one.record; }},
      {say("Field"), "field", {}, [](const Difference& one) { return one.heading; }},
      {say("From"), "from", {}, [](const Difference& one) { return one.from; }},
      {say("To"), "to", {}, [](const Difference& one) { return one.to; }},
  };
  const auto& all = edited.differences;
  const auto shown = std::min(all.size(), most);
  auto table = present::make_table("changes", fields, std::span(all).first(shown));
  if (shown < all.size()) {
    table.notes.push_back(say("… and {} more lines; --json has all", all.size() - shown));
  }
  return table;
}

/// For programs: the counts, and each field that changes.
present::Table document_of(Kind kind, const Edited& edited, std::int64_t entry) {
  present::List changes;
  for (const auto& one : edited.differences) {
    changes.emplace_back(present::Object{
        {"record", one.record}, {"field", one.field}, {"from", one.from}, {"to", one.to}});
  }
  present::Table table;
  table.key = "edit";
  for (const auto* name :
       {"written", "kind", "entry", "matched", "changed", "unchanged", "changes"}) {
    table.columns.push_back({name, name});
  }
  table.rows.push_back({entry != 0,
                        std::string(identifier(kind)),
                        entry != 0 ? present::Cell(entry) : present::Cell(),
                        edited.matched,
                        edited.changed,
                        edited.matched - edited.changed,
                        changes});
  return table;
}

std::vector<std::string> odd_lines(const Edited& edited) {
  std::vector<std::string> lines;
  for (const auto& [line, records] : edited.odd) {
    lines.push_back(say("{}: {}", listed(records), line));
  }
  return lines;
}

/// What would change, for people. A terminal has no room for thousands of lines.
void show(Env& env, const ManyEdits& edits, const Edited& edited) {
  constexpr std::size_t most_on_terminal = 100;
  const auto most =
      env.world().out_is_terminal ? most_on_terminal : std::numeric_limits<std::size_t>::max();
  auto table = difference_table(edited, most);
  table.notes.push_back(summary_of(edits.kind, edited, false) + std::string(choose(".", "。")));
  for (auto& line : odd_lines(edited)) table.notes.push_back(std::move(line));
  print(env, std::move(table));
}

void print_document(Env& env, Kind kind, const Edited& edited, std::int64_t entry) {
  print(env, present::Card{"", {}, document_of(kind, edited, entry)});
}

}  // namespace

void edit_many(Env& env, const ManyEdits& edits) {
  // What cannot be stored is only tried: it waits for nobody and needs no right to write.
  const bool tries = edits.dry_run || (!env.options().assume_yes && !can_ask(env));
  const bool is_data = prints_data(env);
  const bool asks = !env.options().assume_yes && !tries;
  service::BookChange change(tries ? env.book().to_try() : env.db_to_write(false), env.origin());
  auto& db = change.db();
  const auto numbers = numbers_of(env, db, edits);
  const auto edited = Editing(env, change, edits, tries || asks || is_data).edit(numbers);
  throw_refused(edited);
  env.tell_notes(env.resolver().take_notes());
  for (const auto& note : edited.notes) env.tell_once(note);
  if (edited.changed == 0) {
    if (is_data) print_document(env, edits.kind, edited, 0);
    env.tell(edited.matched == 0
                 ? say("--where holds for no {}; nothing was changed.", name_of(edits.kind))
                 : say_count("{1} fits and is so already; nothing was changed.",
                             "{1} fit and are so already; nothing was changed.",
                             edited.matched,
                             counted(edits.kind, edited.matched)));
    if (edited.matched == 0 && env.output().fail_empty) {
      throw Error(ErrorKind::empty, say("nothing matched"));
    }
    return;
  }
  if (tries && is_data) print_document(env, edits.kind, edited, 0);
  if ((tries && !is_data) || asks) show(env, edits, edited);
  if (edits.dry_run) return env.tell(say("Nothing was written."));
  if (!env.options().assume_yes) {
    require_yes(env, say("This changes {}.", counted(edits.kind, edited.changed)));
  }
  const auto entry = change.commit();
  if (!asks) env.tell_notes(odd_lines(edited));
  if (is_data) print_document(env, edits.kind, edited, entry);
  env.tell(summary_of(edits.kind, edited, true) + std::string(choose(".  ", "。  ")) +
           say("undo: leadbook undo"));
}

}  // namespace leadbook::cli
