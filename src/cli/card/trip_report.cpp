// trip: the report that is handed in after a trip, from what was logged on it.
#include <map>
#include <set>

#include "cli/card/parts.hpp"
#include "cli/frame/commands.hpp"
#include "leadbook/domain/error.hpp"
#include "leadbook/domain/record/fields/delegation.hpp"
#include "leadbook/domain/record/fields/negotiation.hpp"
#include "leadbook/present/document.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::cli {
namespace {

using present::Document;

/// What a trip led to.
struct Trip {
  Delegation delegation;
  std::vector<Negotiation> talks;
  std::vector<Signing> papers;  // of the projects that were talked about, signed on its days
};

Trip read_trip(CardSource& source, Id<Delegation> id) {
  Trip trip;
  trip.delegation = store::find(source.db, id).value();
  const Reference record{Kind::delegation, id.number};
  trip.talks = dependents(source, record, &Negotiation::on);
  const auto& starts = trip.delegation.starts;
  const auto back = return_day(trip.delegation);
  if (starts && back) {
    trip.papers = select_named<Signing>(
        source,
        "card_trip_papers",
        {{"trip", id.number}, {"first", format_day(starts->first)}, {"last", format_day(*back)}});
  }
  return trip;
}

/// "Leader: Zhang Hongyi, Head of Tiefeng District"; nothing for nothing.
void add_fact(Document& report, const std::string& label, const std::string& text) {
  if (!text.empty()) report.add_paragraph(say("{}: {}", label, text));
}

std::string comma_joined(const std::vector<std::string>& texts) {
  return join_texts(texts, choose(", ", "、"));
}

/// "Zhang Hongyi (Tiefeng District, Head)".
std::string person_text(const Person& person) {
  const auto post = comma_joined({person.organisation, person.post});
  return post.empty() ? person.name : say("{} ({})", person.name, post);
}

std::string when_text(const Delegation& trip) {
  auto text = trip_text(trip);
  if (const auto days = days_away(trip)) {
    const auto count = say_count("{} day", "{} days", *days);
    text = text.empty() ? count : say("{}, {} in all", text, count);
  }
  return text;
}

void tell_trip(Document& report, CardSource& source, const Delegation& trip) {
  report.add_heading(say("The trip"));
  add_fact(report, say("When"), when_text(trip));
  add_fact(report, heading(&Delegation::county), named(source, trip.county));
  add_fact(report, heading(&Delegation::leader), person_text({trip.leader, trip.leader_post, ""}));
  std::vector<std::string> members;
  for (const auto& person : trip.members) members.push_back(person_text(person));
  add_fact(report, heading(&Delegation::members), comma_joined(members));
  std::vector<std::string> stops;
  for (const auto& stop : trip.stops) {
    stops.push_back(stop.on ? say("{} ({})", stop.place, format_date(*stop.on)) : stop.place);
  }
  add_fact(report, heading(&Delegation::stops), comma_joined(stops));
  add_fact(report, heading(&Delegation::purpose), trip.purpose);
}

std::string firms_text(CardSource& source, const Negotiation& talk) {
  std::vector<std::string> firms;
  for (const auto& met : talk.counterparts) {
    const auto& name = source.names({Kind::company, met.company.number});
    firms.push_back(met.representative.empty() ? name : say("{} ({})", name, met.representative));
  }
  return comma_joined(firms);
}

/// "send the contract (Jianhua District, by 2020-05-29, kept 2020-05-20)".
std::string promise_text(const Commitment& promise) {
  std::vector<std::string> about;
  if (!promise.owner.empty()) about.push_back(promise.owner);
  if (promise.due) about.push_back(say("by {}", format_date(*promise.due)));
  if (promise.kept) about.push_back(say("kept {}", format_date(*promise.kept)));
  return about.empty() ? promise.text
                       : say("{} ({})", promise.text, join_texts(about, choose(", ", "，")));
}

std::string next_line(const Negotiation& talk) {
  if (talk.next_step.empty()) return "";
  return talk.next_due ? say("{} ({})", talk.next_step, say("by {}", format_date(*talk.next_due)))
                       : talk.next_step;
}

void tell_talks(Document& report, CardSource& source, const Trip& trip) {
  report.add_heading(say("Talks"));
  std::set<std::int64_t> met;
  for (const auto& talk : trip.talks) {
    report.add_item(join_texts({firms_text(source, talk),
                                day_text(talk.on),
                                talk.place,
                                word_text(talk.mode),
                                word_text(talk.outcome)},
                               choose(", ", "，")));
    for (const auto& with : talk.counterparts) met.insert(with.company.number);
    if (talk.project) {
      add_fact(report,
               heading(&Negotiation::project),
               source.names({Kind::project, talk.project.number}));
    }
    add_fact(report, heading(&Negotiation::subject), talk.subject);
    add_fact(report, heading(&Negotiation::summary), talk.summary);
    std::vector<std::string> promises;
    for (const auto& promise : talk.promises) promises.push_back(promise_text(promise));
    add_fact(report, heading(&Negotiation::promises), join_texts(promises, choose("; ", "；")));
    add_fact(report, heading(&Negotiation::next_step), next_line(talk));
  }
  std::vector<std::string> visits;
  for (const auto& visit : trip.delegation.visits) {
    if (met.contains(visit.company.number)) continue;
    const auto& name = source.names({Kind::company, visit.company.number});
    visits.push_back(visit.topic.empty() ? name : say("{} ({})", name, visit.topic));
  }
  add_fact(report, say("Visited as well"), comma_joined(visits));
}

/// The amounts of papers that count, each currency by itself; nothing where none is known.
std::string sum_text(const CardSource& source, const std::vector<Signing>& papers) {
  std::map<Currency, Money> sums;
  for (const auto& paper : papers) {
    if (paper.kind != SigningKind::contract || !paper.amount) continue;
    const auto& money = paper.amount->money;
    auto& sum = sums.try_emplace(money.currency, Money{0, money.currency}).first->second;
    sum = value_or_throw(add(sum, money), ErrorKind::failed);
  }
  std::vector<std::string> texts;
  texts.reserve(sums.size());
  for (const auto& [currency, sum] : sums) texts.push_back(format_money(sum, source.unit));
  return texts.empty() ? "" : say("contracts of {}", join_texts(texts, " + "));
}

/// "1 firm met in 2 talks; outcomes: 1 intent, 1 consensus".
void tell_results(Document& report, CardSource& source, const Trip& trip) {
  report.add_heading(say("Results"));
  std::set<std::int64_t> firms;
  std::map<Outcome, std::int64_t> outcomes;
  for (const auto& talk : trip.talks) {
    for (const auto& met : talk.counterparts) firms.insert(met.company.number);
    if (talk.outcome) ++outcomes[*talk.outcome];
  }
  report.add_paragraph(
      say("{} held with {}.",
          say_count("{} talk", "{} talks", static_cast<std::int64_t>(trip.talks.size())),
          say_count("{} firm", "{} firms", static_cast<std::int64_t>(firms.size()))));
  std::vector<std::string> counts;
  counts.reserve(outcomes.size());
  for (const auto& [outcome, count] : outcomes) {
    counts.push_back(say("{} {}", name_of(outcome), count));
  }
  add_fact(report, heading(&Negotiation::outcome), comma_joined(counts));
  if (trip.papers.empty()) return;
  const auto count = static_cast<std::int64_t>(trip.papers.size());
  const auto signed_text = say_count("{} signing", "{} signings", count);
  add_fact(report, say("Signed"), comma_joined({signed_text, sum_text(source, trip.papers)}));
  for (const auto& paper : trip.papers) {
    report.add_item(join_texts({day_text(paper.on),
                                std::string(name_of(paper.kind)),
                                source.names({Kind::project, paper.project.number}),
                                amount_text(source, paper.amount, paper.on)},
                               choose(", ", "，")));
  }
}

void tell_open(Document& report, CardSource& source, const Trip& trip) {
  Document open;
  for (const auto& talk : trip.talks) {
    for (const auto& promise : talk.promises) {
      if (!promise.kept) open.add_item(promise_text(promise));
    }
    if (const auto next = next_line(talk); !next.empty()) {
      open.add_item(say("{}: {}", firms_text(source, talk), next));
    }
  }
  if (open.blocks.empty()) return;
  report.add_heading(say("What comes next"));
  for (auto& block : open.blocks) report.blocks.push_back(std::move(block));
}

Document report_of(CardSource& source, const Trip& trip) {
  Document report{trip.delegation.title, {}};
  tell_trip(report, source, trip.delegation);
  if (!trip.talks.empty() || !trip.delegation.visits.empty()) {
    tell_talks(report, source, trip);
    tell_results(report, source, trip);
    tell_open(report, source, trip);
  }
  if (!trip.delegation.report.empty()) {
    report.add_heading(heading(&Delegation::report));
    report.add_paragraph(trip.delegation.report);
  }
  return report;
}

void run_trip(const std::string& reference, Env& env) {
  auto& db = env.db();
  const Id<Delegation> id{env.resolver().resolve(Kind::delegation, reference)};
  env.tell_notes(env.resolver().take_notes());
  const auto style = style_of(env);
  CardSource source{db, env.today(), env.settings().print_unit()};
  const auto report = report_of(source, read_trip(source, id));
  env.book().end_reading();
  if (text::fold(env.output().file).ends_with(".docx") && !prints_data(env)) {
    return write_named_file(
        env, env.output().file, [&](std::ostream& out) { present::render_docx(out, report); });
  }
  write_output(env, [&](std::ostream& out) { present::render(out, report, style); });
}

}  // namespace

RunCommand add_trip(CommandLine& line, Env& env, const Command& command) {
  auto reference = std::make_shared<std::string>();
  line.add_argument("REF", *reference, say("the delegation: its reference or a part of its name"));
  add_as_of_option(line, env);
  add_form_options(line, env, say("text, csv, tsv, json, jsonl or md"));
  return [reference, &env, &command] {
    require_argument(*reference, "REF", command);
    run_trip(*reference, env);
  };
}

}  // namespace leadbook::cli
