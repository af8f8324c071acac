#include "cli/record/export_names.hpp"

#include "leadbook/domain/naming/name_match.hpp"
#include "leadbook/domain/record/kind_facts.hpp"
#include "leadbook/store/record/digest.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::cli {
const ExportNames::NamesById& ExportNames::names_of(Kind kind) {
  const auto known = names_.find(kind);
  if (known != names_.end()) return known->second;
  auto& names = names_[kind];
  const auto key_of = [kind](std::string_view name) {
    return store::key_of(kind == Kind::company ? normalise_company(name) : text::fold(name));
  };
  store::KeyedIds bearers;  // 0 for several
  for (const auto& [id, spelling] : store::spellings_of(db_, kind)) {
    const auto [at, is_new] = bearers.emplace(key_of(spelling), id);
    if (!is_new && at->second != id) at->second = 0;
  }
  store::each_first_name(db_, kind, [&](std::int64_t id, std::string name) {
    const auto bearer = bearers.find(key_of(name));
    // What looks like a reference would be read as one.
    if (bearer == bearers.end() || bearer->second != id || parse_reference(name, kind)) {
      name = reference_text({kind, id});
    }
    names.emplace(id, std::move(name));
  });
  return names;
}

const std::string& ExportNames::operator()(const Reference& record) {
  const auto& names = names_of(record.kind);
  const auto found = names.find(record.number);
  return found == names.end() ? store::Names::operator()(record) : found->second;
}

}  // namespace leadbook::cli
