#include "cli/visit/questions.hpp"

#include <algorithm>
#include <cmath>
#include <functional>

#include "cli/ask/line_reader.hpp"
#include "cli/visit/visit_card.hpp"
#include "leadbook/domain/error.hpp"
#include "leadbook/domain/list_text.hpp"
#include "leadbook/service/prose/note.hpp"
#include "leadbook/store/record/names.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::cli {
namespace {

using service::TalkDraft;

struct Question {
  const char* field;
  const char* text;  // to be translated
};

constexpr Question asked_in_order[] = {
    {"counterparts", N_("Whom did you meet? (firm, and who spoke for it)")},
    {"project", N_("About which project?")},
    {"county", N_("Which county's is it?")},
    {"on", N_("When?")},
    {"place", N_("Where?")},
    {"mode", N_("How? (onsite, online, reception)")},
    {"participants", N_("Who of ours was there?")},
    {"summary", N_("What was said?")},
    {"outcome", N_("What came of it? (exchange, consensus, intent, signed, broken off)")},
    {"promises", N_("Who promised what, by when? (as: Jianhua by Friday sends the contract)")},
    {"next_step", N_("What comes next?")},
    {"next_due", N_("By when?")},
};

template <class E>
std::vector<std::string> word_names() {
  std::vector<std::string> names;
  for (const auto& word : words<E>()) names.emplace_back(choose(word.english, word.chinese));
  return names;
}

class Interview {
 public:
  Interview(Env& env,
            TalkDraft& draft,
            const service::Standpoint& here,
            const service::BookNames& names)
      : env_(env), draft_(draft), here_(here), names_(names), reader_(env.world()) {}

  void run() {
    env_.tell(
        say("A visit, question by question: Enter takes what is offered, '<' goes back, '-' "
            "is none, Ctrl-C keeps a draft."));
    std::size_t at = 0;
    while (at < std::size(asked_in_order)) {
      const auto& question = asked_in_order[at];
      if (is_needless(question)) {
        ++at;
        continue;
      }
      const auto answer = ask(question);
      if (answer == "<") {
        at = before(at);
      } else if (take(question, answer)) {
        ++at;
      }
    }
  }

 private:
  /// A day for no step is not asked for, nor the county of a project of the book.
  bool is_needless(const Question& question) {
    const std::string_view field = question.field;
    if (field == "county") {
      return draft_.find("county") == nullptr && !offered("county").empty();
    }
    return field == "next_due" && draft_.find("next_step") == nullptr;
  }

  std::size_t before(std::size_t at) {
    do {
      if (at == 0) return 0;
      --at;
    } while (is_needless(asked_in_order[at]));
    return at;
  }

  /// What the question would be answered with by Enter.
  std::string offered(const std::string& field) {
    auto completed = draft_;
    service::complete_draft(completed, env_.db(), names_, here_);
    if (completed.find(field) == nullptr) return "";
    for (const auto& line : card_lines(env_, completed, names_)) {
      if (line.field != field) continue;
      std::string shown;
      for (const auto& value : line.values) shown += (shown.empty() ? "" : "; ") + value;
      return shown;
    }
    return "";
  }

  std::string ask(const Question& question) {
    const auto offer = offered(question.field);
    const auto prompt =
        std::string(translate(question.text)) + (offer.empty() ? "" : " [" + offer + "]") + " > ";
    env_.book().end_reading();
    const auto answer = reader_.read(text::visible(prompt), [&](const std::string& begun) {
      return completions(question.field, begun);
    });
    if (!answer) throw Error(ErrorKind::interrupted, say("stopped; nothing was written"));
    return *answer;
  }

  std::vector<std::string> completions(std::string_view field, const std::string& begun) {
    std::vector<std::string> all;
    if (field == "outcome") all = word_names<Outcome>();
    if (field == "mode") all = word_names<NegotiationMode>();
    std::erase_if(all, [&](const auto& name) {
      return text::fold(name).find(text::fold(begun)) == std::string::npos;
    });
    if (field == "counterparts" || field == "project") {
      const auto kind = field == "project" ? Kind::project : Kind::company;
      for (const auto& hit : names_.holding(kind, begun)) all.push_back(hit.name);
    }
    return all;
  }

