#include "cli/card/parts.hpp"
#include "leadbook/domain/record/fields/delegation.hpp"
#include "leadbook/domain/record/fields/negotiation.hpp"
#include "leadbook/domain/record/fields/signing.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::cli {
namespace {

constexpr std::int64_t most_rows = 5;

/// The records a statement names for a county, at most one more than are shown.
template <class R>
std::vector<R> newest(CardSource& source, std::string_view statement, const County& county) {
  return select_named<R>(
      source, statement, {{"county", county.id.number}, {"most", most_rows + 1}});
}

/// Keeps the rows that are shown and says how to see them all.
present::Table shorten(present::Table table, const char* noun, const County& county) {
  constexpr auto most = static_cast<std::size_t>(most_rows);
  if (table.rows.size() <= most) return table;
  table.rows.resize(most);
  drop_empty_columns(table);
  table.notes.push_back(
      say("All of them: leadbook {} list --county {}",
          noun,
          county.code.empty() ? reference_text({Kind::county, county.id.number}) : county.code));
  return table;
}

Facts stage_facts(CardSource& source, const County& county) {
  Facts facts;
  std::vector<std::int64_t> counts(words<Stage>().size());
  const auto sql = store::statement("card_county_stages");
  source.db.each(sql, {{"county", county.id.number}}, [&](store::Row& row) {
    const auto stage = parse_word<Stage>(row.text("stage"), "stage");
    if (stage) counts[static_cast<std::size_t>(*stage)] = row.integer("projects");
  });
  for (const auto& word : words<Stage>()) {
    const auto count = counts[static_cast<std::size_t>(word.value)];
    if (count == 0) continue;
    facts.emplace_back(std::string(name_of(word.value)),
                       say_count("{} project", "{} projects", count));
  }
  return facts;
}

std::string counterpart_names(CardSource& source, const Negotiation& talk) {
  std::vector<std::string> names;
  for (const auto& counterpart : talk.counterparts) {
    names.push_back(source.names({Kind::company, counterpart.company.number}));
  }
  return join_texts(names, "; ");
}

present::Table talk_table(CardSource& source, const County& county) {
  const std::vector<present::Field<Negotiation>> fields = {
      {say("ID"), "id", {}, [](const Negotiation& talk) { return talk.id; }},
      {heading(&Negotiation::on), "on", {}, [](const Negotiation& talk) { return talk.on; }},
      {heading(&Negotiation::counterparts),
       "counterparts",
       {},
       [&source](const Negotiation& talk) { return counterpart_names(source, talk); }},
      {heading(&Negotiation::project),
       "project",
       {},
       [&source](const Negotiation& talk) {
         return talk.project ? source.names({Kind::project, talk.project.number}) : talk.subject;
       }},
      {heading(&Negotiation::outcome),
       "outcome",
       {},
       [](const Negotiation& talk) { return talk.outcome; }},
  };
  return shorten(
      make_little_table(fields, newest<Negotiation>(source, "card_county_negotiations", county)),
      "negotiation",
      county);
}

present::Table signing_table(CardSource& source, const County& county) {
  const std::vector<present::Field<Signing>> fields = {
      {say("ID"), "id", {}, [](const Signing& signing) { return signing.id; }},
      {heading(&Signing::on), "on", {}, [](const Signing& signing) { return signing.on; }},
      {heading(&Signing::kind), "kind", {}, [](const Signing& signing) { return signing.kind; }},
      {heading(&Signing::project),
       "project",
       {},
       [&source](const Signing& signing) {
         return source.names({Kind::project, signing.project.number});
       }},
      {heading(&Signing::amount),
       "amount",
       text::Align::right,
       [](const Signing& signing) { return signing.amount; }},
  };
  return shorten(make_little_table(fields, newest<Signing>(source, "card_county_signings", county)),
                 "signing",
                 county);
}

present::Table trip_table(CardSource& source, const County& county) {
  const std::vector<present::Field<Delegation>> fields = {
      {say("ID"), "id", {}, [](const Delegation& trip) { return trip.id; }},
      {heading(&Delegation::starts),
       "starts",
       {},
       [](const Delegation& trip) { return trip.starts; }},
      {heading(&Delegation::title), "title", {}, [](const Delegation& trip) { return trip.title; }},
      {heading(&Delegation::leader),
       "leader",
       {},
       [](const Delegation& trip) { return trip.leader; }},
      {heading(&Delegation::status),
       "status",
       {},
       [](const Delegation& trip) { return trip.status; }},
  };
  return shorten(
      make_little_table(fields, newest<Delegation>(source, "card_county_delegations", county)),
      "delegation",
      county);
}

Facts zone_facts(CardSource& source, const County& county) {
  Facts facts;
  std::vector<Reference> zones;
  const auto sql = store::statement("card_county_zones");
  source.db.each(sql, {{"county", county.id.number}}, [&](store::Row& row) {
    zones.push_back({Kind::county, row.integer("id")});
  });
  source.names.expect(zones);
  for (const auto& zone : zones) facts.emplace_back(reference_text(zone), source.names(zone));
  return facts;
}

}  // namespace

Sections sections_of(CardSource& source, const County& county) {
  const Reference card{Kind::county, county.id.number};
  const auto tasks = select_named<Task>(
      source, "card_county_tasks", {{"county", county.id.number}, {"most", most_rows}});
  return {
      {"", facts_of(source, county, {}), {}},
      {say("Projects by stage"), stage_facts(source, county), {}},
      {say("Newest talks"), {}, talk_table(source, county)},
      {say("Newest signings"), {}, signing_table(source, county)},
      {say("Newest delegations"), {}, trip_table(source, county)},
      {say("Open tasks"), task_facts(source, tasks, card), {}},
      {say("Zones and parks"), zone_facts(source, county), {}},
  };
}

}  // namespace leadbook::cli
