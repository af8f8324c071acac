#include "cli/book/check_card.hpp"

#include "cli/frame/output.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::cli {
namespace {

using present::Cell;
using store::CheckPart;
using store::Proof;

/// How a part is called, by programs and by people, and what it proves where nothing is wrong.
struct PartWords {
  std::string key;
  std::string name;
  std::string proved;
  std::string remedy;
};

// NOLINTNEXTLINE(readability-function-size): a table
PartWords words_of(const CheckPart& part) {
  const auto restore = say("restore a backup: leadbook book restore FILE");
  const auto repair = say(
      "make its tables anew from the log: leadbook book check --repair NEW; or restore a backup");
  switch (part.proof) {
    case Proof::place:
      return {
          "place", say("File and rights"), say("it can be read, and by nobody it is not for"), ""};
    case Proof::settings:
      return {"settings",
              say("Engine settings"),
              say("what is told as written is on the disk; the tables are those of its version"),
              repair};
    case Proof::storage:
      return {"storage",
              say("Engine's check"),
              say("the engine finds its pages, indexes and references whole"),
              repair};
    case Proof::chain:
      return {"chain",
              say("Change log"),
              say_count("{} entry, each with the hash of all before it",
                        "{} entries, each with the hash of all before it",
                        part.count),
              restore};
    case Proof::replay:
      return {"replay",
              say("Replay of the log"),
              say_count(
                  "{} record is what the log says", "{} records are what the log says", part.count),
              repair};
    case Proof::counters:
      return {"counters", say("Numbers"), say("none can be given twice"), repair};
    case Proof::derived:
      return {"derived",
              say("Derived tables"),
              say("stages, postings and names are what the records make them"),
              repair};
    case Proof::rules:
      return {"rules",
              say("Rules"),
              say_count("{} record keeps the rules within a record",
                        "{} records keep the rules within a record",
                        part.count),
              restore};
    case Proof::head:
      return {"head",
              say("Known entry"),
              say("entry {} is in the log with this hash", part.count),
              say("look for the book it was printed from, or a backup that holds it")};
  }
  return {};
}

present::Word state_of(const CheckPart& part) {
  if (!part.looked_at) return {"skipped", say("not looked at, as what it builds on is damaged")};
  if (!part.damages.empty()) return {"wrong", say("WRONG")};
  if (!part.notes.empty()) return {"note", say("ok, but")};
  return {"ok", say("ok")};
}

void add_lines(std::string& text,
               const std::vector<store::Finding>& findings,
               std::int64_t more,
               const std::string& remedy) {
  for (const auto& finding : findings) {
    text += "\n" + text::visible(finding.what);
    if (!finding.remedy.empty()) text += "\n→ " + finding.remedy;
  }
  if (more > 0) text += "\n" + say_count("and {} more finding", "and {} more findings", more);
  if (!findings.empty() && findings.back().remedy.empty() && !remedy.empty())
    text += "\n→ " + remedy;
}

/// "ok: 12 entries …", or what is wrong and what to do, a line each.
std::string text_of(const CheckPart& part) {
  const auto words = words_of(part);
  const auto state = state_of(part);
  if (state.identifier == "ok") return state.name + say(": {}", words.proved);
  auto text = state.name;
  add_lines(text, part.damages, part.more_damages, words.remedy);
  add_lines(text, part.notes, part.more_notes, "");
  return text;
}

present::List cells_of(const std::vector<store::Finding>& findings, const std::string& remedy) {
  present::List cells;
  for (const auto& finding : findings) {
    cells.emplace_back(present::Object{
        {"found", finding.what}, {"remedy", finding.remedy.empty() ? remedy : finding.remedy}});
  }
  return cells;
}

Cell part_cell(const CheckPart& part) {
  const auto words = words_of(part);
  return present::Object{{"part", words.key},
                         {"state", state_of(part)},
                         {"count", part.count},
                         {"damages", cells_of(part.damages, words.remedy)},
                         {"more_damages", part.more_damages},
                         {"notes", cells_of(part.notes, "")},
                         {"more_notes", part.more_notes}};
}

present::Table record_table(const std::vector<CheckedBook>& books) {
  present::Table table;
  table.key = books.size() == 1 ? "check" : "checks";
  table.columns = {{say("Location"), "place"},
                   {say("Whole"), "whole"},
                   {say("Log entries"), "entries", text::Align::right},
                   {say("Records"), "records", text::Align::right},
                   {say("Head of the log"), "head"},
                   {say("Whole until entry"), "whole_until", text::Align::right},
                   {say("Parts"), "parts"}};
  for (const auto& [place, report] : books) {
    present::List parts;
    for (const auto& part : report.parts) parts.push_back(part_cell(part));
    const bool whole = report.damage_count() == 0;
    table.rows.push_back({place,
                          whole ? present::Word{"yes", say("yes")} : present::Word{"no", say("no")},
                          report.head.number,
                          report.part(Proof::replay).count,
                          report.head.hash,
                          report.whole_until,
                          std::move(parts)});
  }
  return table;
}

present::Card card_of(const CheckedBook& book, bool alone) {
  present::Section section;
  for (const auto& part : book.report.parts) {
    section.facts.emplace_back(words_of(part).name, text_of(part));
  }
  return {alone ? say("Check of the book") : say("Check of {}", text::visible(book.place)),
          {section},
          record_table({book})};
}

}  // namespace

std::string progress_text(const store::CheckProgress& progress) {
  CheckPart part;
  part.proof = progress.proof;
  const auto name = words_of(part).name;
  if (progress.all == 0) return name + " …";
  return say("{}: {} of {}", name, progress.done, progress.all);
}

void print_checks(Env& env, const std::vector<CheckedBook>& books) {
  if (!prints_for_people(env) && books.size() > 1) return print(env, record_table(books));
  for (const auto& book : books) {
    print(env, card_of(book, books.size() == 1));
    const auto& report = book.report;
    if (style_of(env).format != present::Format::text || report.damage_count() > 0) continue;
    env.out() << '\n'
              << say("The book is whole: {} entries replayed, {} records compared, head {}:{}.",
                     report.head.number,
                     report.part(Proof::replay).count,
                     report.head.number,
                     report.head.hash)
              << '\n';
  }
}

}  // namespace leadbook::cli
