// Amounts that are not there, or that are far from all others of their county.
#include <map>

#include "leadbook/service/money/usual_amounts.hpp"
#include "leadbook/text/translate.hpp"
#include "service/derived/posted_paper.hpp"
#include "service/review/rules.hpp"

namespace leadbook::service {

Findings find_missing_amounts(store::Db& db, const ReviewQuery&) {
  Findings findings;
  db.each(store::statement("review_no_amount"), {}, [&](store::Row& row) {
    const Reference paper{Kind::signing, row.integer("id")};
    const auto kind = value_or_throw(parse_word<SigningKind>(row.text("kind"), "kind"));
    findings.push_back({ReviewRule::no_amount,
                        {paper},
                        say("{} of {}, signed {}: no amount",
                            name_of(kind),
                            row.text("title"),
                            format_date(date_at(row))),
                        command_on(paper, "edit", {"--amount", unknown_amount})});
  });
  return findings;
}

Findings find_far_amounts(store::Db& db, const ReviewQuery& query) {
  Findings findings;
  const auto find_among = [&](Kind kind, const char* option) {
    std::map<std::int64_t, std::string> far;
    each_county_amounts(db, kind, {}, [&](const CountyAmounts& amounts) {
      const auto usual = amounts.usual();
      for (const auto& [record, minor] : amounts.stated) {
        if (times_usual(minor, usual) == 0) continue;
        const Amount amount{{minor, amounts.currency}, Qualifier::exact};
        far.emplace(record, far_from_county(amount, usual, query.unit));
      }
    });
    for (auto& [number, wrong] : far) {
      const Reference record{kind, number};
      findings.push_back({ReviewRule::far_amount,
                          {record},
                          std::move(wrong),
                          command_on(record, "edit", {option, unknown_amount})});
    }
  };
  find_among(Kind::signing, "--amount");
  find_among(Kind::project, "--planned-investment");
  return findings;
}

}  // namespace leadbook::service
