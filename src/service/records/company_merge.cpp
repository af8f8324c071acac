#include "leadbook/service/records/company_merge.hpp"

#include <algorithm>

#include "leadbook/domain/error.hpp"
#include "leadbook/domain/naming/name_match.hpp"
#include "leadbook/domain/record/fields/all.hpp"
#include "leadbook/service/records/twins.hpp"
#include "leadbook/store/record/names.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::service {
namespace {

/// Names `into` wherever a list of a record names `from`; an item that says the same twice goes.
template <class Part>
void redirect(std::vector<Part>& list, Id<Company> from, Id<Company> into) {
  if constexpr (requires(Part part) { part.company; }) {
    for (auto& part : list) {
      if (part.company == from) part.company = into;
    }
    std::vector<Part> kept;
    for (const auto& part : list) {
      if (std::find(kept.begin(), kept.end(), part) == kept.end()) kept.push_back(part);
    }
    list = std::move(kept);
  }
}

void redirect_record(store::Change& change,
                     const Reference& reference,
                     Id<Company> from,
                     Id<Company> into) {
  with_record(reference.kind, [&]<class R>() {
    auto record = store::find(change.db(), Id<R>{reference.number});
    if (!record) return;
    for_each_field<R>([&](const auto& field) {
      using Type = typename std::decay_t<decltype(field)>::Type;
      auto& value = (*record).*field.member;
      if constexpr (is_list<Type>) redirect(value, from, into);
      if constexpr (std::is_same_v<Type, Id<Company>>) {
        if (value == from) value = into;
      }
    });
    change.put(*record);
  });
}

void append_new(std::vector<std::string>& list, const std::vector<std::string>& more) {
  for (const auto& text : more) {
    if (std::find(list.begin(), list.end(), text) == list.end()) list.push_back(text);
  }
}

void fill(std::string& text, const std::string& other) {
  if (text.empty()) text = other;
}

}  // namespace

bool share_something(store::Db& db, Id<Company> one, Id<Company> other) {
  const auto left = store::find(db, one).value();
  const auto right = store::find(db, other).value();
  if (!left.credit_code.empty() && left.credit_code == right.credit_code) return true;
  auto names = left.aliases;
  names.push_back(left.name);
  auto others = right.aliases;
  others.push_back(right.name);
  for (const auto& name : names) {
    for (const auto& of_other : others) {
      if (similarity(name, of_other) >= twin_likeness) return true;
      const auto a = normalise_company(name);
      const auto b = normalise_company(of_other);
      if (a.find(b) != std::string::npos || b.find(a) != std::string::npos) return true;
    }
  }
  return false;
}

std::size_t merge_companies(store::Change& change, Id<Company> from, Id<Company> into) {
  if (from == into) throw Error(ErrorKind::usage, say("these are one company already"));
  const auto gone = store::find(change.db(), from).value();
  auto kept = store::find(change.db(), into).value();
  const auto dependents = store::dependents_of(change.db(), {Kind::company, from.number});
  for (const auto& dependent : dependents) redirect_record(change, dependent, from, into);
  change.remove({Kind::company, from.number});  // before its credit code may be taken over
  append_new(kept.aliases, {gone.name});
  append_new(kept.aliases, gone.aliases);
  append_new(kept.flags, gone.flags);
  std::erase(kept.aliases, kept.name);
  fill(kept.home, gone.home);
  fill(kept.credit_code, gone.credit_code);
  fill(kept.source, gone.source);
  fill(kept.note, gone.note);
  change.put(kept);
  return dependents.size();
}

}  // namespace leadbook::service
