#include "leadbook/service/records/twins.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

#include "leadbook/domain/error.hpp"
#include "leadbook/domain/naming/name_match.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::service {
namespace {

constexpr double alike = 0.85;  // one wrong character in four

/// The different characters of a name.
std::u32string characters_of(std::u32string characters) {
  std::sort(characters.begin(), characters.end());
  characters.erase(std::unique(characters.begin(), characters.end()), characters.end());
  return characters;
}

std::uint64_t bits_of(std::u32string_view characters) {
  std::uint64_t bits = 0;
  for (const auto character : characters) bits |= std::uint64_t{1} << (character % 64);
  return bits;
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
  auto normal = text::decode(normalise_company(name));
  const auto index = static_cast<std::uint32_t>(companies_.size());
  for (const auto character : characters_of(normal)) by_character_[character].push_back(index);
  const auto bits = bits_of(normal);
  companies_.push_back({company, std::move(normal), bits});
}

void Twins::read_companies() {
  if (read_) return;
  read_ = true;
  for (const auto& spelling : store::spellings_of(db_, Kind::company)) {
    remember(spelling.id, spelling.text);
  }
}

/// Compares with the names that share one of the rarest characters: of names this much alike few
/// characters differ, so one of the three rarest is in both.
std::optional<NearCompany> Twins::near_company(std::string_view name) {
  read_companies();
  const auto normal = text::decode(normalise_company(name));
  const auto bits = bits_of(normal);
  std::vector<const std::vector<std::uint32_t>*> lists;
  for (const auto character : characters_of(normal)) {
    const auto found = by_character_.find(character);
    if (found != by_character_.end()) lists.push_back(&found->second);
  }
  std::sort(lists.begin(), lists.end(), [](const auto* left, const auto* right) {
    return left->size() < right->size();
  });
  double nearest = 0;
  std::int64_t twin = 0;
  for (std::size_t list = 0; list < std::min<std::size_t>(3, lists.size()); ++list) {
    for (const auto index : *lists[list]) {
      const auto& known = companies_[index];
      // Half of the characters differ, so the names are not alike.
      if (std::popcount(known.characters & bits) * 2 < std::popcount(known.characters)) continue;
      const auto likeness = similarity_of_normal(normal, known.normal, std::max(nearest, alike));
      if (likeness <= nearest) continue;
      nearest = likeness;
      twin = known.id;
    }
  }
  if (nearest < alike) return {};
  return NearCompany{twin, nearest};
}

void Twins::refuse_company(std::string_view name) {
  const auto near = near_company(name);
  if (near) refuse_as(db_, name, {Kind::company, near->id}, near->likeness);
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

void Twins::refuse(const AnyRecord& record) {
  if (const auto* company = std::get_if<Company>(&record)) refuse_company(company->name);
  if (const auto* project = std::get_if<Project>(&record)) refuse_project(*project);
}

}  // namespace leadbook::service
