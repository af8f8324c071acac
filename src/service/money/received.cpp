#include "leadbook/service/money/received.hpp"

#include "leadbook/domain/error.hpp"
#include "leadbook/domain/standing/pace.hpp"
#include "service/derived/posted_paper.hpp"

namespace leadbook::service {
namespace {

/// Adds a row's amount in CNY to a sum that begins with the first.
void add_row(std::optional<std::int64_t>& sum,
             const Money& money,
             const Date& on,
             const Rates& rates) {
  const Money before{sum.value_or(0), Currency()};
  sum = value_or_throw(add(before, rates.to_cny(money, on)), ErrorKind::failed).minor;
}

/// What contracts promise is added to what was received.
Received completed(store::Db& db, Id<Project> project, const Rates& rates, Received received) {
  const store::Parameters of = {{"project", project.number}};
  db.each(store::statement("project_contracted"), of, [&](store::Row& row) {
    add_row(received.contract, money_at(row, "minor", "currency").value(), date_at(row), rates);
  });
  if (received.funds && received.contract) {
    received.share = completion_of(*received.funds, *received.contract);
  }
  return received;
}

}  // namespace

Received received_by(store::Db& db, Id<Project> project, const Rates& rates) {
  Received received;
  const auto id = project.number;
  db.each(store::statement("funds_received"), {{"first", id}, {"last", id}}, [&](store::Row& row) {
    const auto money = money_at(row, "amount_minor", "amount_currency").value();
    add_row(received.funds, money, date_at(row), rates);
  });
  return completed(db, project, rates, received);
}

Received received_by(store::Db& db,
                     Id<Project> project,
                     const std::vector<Funds>& funds,
                     const Rates& rates) {
  Received received;
  for (const auto& one : funds) {
    add_row(received.funds, one.amount.value().money, one.on.value(), rates);
  }
  return completed(db, project, rates, received);
}

}  // namespace leadbook::service
