#include <algorithm>

#include "leadbook/domain/list_text.hpp"
#include "leadbook/service/visit/visit.hpp"
#include "leadbook/store/record/listing.hpp"
#include "leadbook/store/record/names.hpp"

namespace leadbook::service {
namespace {

/// The day of the draft, as it was read already.
std::optional<Date> day_of(const TalkDraft& draft, Day today) {
  const auto text = draft.text("on");
  if (text.empty()) return {};
  const auto day = parse_past_date(text, today);
  if (!day) return {};
  return *day;
}

bool lies_in(const Delegation& trip, const Date& day) {
  if (!trip.starts || day.last < trip.starts->first) return false;
  const auto back = return_day(trip);
  return !back || day.first <= *back;
}

void put_if_open(TalkDraft& draft, const char* field, std::string text, Grade grade) {
  if (draft.find(field) == nullptr && !text.empty()) draft.put(field, std::move(text), grade);
}

void fill_day(TalkDraft& draft, const Standpoint& here) {
  if (draft.find("on") != nullptr) return;
  auto day = here.today;
  auto grade = Grade::inferred;
  if (here.trip && here.trip->starts && !lies_in(*here.trip, Date::of(day))) {
    // The visit of a trip that is over: its one day, or the last one, which is a guess.
    const auto back = return_day(*here.trip).value_or(here.trip->starts->last);
    if (back < here.today) {
      grade = back == here.trip->starts->first ? Grade::inferred : Grade::guessed;
      day = back;
    }
  }
  draft.put("on", date_text(Date::of(day)), grade);
  if (grade == Grade::guessed) draft.open.push_back({"", "on", {}});
}

std::string people_text(const Delegation& trip) {
  std::vector<std::vector<std::string>> people;
  if (!trip.leader.empty()) people.push_back({trip.leader, trip.leader_post});
  for (const auto& person : trip.members) {
    people.push_back({person.name, person.post, person.organisation});
  }
  return write_list_text(people);
}

/// Where the trip was on a day; its only stop where days are not told.
std::string stop_on(const Delegation& trip, const Date& day) {
  std::string place;
  for (const auto& stop : trip.stops) {
    if (stop.on && stop.on->first <= day.last && day.first <= stop.on->last) return stop.place;
  }
  return trip.stops.size() == 1 && !trip.stops.front().on ? trip.stops.front().place : place;
}

std::string project_name(store::Db& db, std::int64_t id) {
  return store::name_of(db, {Kind::project, id});
}

/// The project the firm is in talks about; the last talked about where there are several.
void fill_project(TalkDraft& draft, store::Db& db, const BookNames& names) {
  if (draft.find("project") != nullptr) return;
  for (const auto& firm : look_up(draft, db, names).firms) {
    if (firm.id == 0) continue;
    const auto projects = projects_of_firm(db, firm.id);
    if (projects.empty()) continue;
    const bool is_only = projects.size() == 1;
    auto reference = reference_text({Kind::project, projects.front()});
    draft.put("project", std::move(reference), is_only ? Grade::inferred : Grade::guessed);
    if (!is_only) {
      OpenWords open{"", "project", {}};
      for (const auto id : projects) open.choices.push_back(project_name(db, id));
      draft.open.push_back(std::move(open));
    }
    return;
  }
}

void fill_county(TalkDraft& draft, store::Db& db, const BookNames& names, const Standpoint& here) {
  if (draft.find("county") != nullptr) return;
  const auto looked = look_up(draft, db, names);
  if (looked.project && looked.project->id != 0) {
    const auto project = store::find(db, Id<Project>{looked.project->id});
    if (project && project->county) {
      return draft.put(
          "county", store::name_of(db, {Kind::county, project->county.number}), Grade::inferred);
    }
  }
  // 建华区 promised something, or 龙沙区委书记 was there.
  std::vector<std::string> said;
  for (const auto& promise : read_list_text(draft.text("promises"))) {
    if (promise.size() > 1) said.push_back(promise[1]);
  }
  for (const auto& name : said) {
    const auto counties = names.whole(Kind::county, name);
    if (counties.size() == 1) return draft.put("county", counties.front().name, Grade::inferred);
  }
  put_if_open(draft, "county", here.county, Grade::inferred);
  const bool is_open = std::any_of(draft.open.begin(), draft.open.end(), [](const auto& open) {
    return open.field == "county";
  });
  const bool must = looked.project && looked.project->id == 0;
  if (must && !is_open && draft.find("county") == nullptr) draft.open.push_back({"", "county", {}});
}

}  // namespace

Outlook day_outlook(const Standpoint& here) {
  auto near = here.today;
  if (here.trip) near = std::min(near, return_day(*here.trip).value_or(near));
  return {here.today, near, Toward::past};
}

std::vector<std::int64_t> projects_of_firm(store::Db& db, std::int64_t company) {
  std::vector<std::int64_t> projects;
  const auto add = [&](std::int64_t id) {
    const bool is_there = std::find(projects.begin(), projects.end(), id) != projects.end();
    if (id != 0 && !is_there) projects.push_back(id);
  };
  store::Listing listing{.kind = Kind::negotiation, .filters = {{"company", company}}};
  const auto talks = store::listed_numbers(db, listing);
  const auto records = store::records_as<Negotiation>(store::find(db, Kind::negotiation, talks));
  std::for_each(
      records.rbegin(), records.rend(), [&](const Negotiation& talk) { add(talk.project.number); });
  db.each(store::statement("company_projects"), {{"company", company}}, [&](store::Row& row) {
    add(row.integer("id"));
  });
  return projects;
}

void take_from_trip(TalkDraft& draft, store::Db& db, const Delegation& trip, Day today) {
  const auto day = day_of(draft, today);
  if (!day || !lies_in(trip, *day)) return;
  const auto named = draft.text("delegation");
  const auto reference = reference_text({Kind::delegation, trip.id.number});
  put_if_open(draft, "delegation", reference, Grade::inferred);
  if (!named.empty() && named != reference && named != trip.title) return;
  const bool at_home = draft.text("mode") == identifier(NegotiationMode::reception) ||
                       draft.text("mode") == identifier(NegotiationMode::online);
  if (at_home) return;
  if (trip.county) {
    put_if_open(
        draft, "county", store::name_of(db, {Kind::county, trip.county.number}), Grade::inferred);
  }
  put_if_open(draft, "place", stop_on(trip, *day), Grade::inferred);
  put_if_open(draft, "mode", std::string(identifier(NegotiationMode::onsite)), Grade::inferred);
  put_if_open(draft, "participants", people_text(trip), Grade::inferred);
}

void complete_draft(TalkDraft& draft,
                    store::Db& db,
                    const BookNames& names,
                    const Standpoint& here) {
  fill_day(draft, here);
  fill_project(draft, db, names);
  if (here.trip) take_from_trip(draft, db, *here.trip, here.today);
  fill_county(draft, db, names, here);
}

LookedUp look_up(const TalkDraft& draft, store::Db& db, const BookNames& names) {
  const auto find = [&](Kind kind, const std::string& name) {
    DraftName found{name};
    const auto hits = names.whole(kind, name);
    if (!hits.empty()) {
      found.id = hits.front().id;
      found.name = store::name_of(db, {kind, found.id});
    } else if (const auto like = names.like(kind, name); !like.empty()) {
      found.near = like.front();
    }
    return found;
  };
  LookedUp looked;
  for (const auto& item : read_list_text(draft.text("counterparts"), Joints::none)) {
    auto& firm = looked.firms.emplace_back(find(Kind::company, item.front()));
    if (item.size() > 1) firm.beside = item[1];
  }
  if (const auto project = std::string(draft.text("project")); !project.empty()) {
    looked.project = find(Kind::project, project);
    looked.round = 1;
    if (looked.project->id != 0) {
      const store::Listing listing{.kind = Kind::negotiation,
                                   .filters = {{"project", looked.project->id}}};
      const auto on = draft.text("on");
      std::int64_t round = 1;
      for (const auto& talk : store::records_as<Negotiation>(
               store::find(db, Kind::negotiation, store::listed_numbers(db, listing)))) {
        if (talk.on && !on.empty() && date_text(*talk.on) > on) break;
        round = talk.round.value_or(round) + 1;
      }
      looked.round = round;
    }
  }
  return looked;
}

}  // namespace leadbook::service
