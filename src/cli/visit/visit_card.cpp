#include "cli/visit/visit_card.hpp"

#include <algorithm>
#include <cmath>

#include "cli/daily/talk.hpp"
#include "cli/frame/output.hpp"
#include "leadbook/domain/list_text.hpp"
#include "leadbook/service/prose/note.hpp"
#include "leadbook/store/record/names.hpp"
#include "leadbook/text/quoted_list.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::cli {
namespace {

using service::DraftName;
using service::Grade;
using service::TalkDraft;

std::string dot() { return " · "; }

/// " [new, 87 % like 华凯集团]"; "" for a name of the book.
std::string newness(const DraftName& name) {
  if (name.id != 0) return "";
  if (!name.near) return " " + say("[new]");
  const auto percent = static_cast<int>(std::lround(name.near->likeness * 100));
  return " " + say("[new; {}% like {}]", percent, name.near->name);
}

std::string named(Kind kind, const DraftName& name) {
  return (name.id == 0 ? "" : reference_text({kind, name.id}) + " ") + name.name;
}

std::vector<std::string> firm_values(const service::LookedUp& looked) {
  std::vector<std::string> values;
  for (const auto& firm : looked.firms) {
    auto value = named(Kind::company, firm);
    if (firm.id == 0) value += dot() + std::string(name_of(company_kind(firm.name)));
    if (!firm.beside.empty()) value += dot() + firm.beside;
    values.push_back(value + newness(firm));
  }
  return values;
}

std::string project_value(const service::LookedUp& looked) {
  auto value = named(Kind::project, *looked.project);
  if (looked.round) value += dot() + say("round {}", *looked.round);
  return value + newness(*looked.project);
}

std::string day_value(const std::string& text) {
  const auto day = parse_iso_day(text);
  return day ? dated(Date::of(*day)) : text;
}

std::vector<std::string> promise_values(std::string_view text) {
  std::vector<std::string> values;
  for (const auto& promise : read_list_text(text)) {
    const auto owner = promise.size() > 1 ? promise[1] : std::string();
    const auto due = promise.size() > 2 ? day_value(promise[2]) : std::string();
    auto value = owner;
    if (!due.empty()) value += (value.empty() ? "" : dot()) + due;
    values.push_back(value + (value.empty() ? "" : dot()) + promise.front());
  }
  return values;
}

std::vector<std::string> list_values(std::string_view text) {
  std::vector<std::string> values;
  for (const auto& item : read_list_text(text)) {
    std::string value;
    for (const auto& part : item) {
      if (!part.empty()) value += (value.empty() ? "" : dot()) + part;
    }
    values.push_back(value);
  }
  return values;
}

template <class E>
std::string word_value(const std::string& text) {
  const auto value = parse_word<E>(text, "");
  return value ? std::string(name_of(*value)) : text;
}

std::string mark_of(Grade grade) {
  if (grade == Grade::guessed) return " " + say("[guessed]");
  return grade == Grade::inferred ? " " + say("[filled in]") : "";
}

class CardMaker {
 public:
  CardMaker(Env& env, const TalkDraft& draft, const service::BookNames& names)
      : env_(env), draft_(draft), looked_(service::look_up(draft, env.db(), names)) {}

  CardLine line(const std::string& field) {
    const auto* known = draft_.find(field);
    return {field, service::label_of(field), values(field, known->text), mark_of(known->grade)};
  }

 private:
  std::vector<std::string> values(const std::string& field, const std::string& text) {
    if (field == "counterparts") return firm_values(looked_);
    if (field == "project") return {project_value(looked_)};
    if (field == "promises") return promise_values(text);
    if (field == "participants" || field == "contact") return list_values(text);
    if (field == "on" || field == "next_due") return {day_value(text)};
    if (field == "outcome") return {word_value<Outcome>(text)};
    if (field == "mode") return {word_value<NegotiationMode>(text)};
    if (field == "purpose") return {word_value<Purpose>(text)};
    if (field == "delegation") return {trip_value(text)};
    return {text};
  }

  std::string trip_value(const std::string& text) {
    const auto reference = parse_reference(text);
    return reference ? text + " " + store::name_of(env_.db(), *reference) : text;
  }

  Env& env_;
  const TalkDraft& draft_;
  service::LookedUp looked_;
};

}  // namespace

std::vector<CardLine> card_lines(Env& env,
                                 const TalkDraft& draft,
                                 const service::BookNames& names) {
  CardMaker maker(env, draft, names);
  std::vector<CardLine> lines;
  for (const auto& field : service::told_fields()) {
    if (draft.find(field) != nullptr) lines.push_back(maker.line(field));
  }
  return lines;
}

void show_card(Env& env,
               const TalkDraft& draft,
               const service::BookNames& names,
               const std::string& title) {
  const auto lines = card_lines(env, draft, names);
  std::size_t label_width = 0;
  for (const auto& line : lines) {
    label_width = std::max(label_width, text::display_width(line.label));
  }
  constexpr std::size_t number_width = 4;
  constexpr std::size_t narrowest = 20;
  const auto screen = screen_width(env.world());
  const auto indent = number_width + label_width + 2;
  const auto room = std::max(narrowest, (screen == 0 ? 80 : screen) - std::min(indent, screen));
  env.tell(title);
  for (std::size_t at = 0; at < lines.size(); ++at) {
    auto left = text::pad(std::to_string(at + 1), number_width - 1, text::Align::right) + " " +
                text::pad(lines[at].label, label_width) + "  ";
    for (const auto& value : lines[at].values) {
      const bool is_first = &value == &lines[at].values.front();
      for (const auto& piece :
           text::wrap(text::visible(value) + (is_first ? lines[at].mark : ""), room)) {
        env.tell(left + piece);
        left = std::string(indent, ' ');
      }
    }
  }
  for (const auto& question : open_questions(draft)) env.tell("  ? " + question);
}

std::vector<std::string> open_questions(const TalkDraft& draft) {
  std::vector<std::string> questions;
  for (const auto& open : draft.open) {
    const auto label = service::label_of(open.field);
    if (open.words.empty() && open.field == "county") {
      questions.push_back(say("{}: a new project has one; say which", label));
    } else if (open.words.empty()) {
      questions.push_back(
          open.choices.empty()
              ? say("{}: not said; this is only likely", label)
              : say("{}: not said; it may be any of {}", label, text::quoted_list(open.choices)));
    } else if (open.choices.empty()) {
      questions.push_back(
          say("'{}' fits nothing known; it is taken for: {}", text::visible(open.words), label));
    } else if (open.is_near) {
      questions.push_back(say("'{}' is taken for {}, which is only like it",
                              text::visible(open.words),
                              open.choices.front()));
    } else {
      questions.push_back(
          say("'{}' may be any of {}", text::visible(open.words), text::quoted_list(open.choices)));
    }
  }
  return questions;
}

}  // namespace leadbook::cli
