#include "leadbook/service/taken.hpp"

#include <algorithm>

#include "leadbook/domain/error.hpp"
#include "leadbook/service/record_input.hpp"
#include "leadbook/store/names.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::service {
namespace {

/// The number of a record as its kind's statement looks it up; "" where it has none.
std::string number_of(Kind kind, const store::RecordRow& row) {
  if (kind == Kind::signing) return store::from_row<Signing>(row).contract_no;
  if (kind == Kind::company) return store::from_row<Company>(row).credit_code;
  if (kind == Kind::county) return store::from_row<County>(row).code;
  if (kind == Kind::map) return store::from_row<ColumnMap>(row).name;
  if (kind != Kind::rate) return "";
  const auto rate = store::from_row<Rate>(row);
  return std::string(rate.currency.code()) + " " + format_day(rate.on->last);
}

std::string shown(Kind kind, const std::string& number) {
  if (kind == Kind::signing) return say("the contract number {}", number);
  if (kind == Kind::company) return say("the credit code {}", number);
  if (kind == Kind::county) return say("the code {}", number);
  if (kind == Kind::map) return say("the name {}", number);
  return say("the rate of {}", number);
}

bool has_number(Kind kind) {
  return kind == Kind::signing || kind == Kind::company || kind == Kind::county ||
         kind == Kind::rate || kind == Kind::map;
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
  return db.number(store::statement(std::string(identifier(kind)) + "_by_number"),
                   {{"number", number}});
}

}  // namespace

std::int64_t holder_of_number(store::Db& db, Kind kind, const store::RecordRow& row) {
  return holder_of(db, kind, number_of(kind, row));
}

std::vector<std::size_t> numbering_fields(Kind kind) {
  constexpr std::string_view names[] = {"contract_no", "credit_code", "code", "currency", "on"};
  std::vector<std::size_t> places;
  if (!has_number(kind)) return places;
  const auto& fields = fields_of(kind);
  for (std::size_t field = 0; field < fields.size(); ++field) {
    const bool dated = fields[field].name == "on" && kind != Kind::rate;
    const bool named = fields[field].name == "name" && kind == Kind::map;
    if (named || (!dated && std::find(std::begin(names), std::end(names), fields[field].name) !=
                                std::end(names))) {
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
  if (!has_number(kind)) return;
  db.each(store::statement(std::string(identifier(kind)) + "_numbers"), {}, [&](store::Row& row) {
    holders_.emplace(row.text("number"), row.integer("id"));
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
