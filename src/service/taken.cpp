#include "leadbook/service/taken.hpp"

#include <algorithm>

#include "leadbook/domain/error.hpp"
#include "leadbook/domain/record/kind_facts.hpp"
#include "leadbook/service/record_input.hpp"
#include "leadbook/store/names.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::service {
namespace {

/// A target is told by whose it is, of which period and of what.
std::string number_of(const Target& target) {
  if (!target.period) return "";
  return std::to_string(target.county.number) + " " + format_day(target.period->first) + " " +
         format_day(target.period->last) + " " + std::string(identifier(target.indicator));
}

/// The number of a record as its kind's statement looks it up; "" where it has none.
std::string number_of(Kind kind, const store::RecordRow& row) {
  if (kind == Kind::signing) return store::from_row<Signing>(row).contract_no;
  if (kind == Kind::company) return store::from_row<Company>(row).credit_code;
  if (kind == Kind::county) return store::from_row<County>(row).code;
  if (kind == Kind::map) return store::from_row<ColumnMap>(row).name;
  if (kind == Kind::program) return store::from_row<Program>(row).name;
  if (kind == Kind::report) return store::from_row<Report>(row).name;
  if (kind == Kind::target) return number_of(store::from_row<Target>(row));
  if (kind != Kind::rate) return "";
  const auto rate = store::from_row<Rate>(row);
  return std::string(rate.currency.code()) + " " + format_day(rate.on->last);
}

std::string shown(Kind kind, const std::string& number) {
  return say(facts_of(kind).number_said, number);
}

[[noreturn]] void refuse_as(store::Db& db, const Reference& holder, const std::string& number) {
  throw Error(ErrorKind::conflict,
              say("{} has {} already: {}",
                  reference_text(holder),
                  shown(holder.kind, number),
                  store::name_of(db, holder)));
}

std::int64_t holder_of(store::Db& db, Kind kind, const std::string& number) {
  if (number.empty()) return 0;
  return store::number_holder(db, kind, number);
}

}  // namespace

std::int64_t holder_of_number(store::Db& db, Kind kind, const store::RecordRow& row) {
  return holder_of(db, kind, number_of(kind, row));
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

void refuse_taken(store::Db& db, Kind kind, const store::RecordRow& row) {
  const auto number = number_of(kind, row);
  const auto holder = holder_of(db, kind, number);
  if (holder != 0 && holder != row.id) refuse_as(db, {kind, holder}, number);
}

TakenNumbers::TakenNumbers(store::Db& db, Kind kind) : db_(db), kind_(kind) {
  if (facts_of(kind).numbered_by.empty()) return;
  store::each_number(db, kind, [this](std::int64_t id, const std::string& number) {
    holders_.emplace(number, id);
  });
}

void TakenNumbers::refuse(const store::RecordRow& row) const {
  const auto number = number_of(kind_, row);
  const auto found = holders_.find(number);
  if (found != holders_.end()) refuse_as(db_, {kind_, found->second}, number);
}

void TakenNumbers::remember(const store::RecordRow& row) {
  auto number = number_of(kind_, row);
  if (!number.empty()) holders_.emplace(std::move(number), row.id);
}

}  // namespace leadbook::service
