#include "leadbook/service/twins.hpp"

#include <cmath>

#include "leadbook/domain/error.hpp"
#include "leadbook/domain/name_match.hpp"
#include "leadbook/store/names.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::service {
namespace {

constexpr double alike = 0.9;

[[noreturn]] void refuse(store::Db& db,
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

/// Titles differ by little where projects differ by much, so only equal ones are twins.
void refuse_project_twin(store::Db& db, const Project& project) {
  const auto title = text::fold(project.title);
  for (const auto& spelling : store::spellings_of(db, Kind::project)) {
    if (text::fold(spelling.text) != title) continue;
    const auto twin = store::find(db, Id<Project>{spelling.id});
    if (twin && twin->county == project.county)
      refuse(db, project.title, {Kind::project, spelling.id}, 1);
  }
}

}  // namespace

void refuse_company_twin(store::Db& db, std::string_view name) {
  const auto spellings = store::spellings_of(db, Kind::company);
  std::vector<NameEntry> entries;
  entries.reserve(spellings.size());
  for (const auto& spelling : spellings) entries.push_back({{spelling.text}});
  for (const auto& hit : near_twins(name, entries, alike)) {
    refuse(db, name, {Kind::company, spellings[hit.index].id}, hit.similarity);
  }
}

void refuse_twin(store::Db& db, Kind kind, const store::RecordRow& row) {
  if (kind == Kind::company) refuse_company_twin(db, store::from_row<Company>(row).name);
  if (kind == Kind::project) refuse_project_twin(db, store::from_row<Project>(row));
}

}  // namespace leadbook::service
