#include "leadbook/service/records/twins.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

#include "leadbook/domain/naming/name_match.hpp"
#include "leadbook/store/record/lookup.hpp"
#include "leadbook/store/record/names.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::service {
namespace {

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

/// A plain title in a county, or in any.
store::TextKey title_key(Id<County> county, std::string_view plain) {
  return store::key_of(std::to_string(county.number) + " " + std::string(plain));
}

void add_title(Twins::Titles& titles,
               Id<County> county,
               std::string_view title,
               std::int64_t project) {
  const auto plain = plain_title(title);
  for (const auto of : {county, Id<County>{}}) {
    const auto [at, is_new] = titles.emplace(title_key(of, plain), SameTitle{project});
    if (!is_new && at->second.project != project) at->second.is_only = false;
  }
}

std::string refusal_by(store::Db& db,
                       std::string_view name,
                       const Reference& twin,
                       double likeness) {
  return say(
      "'{}' looks like {} {} ({} % alike): use that one, or add it all the same with "
      "--allow-twins",
      text::visible(name),
      reference_text(twin),
      store::name_of(db, twin),
      std::lround(likeness * 100));
}

}  // namespace

void Twins::add_company(std::int64_t id, std::string_view name) {
  auto normal = text::decode(normalise_company(name));
  const auto index = static_cast<std::uint32_t>(companies_.size());
  for (const auto character : characters_of(normal)) by_character_[character].push_back(index);
  const auto bits = bits_of(normal);
  companies_.push_back({id, std::move(normal), bits});
}

void Twins::read_companies() {
  if (companies_read_) return;
  companies_read_ = true;
  for (const auto& spelling : store::spellings_of(db_, Kind::company)) {
    add_company(spelling.id, spelling.text);
  }
}

/// Compares with the names that share one of the rarest characters: of names this much alike few
/// characters differ, so one of the three rarest is in both.
std::optional<NearCompany> Twins::near_company(std::string_view name,
                                               const std::function<bool(std::int64_t)>& may_be) {
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
      const auto likeness =
          similarity_of_normal(normal, known.normal, std::max(nearest, twin_likeness));
      if (likeness <= nearest || (may_be && !may_be(known.id))) continue;
      nearest = likeness;
      twin = known.id;
    }
  }
  if (nearest < twin_likeness) return {};
  return NearCompany{twin, nearest};
}

std::optional<std::string> Twins::refusal_of_company(std::string_view name) {
  const auto near = near_company(name);
  if (!near) return {};
  return refusal_by(db_, name, {Kind::company, near->id}, near->likeness);
}

void Twins::read_titles(Id<County> county, Titles& titles) {
  const store::Parameters parameters = {{"county", store::number_or_null(county.number)}};
  db_.each(store::statement("project_titles"), parameters, [&](store::Row& row) {
    add_title(titles, {row.integer("county_id")}, row.text("title"), row.integer("id"));
  });
}

std::optional<SameTitle> Twins::find_title(Id<County> county, std::string_view title) {
  Titles of_county;
  if (!many_) read_titles(county, of_county);
  if (many_ && !titles_) read_titles({}, titles_.emplace());
  const auto& titles = many_ ? *titles_ : of_county;
  const auto found = titles.find(title_key(county, plain_title(title)));
  if (found == titles.end()) return {};
  return found->second;
}

std::vector<std::int64_t> Twins::all_of_title(Id<County> county, std::string_view title) {
  std::vector<std::int64_t> alike;
  std::vector<std::int64_t> equal;
  const auto add = [](std::vector<std::int64_t>& ids, std::int64_t id) {
    if (ids.empty() || ids.back() != id) ids.push_back(id);
  };
  const store::Parameters parameters = {{"county", store::number_or_null(county.number)}};
  db_.each(store::statement("project_titles"), parameters, [&](store::Row& row) {
    const auto known = row.text("title");
    if (plain_title(known) == plain_title(title)) add(alike, row.integer("id"));
    if (text::fold(known) == text::fold(title)) add(equal, row.integer("id"));
  });
  return equal.empty() ? alike : equal;
}

std::optional<std::string> Twins::refusal_of_county(const County& county) {
  for (const auto& spelling : store::spellings_of(db_, Kind::county)) {
    if (text::fold(spelling.text) != text::fold(county.name)) continue;
    return say("the book already has this as {}; --allow-twins adds it again",
               reference_text({Kind::county, spelling.id}));
  }
  return {};
}

std::optional<std::string> Twins::refusal(const AnyRecord& record) {
  if (const auto* company = std::get_if<Company>(&record)) return refusal_of_company(company->name);
  if (const auto* county = std::get_if<County>(&record)) return refusal_of_county(*county);
  const auto* project = std::get_if<Project>(&record);
  if (project == nullptr) return {};
  // Titles differ by little where projects differ by much, so only equal ones are twins.
  const auto same = find_title(project->county, project->title);
  if (!same) return {};
  return refusal_by(db_, project->title, {Kind::project, same->project}, 1);
}

std::optional<std::string> Twins::near_like(const AnyRecord& record) {
  if (many_) return {};
  std::optional<Reference> near;
  if (const auto* company = std::get_if<Company>(&record)) {
    near = company_holding(company->name);
  } else if (const auto* project = std::get_if<Project>(&record)) {
    near = project_shortened(*project);
  }
  if (!near) return {};
  const auto name = store::name_of(db_, *near);
  return say("{} {} has nearly this name: is it another?", reference_text(*near), name);
}

std::optional<Reference> Twins::company_holding(std::string_view name) {
  constexpr std::size_t shortest = 3;
  constexpr std::size_t shortest_latin = 7;
  read_companies();
  const auto normal = text::decode(normalise_company(name));
  for (const auto& known : companies_) {
    const auto& longer = known.normal.size() > normal.size() ? known.normal : normal;
    const auto& shorter = known.normal.size() > normal.size() ? normal : known.normal;
    const bool is_latin = !shorter.empty() && shorter.front() < 0x80;
    if (shorter.size() < (is_latin ? shortest_latin : shortest)) continue;
    if (longer.size() > 4 * shorter.size()) continue;
    if (longer.find(shorter) != std::u32string::npos) return Reference{Kind::company, known.id};
  }
  return {};
}

std::optional<Reference> Twins::project_shortened(const Project& project) {
  std::optional<Reference> near;
  const auto plain = plain_title(project.title);
  const store::Parameters parameters = {{"county", store::number_or_null(project.county.number)}};
  db_.each(store::statement("project_titles"), parameters, [&](store::Row& row) {
    if (near || !is_shortened_title(plain, plain_title(row.text("title")))) return;
    near = Reference{Kind::project, row.integer("id")};
  });
  return near;
}

void Twins::remember(const AnyRecord& record) {
  if (const auto* company = std::get_if<Company>(&record); company != nullptr && companies_read_) {
    add_company(company->id.number, company->name);
  }
  if (const auto* project = std::get_if<Project>(&record); project != nullptr && titles_) {
    for (const auto& title : {project->title, project->other_title}) {
      if (!title.empty()) add_title(*titles_, project->county, title, project->id.number);
    }
  }
}

}  // namespace leadbook::service
