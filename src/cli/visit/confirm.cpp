#include "cli/visit/confirm.hpp"

#include "cli/ask/line_reader.hpp"
#include "cli/frame/question.hpp"
#include "cli/record/options.hpp"
#include "cli/trip/current_trip.hpp"
#include "cli/visit/visit_card.hpp"
#include "leadbook/domain/error.hpp"
#include "leadbook/domain/record/kind_facts.hpp"
#include "leadbook/service/prose/note.hpp"
#include "leadbook/service/records/book_change.hpp"
#include "leadbook/text/quoted_list.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::cli {
namespace {

using service::Grade;
using service::TalkDraft;

bool is_yes(const std::string& folded) {
  for (const auto* yes : {"y", "yes", "是", "好", "对", "确认", "ok"}) {
    if (folded == yes) return true;
  }
  return false;
}

bool is_no(const std::string& folded) {
  for (const auto* no : {"n", "no", "否", "不", "q"}) {
    if (folded == no) return true;
  }
  return false;
}

/// What was filled in is filled in anew once something it follows from is said otherwise.
void forget_filled_in(TalkDraft& draft) {
  std::erase_if(draft.fields, [](const auto& field) { return field.grade == Grade::inferred; });
  std::vector<std::string> unsaid;
  for (const auto& open : draft.open) {
    if (open.words.empty()) unsaid.push_back(open.field);
  }
  for (const auto& field : unsaid) draft.put(field, "");
}

class Confirmation {
 public:
  Confirmation(Env& env,
               TalkDraft& draft,
               const service::Standpoint& here,
               const service::BookNames& names)
      : env_(env), draft_(draft), here_(here), names_(names), reader_(env.world()) {}

  void run() {
    for (;;) {
      service::complete_draft(draft_, env_.db(), names_, here_);
      show_card(env_, draft_, names_, say("The visit, as it would be stored:"));
      if (answered()) return;
    }
  }

 private:
  /// Whether it was confirmed.
  bool answered() {
    const auto answer =
        ask(say("Store it? (y, a line's number to edit, n; or what else there is to say)") + " ");
    if (!answer || is_no(text::fold(*answer))) {
      throw Error(ErrorKind::declined, say("nothing was written"));
    }
    if (answer->empty()) return false;
    if (is_yes(text::fold(*answer))) return is_ready();
    if (answer->find_first_not_of("0123456789") == std::string::npos) {
      edit_line(*answer);
    } else {
      add_words(*answer);
    }
    return false;
  }

  std::optional<std::string> ask(const std::string& prompt) {
    env_.book().end_reading();
    return reader_.read(prompt);
  }

  bool is_ready() {
    for (const auto& open : draft_.open) {
      if (open.field == "county") return false;  // the card asks for it
    }
    if (draft_.find("counterparts") != nullptr || draft_.find("summary") != nullptr) return true;
    env_.tell(say("Say at least whom it was with, or what was said."));
    return false;
  }

  void edit_line(const std::string& number) {
    const auto lines = card_lines(env_, draft_, names_);
    const auto at = number.size() > 3 ? 0 : static_cast<std::size_t>(std::stoi(number));
    if (at == 0 || at > lines.size()) {
      env_.tell(say("There is no line {}.", number));
      return;
    }
    const auto& line = lines[at - 1];
    const std::string before(draft_.text(line.field));
    const auto text = ask(say("{} [{}], '-' for none: ", line.label, before));
    if (!text || text->empty()) return;
    if (line.field != "project") forget_filled_in(draft_);
    const auto said = *text == "-" ? std::string() : *text;
    service::put_said(draft_, line.field, said, service::day_outlook(here_), names_);
  }

  void add_words(const std::string& words) {
    const auto said = service::read_block({words}, service::day_outlook(here_), names_);
    if (said.find("counterparts") != nullptr || said.find("on") != nullptr) {
      forget_filled_in(draft_);
    }
    for (const auto& field : said.fields) draft_.put(field.field, field.text, field.grade);
    draft_.open.insert(draft_.open.end(), said.open.begin(), said.open.end());
  }

  Env& env_;
  TalkDraft& draft_;
  const service::Standpoint& here_;
  const service::BookNames& names_;
  LineReader reader_;
};

/// The sentence that ends a command with what is open.
std::string refusal(const std::vector<std::string>& questions, const std::string& advice) {
  std::string text = say("this is not certain enough to be stored unseen:");
  for (const auto& question : questions) text += "\n  " + question;
  return text + "\n" + advice;
}

std::vector<std::string> what_is_new(const service::LookedUp& looked) {
  std::vector<std::string> names;
  for (const auto& firm : looked.firms) {
    if (firm.id == 0) names.push_back(firm.name);
  }
  if (looked.project && looked.project->id == 0) names.push_back(looked.project->name);
  return names;
}

void tell_stored(Env& env, const service::StoredVisit& stored) {
  for (const auto& record : stored.made) {
    env.tell(say("Added {}.", describe_record(env, record)));
  }
  for (const auto& record : stored.talk.made) {
    env.tell(say("Added {}.", describe_record(env, record)));
  }
  env.tell_notes(stored.talk.notes);
  for (const auto& oddity : stored.talk.oddities) env.tell_notes({oddity.message});
}

}  // namespace

service::Standpoint standpoint_of(Env& env) {
  return {env.today(), current_trip(env), env.settings().value("county")};
}

void confirm_draft(Env& env,
                   TalkDraft& draft,
                   const service::Standpoint& here,
                   const service::BookNames& names) {
  Confirmation(env, draft, here, names).run();
}

void accept_draft(Env& env,
                  const TalkDraft& draft,
                  const service::BookNames& names,
                  const StoreRules& rules) {
  show_card(env, draft, names, say("The visit, as it was understood:"));
  if (rules.guess) return;
  const auto added = what_is_new(service::look_up(draft, env.db(), names));
  if (!added.empty() && !rules.create) {
    throw Error(ErrorKind::not_found,
                say("not in the book yet: {}; --create adds what is new, --guess takes the best "
                    "reading",
                    text::quoted_list(added)));
  }
  const auto questions = open_questions(draft);
  if (questions.empty()) return;
  bool fits_nothing = false;
  for (const auto& open : draft.open) fits_nothing |= !open.words.empty() && !open.is_near;
  throw Error(fits_nothing ? ErrorKind::not_found : ErrorKind::declined,
              refusal(questions, say("say it otherwise, or --guess takes the best reading")));
}

void store_visits(Env& env,
                  const std::vector<TalkDraft>& drafts,
                  const service::Standpoint& here,
                  bool allow_twins) {
  service::BookChange change(env.db_to_write(false), env.origin());
  std::vector<service::StoredVisit> all;
  auto names = service::book_names(change.db());
  for (const auto& draft : drafts) {
    auto stored =
        service::store_visit(change, env.resolver(), draft, names, env.today(), allow_twins);
    if (stored.refused) throw_problems(*stored.refused);
    ask_about_days(env, change.db(), stored.talk);
    // What this visit made is found by the next.
    if (!stored.made.empty() || !stored.talk.made.empty()) names = service::book_names(change.db());
    all.push_back(std::move(stored));
  }
  change.commit();
  for (const auto& stored : all) {
    tell_stored(env, stored);
    const auto record = reference_of(stored.talk.record);
    tell_written(env, say("Added {}.", describe_record(env, record)), record);
  }
  if (here.trip) tell_trip(env, *here.trip);
}

}  // namespace leadbook::cli
