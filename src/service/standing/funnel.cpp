#include "leadbook/service/standing/funnel.hpp"

#include <map>
#include <tuple>
#include <unordered_map>

#include "leadbook/domain/date/happened.hpp"
#include "leadbook/domain/error.hpp"
#include "leadbook/service/derived/stages.hpp"
#include "leadbook/service/money/rates.hpp"
#include "leadbook/store/record/many.hpp"
#include "leadbook/text/translate.hpp"
#include "service/standing/funnel_tally.hpp"
#include "service/totals/facts.hpp"

namespace leadbook::service {
namespace {

constexpr std::int64_t at_once = 5'000;

void keep_earliest(std::optional<Date>& earliest, const std::optional<Date>& on) {
  if (on && (!earliest || is_earlier(*on, *earliest))) earliest = on;
}

std::optional<Date> first_contact(const Project& project, const PapersByProject& papers) {
  auto earliest = project.lead_on;
  for (const auto& move : project.moves) keep_earliest(earliest, move.on);
  const auto of = papers.find(project.id.number);
  if (of != papers.end()) keep_earliest(earliest, of->second.first);
  return earliest;
}

/// The fields of projects that a funnel is made of.
std::set<std::string> asked_of_projects(const FunnelQuery& query) {
  std::set<std::string> fields = {"county", "chain", "lead_on", "moves", "planned_investment"};
  if (query.by == Dimension::origin) fields.insert({"capital", "origin", "investors"});
  return fields;
}

/// Which group a project belongs to, in the order of the groups.
struct GroupKey {
  bool cohort_unknown = false;
  Day cohort_first{};
  std::string order;  // of counties the code
  std::int64_t county = 0;
  std::string name;

  auto operator<=>(const GroupKey&) const = default;
};

struct Group {
  std::optional<Period> cohort;
  FunnelTally tally;
};

class Counter {
 public:
  Counter(store::Db& db, const FunnelQuery& query)
      : query_(query),
        selection_(Kind::project, asked_of_projects(query)),
        rates_(db),
        frameworks_(frameworks_count(db)) {
    if (query.by == Dimension::county) read_counties(db);
    if (query.by == Dimension::origin) read_origins(db);
    if (!query.by && !query.cohort) groups_[GroupKey{}];
  }

  void count(store::Db& db, std::int64_t first, std::int64_t last) {
    const auto projects = store::records_between(db, selection_, first, last);
    const auto papers = papers_between(db, first, last, frameworks_);
    for (const auto& project : projects.as<Project>()) {
      auto spells = history_of(project, papers);
      const auto contact = first_contact(project, papers);
      if (query_.at) {
        if (contact && happened_by(*contact, query_.today).last > *query_.at) continue;
        spells = stays_by(std::move(spells), *query_.at, query_.today);
      }
      if (!spells.empty()) take(project, spells, contact);
    }
  }

  Funnel result() {
    Funnel funnel;
    funnel.undated = undated_;
    funnel.missing = std::move(missing_);
    for (auto& [key, group] : groups_) {
      FunnelGroup made;
      made.cohort = group.cohort;
      if (query_.by == Dimension::county) made.county = Id<County>{key.county};
      made.name = key.name;
      made.projects = group.tally.projects();
      made.steps = group.tally.steps();
      funnel.groups.push_back(std::move(made));
    }
    return funnel;
  }

 private:
  void read_counties(store::Db& db) {
    const store::Selection told(Kind::county, {"code"});
    store::each_of_kind(db, told, [this](const store::Records& counties) {
      for (const auto& county : counties.as<County>()) {
        codes_[county.id.number] = county.code;
        if (query_.cohort) continue;
        GroupKey key;
        name_county(key, county.id.number);
        groups_[key];
      }
    });
  }

  void read_origins(store::Db& db) {
    companies_ = read_companies(db);
    const auto book = store::find(db, Id<Book>{1});
    if (book) city_code_ = book->city_code;
  }

  void take(const Project& project,
            const std::vector<StageSpell>& spells,
            const std::optional<Date>& contact) {
    const auto first = contact ? std::optional(happened_by(*contact, query_.today)) : contact;
    if (query_.period && !(first && query_.period->contains(*first))) {
      const bool may =
          !first || (first->first <= query_.period->last && query_.period->first <= first->last);
      undated_ += may;
      return;
    }
    GroupKey key;
    const auto cohort = cohort_of(contact);
    if (query_.cohort) {
      key.cohort_unknown = !cohort;
      if (cohort) key.cohort_first = cohort->first;
    }
    name_group(key, project);
    auto& group = groups_[key];
    group.cohort = cohort;
    group.tally.take(spells, planned_cny(project, spells, contact), query_.day());
  }

  std::optional<Period> cohort_of(const std::optional<Date>& contact) const {
    if (!query_.cohort || !contact) return {};
    auto span = span_holding(*query_.cohort, contact->last);
    if (!span.contains(*contact)) return {};
    return span;
  }

  void name_county(GroupKey& key, std::int64_t county) {
    key.order = codes_[county];
    key.county = county;
  }

  void name_group(GroupKey& key, const Project& project) {
    if (query_.by == Dimension::county) name_county(key, project.county.number);
    if (query_.by == Dimension::chain) key.name = project.chain;
    if (query_.by == Dimension::origin) {
      const auto origin = origin_of(project);
      // In the order of origins, the unknown one last.
      key.order = origin ? std::to_string(static_cast<int>(*origin)) : "~";
      key.name = origin ? std::string(identifier(*origin)) : "";
    }
    if (query_.by == Dimension::chain) key.order = key.name.empty() ? "\xff" : key.name;
  }

  std::optional<Origin> origin_of(const Project& project) const {
    if (project.capital == Capital::foreign) return Origin::foreign;
    const auto known = place_of_origin(stated_origin(project, companies_), city_code_);
    if (!known) return {};
    return known->origin;
  }

  std::optional<std::int64_t> planned_cny(const Project& project,
                                          const std::vector<StageSpell>& spells,
                                          const std::optional<Date>& contact) {
    if (!project.planned_investment) return {};
    const auto& money = project.planned_investment->money;
    const auto* signed_spell = first_reach(spells, Stage::signed_);
    auto on = contact.value_or(Date::of(query_.day()));
    if (signed_spell != nullptr && signed_spell->since) on = *signed_spell->since;
    if (query_.list_missing && money.currency != Currency() &&
        rates_.find(money.currency, on.last) == nullptr) {
      missing_.push_back(
          say("{} of {}", format_money(money), reference_text({Kind::project, project.id.number})));
      return {};
    }
    return rates_.to_cny(money, on).minor;
  }

  FunnelQuery query_;
  store::Selection selection_;
  Rates rates_;
  bool frameworks_;
  std::map<GroupKey, Group> groups_;
  std::unordered_map<std::int64_t, std::string> codes_;  // of counties
  CompaniesByNumber companies_;
  std::string city_code_;
  std::int64_t undated_ = 0;
  std::vector<std::string> missing_;
};

}  // namespace

Funnel funnel(store::Db& db, const FunnelQuery& query) {
  Counter counter(db, query);
  const auto last = store::last_number(db, Kind::project);
  for (auto first = store::next_number(db, Kind::project, 1); first != 0 && first <= last;
       first = store::next_number(db, Kind::project, first + at_once)) {
    counter.count(db, first, first + at_once - 1);
  }
  return counter.result();
}

}  // namespace leadbook::service
