#include "leadbook/service/records/record_merge.hpp"

#include <algorithm>

#include "leadbook/domain/error.hpp"
#include "leadbook/domain/naming/name_match.hpp"
#include "leadbook/domain/record/field_facts.hpp"
#include "leadbook/domain/record/fields/all.hpp"
#include "leadbook/domain/record/record_text.hpp"
#include "leadbook/service/records/twins.hpp"
#include "leadbook/store/record/lookup.hpp"
#include "leadbook/store/record/names.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::service {
namespace {

/// Names `into` where a field, or one of an item of a list, names `from`.
template <class Named, class R>
void redirect(R& record, Id<Named> from, Id<Named> into) {
  for_each_field<R>([&](const auto& field) {
    using Type = typename std::decay_t<decltype(field)>::Type;
    auto& value = record.*field.member;
    if constexpr (std::is_same_v<Type, Id<Named>>) {
      if (value == from) value = into;
    } else if constexpr (is_list<Type>) {
      using Part = typename Type::value_type;
      if constexpr (!std::is_same_v<Part, std::string>) {
        for (auto& part : value) redirect(part, from, into);
      }
    }
  });
}

/// The items of a list, each once, in their order.
template <class Part>
void keep_once(std::vector<Part>& list) {
  std::vector<Part> kept;
  for (auto& part : list) {
    if (std::find(kept.begin(), kept.end(), part) == kept.end()) kept.push_back(std::move(part));
  }
  list = std::move(kept);
}

template <class R>
void keep_items_once(R& record) {
  for_each_field<R>([&](const auto& field) {
    using Type = typename std::decay_t<decltype(field)>::Type;
    if constexpr (is_list<Type>) keep_once(record.*field.member);
  });
}

template <class Named>
void redirect_record(store::Change& change,
                     const Reference& reference,
                     Id<Named> from,
                     Id<Named> into) {
  with_record(reference.kind, [&]<class R>() {
    auto record = store::find(change.db(), Id<R>{reference.number});
    if (!record) return;
    redirect(*record, from, into);
    keep_items_once(*record);
    change.put(*record);
  });
}

/// Gives a record what it lacks and another one has.
template <class R>
void complete(R& record, const R& other) {
  for_each_field<R>([&](const auto& field) {
    using Type = typename std::decay_t<decltype(field)>::Type;
    auto& value = record.*field.member;
    const auto& more = other.*field.member;
    if constexpr (is_list<Type>) {
      value.insert(value.end(), more.begin(), more.end());
      keep_once(value);
    } else if constexpr (requires { value.has_value(); }) {
      if (!value.has_value()) value = more;
    } else if constexpr (requires { value.empty(); }) {
      if (value.empty()) value = more;
    } else if constexpr (requires { value.number; }) {
      if (value.number == 0) value = more;
    }
  });
}

/// Where two records say different things that are no lists.
std::vector<Disagreement> disagreements_of(store::Db& db,
                                           const AnyRecord& kept,
                                           const AnyRecord& gone) {
  const Naming naming = [&db](const Reference& of) { return store::canonical_name_of(db, of); };
  const auto ours = write_fields(kept, naming);
  const auto theirs = write_fields(gone, naming);
  const auto& fields = fields_of(which_kind(kept));
  std::vector<Disagreement> found;
  for (std::size_t at = 0; at < ours.size(); ++at) {
    const bool is_alias = which_kind(kept) == Kind::company && fields[at].name == "name";
    if (is_alias || fields[at].list || ours[at].empty() || theirs[at].empty() ||
        ours[at] == theirs[at])
      continue;
    found.push_back({at, ours[at], theirs[at]});
  }
  return found;
}

bool share_name(const std::string& one, const std::string& other) {
  if (similarity(one, other) >= twin_likeness) return true;
  const auto a = normalise_company(one);
  const auto b = normalise_company(other);
  return a.find(b) != std::string::npos || b.find(a) != std::string::npos;
}

bool share_something(const Company& one, const Company& other) {
  if (!one.credit_code.empty() && one.credit_code == other.credit_code) return true;
  auto names = one.aliases;
  names.push_back(one.name);
  auto others = other.aliases;
  others.push_back(other.name);
  return std::any_of(names.begin(), names.end(), [&](const std::string& name) {
    return std::any_of(others.begin(), others.end(), [&](const std::string& of_other) {
      return share_name(name, of_other);
    });
  });
}

bool share_something(const Project& one, const Project& other) {
  return one.county == other.county && share_name(one.title, other.title);
}

bool share_something(const Signing& one, const Signing& other) {
  return one.project == other.project;
}

/// What a kind makes of both records beyond their fields.
void take_over(Company& kept, const Company& gone) {
  kept.aliases.push_back(gone.name);
  keep_once(kept.aliases);
  std::erase(kept.aliases, kept.name);
}

void take_over(Project& kept, const Project&) {
  std::stable_sort(kept.moves.begin(), kept.moves.end(), [](const auto& left, const auto& right) {
    return left.on < right.on;
  });
}

void take_over(Signing&, const Signing&) {}

void refuse_different(const Signing& kept, const Signing& gone) {
  if (kept.amends != gone.id && gone.amends != kept.id) return;
  throw Error(ErrorKind::conflict,
              say("one of {} and {} amends the other: they are two papers",
                  reference_text({Kind::signing, kept.id.number}),
                  reference_text({Kind::signing, gone.id.number})));
}

/// The signings of a project that say what another of them says.
std::vector<std::string> twins_of(store::Db& db, const Reference& project) {
  std::vector<Signing> papers;
  for (const auto& dependent : store::dependents_of(db, project)) {
    if (dependent.kind != Kind::signing) continue;
    if (auto paper = store::find(db, Id<Signing>{dependent.number})) {
      papers.push_back(std::move(*paper));
    }
  }
  std::vector<std::string> twins;
  for (std::size_t at = 0; at < papers.size(); ++at) {
    const auto first = std::find_if(papers.begin(), papers.end(), [&](const Signing& other) {
      return other.on == papers[at].on && other.kind == papers[at].kind &&
             other.amount == papers[at].amount;
    });
    if (first == papers.begin() + static_cast<std::ptrdiff_t>(at)) continue;
    twins.push_back(say("{0} and {1} say the same: 'leadbook signing merge {1} {0}' makes them one",
                        reference_text({Kind::signing, first->id.number}),
                        reference_text({Kind::signing, papers[at].id.number})));
  }
  return twins;
}

template <class R>
MergedRecord merge(store::Change& change, Id<R> from, Id<R> into) {
  auto& db = change.db();
  const auto gone = store::find(db, from).value();
  auto kept = store::find(db, into).value();
  if constexpr (std::is_same_v<R, Signing>) refuse_different(kept, gone);
  MergedRecord merged;
  merged.disagreements = disagreements_of(db, kept, gone);
  for (const auto& dependent : store::dependents_of(db, {KindOf<R>::value, from.number})) {
    redirect_record(change, dependent, from, into);
    ++merged.redirected;
  }
  change.remove({KindOf<R>::value, from.number});  // before its number may be taken over
  complete(kept, gone);
  take_over(kept, gone);
  change.put(kept);
  if (KindOf<R>::value == Kind::project) merged.twins = twins_of(db, {Kind::project, into.number});
  return merged;
}

/// Calls `visit` with an identifier of the kind; only these are merged.
template <class Visit>
auto with_kind(Kind kind, const Visit& visit) {
  if (kind == Kind::company) return visit(Id<Company>{});
  if (kind == Kind::project) return visit(Id<Project>{});
  return visit(Id<Signing>{});
}

}  // namespace

bool share_something(store::Db& db, Kind kind, std::int64_t one, std::int64_t other) {
  return with_kind(kind, [&]<class R>(Id<R>) {
    return share_something(store::find(db, Id<R>{one}).value(),
                           store::find(db, Id<R>{other}).value());
  });
}

MergedRecord merge_records(store::Change& change, Kind kind, std::int64_t from, std::int64_t into) {
  if (from == into) throw Error(ErrorKind::usage, say("these are one record already"));
  return with_kind(kind, [&]<class R>(Id<R>) { return merge(change, Id<R>{from}, Id<R>{into}); });
}

}  // namespace leadbook::service
