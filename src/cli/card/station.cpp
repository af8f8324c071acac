// The card of a station: who heads it, the trips and talks it had and the leads it brought.
#include "cli/card/parts.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::cli {
namespace {

Facts trip_facts(CardSource& source, const Reference& card) {
  Facts facts;
  const store::Selection told(Kind::delegation, {"title", "starts", "ends"});
  for (const auto& trip : dependents(source, card, &Delegation::starts, told)) {
    facts.emplace_back(trip_text(trip), named(source, trip.id));
  }
  return facts;
}

Facts lead_facts(CardSource& source, const Reference& card) {
  Facts facts;
  const store::Selection told(Kind::project, {"title", "county", "lead_on"});
  for (const auto& project : dependents(source, card, &Project::lead_on, told)) {
    facts.emplace_back(reference_text({Kind::project, project.id.number}),
                       on_one_line({project.title, named(source, project.county)}));
  }
  return facts;
}

}  // namespace

Sections sections_of(CardSource& source, const Station& station) {
  const Reference card{Kind::station, station.id.number};
  return {
      {"", facts_of(source, station, {"title"}), {}},
      {say("Trips"), trip_facts(source, card), {}},
      {say("Talks"), talk_facts(source, dependents(source, card, &Negotiation::on), card), {}},
      {say("Leads"), lead_facts(source, card), {}},
  };
}

}  // namespace leadbook::cli
