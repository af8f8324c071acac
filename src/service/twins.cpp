#include "leadbook/service/twins.hpp"

#include <algorithm>
#include <cmath>

#include "leadbook/domain/error.hpp"
#include "leadbook/domain/name_match.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::service {
namespace {

constexpr double alike = 0.85;  // one wrong character in four

/// The different characters of a name as names are compared.
std::u32string characters_of(std::string_view name) {
  auto characters = text::decode(normalise_company(name));
  std::sort(characters.begin(), characters.end());
  characters.erase(std::unique(characters.begin(), characters.end()), characters.end());
  return characters;
}

/// A title in a county, as titles are compared: letters of the Latin alphabet in either case.
std::string title_key(std::int64_t county, std::string_view title) {
  auto key = std::to_string(county) + " ";
  for (const char symbol : title) {
    key += symbol >= 'A' && symbol <= 'Z' ? static_cast<char>(symbol - 'A' + 'a') : symbol;
  }
  return key;
}

[[noreturn]] void refuse_as(store::Db& db,
                            std::string_view name,
                            const Reference& twin,
                            double likeness) {
  throw Error(ErrorKind::conflict,
              say("'{}' looks like {} {} ({} % alike): use that one, or add it all the same with "
                  "--allow-twins",
                  text::visible(name),
                  reference_text(twin),
                  store::name_of(db, twin),
                  std::lround(likeness * 100)));
}

}  // namespace

void Twins::remember(std::int64_t company, std::string_view name) {
  if (!read_) return;
  for (const auto character : characters_of(name)) {
    by_character_[character].push_back(companies_.size());
  }
  companies_.push_back({company, std::string(name)});
}

void Twins::read_companies() {
  if (read_) return;
  read_ = true;
  for (const auto& spelling : store::spellings_of(db_, Kind::company)) {
    remember(spelling.id, spelling.text);
  }
}

/// Names that share one of the rarest characters: of names this much alike few characters
/// differ, so one of the three rarest is in both.
std::vector<std::size_t> Twins::candidates(std::string_view name) const {
  std::vector<const std::vector<std::size_t>*> lists;
  for (const auto character : characters_of(name)) {
    const auto found = by_character_.find(character);
    if (found != by_character_.end()) lists.push_back(&found->second);
  }
  std::sort(lists.begin(), lists.end(), [](const auto* left, const auto* right) {
    return left->size() < right->size();
  });
  std::vector<std::size_t> indices;
  for (std::size_t list = 0; list < std::min<std::size_t>(3, lists.size()); ++list) {
    indices.insert(indices.end(), lists[list]->begin(), lists[list]->end());
  }
  std::sort(indices.begin(), indices.end());
  indices.erase(std::unique(indices.begin(), indices.end()), indices.end());
  return indices;
}

void Twins::refuse_company(std::string_view name) {
  read_companies();
  double nearest = 0;
  std::int64_t twin = 0;
  for (const auto index : candidates(name)) {
    const auto likeness = similarity(name, companies_[index].text);
    if (likeness <= nearest) continue;
    nearest = likeness;
    twin = companies_[index].id;
  }
  if (nearest >= alike) refuse_as(db_, name, {Kind::company, twin}, nearest);
}

/// Titles differ by little where projects differ by much, so only equal ones are twins.
void Twins::refuse_project(const Project& project) {
  if (projects_) {
    const auto found = projects_->find(title_key(project.county.number, project.title));
    if (found != projects_->end()) {
      refuse_as(db_, project.title, {Kind::project, found->second}, 1);
    }
    return;
  }
  db_.each(store::statement("project_same_title"),
           {{"county", project.county.number}, {"title", project.title}},
           [&](store::Row& row) {
             refuse_as(db_, project.title, {Kind::project, row.integer("id")}, 1);
           });
}

void Twins::read_projects() {
  projects_.emplace();
  db_.each(store::statement("project_titles"), {}, [&](store::Row& row) {
    projects_->emplace(title_key(row.integer("county_id"), row.text("title")), row.integer("id"));
  });
}

void Twins::remember(const Project& project) {
  if (!projects_) return;
  for (const auto& title : {project.title, project.other_title}) {
    if (!title.empty()) {
      projects_->emplace(title_key(project.county.number, title), project.id.number);
    }
  }
}

void Twins::refuse(Kind kind, const store::RecordRow& row) {
  if (kind == Kind::company) refuse_company(store::from_row<Company>(row).name);
  if (kind == Kind::project) refuse_project(store::from_row<Project>(row));
}

}  // namespace leadbook::service
