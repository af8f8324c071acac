#include "leadbook/service/money/usual_amounts.hpp"

#include "leadbook/text/translate.hpp"

namespace leadbook::service {
namespace {

constexpr std::int64_t far_beyond = 1'000;  // times the median

}  // namespace

std::int64_t times_usual(std::int64_t minor, const UsualAmounts& usual) {
  if (usual.median <= 0) return 0;
  const auto times = minor / usual.median;
  return times >= far_beyond ? times : 0;
}

std::string far_from_county(const Amount& amount, const UsualAmounts& usual, AmountUnit unit) {
  return say("{} is {} times what is usual in this county ({}): is the unit right?",
             format_amount(amount, unit),
             times_usual(amount.money.minor, usual),
             format_money({usual.median, amount.money.currency}, unit));
}

void each_county_amounts(store::Db& db,
                         Kind kind,
                         Id<County> county,
                         const std::function<void(const CountyAmounts&)>& each) {
  if (kind != Kind::signing && kind != Kind::project) return;
  CountyAmounts amounts;
  const auto close = [&] {
    if (!amounts.stated.empty()) each(amounts);
    amounts.stated.clear();
  };
  const auto statement = store::statement(std::string(identifier(kind)) + "_amounts");
  const store::Parameters parameters = {{"county", store::number_or_null(county.number)}};
  db.each(statement, parameters, [&](store::Row& row) {
    const auto currency = Currency::parse(row.text("currency"));
    if (!currency) return;
    const Id<County> in{row.integer("county_id")};
    if (in != amounts.county || *currency != amounts.currency) {
      close();
      amounts.county = in;
      amounts.currency = *currency;
    }
    amounts.stated.push_back({row.integer("id"), row.integer("minor")});
  });
  close();
}

}  // namespace leadbook::service
