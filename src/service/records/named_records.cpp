#include "leadbook/service/records/named_records.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "leadbook/domain/error.hpp"
#include "leadbook/domain/list_text.hpp"
#include "leadbook/domain/naming/name_match.hpp"
#include "leadbook/domain/record/field_facts.hpp"
#include "leadbook/domain/record/kind_facts.hpp"
#include "leadbook/store/record/lookup.hpp"
#include "leadbook/store/record/names.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::service {
namespace {

constexpr std::int64_t wanted_project = -1;
constexpr std::int64_t first_wanted_company = -2;

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

/// The names by which a later record may refer to this one.
std::vector<std::string> names_of(const AnyRecord& record) {
  const auto kind = which_kind(record);
  const auto& fields = fields_of(kind);
  const auto texts = write_fields(record, reference_text);
  std::vector<std::string> names;
  for (const auto name : facts_of(kind).found_by) {
    for (std::size_t field = 0; field < fields.size(); ++field) {
      if (fields[field].name != name || texts[field].empty()) continue;
      if (!fields[field].list) names.push_back(texts[field]);
      for (const auto& item : read_list_text(fields[field].list ? texts[field] : "")) {
        names.push_back(item.front());
      }
    }
  }
  return names;
}

}  // namespace

NamedRecords::NamedRecords(
    store::Change& change, Resolver& resolver, Twins& twins, bool create, LikeName like_name)
    : change_(change), resolver_(resolver), twins_(twins), create_(create), like_name_(like_name) {}

void NamedRecords::read_companies() {
  if (companies_by_name_) return;
  companies_by_name_.emplace();
  companies_by_text_.emplace();
  for (const auto& spelling : store::spellings_of(change_.db(), Kind::company)) {
    add_key(*companies_by_name_, store::key_of(normalise_company(spelling.text)), spelling.id);
  }
}

/// A company of the book or of an earlier row; nothing where there is none of this name. Throws
/// where several are called so.
std::optional<std::int64_t> NamedRecords::find_company(std::string_view text) {
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

bool NamedRecords::is_named(Kind kind, std::string_view text) {
  return resolver_.find_exact(kind, text).has_value();
}

std::int64_t NamedRecords::resolve(Kind kind, std::string_view text, ReadRecord& read) {
  if (kind != Kind::company || !create_) return resolver_.resolve(kind, text);
  if (const auto id = find_company(text)) return *id;
  // What is typed may be a part of the name; a sheet has whole ones.
  if (like_name_ == LikeName::refuse) {
    if (const auto id = resolver_.find(kind, text)) return *id;
  }
  return want_company(text, read);
}

/// The negative number of a company that is to be made, one for all spellings of its name.
std::int64_t NamedRecords::want_company(std::string_view text, ReadRecord& read) {
  const auto name = std::string(text::trim(text));
  auto& names = read.wanted_companies;
  const auto again = std::find_if(names.begin(), names.end(), [&](const std::string& other) {
    return normalise_company(other) == normalise_company(name);
  });
  const auto place = again - names.begin();
  if (again == names.end()) {
    if (like_name_ == LikeName::refuse) refuse_like(name, names);
    names.push_back(name);
  }
  return first_wanted_company - place;
}

/// Throws where the book has a company of nearly this name, or is about to.
void NamedRecords::refuse_like(const std::string& name, const std::vector<std::string>& wanted) {
  if (const auto refusal = twins_.refusal_of_company(name)) {
    throw Error(ErrorKind::conflict, *refusal);
  }
  for (const auto& other : wanted) {
    const auto likeness = similarity(name, other);
    if (likeness < twin_likeness) continue;
    throw Error(
        ErrorKind::conflict,
        say("'{}' looks like '{}', which is new as well ({} % alike): use one name for both, "
            "or add one of them first",
            text::visible(name),
            text::visible(other),
            std::lround(likeness * 100)));
  }
}

std::int64_t NamedRecords::resolve_project(std::string_view text, const Project& described) {
  if (is_reference(Kind::project, text)) return resolver_.resolve(Kind::project, text);
  if (const auto same = twins_.find_title(described.county, text)) {
    if (same->is_only) return same->project;
    const auto projects = twins_.all_of_title(described.county, text);
    if (projects.size() > 1) resolver_.throw_ambiguous(Kind::project, text, projects);
    return projects.front();
  }
  if (create_ && described.county) return wanted_project;
  if (const auto reference = parse_reference(text, Kind::project)) {
    // In a sheet P31 and 31 are titles, though typed they are references.
    throw Error(ErrorKind::not_found,
                say("there is no project with the title '{}'; the reference is written {}",
                    text::visible(text),
                    reference_text(*reference)));
  }
  if (!create_) return resolver_.resolve(Kind::project, text);
  try {
    return resolver_.resolve(Kind::project, text);
  } catch (const Error& error) {
    throw Error(
        error.kind(),
        say("{}; a column for the county, or --default county=NAME, would add it", error.what()));
  }
}

std::vector<Reference> NamedRecords::make(ReadRecord& read) {
  std::vector<Reference> made;
  std::vector<std::int64_t> companies;
  for (const auto& name : read.wanted_companies) companies.push_back(make_company(name, made));
  std::int64_t project = 0;
  replace_wanted(read.record, [&](std::int64_t number) {
    if (number != wanted_project) return company_of(number, companies);
    if (project == 0) project = make_project(read.project, companies, made);
    return project;
  });
  return made;
}

/// The company, made where no earlier record has made it meanwhile.
std::int64_t NamedRecords::make_company(const std::string& name, std::vector<Reference>& made) {
  if (const auto id = find_company(name)) return *id;
  const auto near = like_name_ == LikeName::tell ? twins_.near_company(name) : std::nullopt;
  Company company;
  company.name = name;
  company.kind = company_kind(name);
  company = change_.add(company);
  const auto& added = made.emplace_back(Reference{Kind::company, company.id.number});
  if (near) {
    const Reference twin{Kind::company, near->id};
    notes_.push_back(say("added {} {}, {} % like {} {}; 'leadbook company merge' makes two one",
                         reference_text(added),
                         name,
                         std::lround(near->likeness * 100),
                         reference_text(twin),
                         store::name_of(change_.db(), twin)));
  }
  add_key(*companies_by_name_, store::key_of(normalise_company(name)), added.number);
  companies_by_text_->emplace(store::key_of(name), added.number);
  twins_.remember(company);
  return added.number;
}

std::int64_t NamedRecords::make_project(const Project& described,
                                        const std::vector<std::int64_t>& companies,
                                        std::vector<Reference>& made) {
  const auto known = resolve_project(described.title, described);
  if (known != wanted_project) return known;
  AnyRecord project = described;
  replace_wanted(project, [&](std::int64_t number) { return company_of(number, companies); });
  project = change_.add(std::move(project));
  twins_.remember(project);
  return made.emplace_back(reference_of(project)).number;
}

void NamedRecords::remember(const AnyRecord& record) {
  const auto reference = reference_of(record);
  const auto* company = std::get_if<Company>(&record);
  if (company == nullptr) {
    for (const auto& name : names_of(record)) resolver_.remember(reference, name);
  } else if (companies_by_name_) {
    const auto key = store::key_of(normalise_company(company->name));
    add_key(*companies_by_name_, key, reference.number);
  }
}

std::vector<std::string> NamedRecords::take_notes() {
  auto notes = std::exchange(notes_, {});
  for (auto& note : resolver_.take_notes()) notes.push_back(std::move(note));
  return notes;
}

}  // namespace leadbook::service
