// What the kinds say of themselves, for code that treats them alike. Their lists of names are held
// against their fields here: a misspelt one does not compile.
#include "leadbook/domain/record/kind_facts.hpp"

#include <algorithm>

#include "leadbook/domain/record/fields/all.hpp"

namespace leadbook {
namespace {

constexpr bool holds(const FieldNames& names, std::string_view wanted) {
  for (const auto name : names) {
    if (name == wanted) return true;
  }
  return false;
}

template <class R>
constexpr bool has_field(std::string_view wanted) {
  bool has = false;
  for_each_field<R>([&](const auto& field) { has = has || wanted == field.name; });
  return has;
}

template <class R>
constexpr bool has_fields(const FieldNames& names) {
  for (const auto name : names) {
    if (!has_field<R>(name)) return false;
  }
  return true;
}

/// Whether all that people are shown of a listing is the number, a field or worked out.
template <class R>
constexpr bool can_be_listed() {
  const auto& facts = Describe<R>::facts;
  for (const auto name : facts.listed) {
    if (name != "id" && !has_field<R>(name) && !holds(facts.worked_out, name)) return false;
  }
  return !facts.listed.empty();
}

template <class R>
constexpr bool knows_its_fields() {
  const auto& facts = Describe<R>::facts;
  return has_fields<R>(facts.named_by) && !facts.named_by.empty() &&
         has_fields<R>(facts.found_by) && has_fields<R>(facts.found_unspaced) &&
         has_fields<R>(facts.told_by) && has_fields<R>(facts.typed) && can_be_listed<R>() &&
         has_fields<R>(facts.numbered_by) && has_fields<R>(facts.searched_by) &&
         (facts.english_name.empty() || has_field<R>(facts.english_name)) &&
         (facts.linked_as.empty() || has_field<R>(facts.linked_as)) &&
         facts.numbered_by.empty() == facts.number_columns.empty();
}

template <class R>
constexpr const KindFacts& facts_of_record() {
  static_assert(Describe<R>::facts.kind == kind_of<R>);
  static_assert(knows_its_fields<R>(), "a name in the description of a kind is no field of it");
  return Describe<R>::facts;
}

}  // namespace

const KindFacts& facts_of(Kind kind) {
  return with_record(kind, []<class R>() -> const KindFacts& { return facts_of_record<R>(); });
}

template <>
std::span<const Word<Kind>> words<Kind>() {
  static const auto table = [] {
    std::array<Word<Kind>, std::size(all_kinds)> all{};
    for (const auto kind : all_kinds) {
      const auto& facts = facts_of(kind);
      all[static_cast<std::size_t>(kind)] = {
          kind, facts.identifier, facts.english, facts.chinese, facts.synonyms};
    }
    return all;
  }();
  return table;
}

}  // namespace leadbook
