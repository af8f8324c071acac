// Contracts that lie in no county.
#include "leadbook/text/translate.hpp"
#include "service/derived/posted_paper.hpp"
#include "service/review/rules.hpp"

namespace leadbook::service {

Findings find_missing_counties(store::Db& db, const ReviewQuery&) {
  Findings findings;
  db.each(store::statement("review_no_county"), {}, [&](store::Row& row) {
    const Reference zone{Kind::county, row.integer("zone")};
    findings.push_back({ReviewRule::no_county,
                        {{Kind::signing, row.integer("id")}, zone},
                        say("{}, signed {}: {} lies in no county",
                            row.text("title"),
                            format_date(date_at(row)),
                            row.text("name")),
                        command_on(zone, "edit", {"--host", unknown_county})});
  });
  return findings;
}

}  // namespace leadbook::service
