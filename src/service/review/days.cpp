// Days that are not known, and talks that are not within the days of their trip.
#include "leadbook/domain/record/fields/all.hpp"
#include "leadbook/domain/record/fields/field_text.hpp"
#include "leadbook/store/record/many.hpp"
#include "leadbook/text/translate.hpp"
#include "service/derived/posted_paper.hpp"
#include "service/review/rules.hpp"

namespace leadbook::service {
namespace {

/// "赴苏州 (2019H1)", with as much of it as there is.
std::string named_of_time(const std::string& name, const std::optional<Date>& date) {
  if (!date) return say("{}: no date", name);
  const auto day = format_date(*date);
  if (name.empty()) return say("{}: the month is not known", day);
  return say("{}, {}: the month is not known", name, day);
}

/// All promises of a talk, with DAY where there is no day.
std::string promises_to_date(const std::vector<Commitment>& promises) {
  constexpr std::size_t due = 2;  // of the fields of an item
  std::vector<std::vector<std::string>> items;
  for (const auto& promise : promises) {
    auto& item = items.emplace_back(FieldText<Commitment>::write(promise, {}));
    if (!promise.due && !promise.kept) item[due] = unknown_day;
  }
  return '=' + write_list_text(items);
}

std::string undated_of(const std::vector<Commitment>& promises) {
  std::string texts;
  for (const auto& promise : promises) {
    if (promise.due || promise.kept) continue;
    if (!texts.empty()) texts += choose("; ", "；");
    texts += promise.text;
  }
  return texts;
}

/// "2020-06-11 lies outside 赴苏州, from 2020-05-10 to 2020-05-12", with as much as is known.
std::string outside_text(const store::Row& row) {
  const auto on = format_date(date_at(row));
  const auto& trip = row.text("title");
  const auto known = [&](const char* from, const char* until) {
    return store::is_null(row.at(from)) ? std::string() : format_date(date_at(row, from, until));
  };
  const auto starts = known("starts_from", "starts_until");
  const auto ends = known("ends_from", "ends_until");
  if (ends.empty()) return say("{} lies outside {}, which began {}", on, trip, starts);
  if (starts.empty()) return say("{} lies outside {}, which ended {}", on, trip, ends);
  return say("{} lies outside {}, from {} to {}", on, trip, starts, ends);
}

}  // namespace

Findings find_unknown_dates(store::Db& db, const ReviewQuery&) {
  Findings findings;
  db.each(store::statement("review_unknown_dates"), {}, [&](store::Row& row) {
    const auto kind = value_or_throw(parse_word<Kind>(row.text("kind"), "kind"));
    const Reference record{kind, row.integer("id")};
    std::optional<Date> date;
    if (!store::is_null(row.at("on_from"))) date = date_at(row);
    const auto* option = kind == Kind::delegation ? "--from" : "--on";
    findings.push_back({ReviewRule::unknown_date,
                        {record},
                        named_of_time(row.text("name"), date),
                        command_on(record, "edit", {option, unknown_day})});
  });
  return findings;
}

Findings find_talks_outside_trips(store::Db& db, const ReviewQuery&) {
  Findings findings;
  db.each(store::statement("review_outside_trips"), {}, [&](store::Row& row) {
    const Reference talk{Kind::negotiation, row.integer("id")};
    const Reference trip{Kind::delegation, row.integer("trip")};
    findings.push_back({ReviewRule::outside_trip,
                        {talk, trip},
                        outside_text(row),
                        command_on(talk, "edit", {"--on", unknown_day})});
  });
  return findings;
}

Findings find_missing_due_days(store::Db& db, const ReviewQuery&) {
  std::vector<std::int64_t> numbers;
  db.each(store::statement("review_no_due"), {}, [&](store::Row& row) {
    numbers.push_back(row.integer("id"));
  });
  Findings findings;
  const store::Selection selection(Kind::negotiation, {"promises"});
  store::each_numbered(db, selection, numbers, [&](const store::Records& records) {
    for (const auto& talk : records.as<Negotiation>()) {
      const Reference record{Kind::negotiation, talk.id.number};
      findings.push_back(
          {ReviewRule::no_due,
           {record},
           say("promised without a day: {}", undated_of(talk.promises)),
           command_on(record, "edit", {"--promise", promises_to_date(talk.promises)})});
    }
  });
  return findings;
}

}  // namespace leadbook::service
