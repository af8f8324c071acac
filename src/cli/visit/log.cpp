// log: a visit in loose words, asked for, from an editor or a note; or as negotiation add takes it.
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "cli/frame/commands.hpp"
#include "cli/frame/question.hpp"
#include "cli/record/record_add.hpp"
#include "cli/trip/current_trip.hpp"
#include "cli/visit/confirm.hpp"
#include "cli/visit/editor.hpp"
#include "cli/visit/kept_draft.hpp"
#include "cli/visit/questions.hpp"
#include "leadbook/domain/error.hpp"
#include "leadbook/service/prose/note.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::cli {
namespace {

using service::TalkDraft;
using Drafts = std::vector<TalkDraft>;

struct LogOptions {
  RecordOptions record;
  std::vector<std::string> words;
  std::vector<std::string> contacts;
  bool guess = false;
  bool edit = false;
  bool resume = false;
  std::optional<Drafts> settled;  // shown and confirmed, should the command have to be tried again
};

/// Words that say something by themselves, whatever the names of the book.
bool says_more_than_name(const std::string& word, Day today) {
  const auto none = [](Kind, std::string_view) { return std::vector<service::NameHit>(); };
  const service::BookNames no_names{none, none, none};
  const auto read = service::read_talk({word}, {today, today, Toward::past}, no_names);
  for (const auto& field : read.fields) {
    if (field.field != "counterparts" && field.field != "subject" && field.field != "summary" &&
        field.field != "project" && field.field != "place") {
      return true;
    }
  }
  return false;
}

/// COMPANY TEXT, as always; anything else is loose words.
bool is_plain(const LogOptions& options, Day today) {
  const auto& words = options.words;
  if (words.size() > 2) return false;
  return words.empty() || !says_more_than_name(words.front(), today);
}

/// What follows from the trip for a talk whose fields were typed.
void add_from_trip(Env& env, const service::Standpoint& here, std::vector<FieldInput>& inputs) {
  if (!here.trip) return;
  TalkDraft draft;
  for (const auto& input : inputs) draft.put(input.field, input.text);
  const auto day = parse_date(draft.text("on"), service::day_outlook(here));
  if (!day) return;
  draft.put("on", date_text(*day));
  service::take_from_trip(draft, env.db(), *here.trip, here.today);
  for (const auto& field : draft.fields) {
    if (field.grade == service::Grade::inferred) inputs.push_back({field.field, field.text});
  }
}

void run_plain(const LogOptions& options, Env& env) {
  auto record = options.record;
  record.arguments = options.words;
  auto inputs = inputs_of(Kind::negotiation, record);
  require_talk(inputs);
  add_defaults(env, Kind::negotiation, inputs);
  const auto here = standpoint_of(env);
  add_from_trip(env, here, inputs);
  add_typed_record(env, Kind::negotiation, std::move(inputs), record);
  if (here.trip) tell_trip(env, *here.trip);
}

/// What options say goes before the words.
void put_options(const LogOptions& options,
                 const service::Standpoint& here,
                 const service::BookNames& names,
                 TalkDraft& draft) {
  for (const auto& input : inputs_of(Kind::negotiation, options.record)) {
    service::put_said(draft, input.field, input.text, service::day_outlook(here), names);
  }
  for (const auto& contact : options.contacts) draft.append("contact", contact, "; ");
}

/// Confirmed by a person, or certain enough without one.
void settle(LogOptions& options,
            Env& env,
            const service::Standpoint& here,
            const service::BookNames& names,
            Drafts& drafts) {
  if (options.settled) return;
  for (auto& draft : drafts) service::complete_draft(draft, env.db(), names, here);
  for (auto& draft : drafts) {
    if (can_ask(env) && !env.options().assume_yes) {
      confirm_draft(env, draft, here, names);
    } else {
      accept_draft(env, draft, names, {options.guess, options.record.create});
    }
  }
  options.settled = drafts;
}

/// Whether what was written down would be lost with the command.
enum class Keep : std::uint8_t { always, interrupted };

/// Settles and stores. Where that fails or is declined, the visits are kept as a note (as it was
/// written, where it was), and its place told.
void settle_and_store(LogOptions& options,
                      Env& env,
                      const service::Standpoint& here,
                      const service::BookNames& names,
                      Drafts drafts,
                      Keep keep,
                      const std::string& note = "") {
  try {
    settle(options, env, here, names, drafts);
    store_visits(env, *options.settled, here, options.record.allow_twins);
    if (keep == Keep::always) drop_draft(env);
  } catch (const Error& error) {
    if (env.world().outcome.state == store::Outcome::State::stored) throw;
    if (keep != Keep::always && error.kind() != ErrorKind::interrupted) throw;
    const auto kept = keep_draft(env, note.empty() ? note_of(drafts) : note);
    throw Error(error.kind(), std::string(error.what()) + (kept.empty() ? "" : "\n") + kept);
  }
}

Drafts read_note(const std::string& note,
                 const service::Standpoint& here,
                 const service::BookNames& names) {
  Drafts drafts;
  for (const auto& block : service::read_blocks(note)) {
    auto draft = service::read_block(block, service::day_outlook(here), names);
    // Several visits of a day, or of a trip, name it once.
    for (const auto* field : {"on", "delegation", "county"}) {
      if (drafts.empty() || draft.find(field) != nullptr) continue;
      const std::string before(drafts.back().text(field));
      if (!before.empty()) draft.put(field, before, service::Grade::inferred);
    }
    drafts.push_back(std::move(draft));
  }
  return drafts;
}

void run_note(LogOptions& options, Env& env, const std::string& note) {
  const auto here = standpoint_of(env);
  const auto names = service::book_names(env.db());
  auto drafts = options.settled ? *options.settled : read_note(note, here, names);
  if (drafts.empty())
    throw Error(ErrorKind::declined, say("nothing was written: the text is empty"));
  settle_and_store(options, env, here, names, std::move(drafts), Keep::always, note);
}

std::string template_note(Env& env, const service::Standpoint& here) {
  TalkDraft draft;
  if (here.trip) service::complete_draft(draft, env.db(), service::book_names(env.db()), here);
  return "# " +
         say("A block for each firm, between lines of ---. Empty lines and lines after # are "
             "left out.") +
         "\n# " +
         say("A line without a label is read as loose words: yesterday, firm, chairman, intent, "
             "next step ...") +
         "\n" + service::write_block(draft, true) + "---\n";
}

void run_editor(LogOptions& options, Env& env) {
  const auto here = standpoint_of(env);
  const auto before = options.resume ? kept_draft(env) : template_note(env, here);
  env.book().end_reading();
  const auto note = options.settled ? before : edit_text(env, before);
  if (note == before && !options.resume && !options.settled) {
    throw Error(ErrorKind::declined, say("nothing was written: the text was not changed"));
  }
  run_note(options, env, note);
}

void run_questions(LogOptions& options, Env& env) {
  const auto here = standpoint_of(env);
  const auto names = service::book_names(env.db());
  auto drafts = options.resume ? read_note(kept_draft(env), here, names) : Drafts();
  if (drafts.empty()) drafts.emplace_back();
  if (!options.settled) {
    try {
      if (!options.resume) ask_for_visit(env, drafts.front(), here, names);
    } catch (const Error& error) {
      const auto kept = keep_draft(env, note_of(drafts));
      throw Error(error.kind(), std::string(error.what()) + (kept.empty() ? "" : "\n") + kept);
    }
  }
  settle_and_store(options, env, here, names, std::move(drafts), Keep::always);
}

TalkDraft read_words(const LogOptions& options,
                     const service::Standpoint& here,
                     const service::BookNames& names) {
  const auto& words = options.words;
  const auto outlook = service::day_outlook(here);
  if (!is_plain(options, here.today)) return service::read_talk(words, outlook, names);
  TalkDraft draft;
  if (!words.empty()) service::put_said(draft, "counterparts", words.front(), outlook, names);
  if (words.size() > 1) draft.put("summary", words[1]);
  return draft;
}

void run_words(LogOptions& options, Env& env) {
  const auto here = standpoint_of(env);
  const auto names = service::book_names(env.db());
  auto draft = read_words(options, here, names);
  put_options(options, here, names, draft);
  settle_and_store(options, env, here, names, {std::move(draft)}, Keep::interrupted);
}

bool was_given_text(Env& env) { return !env.world().in_is_terminal && env.input().size() > 0; }

std::string text_given(Env& env) {
  const auto& input = env.input();
  std::string bytes(static_cast<std::size_t>(input.size()), '\0');
  bytes.resize(input.read(0, bytes.data(), bytes.size()));
  if (const auto bad = text::first_bad_byte(bytes)) {
    throw Error(ErrorKind::refused, say("the note is no text in UTF-8: byte {} is none", *bad + 1));
  }
  return bytes;
}

void run_log(LogOptions& options, Env& env) {
  const bool says_nothing =
      options.words.empty() && inputs_of(Kind::negotiation, options.record).empty();
  if (options.edit) return run_editor(options, env);
  const bool asks = says_nothing && can_ask(env) && !env.options().assume_yes;
  if (options.resume || asks) return run_questions(options, env);
  if (says_nothing && was_given_text(env)) return run_note(options, env, text_given(env));
  const bool is_typed = options.contacts.empty() && !options.guess;
  if (is_typed && is_plain(options, env.today())) return run_plain(options, env);
  run_words(options, env);
}

}  // namespace

RunCommand add_log(CommandLine& line, Env& env, const Command&) {
  auto options = std::make_shared<LogOptions>();
  line.add_arguments("WORDS",
                     options->words,
                     say("COMPANY TEXT; or loose words in any order: the day, firm, persons, "
                         "project, outcome, who promised what, the next step; none: it asks"));
  add_field_options(line, Kind::negotiation, options->record);
  line.add_texts("--contact",
                 options->contacts,
                 say("a person of the firm: name|post|phone|wechat|email|note"))
      .personal = true;
  line.add_switch("--guess", options->guess, say("take the best reading without asking"));
  line.add_switch("-e,--edit", options->edit, say("write the visits in the editor, a block each"));
  line.add_switch("--resume", options->resume, say("go on with the draft that was kept"));
  line.add_switch(
      "--allow-twins", options->record.allow_twins, say("add it though one like it is there"));
  add_record_output_options(line, env);
  return [options, &env] { run_log(*options, env); };
}

}  // namespace leadbook::cli
