#include "service/import/names.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "leadbook/domain/error.hpp"
#include "leadbook/domain/naming/name_match.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"
#include "service/import/keys.hpp"

namespace leadbook::service {
namespace {

constexpr std::int64_t wanted_project = -1;
constexpr std::int64_t first_wanted_company = -2;

store::TextKey title_key(std::int64_t county, std::string_view title) {
  return store::key_of(std::to_string(county) + " " + plain_title(title));
}

/// Adds a record under a key; 0 where the key names several.
void add_key(store::KeyedIds& ids, const store::TextKey& key, std::int64_t id) {
  const auto [at, is_new] = ids.emplace(key, id);
  if (!is_new && at->second != id) at->second = 0;
}

std::int64_t company_of(std::int64_t wanted, const std::vector<std::int64_t>& companies) {
  return companies[static_cast<std::size_t>(first_wanted_company - wanted)];
}

/// Puts number(wanted) in place of each negative number by which a record names another.
template <class Number>
void replace_wanted(AnyRecord& record, const Number& number) {
  visit_references(record, [&](Kind, std::int64_t& named) {
    if (named < 0) named = number(named);
  });
}

/// Whether the text is a reference as exports have it, "C-3": never a name of something new.
bool is_reference(Kind kind, std::string_view text) {
  const auto reference = parse_reference(text);
  return reference && reference->kind == kind && reference_text(*reference) == text;
}

/// The names by which a later row may refer to a record.
std::vector<std::string> names_of(const County& county) {
  return {county.name, county.code, county.short_name, county.english, county.pinyin};
}
std::vector<std::string> names_of(const Figure& figure) { return {figure.indicator}; }
std::vector<std::string> names_of(const Signing& signing) {
  return {signing.contract_no, signing.title};
}
std::vector<std::string> names_of(const Event& event) { return {event.title}; }
std::vector<std::string> names_of(const Delegation& trip) { return {trip.title}; }
template <class R>
std::vector<std::string> names_of(const R&) {
  return {};
}

}  // namespace

ImportNames::ImportNames(store::Change& change, bool create, Twins* twins)
    : change_(change), create_(create), resolver_(change.db()), twins_(twins) {}

void ImportNames::read_companies() {
  if (companies_by_name_) return;
  companies_by_name_.emplace();
  companies_by_text_.emplace();
  for (const auto& spelling : store::spellings_of(change_.db(), Kind::company)) {
    add_key(*companies_by_name_, store::key_of(normalise_company(spelling.text)), spelling.id);
  }
}

/// A company of the book or of an earlier row; nothing where there is none of this name. Throws
/// where several are called so.
std::optional<std::int64_t> ImportNames::find_company(std::string_view text) {
  read_companies();
  const auto written = store::key_of(text);
  const auto known = companies_by_text_->find(written);
  if (known != companies_by_text_->end()) return known->second;
  if (is_reference(Kind::company, text)) return resolver_.resolve(Kind::company, text);
  const auto found = companies_by_name_->find(store::key_of(normalise_company(text)));
  std::optional<std::int64_t> id;
  if (found != companies_by_name_->end()) {
    id = found->second != 0 ? found->second : resolver_.resolve(Kind::company, text);
  } else if (parse_reference(text, Kind::company)) {
    id = resolver_.find_exact(Kind::company, text);
  }
  if (id) companies_by_text_->emplace(written, *id);
  return id;
}

std::int64_t ImportNames::resolve(Kind kind, std::string_view text, Wanted& wanted) {
  if (kind != Kind::company || !create_) return resolver_.resolve(kind, text);
  if (const auto id = find_company(text)) return *id;
  const auto name = std::string(text::trim(text));
  auto& names = wanted.companies;
  const auto again = std::find_if(names.begin(), names.end(), [&](const std::string& other) {
    return normalise_company(other) == normalise_company(name);
  });
  const auto place = again - names.begin();
  if (again == names.end()) names.push_back(name);
  return first_wanted_company - place;
}

void ImportNames::read_projects() {
  if (projects_by_title_) return;
  projects_by_title_.emplace();
  change_.db().each(store::statement("project_titles"), {}, [&](store::Row& row) {
    remember_project(row.integer("id"), row.integer("county_id"), row.text("title"));
  });
}

void ImportNames::remember_project(std::int64_t id, std::int64_t county, std::string_view title) {
  if (!projects_by_title_) return;
  add_key(*projects_by_title_, title_key(county, title), id);
  add_key(*projects_by_title_, title_key(0, title), id);
}

std::int64_t ImportNames::resolve_project(std::string_view text, const Project& described) {
  if (is_reference(Kind::project, text)) return resolver_.resolve(Kind::project, text);
  read_projects();
  const auto found = projects_by_title_->find(title_key(described.county.number, text));
  if (found != projects_by_title_->end()) {
    return found->second != 0 ? found->second : resolver_.resolve(Kind::project, text);
  }
  const auto reference = parse_reference(text, Kind::project);
  if (reference && resolver_.find_exact(Kind::project, text)) return reference->number;
  if (!create_) return resolver_.resolve(Kind::project, text);
  if (described.county) return wanted_project;
  try {
    return resolver_.resolve(Kind::project, text);
  } catch (const Error& error) {
    throw Error(
        error.kind(),
        say("{}; a column for the county, or --default county=NAME, would add it", error.what()));
  }
}

void ImportNames::make(AnyRecord& record, const Wanted& wanted, const Project& described) {
  std::vector<std::int64_t> companies;
  for (const auto& name : wanted.companies) companies.push_back(make_company(name));
  std::int64_t project = 0;
  replace_wanted(record, [&](std::int64_t number) {
    if (number != wanted_project) return company_of(number, companies);
    if (project == 0) project = make_project(companies, described);
    return project;
  });
}

/// The company, made where no earlier row has made it meanwhile.
std::int64_t ImportNames::make_company(const std::string& name) {
  if (const auto id = find_company(name)) return *id;
  const auto near = twins_ != nullptr ? twins_->near_company(name) : std::nullopt;
  Company company;
  company.name = name;
  const auto id = change_.add(company).id.number;
  if (near) {
    const Reference twin{Kind::company, near->id};
    notes_.push_back(say("added {} {}, {} % like {} {}; 'leadbook company merge' makes two one",
                         reference_text({Kind::company, id}),
                         name,
                         std::lround(near->likeness * 100),
                         reference_text(twin),
                         store::name_of(change_.db(), twin)));
  }
  add_key(*companies_by_name_, store::key_of(normalise_company(name)), id);
  companies_by_text_->emplace(store::key_of(name), id);
  if (twins_ != nullptr) twins_->remember(id, name);
  ++companies_;
  return id;
}

std::int64_t ImportNames::make_project(const std::vector<std::int64_t>& companies,
                                       const Project& described) {
  const auto known = resolve_project(described.title, described);
  if (known != wanted_project) return known;
  AnyRecord project = described;
  replace_wanted(project, [&](std::int64_t number) { return company_of(number, companies); });
  const auto id = reference_of(change_.add(std::move(project))).number;
  remember_project(id, described.county.number, described.title);
  ++projects_;
  return id;
}

void ImportNames::remember(const AnyRecord& record) {
  const auto reference = reference_of(record);
  if (const auto* company = std::get_if<Company>(&record)) {
    if (companies_by_name_) {
      const auto key = store::key_of(normalise_company(company->name));
      add_key(*companies_by_name_, key, reference.number);
    }
    if (twins_ != nullptr) twins_->remember(reference.number, company->name);
    return;
  }
  const auto names = std::visit([](const auto& of) { return names_of(of); }, record);
  for (const auto& name : names) {
    if (!name.empty()) resolver_.remember(reference, name);
  }
}

std::vector<std::string> ImportNames::take_notes() {
  auto notes = std::exchange(notes_, {});
  for (auto& note : resolver_.take_notes()) notes.push_back(std::move(note));
  return notes;
}

}  // namespace leadbook::service
