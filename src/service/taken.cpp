#include "leadbook/service/taken.hpp"

#include "leadbook/domain/error.hpp"
#include "leadbook/store/names.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::service {
namespace {

/// Holds a number against the records of a kind other than `id`; "" is no number.
void refuse(store::Db& db,
            const Reference& record,
            std::string_view statement,
            const std::string& number,
            const std::string& shown) {
  if (number.empty()) return;
  const auto holder = db.number(store::statement(statement), {{"number", number}});
  if (holder == 0 || holder == record.number) return;
  const Reference other{record.kind, holder};
  throw Error(ErrorKind::conflict,
              say("{} has {} already: {}",
                  reference_text(other),
                  shown,
                  store::name_of(db, other)));
}

}  // namespace

void refuse_taken(store::Db& db, Kind kind, const store::RecordRow& row) {
  const Reference record{kind, row.id};
  if (kind == Kind::signing) {
    const auto number = store::from_row<Signing>(row).contract_no;
    refuse(db, record, "signing_by_number", number, say("the contract number {}", number));
  } else if (kind == Kind::company) {
    const auto code = store::from_row<Company>(row).credit_code;
    refuse(db, record, "company_by_number", code, say("the credit code {}", code));
  } else if (kind == Kind::county) {
    const auto code = store::from_row<County>(row).code;
    refuse(db, record, "county_by_number", code, say("the code {}", code));
  } else if (kind == Kind::rate) {
    const auto rate = store::from_row<Rate>(row);
    const auto day = format_day(rate.on->last);
    const auto key = std::string(rate.currency.code()) + " " + day;
    refuse(db, record, "rate_by_number", key, say("the rate of {}", key));
  }
}

}  // namespace leadbook::service
