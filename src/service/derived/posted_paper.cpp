#include "service/derived/posted_paper.hpp"

#include "leadbook/domain/error.hpp"
#include "leadbook/domain/record/measure.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::service {

using store::Row;

Date date_at(const Row& row, std::string_view from, std::string_view until) {
  const auto first = parse_iso_day(row.text(from));
  const auto last = parse_iso_day(row.text(until));
  if (!first || !last) {
    throw Error(ErrorKind::failed,
                say("the book is damaged: a date cannot be read; run 'leadbook book check'"));
  }
  return {*first, *last};
}

std::optional<Money> money_at(Row& row, const char* minor, const char* currency) {
  if (store::is_null(row.at(minor))) return {};
  return Money{row.integer(minor),
               value_or_throw(Currency::parse(row.text(currency)), ErrorKind::failed)};
}

PostedPaper posting_at(Row& row) {
  const auto& step = row.text("step");
  return {row.integer("signing_id"),
          row.integer("project_id"),
          row.integer("county_id"),
          row.text("measure") == identifier(Measure::outside_amount),
          step != "supplement",
          step == "first",
          date_at(row),
          money_at(row, "minor", "currency"),
          row.integer_or_zero("completes_id")};
}

}  // namespace leadbook::service
