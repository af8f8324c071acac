// Trips, talks and intents, and where the leads and the signed projects come from.
#include <algorithm>

#include "leadbook/text/translate.hpp"
#include "service/bulletin/numbers.hpp"
#include "service/bulletin/sections.hpp"
#include "service/totals/facts.hpp"

namespace leadbook::service {
namespace {

using ByCounty = std::map<std::int64_t, std::int64_t>;

/// "铁锋区6次、龙江县3次、……，其余n个县区为0": the counties that have any, the greatest first.
/// `forms` says one county with its number.
std::string county_list(Making& making,
                        const std::string& id,
                        const ByCounty& numbers,
                        const std::function<std::string(std::int64_t)>& say_number) {
  auto& reading = making.reading;
  std::vector<std::pair<std::int64_t, Id<County>>> found;
  for (const auto& [county, number] : numbers) {
    if (number != 0) found.push_back({number, {county}});
  }
  std::stable_sort(found.begin(), found.end(), [](const auto& left, const auto& right) {
    return left.first > right.first;
  });
  // Those with the same number are told together: "龙沙区、建华区各1次".
  std::vector<std::string> told;
  for (std::size_t at = 0; at < found.size();) {
    const auto number = found[at].first;
    std::vector<std::string> names;
    for (; at < found.size() && found[at].first == number; ++at) {
      const auto county = found[at].second;
      names.push_back(making.tell.name(reading.county_name(county)));
      making.tell.count(id + "." + reference_text({Kind::county, county.number}), number);
    }
    told.push_back(names.size() == 1 ? say("{0} {1}", names.front(), say_number(number))
                                     : say("{0} {1} each", listed(names), say_number(number)));
  }
  return listed(told);
}

std::vector<std::string> counties_without(Making& making, const ByCounty& numbers) {
  std::vector<std::string> names;
  for (const auto& county : making.reading.counties()) {
    const auto found = numbers.find(county.county.number);
    if (found != numbers.end() && found->second != 0) continue;
    names.push_back(making.tell.name(making.reading.county_name(county.county)));
  }
  return names;
}

ByCounty numbers_of(Making& making, const SpanFigures& span, Measure measure) {
  ByCounty numbers;
  for (const auto& row : span.totals().rows) {
    const auto& county = row.keys.front().record;
    if (county) numbers[county->number] = span.of(measure, {county->number}).number;
  }
  if (making.reading.query().county) {
    const auto own = making.reading.query().county.number;
    std::erase_if(numbers, [&](const auto& one) { return one.first != own; });
  }
  return numbers;
}

/// "龙江县（带队领导，5月8日至9日，3家）".
std::string trip_words(Making& making, const Delegation& trip) {
  auto& reading = making.reading;
  auto& tell = making.tell;
  const auto id = reference_text({Kind::delegation, trip.id.number});
  const auto who = tell.name(trip.county ? reading.county_name(trip.county) : trip.title);
  std::vector<std::string> about;
  if (!trip.leader.empty()) about.push_back(tell.name(trip.leader));
  const auto back = return_day(trip);
  if (trip.starts) {
    about.push_back(tell.name(trip.starts->is_day() && back && trip.ends
                                  ? span_words(trip.starts->first, *back, reading.year())
                                  : date_words(*trip.starts, reading.year())));
  }
  if (trip.days && (!trip.starts || !trip.starts->is_day())) {
    about.push_back(say("{} days", tell.days("days." + id, *trip.days)));
  }
  const auto firms = static_cast<std::int64_t>(trip.visits.size());
  if (firms > 0) {
    tell.count("visits." + id, firms, {{Kind::delegation, trip.id.number}});
    about.push_back(say_count("{} firm", "{} firms", firms));
  }
  return about.empty() ? who : say("{0} ({1})", who, clauses(about));
}

/// Projects that came to an intent within the period and stand there at its end, by county.
ByCounty intents(Making& making, std::vector<Reference>& projects) {
  ByCounty numbers;
  WantedFacts wanted;
  wanted.spells = true;
  const auto query = making.reading.totals_query(making.reading.period);
  each_project(making.reading.db(), wanted, [&](ProjectFacts& facts) {
    if (!making.reading.tells_of(facts.project.county)) return;
    const auto stays = stays_by(facts.spells, query.period.last, query.today);
    if (stays.empty()) return;
    const auto& last = stays.back();
    if (last.stage != Stage::intent || !last.since || !query.counts(*last.since)) return;
    ++numbers[facts.project.county.number];
    projects.push_back({Kind::project, facts.project.id.number});
  });
  return numbers;
}

struct Group {
  std::string name;
  std::int64_t count = 0;
  std::int64_t minor = 0;
  std::vector<Reference> records;
};

/// The groups of one dimension, the greatest first; what is unknown comes last under "".
std::vector<Group> groups_of(Making& making, Dimension by, Measure measure, const Period& period) {
  auto query = making.reading.totals_query(period);
  query.by = {by, Dimension::county};
  query.measures = {measure, Measure::contract_amount};
  query.with_records = true;
  std::map<std::string, Group> found;
  for (const auto& row : totals(making.reading.db(), query).rows) {
    const auto& county = row.keys.back().record;
    if (!making.reading.is_of_city() &&
        (!county || county->number != making.reading.query().county.number)) {
      continue;
    }
    auto name = row.keys.front().text;
    if (by == Dimension::origin && !name.empty()) {
      name = std::string(name_of(*parse_word<Origin>(name, "")));
    } else if (by == Dimension::size && !name.empty()) {
      name = std::string(name_of(*parse_word<SizeBand>(name, "")));
    }
    auto& group = found.try_emplace(name, Group{name, 0, 0, {}}).first->second;
    group.count += row.values.front().number;
    group.minor += row.values.back().number;
    for (const auto& record : row.values.front().records) group.records.push_back(record);
  }
  std::vector<Group> groups;
  for (auto& [name, group] : found) {
    if (group.count != 0) groups.push_back(std::move(group));
  }
  std::stable_sort(groups.begin(), groups.end(), [](const Group& left, const Group& right) {
    if (left.name.empty() != right.name.empty()) return right.name.empty();
    if (left.minor != right.minor) return left.minor > right.minor;
    return left.count > right.count;
  });
  return groups;
}

bool says_anything(const std::vector<Group>& groups) {
  return !groups.empty() && !groups.front().name.empty();
}

std::string source_sentence(Making& making) {
  auto groups =
      groups_of(making, Dimension::source, Measure::effective_leads, making.reading.period);
  if (!says_anything(groups)) return "";
  std::stable_sort(groups.begin(), groups.end(), [](const Group& left, const Group& right) {
    if (left.name.empty() != right.name.empty()) return right.name.empty();
    return left.count > right.count;
  });
  const auto all = making.indicator(Measure::effective_leads).period.value.value_or(0);
  const auto total = making.tell.count("effective_leads.period", all);
  std::vector<std::string> told;
  for (const auto& group : groups) {
    making.tell.count("effective_leads.period.source." + group.name, group.count, group.records);
    const auto number = say_count("{} lead", "{} leads", group.count);
    told.push_back(group.name.empty()
                       ? say("origin not stated: {}", number)
                       : say("{0} {1}", making.tell.name(std::string(group.name)), number));
  }
  return say("Of {0} effective leads: {1}.", total, listed(told));
}

/// "按产业链：装备制造3个、4.1亿元，占30.0%、41.2%；……".
std::string structure_sentence(Making& making, Dimension by, const std::string& lead) {
  constexpr std::size_t most = 5;
  const auto groups = groups_of(making, by, Measure::signed_, making.reading.ytd->period());
  if (!says_anything(groups)) return "";
  const auto all = making.indicator(Measure::signed_).ytd.value.value_or(0);
  const auto sum = making.indicator(Measure::contract_amount).ytd.value.value_or(0);
  std::vector<std::string> told;
  for (const auto& group : groups) {
    if (told.size() == most) break;
    const auto id = std::string(identifier(by)) + "." + group.name;
    const auto name =
        group.name.empty() ? say("not stated") : making.tell.name(std::string(group.name));
    const auto count = making.tell.count("signed.ytd." + id, group.count, group.records);
    const auto share = share_of(group.count, all);
    const auto money_share = share_of(group.minor, sum);
    if (!share) continue;
    told.push_back(group.minor != 0 && money_share
                       ? say("{0} {1} ({2}), {3} ({4})",
                             name,
                             count,
                             making.tell.percent("share_of_count." + id, *share),
                             making.tell.money("contract_amount.ytd." + id, group.minor),
                             making.tell.percent("share_of_amount." + id, *money_share))
                       : say("{0} {1} ({2})",
                             name,
                             count,
                             making.tell.percent("share_of_count." + id, *share)));
  }
  return say("{0}: {1}.", lead, parts_joined(told));
}

}  // namespace

void tell_trips(Making& making) {
  auto& reading = making.reading;
  BulletinSection section;
  section.key = "trips";
  section.heading = say("Trips");
  const auto& value = reading.value(*reading.now, Measure::delegations);
  if (value.records.empty()) return;
  // Each of a few trips is told, of many how many each county made.
  constexpr std::size_t few = 16;
  std::vector<std::string> told;
  if (value.records.size() > few && reading.is_of_city()) {
    told.push_back(
        county_list(making,
                    "delegations.period",
                    numbers_of(making, *reading.now, Measure::delegations),
                    [](std::int64_t number) { return say_count("{} trip", "{} trips", number); }));
  } else {
    for (const auto& trip : records_behind<Delegation>(reading.db(), value.records)) {
      told.push_back(trip_words(making, trip));
    }
  }
  std::vector<std::string> text = {say("{}.", parts_joined(told))};
  if (reading.is_of_city()) {
    const auto without =
        counties_without(making, numbers_of(making, *reading.now, Measure::delegations));
    if (!without.empty()) {
      text.push_back(say(
          "No trip by {1} counties: {0}.",
          listed(without),
          making.tell.count("counties_without_trip", static_cast<std::int64_t>(without.size()))));
    }
  }
  making.tell.end_paragraph(section.paragraphs, sentences(text));
  add_section(making.bulletin, std::move(section));
}

void tell_talks(Making& making) {
  auto& reading = making.reading;
  BulletinSection section;
  section.key = "talks";
  section.heading = say("Talks and intents");
  std::vector<std::string> told;
  const auto talks = numbers_of(making, *reading.now, Measure::negotiations);
  if (reading.is_of_city()) {
    const auto list = county_list(making, "negotiations.period", talks, [](std::int64_t number) {
      return say_count("{} meeting", "{} meetings", number);
    });
    const auto without = counties_without(making, talks);
    if (!without.empty()) making.tell.count("negotiations.period.others", 0);
    if (!list.empty()) {
      told.push_back(without.empty()
                         ? say("Talks in falling order: {}.", list)
                         : say("Talks in falling order: {}; none in the other counties.", list));
    }
  } else if (const auto number = making.indicator(Measure::negotiations).period.value.value_or(0);
             number > 0) {
    making.tell.count("negotiations.period", number);
    told.push_back(say_count("{} talk was held.", "{} talks were held.", number));
  }
  std::vector<Reference> projects;
  const auto reached = intents(making, projects);
  if (!projects.empty()) {
    const auto total =
        making.tell.count("intents.period", static_cast<std::int64_t>(projects.size()), projects);
    const auto list = reading.is_of_city()
                          ? county_list(making,
                                        "intents.period",
                                        reached,
                                        [](std::int64_t number) {
                                          return say_count("{} intent", "{} intents", number);
                                        })
                          : project_list(making, "intents.period", projects, 5);
    told.push_back(say("Intents reached: {0} ({1}).", total, list));
  }
  making.tell.end_paragraph(section.paragraphs, sentences(told));
  add_section(making.bulletin, std::move(section));
}

void tell_structure(Making& making) {
  BulletinSection section;
  section.key = "structure";
  section.heading = say("Origin and structure");
  making.tell.end_paragraph(section.paragraphs, source_sentence(making));
  constexpr std::int64_t enough = 3;
  if (making.indicator(Measure::signed_).ytd.value.value_or(0) >= enough) {
    const auto add = [&](Dimension by, const std::string& lead) {
      making.tell.end_paragraph(section.paragraphs, structure_sentence(making, by, lead));
    };
    add(Dimension::chain, say("Signed this year by chain"));
    add(Dimension::origin, say("By origin of capital"));
    add(Dimension::size, say("By planned investment"));
    add(Dimension::flag, say("By kind of investor"));
  }
  add_section(making.bulletin, std::move(section));
}

}  // namespace leadbook::service
