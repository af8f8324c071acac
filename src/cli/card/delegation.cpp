#include "leadbook/domain/record/fields/delegation.hpp"

#include "cli/card/parts.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::cli {
namespace {

std::optional<Day> report_due(CardSource& source, const Delegation& trip) {
  const auto back = return_day(trip);
  if (!back || trip.status == DelegationStatus::planned) return {};
  const auto& book = source.book();
  return *back + std::chrono::days(report_days(book ? *book : Book()));
}

/// "filed 2020-06-03, due 2020-05-24"; nothing where no report can be expected yet.
std::string report_text(CardSource& source, const Delegation& trip) {
  const auto due = report_due(source, trip);
  if (!trip.report_filed) {
    return due ? say("not filed; due {}", due_text(Date::of(*due), source.today)) : std::string();
  }
  const auto filed = format_date(*trip.report_filed);
  if (!due || trip.report_filed->last <= *due) return say("filed {}", filed);
  return say_count("filed {1}, {0} day late",
                   "filed {1}, {0} days late",
                   (trip.report_filed->last - *due).count(),
                   filed);
}

Facts facts_of_trip(CardSource& source, const Delegation& trip) {
  Facts facts = {
      {heading(&Delegation::leader), on_one_line({trip.leader, trip.leader_post})},
      {say("Days away"), days_away(trip)},
      {say("Trip report"), report_text(source, trip)},
  };
  auto others = facts_of(
      source,
      trip,
      {"title", "leader", "leader_post", "members", "days", "stops", "visits", "report_filed"});
  facts.insert(facts.end(), others.begin(), others.end());
  return facts;
}

Facts stop_facts(const Delegation& trip) {
  Facts facts;
  for (const auto& stop : trip.stops) {
    const auto text = on_one_line({day_text(stop.on), stop.note});
    facts.emplace_back(stop.place, text.empty() ? "—" : text);
  }
  return facts;
}

Facts visit_facts(CardSource& source, const Delegation& trip) {
  Facts facts;
  for (const auto& visit : trip.visits) {
    const Reference company{Kind::company, visit.company.number};
    facts.emplace_back(reference_text(company), on_lines({source.names(company), visit.topic}));
  }
  return facts;
}

}  // namespace

Sections sections_of(CardSource& source, const Delegation& trip) {
  const Reference card{Kind::delegation, trip.id.number};
  return {
      {"", facts_of_trip(source, trip), {}},
      {heading(&Delegation::members), people_facts(trip.members), {}},
      {heading(&Delegation::stops), stop_facts(trip), {}},
      {heading(&Delegation::visits), visit_facts(source, trip), {}},
      {say("Talks"), talk_facts(source, dependents(source, card, &Negotiation::on), card), {}},
  };
}

}  // namespace leadbook::cli
