#include "leadbook/service/records/first_contact.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <unordered_map>

#include "leadbook/domain/naming/name_match.hpp"
#include "leadbook/store/record/names.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::service {
namespace {

using store::Row;

constexpr double alike_enough = 0.85;
constexpr std::int64_t at_once = 5'000;
constexpr std::size_t told_at_most = 3;

struct Talk {
  std::int64_t id;
  Id<County> county;
  Date on;
};

/// What decides who holds a project.
struct Claims {
  Id<Project> project;
  Id<County> host;
  Id<County> stated;
  std::optional<Date> lead_on;
  std::vector<Talk> talks;         // by date
  std::optional<Credit> transfer;  // the first
};

std::optional<Date> date_between(Row& row, const char* from, const char* until) {
  const auto first = parse_iso_day(row.text_or_empty(from));
  const auto last = parse_iso_day(row.text_or_empty(until));
  if (!first || !last) return {};
  return Date{*first, *last};
}

/// The first talk of a county, or the lead, which is that of the holder.
std::optional<Date> first_date_of(const Claims& claims, Id<County> holder) {
  for (const auto& talk : claims.talks) {
    if (talk.county != holder) continue;
    if (claims.lead_on && is_earlier(*claims.lead_on, talk.on)) return claims.lead_on;
    return talk.on;
  }
  return claims.lead_on;
}

FirstContact decide(const Claims& claims) {
  const Reference own{Kind::project, claims.project.number};
  FirstContact contact{claims.project, claims.host, claims.lead_on, own, claims.host};
  if (claims.stated) {
    contact.holder = claims.stated;
    contact.since = first_date_of(claims, contact.holder);
  } else if (claims.transfer) {
    contact.holder = claims.transfer->from_county;
    contact.since = first_date_of(claims, contact.holder);
    contact.by = {Kind::credit, claims.transfer->id.number};
  } else if (!claims.talks.empty()) {
    const auto& talk = claims.talks.front();
    if (!claims.lead_on || !is_earlier(*claims.lead_on, talk.on)) {
      contact.holder = talk.county;
      contact.since = talk.on;
      contact.by = {Kind::negotiation, talk.id};
    }
  }
  return contact;
}

/// The transfers by project, each project's earliest.
std::unordered_map<std::int64_t, Credit> first_transfers(store::Db& db, store::Value project) {
  std::unordered_map<std::int64_t, Credit> transfers;
  const store::Parameters parameters = {
      {"county", {}}, {"project", std::move(project)}, {"from", {}}, {"until", {}}};
  for (auto& credit : store::select<Credit>(db, "credit_list", parameters)) {
    transfers.emplace(credit.project.number, std::move(credit));
  }
  return transfers;
}

std::vector<Claims> read_claims(store::Db& db,
                                std::int64_t first,
                                std::int64_t last,
                                const std::unordered_map<std::int64_t, Credit>& transfers) {
  const store::Parameters range = {{"first", first}, {"last", last}};
  std::vector<Claims> all;
  std::unordered_map<std::int64_t, std::size_t> places;
  db.each(store::statement("first_contact_projects"), range, [&](Row& row) {
    Claims claims;
    claims.project = {row.integer("id")};
    claims.host = {row.integer("county_id")};
    claims.stated = {row.integer_or_zero("first_contact_id")};
    claims.lead_on = date_between(row, "lead_on_from", "lead_on_until");
    const auto transfer = transfers.find(claims.project.number);
    if (transfer != transfers.end()) claims.transfer = transfer->second;
    places[claims.project.number] = all.size();
    all.push_back(std::move(claims));
  });
  db.each(store::statement("first_contact_talks"), range, [&](Row& row) {
    const auto place = places.find(row.integer("project_id"));
    const auto on = date_between(row, "on_from", "on_until");
    if (place == places.end() || !on) return;
    all[place->second].talks.push_back({row.integer("id"), {row.integer("county_id")}, *on});
  });
  return all;
}

/// The companies that go by one of the names of this one, itself included.
std::set<std::int64_t> companies_named_as(store::Db& db, Id<Company> id) {
  std::set<std::int64_t> companies = {id.number};
  const auto company = store::find(db, id);
  if (!company) return companies;
  auto names = company->aliases;
  names.push_back(company->name);
  for (const auto& name : names) {
    const auto normal = normalise_company(name);
    std::string pattern = "%";
    for (const char symbol : normal) {
      if (symbol == '%' || symbol == '_' || symbol == '\\') pattern += '\\';
      pattern += symbol;
    }
    db.each(store::statement("company_same_name"), {{"fragment", pattern + "%"}}, [&](Row& row) {
      if (normalise_company(row.text("spelling")) == normal) companies.insert(row.integer("id"));
    });
  }
  return companies;
}

double likeness_of(const Project& left, const Project& right) {
  double most = 0;
  const auto compare = [&](const std::string& one, const std::string& other) {
    if (!one.empty() && !other.empty()) most = std::max(most, similarity(one, other));
  };
  for (const auto& one : {left.title, left.other_title}) {
    for (const auto& other : {right.title, right.other_title}) compare(one, other);
  }
  compare(left.content, right.content);
  return most;
}

std::string told(store::Db& db, const LikeProject& like) {
  const Reference project{Kind::project, like.contact.project.number};
  const auto percent = std::lround(like.likeness * 100);
  return say(
      "{} holds the first contact of a like project of {}: {} {}, {}, {}",
      store::name_of(db, {Kind::county, like.contact.holder.number}),
      store::name_of(db, {Kind::company, like.company.number}),
      reference_text(project),
      store::name_of(db, project),
      like.contact.since ? say("since {}", format_date(*like.contact.since)) : say("no date"),
      like.likeness >= alike_enough ? say("{} % alike", percent)
                                    : say("of the same chain, {} % alike", percent));
}

}  // namespace

