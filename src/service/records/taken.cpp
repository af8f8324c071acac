#include "leadbook/service/records/taken.hpp"

#include <algorithm>

#include "leadbook/domain/error.hpp"
#include "leadbook/domain/record/field_facts.hpp"
#include "leadbook/domain/record/kind_facts.hpp"
#include "leadbook/store/record/names.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::service {
namespace {

/// The number of a record as its kind's statement looks it up; "" where it has none.
std::string number_of(const Signing& signing) { return signing.contract_no; }
std::string number_of(const Company& company) { return company.credit_code; }
std::string number_of(const County& county) { return county.code; }
std::string number_of(const ColumnMap& map) { return map.name; }
std::string number_of(const Program& program) { return program.name; }
std::string number_of(const Report& report) { return report.name; }

/// A target is told by whose it is, of which period and of what.
std::string number_of(const Target& target) {
  if (!target.period) return "";
  return std::to_string(target.county.number) + " " + format_day(target.period->first) + " " +
         format_day(target.period->last) + " " + std::string(identifier(target.indicator));
}

/// So is a sum without projects.
std::string number_of(const Aggregate& aggregate) {
  if (!aggregate.period) return "";
  return std::to_string(aggregate.county.number) + " " + format_day(aggregate.period->first) + " " +
         format_day(aggregate.period->last) + " " + std::string(identifier(aggregate.indicator));
}

std::string number_of(const Rate& rate) {
  if (!rate.on) return "";
  return std::string(rate.currency.code()) + " " + format_day(rate.on->last);
}

template <class R>
requires IsRecord<R> std::string number_of(const R&) { return ""; }

std::string number_of(const AnyRecord& record) {
  return std::visit([](const auto& of) { return number_of(of); }, record);
}

std::string shown(Kind kind, const std::string& number) {
  return say(facts_of(kind).number_said, number);
}

std::string refusal_by(store::Db& db, const Reference& holder, const std::string& number) {
  return say("{} has {} already: {}",
             reference_text(holder),
             shown(holder.kind, number),
             store::name_of(db, holder));
}

std::int64_t holder_of(store::Db& db, Kind kind, const std::string& number) {
  if (number.empty()) return 0;
  return store::number_holder(db, kind, number);
}

}  // namespace

bool has_same_number(const AnyRecord& left, const AnyRecord& right) {
  return number_of(left) == number_of(right);
}

std::int64_t holder_of_number(store::Db& db, const AnyRecord& record) {
  return holder_of(db, which_kind(record), number_of(record));
}

std::vector<std::size_t> numbering_fields(Kind kind) {
  const auto& names = facts_of(kind).numbered_by;
  const auto& fields = fields_of(kind);
  std::vector<std::size_t> places;
  for (std::size_t field = 0; field < fields.size(); ++field) {
    if (std::find(names.begin(), names.end(), fields[field].name) != names.end()) {
      places.push_back(field);
    }
  }
  return places;
}

std::optional<std::string> taken_refusal(store::Db& db, const AnyRecord& record) {
  const auto [kind, own] = reference_of(record);
  const auto number = number_of(record);
  const auto holder = holder_of(db, kind, number);
  if (holder == 0 || holder == own) return {};
  return refusal_by(db, {kind, holder}, number);
}

TakenNumbers::TakenNumbers(store::Db& db, Kind kind) : db_(db) {
  if (facts_of(kind).numbered_by.empty()) return;
  store::each_number(db, kind, [this](std::int64_t id, const std::string& number) {
    holders_.emplace(number, id);
  });
}

std::optional<std::string> TakenNumbers::refusal(const AnyRecord& record) const {
  const auto number = number_of(record);
  const auto found = holders_.find(number);
  if (found == holders_.end()) return {};
  return refusal_by(db_, {which_kind(record), found->second}, number);
}

void TakenNumbers::remember(const AnyRecord& record) {
  auto number = number_of(record);
  if (!number.empty()) holders_.emplace(std::move(number), reference_of(record).number);
}

}  // namespace leadbook::service
