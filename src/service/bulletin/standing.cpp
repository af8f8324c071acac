// How counties stand: ranking, lights, what falls short, what comes next.
#include <algorithm>

#include "leadbook/service/due/due.hpp"
#include "leadbook/text/translate.hpp"
#include "service/bulletin/numbers.hpp"
#include "service/bulletin/sections.hpp"

namespace leadbook::service {
namespace {

/// The measure counties are ranked by: the contract amount, or signings where none states one.
Measure ranked_measure(const Making& making) {
  return making.reading.ytd->of(Measure::contract_amount, Id<County>()).number > 0
             ? Measure::contract_amount
             : Measure::signed_;
}

Ranking rank_year(Making& making, Measure measure) {
  auto& reading = making.reading;
  RankQuery query;
  query.totals = reading.totals_query(reading.ytd->period());
  query.measure = measure;
  const auto before = reading.period.first - std::chrono::days(1);
  const auto first = reading.ytd->period().first;
  // Before the first month of a year nobody had a place in it.
  query.before = before < first ? period_before(reading.ytd->period()) : period_of(first, before);
  return rank_counties(reading.db(), query);
}

bool has_earlier_places(const Making& making) {
  return making.reading.period.first > making.reading.ytd->period().first;
}

/// How a county moved; "" where it had nothing before, so no place that tells anything.
std::string movement(Making& making, const RankedCounty& row, const std::string& id) {
  if (!has_earlier_places(making) || !row.place || !row.previous_place ||
      row.previous.value_or(0) <= 0) {
    return say("not ranked before");
  }
  const auto by = *row.previous_place - *row.place;
  if (by == 0) return say("unchanged");
  const auto text = making.tell.printed(id, FactUnit::place, by, std::to_string(by < 0 ? -by : by));
  return by > 0 ? say("up {}", text) : say("down {}", text);
}

std::string value_text(Making& making, Measure measure, const std::string& id, std::int64_t value) {
  if (unit_of(measure) == MeasureUnit::money) return making.tell.money(id, value);
  making.tell.count(id, value);
  return say_count("{} project", "{} projects", value);
}

std::string county_id(Id<County> county) { return reference_text({Kind::county, county.number}); }

/// "龙江县4.12亿元、……；其余n个县区均为0：……".
std::string falling_order(Making& making, Measure measure, const Ranking& ranking) {
  std::vector<std::string> told;
  std::vector<std::string> none;
  const auto id = std::string(identifier(measure)) + ".ytd.";
  for (const auto& row : ranking.rows) {
    const auto name = making.tell.name(making.reading.county_name(row.county));
    if (row.ranked.value_or(0) == 0) {
      none.push_back(name);
      continue;
    }
    told.push_back(
        say("{0} {1}", name, value_text(making, measure, id + county_id(row.county), *row.ranked)));
  }
  if (told.empty()) return "";
  auto text = say("{0} this year in falling order: {1}", name_of(measure), listed(told));
  if (none.empty()) return say("{}.", text);
  making.tell.count(id + "others", 0);
  constexpr std::size_t most = 6;
  if (none.size() <= most) return say("{0}; none in {1}.", text, listed(none));
  return say("{0}; none in the other {1}.",
             text,
             making.tell.count(id + "none", static_cast<std::int64_t>(none.size())));
}

std::string first_places(Making& making, const Ranking& ranking) {
  std::vector<std::string> first;
  for (const auto& row : ranking.rows) {
    if (row.place == 1 && row.ranked.value_or(0) > 0) {
      first.push_back(making.tell.name(making.reading.county_name(row.county)));
    }
  }
  if (first.empty()) return "";
  if (first.size() == 1) return say("{} ranks first.", first.front());
  return say("{} are joint first.", listed(first));
}

std::string own_place(Making& making, Measure measure, const Ranking& ranking) {
  for (const auto& row : ranking.rows) {
    if (row.county != making.reading.query().county || !row.place) continue;
    const auto place = making.tell.place(std::string(identifier(measure)) + ".place", *row.place);
    const auto of = making.tell.count("counties", static_cast<std::int64_t>(ranking.rows.size()));
    return say("By {0} this year the county has place {1} of {2} ({3}).",
               name_of(measure),
               place,
               of,
               movement(making, row, "movement"));
  }
  return "";
}

/// The red and the black list of a quarter, with the rule they follow.
std::string red_and_black(Making& making, Measure measure) {
  constexpr std::int64_t listed_each = 3;
  std::vector<RankedValue> completions;
  std::vector<Id<County>> counties;
  for (const auto& county : making.reading.counties()) {
    const auto* target = making.target(measure, county.county);
    counties.push_back(county.county);
    completions.push_back(target == nullptr ? RankedValue() : target->completion);
  }
  if (std::none_of(completions.begin(), completions.end(), [](const auto& one) {
        return one.has_value();
      })) {
    return "";
  }
  ListRule rule;
  rule.top = listed_each;
  rule.bottom = listed_each;
  const auto red = red_rows(completions, rule);
  const auto black = black_rows(completions, rule);
  std::vector<std::string> reds;
  std::vector<std::string> blacks;
  for (std::size_t row = 0; row < counties.size(); ++row) {
    const auto* target = making.target(measure, counties[row]);
    const auto name = [&] { return making.tell.name(making.reading.county_name(counties[row])); };
    if (red[row]) reds.push_back(name());
    if (!red[row] && black[row] && target != nullptr && target->pace.value_or(0) < 0) {
      blacks.push_back(name());
    }
  }
  const auto number = making.tell.count("lists.each", listed_each);
  return say(
      "Red list ({0} best by completion of {1}): {2}. Black list ({0} last that are behind "
      "schedule): {3}.",
      number,
      name_of(measure),
      reds.empty() ? say("vacant") : listed(reds),
      blacks.empty() ? say("vacant") : listed(blacks));
}

struct Lights {
  std::vector<BoardEntry> red, yellow;
  std::vector<std::int64_t> green;
};

Lights lights_at(Making& making, Day day) {
  BoardQuery query;
  query.county = making.reading.query().county;
  query.today = making.reading.query().today;
  query.at = day;
  Lights lights;
  for (auto& entry : board(making.reading.db(), query).entries) {
    if (entry.standing.light == Light::red)
      lights.red.push_back(std::move(entry));
    else if (entry.standing.light == Light::yellow)
      lights.yellow.push_back(std::move(entry));
    else if (entry.standing.light == Light::green)
      lights.green.push_back(entry.project.id.number);
  }
  return lights;
}

bool holds(const std::vector<BoardEntry>& entries, Id<Project> project) {
  return std::any_of(entries.begin(), entries.end(), [&](const BoardEntry& entry) {
    return entry.project.id == project;
  });
}

std::vector<Reference> references_of(const std::vector<BoardEntry>& entries) {
  std::vector<Reference> found;
  for (const auto& entry : entries) found.push_back({Kind::project, entry.project.id.number});
  return found;
}

std::string obstacles_sentence(Making& making, const Lights& lights) {
  std::map<std::string, std::vector<Reference>> by_force;
  std::size_t all = 0;
  for (const auto* entries : {&lights.red, &lights.yellow}) {
    for (const auto& entry : *entries) {
      for (const auto& task : entry.obstacles) {
        auto team = !entry.project.task_force.empty() ? entry.project.task_force
                    : task.area                       ? std::string(name_of(*task.area))
                                                      : say("no team");
        by_force[team].push_back({Kind::task, task.id.number});
        ++all;
      }
    }
  }
  if (all == 0) return "";
  std::vector<std::string> told;
  for (const auto& [team, tasks] : by_force) {
    const auto number = static_cast<std::int64_t>(tasks.size());
    making.tell.count("obstacles." + team, number, tasks);
    told.push_back(say("{0} {1}",
                       making.tell.name(std::string(team)),
                       say_count("{} obstacle", "{} obstacles", number)));
  }
  return say("Open obstacles of these: {0} ({1}).",
             making.tell.count("obstacles", static_cast<std::int64_t>(all)),
             listed(told));
}

std::string below_pace(Making& making, Measure measure) {
  std::vector<std::pair<std::int64_t, Id<County>>> behind;
  for (const auto& county : making.reading.counties()) {
    const auto* target = making.target(measure, county.county);
    if (target != nullptr && target->pace.value_or(0) < 0) {
      behind.push_back({*target->pace, county.county});
    }
  }
  if (behind.empty()) return "";
  std::sort(behind.begin(), behind.end());
  std::vector<std::string> told;
  for (const auto& [pace, county] : behind) {
    told.push_back(say("{0} (-{1} points)",
                       making.tell.name(making.reading.county_name(county)),
                       making.tell.points("pace." + county_id(county), pace)));
  }
  return say("By {0}, {1} counties are behind schedule: {2}.",
             name_of(measure),
             making.tell.count("counties_behind", static_cast<std::int64_t>(behind.size())),
             listed(told));
}

std::string without_signing(Making& making) {
  std::vector<std::string> names;
  for (const auto& county : making.reading.counties()) {
    if (making.reading.ytd->of(Measure::signed_, county.county).number == 0) {
      names.push_back(making.tell.name(making.reading.county_name(county.county)));
    }
  }
  if (names.empty()) return "";
  return say("{0} counties have signed nothing this year: {1}.",
             making.tell.count("counties_without_signing", static_cast<std::int64_t>(names.size())),
             listed(names));
}

std::vector<DueItem> due_until(Making& making, Day until) {
  DueQuery query;
  query.today = making.reading.period.last;
  query.until = until;
  query.county = making.reading.query().county;
  return find_due(making.reading.db(), query);
}

bool is_task(const DueItem& item) {
  return item.thing == DueThing::task || item.thing == DueThing::directive;
}

std::string overdue_tasks(Making& making, const std::vector<DueItem>& due) {
  std::vector<Reference> late;
  const DueItem* worst = nullptr;
  for (const auto& item : due) {
    if (!is_task(item) || item.days_late <= 0) continue;
    late.push_back(item.record);
    if (worst == nullptr || item.days_late > worst->days_late) worst = &item;
  }
  if (worst == nullptr) return "";
  const auto number =
      making.tell.count("tasks.overdue", static_cast<std::int64_t>(late.size()), late);
  const auto days = making.tell.days("tasks.overdue.days", worst->days_late);
  return worst->owner.empty() ? say("Overdue tasks: {0}, the longest by {1} days.", number, days)
                              : say("Overdue tasks: {0}, the longest by {1} days ({2}).",
                                    number,
                                    days,
                                    making.tell.name(worst->owner));
}

std::string overdue_reports(Making& making, const std::vector<DueItem>& due) {
  std::vector<Reference> late;
  for (const auto& item : due) {
    if (item.thing == DueThing::trip_report && item.days_late > 0) late.push_back(item.record);
  }
  if (late.empty()) return "";
  return say("Trip reports overdue: {}.",
             making.tell.count("reports.overdue", static_cast<std::int64_t>(late.size()), late));
}

std::vector<Delegation> planned_trips(Making& making, const Period& next) {
  std::vector<Delegation> found;
  store::each_record<Delegation>(making.reading.db(), [&](Delegation& trip) {
    if (trip.status != DelegationStatus::planned || !trip.starts) return;
    if (!next.contains(*trip.starts) || !making.reading.tells_of(trip.county)) return;
    found.push_back(trip);
  });
  return found;
}

}  // namespace

void tell_ranking(Making& making) {
  auto& reading = making.reading;
  const auto measure = ranked_measure(making);
  if (reading.ytd->totals().sum.empty() || reading.ytd->of(measure, Id<County>()).number <= 0 ||
      reading.counties().size() < 2) {
    return;
  }
  BulletinSection section;
  section.key = "ranking";
  section.heading = reading.is_of_city() ? say("Ranking of counties") : say("Place");
  const auto ranking = rank_year(making, measure);
  if (!reading.is_of_city()) {
    making.tell.end_paragraph(section.paragraphs, own_place(making, measure, ranking));
  } else {
    making.tell.end_paragraph(
        section.paragraphs,
        sentences({falling_order(making, measure, ranking), first_places(making, ranking)}));
    if (reading.query().kind == BulletinKind::quarterly || reading.is_whole_year()) {
      making.tell.end_paragraph(section.paragraphs,
                                red_and_black(making, Measure::contract_amount));
    }
  }
  add_section(making.bulletin, std::move(section));
}

void tell_lights(Making& making) {
  const auto now = lights_at(making, making.reading.period.last);
  if (now.red.empty() && now.yellow.empty()) return;
  BulletinSection section;
  section.key = "lights";
  section.heading = say("Lights and obstacles");
  const auto before = lights_at(making, making.reading.period.first - std::chrono::days(1));
  std::vector<Reference> fresh;
  for (const auto& entry : now.red) {
    if (!holds(before.red, entry.project.id))
      fresh.push_back({Kind::project, entry.project.id.number});
  }
  std::vector<Reference> healed;
  for (const auto number : now.green) {
    if (holds(before.red, {number}) || holds(before.yellow, {number})) {
      healed.push_back({Kind::project, number});
    }
  }
  auto& tell = making.tell;
  const auto red =
      tell.count("lights.red", static_cast<std::int64_t>(now.red.size()), references_of(now.red));
  const auto yellow = tell.count(
      "lights.yellow", static_cast<std::int64_t>(now.yellow.size()), references_of(now.yellow));
  const auto green = tell.count("lights.healed", static_cast<std::int64_t>(healed.size()), healed);
  std::vector<std::string> text;
  if (fresh.empty()) {
    text.push_back(say("{0} red, {1} yellow, {2} back to green.", red, yellow, green));
  } else {
    const auto new_red =
        tell.count("lights.new_red", static_cast<std::int64_t>(fresh.size()), fresh);
    text.push_back(say("{0} red ({3} new: {4}), {1} yellow, {2} back to green.",
                       red,
                       yellow,
                       green,
                       new_red,
                       project_list(making, "lights.new_red", fresh, 5)));
  }
  text.push_back(obstacles_sentence(making, now));
  tell.end_paragraph(section.paragraphs, sentences(text));
  add_section(making.bulletin, std::move(section));
}

void tell_problems(Making& making) {
  BulletinSection section;
  section.key = "problems";
  section.heading = say("What falls short");
  const auto add = [&](std::string text) {
    making.tell.end_paragraph(section.paragraphs, std::move(text));
  };
  const auto& reading = making.reading;
  if (reading.is_of_city() && reading.query().kind != BulletinKind::weekly &&
      reading.ytd->of(Measure::signed_, Id<County>()).number > 0) {
    add(below_pace(making, Measure::contract_amount));
    add(without_signing(making));
  }
  const auto due = due_until(making, reading.period.last);
  add(overdue_tasks(making, due));
  add(overdue_reports(making, due));
  add_section(making.bulletin, std::move(section));
}

void tell_next(Making& making) {
  auto& reading = making.reading;
  const auto first = reading.period.last + std::chrono::days(1);
  // What is left of the span, or else the next one.
  const auto last = reading.period.last < reading.whole.last
                        ? reading.whole.last
                        : span_holding(span_of(reading.query().kind), first).last;
  const auto next = period_of(first, last);
  BulletinSection section;
  section.key = "next";
  section.heading = say("What comes next");
  const auto trips = planned_trips(making, next);
  std::vector<Reference> travelling;
  for (const auto& trip : trips) travelling.push_back({Kind::delegation, trip.id.number});
  std::vector<Reference> starts;
  std::vector<Reference> finishes;
  std::vector<Reference> tasks;
  std::vector<Reference> promises;
  for (const auto& item : due_until(making, last)) {
    if (item.on < first) continue;
    if (item.thing == DueThing::start) starts.push_back(item.record);
    if (item.thing == DueThing::completion || item.thing == DueThing::production)
      finishes.push_back(item.record);
    if (is_task(item)) tasks.push_back(item.record);
    if (item.thing == DueThing::promise || item.thing == DueThing::next_step)
      promises.push_back(item.record);
  }
  auto& tell = making.tell;
  std::vector<std::string> told;
  const auto add =
      [&](const std::string& id, const std::vector<Reference>& records, const auto& words) {
        if (records.empty()) return;
        const auto number = static_cast<std::int64_t>(records.size());
        tell.count(id, number, records);
        told.push_back(words(number));
      };
  add("next.trips", travelling, [](std::int64_t number) {
    return say_count("{} trip planned", "{} trips planned", number);
  });
  add("next.starts", starts, [](std::int64_t number) {
    return say_count("{} project due to start", "{} projects due to start", number);
  });
  add("next.finishes", finishes, [](std::int64_t number) {
    return say_count("{} project due to be completed or in production",
                     "{} projects due to be completed or in production",
                     number);
  });
  add("next.tasks", tasks, [](std::int64_t number) {
    return say_count("{} task due", "{} tasks due", number);
  });
  add("next.promises", promises, [](std::int64_t number) {
    return say_count("{} promise or next step due", "{} promises and next steps due", number);
  });
  if (!told.empty()) {
    auto text =
        say("{0}: {1}.", tell.name(span_words(first, last, reading.year())), parts_joined(told));
    if (!starts.empty()) {
      text =
          sentences({text, say("To start: {}.", project_list(making, "next.starts", starts, 5))});
    }
    tell.end_paragraph(section.paragraphs, std::move(text));
  }
  add_section(making.bulletin, std::move(section));
}

void attach_counties(Making& making) {
  auto& reading = making.reading;
  if (!reading.is_of_city() || reading.counties().empty()) return;
  const auto has_any = [&](Id<County> county) {
    const auto& measures = bulletin_measures();
    return std::any_of(measures.begin(), measures.end(), [&](Measure one) {
      const auto& value = reading.ytd->of(one, county);
      return value.number != 0 || value.counted != 0;
    });
  };
  if (std::none_of(reading.counties().begin(), reading.counties().end(), [&](const auto& one) {
        return has_any(one.county);
      })) {
    making.tell.end_paragraph(
        making.bulletin.notes,
        say("The book holds nothing of single counties this year, so they are not ranked."));
    return;
  }
  const auto measure = ranked_measure(making);
  const auto ranking = rank_year(making, measure);
  const bool has_places = std::any_of(ranking.rows.begin(),
                                      ranking.rows.end(),
                                      [](const auto& row) { return row.ranked.value_or(0) > 0; });
  const bool has_targets =
      std::any_of(making.targets.begin(), making.targets.end(), [&](const auto& one) {
        return one.indicator == measure && one.county && one.wanted;
      });
  const bool compares = reading.ytd_last_year->has_records();
  const bool has_ytd = !reading.begins_year();
  auto& tell = making.tell;
  BulletinTable table;
  table.key = "counties";
  table.title = say("Counties, {0} (amounts in {1})", reading.period_words(), money_unit());
  const auto column = [&](const std::string& heading, const std::string& key, bool bar = false) {
    table.columns.push_back({heading, key, true, bar});
  };
  if (has_places) column(say("Rank"), "place");
  table.columns.push_back({say("County"), "county", false, false});
  column(say("Trips"), "delegations.period");
  column(say("Talks"), "negotiations.period");
  column(say("Leads"), "effective_leads.period");
  column(say("Signed, period"), "signed.period");
  if (has_ytd) column(say("Signed, year"), "signed.ytd");
  column(say("Amount, period"), "contract_amount.period");
  if (has_ytd) column(say("Amount, year"), "contract_amount.ytd", true);
  if (compares) column(say("Year before"), "contract_amount.ytd_last_year");
  if (has_targets) {
    column(say("Target"), "target");
    column(say("Completion %"), "completion");
    column(say("Pace, points"), "pace");
  }
  column(say("Started"), "started.ytd");
  if (reading.ytd->of(Measure::funds, Id<County>()).counted > 0) column(say("Funds"), "funds.ytd");
  if (has_places && has_earlier_places(making)) {
    table.columns.push_back({say("Movement"), "movement", false, false});
  }
  if (!has_ytd) {
    for (auto& one : table.columns) one.has_bar = one.key == "contract_amount.period";
  }
  const auto add_row = [&](Id<County> county, const RankedCounty* ranked) {
    const auto key = county ? "." + county_id(county) : std::string();
    std::vector<BulletinCell> cells;
    const auto count = [&](const SpanFigures& span, Measure of, const std::string& id) {
      const auto& value = span.of(of, county);
      return tell.count_cell(id + key, value.number, value.records);
    };
    const auto money = [&](const SpanFigures& span, Measure of, const std::string& id) {
      const auto& value = span.of(of, county);
      const bool is_unknown = value.counted > 0 && value.known == 0;
      return tell.money_cell(id + key, is_unknown ? std::nullopt : std::optional(value.number));
    };
    for (const auto& one : table.columns) {
      if (one.key == "place") {
        cells.push_back(ranked != nullptr && ranked->place
                            ? tell.cell_of("place" + key,
                                           FactUnit::place,
                                           *ranked->place,
                                           std::to_string(*ranked->place))
                            : BulletinCell());
      } else if (one.key == "county") {
        cells.push_back({county ? reading.county_name(county) : say("Total"), {}});
      } else if (one.key == "signed.ytd") {
        cells.push_back(count(*reading.ytd, Measure::signed_, one.key));
      } else if (one.key == "started.ytd") {
        cells.push_back(count(*reading.ytd, Measure::started, one.key));
      } else if (one.key == "contract_amount.period") {
        cells.push_back(money(*reading.now, Measure::contract_amount, one.key));
      } else if (one.key == "contract_amount.ytd") {
        cells.push_back(money(*reading.ytd, Measure::contract_amount, one.key));
      } else if (one.key == "contract_amount.ytd_last_year") {
        cells.push_back(money(*reading.ytd_last_year, Measure::contract_amount, one.key));
      } else if (one.key == "funds.ytd") {
        cells.push_back(money(*reading.ytd, Measure::funds, one.key));
      } else if (one.key == "movement") {
        cells.push_back({ranked == nullptr ? "" : movement(making, *ranked, "movement" + key), {}});
      } else if (one.key == "target" || one.key == "completion" || one.key == "pace") {
        const auto* target = making.target(measure, county);
        if (target == nullptr || !target->wanted) {
          cells.push_back({});
        } else if (one.key == "target") {
          cells.push_back(unit_of(measure) == MeasureUnit::money
                              ? tell.money_cell("target" + key, target->wanted->value)
                              : tell.count_cell("target" + key, target->wanted->value));
        } else if (one.key == "completion") {
          cells.push_back(tell.percent_cell("completion" + key, target->completion));
        } else {
          cells.push_back(tell.points_cell("pace" + key, target->pace));
        }
      } else {
        const auto dot = one.key.find('.');
        const auto of = parse_word<Measure>(one.key.substr(0, dot), "");
        cells.push_back(count(*reading.now, *of, one.key));
      }
    }
    return cells;
  };
  std::set<std::int64_t> listed_ids;
  for (const auto& row : ranking.rows) {
    table.rows.push_back(add_row(row.county, &row));
    listed_ids.insert(row.county.number);
  }
  // Zones have no place, but what they hold is in the sum.
  for (const auto& county : all_counties(reading.db())) {
    if (listed_ids.contains(county.county.number)) continue;
    if (has_any(county.county)) table.rows.push_back(add_row(county.county, nullptr));
  }
  table.total = add_row(Id<County>(), nullptr);
  making.bulletin.attachments.push_back(std::move(table));
}

void attach_lights(Making& making) {
  auto& reading = making.reading;
  const auto now = lights_at(making, reading.period.last);
  if (now.red.empty() && now.yellow.empty()) return;
  BulletinTable table;
  table.key = "lights";
  table.title = say("Projects with a red or yellow light");
  table.columns = {{say("Light"), "light", false, false},
                   {say("ID"), "id", false, false},
                   {say("County"), "county", false, false},
                   {say("Project"), "project", false, false},
                   {say("Next step"), "next_stage", false, false},
                   {say("Planned for"), "planned_for", false, false},
                   {say("Days late"), "days_late", true, false},
                   {say("Leader"), "leader", false, false}};
  for (const auto* entries : {&now.red, &now.yellow}) {
    for (const auto& entry : *entries) {
      const auto id = reference_text({Kind::project, entry.project.id.number});
      const auto& standing = entry.standing;
      const auto late = standing.days_left && *standing.days_left < 0
                            ? std::optional(-*standing.days_left)
                            : std::nullopt;
      table.rows.push_back(
          {{std::string(name_of(*standing.light)), {}},
           {id, {}},
           {reading.county_name(entry.project.county), {}},
           {reading.project_name(entry.project.id), {}},
           {standing.next ? std::string(name_of(standing.next->stage)) : "", {}},
           {standing.next ? format_date(standing.next->on) : "", {}},
           making.tell.cell_of(
               "days_late." + id, FactUnit::days, late, late ? std::to_string(*late) : ""),
           {entry.project.leader, {}}});
    }
  }
  making.bulletin.attachments.push_back(std::move(table));
}

}  // namespace leadbook::service