  /// Whether the question is answered.
  bool take(const Question& question, const std::string& answer) {
    const std::string field = question.field;
    if (answer.empty()) {
      const bool must = field == "counterparts" && draft_.find(field) == nullptr;
      if (must) env_.tell(say("Say at least whom it was with."));
      return !must;
    }
    if (answer == "-") {
      draft_.put(field, "");
      return true;
    }
    if (field == "counterparts") return take_firms(answer);
    if (field == "project") return take_project(answer);
    service::put_said(draft_, field, answer, service::day_outlook(here_), names_);
    return is_understood(field);
  }

  /// Days and words of a list are held against what they may be while they are asked for.
  bool is_understood(const std::string& field) {
    const std::string text(draft_.text(field));
    std::string problem;
    const auto outlook = service::day_outlook(here_);
    if (field == "on" || field == "next_due") {
      if (const auto day = parse_date(text, outlook); !day) problem = day.problem().message;
    }
    if (field == "mode") {
      if (const auto word = parse_word<NegotiationMode>(text, N_("way of meeting")); !word)
        problem = word.problem().message;
    }
    if (field == "outcome") {
      if (const auto word = parse_word<Outcome>(text, N_("outcome")); !word)
        problem = word.problem().message;
    }
    if (problem.empty()) return true;
    draft_.put(field, "");
    env_.tell(problem);
    return false;
  }

  bool take_firms(const std::string& answer) {
    service::put_said(draft_, "counterparts", answer, service::day_outlook(here_), names_);
    auto items = read_list_text(draft_.text("counterparts"));
    for (auto& item : items) {
      if (!names_.whole(Kind::company, item.front()).empty()) continue;
      const auto chosen = ask_which(Kind::company, item.front());
      if (!chosen) return false;
      item.front() = *chosen;
    }
    draft_.put("counterparts", write_list_text(items));
    return true;
  }

  bool take_project(const std::string& answer) {
    service::put_said(draft_, "project", answer, service::day_outlook(here_), names_);
    const std::string title(draft_.text("project"));
    if (!names_.whole(Kind::project, title).empty()) return true;
    const auto chosen = ask_which(Kind::project, title);
    if (chosen) draft_.put("project", *chosen);
    return chosen.has_value();
  }

  /// Which name is meant by one the book does not have; Enter makes it new, '<' asks again.
  std::optional<std::string> ask_which(Kind kind, const std::string& name) {
    auto near = names_.holding(kind, name);
    if (near.empty()) near = names_.like(kind, name);
    for (std::size_t at = 0; at < near.size(); ++at) {
      const auto percent = static_cast<int>(std::lround(near[at].likeness * 100));
      env_.tell("  " + std::to_string(at + 1) + " " + reference_text({kind, near[at].id}) + " " +
                near[at].name + (percent == 100 ? "" : "  " + std::to_string(percent) + "%"));
    }
    const auto what = kind == Kind::company ? std::string(name_of(company_kind(name)))
                                            : std::string(name_of(kind));
    env_.book().end_reading();
    const auto prompt = near.empty()
                            ? say("'{}' is new: {}? (Enter: yes, '<': ask again)", name, what)
                            : say("Which is it? (a number; Enter: '{}' is new, {})", name, what);
    const auto answer = reader_.read(text::visible(prompt) + " > ");
    if (!answer) throw Error(ErrorKind::interrupted, say("stopped; nothing was written"));
    if (*answer == "<") return {};
    if (answer->empty()) return name;
    for (std::size_t at = 0; at < near.size(); ++at) {
      if (*answer == std::to_string(at + 1)) return near[at].name;
    }
    const auto folded = text::fold(*answer);
    if (folded == "y" || folded == "是") return name;
    return {};
  }

  Env& env_;
  TalkDraft& draft_;
  const service::Standpoint& here_;
  const service::BookNames& names_;
  LineReader reader_;
};

}  // namespace

void ask_for_visit(Env& env,
                   TalkDraft& draft,
                   const service::Standpoint& here,
                   const service::BookNames& names) {
  Interview(env, draft, here, names).run();
}

}  // namespace leadbook::cli