FirstContact first_contact_of(store::Db& db, const Project& project) {
  const auto number = project.id.number;
  return decide(read_claims(db, number, number, first_transfers(db, number)).at(0));
}

FirstContact first_contact_of(const Project& project,
                              const std::vector<Negotiation>& talks,
                              const std::vector<Credit>& transfers) {
  Claims claims{project.id, project.county, project.first_contact, project.lead_on, {}, {}};
  for (const auto& talk : talks) {
    if (talk.county && talk.on) claims.talks.push_back({talk.id.number, talk.county, *talk.on});
  }
  if (!transfers.empty()) claims.transfer = transfers.front();
  return decide(claims);
}

void each_first_contact(store::Db& db, const std::function<void(const FirstContact&)>& each) {
  const auto transfers = first_transfers(db, {});
  for (auto first = store::next_number(db, Kind::project, 1); first != 0;
       first = store::next_number(db, Kind::project, first + at_once)) {
    for (const auto& claims : read_claims(db, first, first + at_once - 1, transfers)) {
      each(decide(claims));
    }
  }
}

std::vector<LikeProject> like_projects_of_others(store::Db& db, const Project& project) {
  std::map<std::int64_t, Id<Company>> candidates;
  for (const auto& investor : project.investors) {
    for (const auto company : companies_named_as(db, investor.company)) {
      db.each(store::statement("company_projects"), {{"company", company}}, [&](Row& row) {
        candidates.emplace(row.integer("id"), Id<Company>{company});
      });
    }
  }
  const auto own = project.first_contact ? project.first_contact : project.county;
  std::vector<LikeProject> found;
  for (const auto& [number, company] : candidates) {
    if (number == project.id.number) continue;
    const auto other = store::find(db, Id<Project>{number});
    if (!other) continue;
    LikeProject like{first_contact_of(db, *other), company, likeness_of(project, *other), false};
    like.same_chain =
        !project.chain.empty() && text::fold(project.chain) == text::fold(other->chain);
    if (like.contact.holder == own || (like.likeness < alike_enough && !like.same_chain)) continue;
    found.push_back(like);
  }
  std::stable_sort(
      found.begin(), found.end(), [](const LikeProject& left, const LikeProject& right) {
        return left.likeness > right.likeness;
      });
  return found;
}

std::vector<std::string> tell_first_contacts(store::Db& db, const Project& project) {
  const auto found = like_projects_of_others(db, project);
  std::vector<std::string> lines;
  for (const auto& like : found) {
    if (lines.size() == told_at_most) {
      const auto more = static_cast<std::int64_t>(found.size() - told_at_most);
      lines.push_back(say_count("and {} more like project of other counties",
                                "and {} more like projects of other counties",
                                more));
      break;
    }
    lines.push_back(told(db, like));
  }
  return lines;
}

}  // namespace leadbook::service
