#include "service/totals/facts.hpp"

#include "leadbook/domain/date/happened.hpp"
#include "leadbook/domain/error.hpp"
#include "leadbook/service/derived/stages.hpp"
#include "leadbook/store/record/many.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::service {
namespace {

using store::Row;

constexpr std::int64_t at_once = 5'000;

/// A span of projects with what was read of them so far.
struct Span {
  std::vector<ProjectFacts> facts;
  std::unordered_map<std::int64_t, std::size_t> places;
  store::Parameters range;

  ProjectFacts* find(std::int64_t project) {
    const auto found = places.find(project);
    return found == places.end() ? nullptr : &facts[found->second];
  }
};

Span read_span(store::Db& db, std::int64_t first) {
  Span span;
  const auto last = first + at_once - 1;
  span.range = {{"first", first}, {"last", last}};
  const auto projects = store::records_between(db, store::Selection(Kind::project), first, last);
  for (std::size_t index = 0; index < projects.size(); ++index) {
    span.facts.push_back({projects.at<Project>(index), {}, {}, {}, {}, {}, {}});
    span.places[span.facts.back().project.id.number] = index;
  }
  return span;
}

void read_spells(store::Db& db, Span& span) {
  std::vector<Project> projects;
  for (const auto& facts : span.facts) projects.push_back(facts.project);
  auto histories = histories_of(db, projects, frameworks_count(db));
  for (std::size_t index = 0; index < histories.size(); ++index) {
    span.facts[index].spells = std::move(histories[index]);
  }
}

void read_postings(store::Db& db, Span& span) {
  db.each(store::statement("posting_scan"), span.range, [&](Row& row) {
    if (auto* facts = span.find(row.integer("project_id"))) {
      facts->postings.push_back(posting_at(row));
    }
  });
}

void read_funds(store::Db& db, Span& span) {
  db.each(store::statement("totals_funds"), span.range, [&](Row& row) {
    auto* facts = span.find(row.integer("project_id"));
    if (facts == nullptr) return;
    facts->funds.push_back({row.integer("id"),
                            date_at(row),
                            money_at(row, "amount_minor", "amount_currency").value(),
                            row.text("capital") == identifier(Capital::foreign)});
  });
}

void read_outlays(store::Db& db, Span& span) {
  db.each(store::statement("totals_outlays"), span.range, [&](Row& row) {
    auto* facts = span.find(row.integer("project_id"));
    if (facts == nullptr) return;
    std::optional<Date> on;
    if (!store::is_null(row.at("on_from"))) on = date_at(row);
    facts->outlays.push_back({row.integer("id"),
                              date_at(row, "year_from", "year_until"),
                              money_at(row, "planned_minor", "planned_currency"),
                              money_at(row, "done_minor", "done_currency"),
                              on});
  });
}

void read_modes(store::Db& db, Span& span) {
  std::unordered_map<std::int64_t, std::string> modes;
  db.each(store::statement("totals_modes"), span.range, [&](Row& row) {
    modes[row.integer("id")] = row.text("mode");
  });
  for (auto& facts : span.facts) {
    for (const auto& posting : facts.postings) {
      const auto found = modes.find(posting.signing);
      if (found != modes.end()) facts.modes[posting.signing] = found->second;
    }
  }
}

void read_papers(store::Db& db, Span& span) {
  std::vector<std::int64_t> numbers;
  db.each(store::statement("totals_papers"), span.range, [&](Row& row) {
    numbers.push_back(row.integer("id"));
  });
  store::each_numbered(
      db, store::Selection(Kind::signing), numbers, [&](const store::Records& records) {
        for (std::size_t at = 0; at < records.size(); ++at) {
          auto paper = records.at<Signing>(at);
          auto* facts = span.find(paper.project.number);
          if (facts != nullptr) facts->papers.push_back(std::move(paper));
        }
      });
}

}  // namespace

void each_project(store::Db& db,
                  const WantedFacts& wanted,
                  const std::function<void(ProjectFacts&)>& each) {
  const auto last = store::last_number(db, Kind::project);
  for (auto first = store::next_number(db, Kind::project, 1); first != 0 && first <= last;
       first = store::next_number(db, Kind::project, first + at_once)) {
    auto span = read_span(db, first);
    if (wanted.spells) read_spells(db, span);
    read_postings(db, span);
    if (wanted.funds) read_funds(db, span);
    if (wanted.modes) read_modes(db, span);
    if (wanted.papers) read_papers(db, span);
    if (wanted.outlays) read_outlays(db, span);
    for (auto& facts : span.facts) each(facts);
  }
}

const StageSpell* first_reach(const std::vector<StageSpell>& spells, Stage stage) {
  for (const auto& spell : spells) {
    if (is_on_ladder(spell.stage) && spell.stage >= stage) return &spell;
  }
  return nullptr;
}

std::optional<Date> first_appearance(const ProjectFacts& facts) {
  for (const auto& spell : facts.spells) {
    if (spell.since) return spell.since;
  }
  return {};
}

namespace {

bool has_begun(const StageSpell& spell, Day day, Day today) {
  return !spell.since || happened_by(*spell.since, today).last <= day;
}

}  // namespace

Stage stage_at(const std::vector<StageSpell>& spells, Day day, Day today) {
  Stage stage = spells.front().stage;
  for (const auto& spell : spells) {
    if (has_begun(spell, day, today)) stage = spell.stage;
  }
  return stage;
}

std::vector<StageSpell> stays_by(std::vector<StageSpell> spells, Day day, Day today) {
  const auto all = spells.size();
  std::erase_if(spells, [&](const StageSpell& spell) { return !has_begun(spell, day, today); });
  if (!spells.empty() && spells.size() < all) spells.back().until.reset();
  return spells;
}

CompaniesByNumber read_companies(store::Db& db) {
  CompaniesByNumber companies;
  store::each_record<Company>(db, [&](Company& company) {
    companies[company.id.number] = {std::move(company.home), std::move(company.flags)};
  });
  return companies;
}

std::string stated_origin(const Project& project, const CompaniesByNumber& companies) {
  if (!project.origin.empty()) return project.origin;
  for (const auto& investor : project.investors) {
    const auto found = companies.find(investor.company.number);
    if (found != companies.end() && !found->second.home.empty()) return found->second.home;
  }
  return "";
}

}  // namespace leadbook::service
