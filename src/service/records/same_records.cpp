#include "leadbook/service/records/same_records.hpp"

#include "leadbook/domain/naming/name_match.hpp"
#include "leadbook/store/record/record.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::service {
namespace {

using store::Value;

store::TextKey key_of(const std::string& kind,
                      const std::string& phase,
                      const Value& minor,
                      const Value& currency,
                      std::int64_t county,
                      std::string_view title,
                      std::int64_t company) {
  const Value values[] = {kind, phase, minor, currency, county, plain_title(title), company};
  return store::key_of(values);
}

store::TextKey key_of(const Signing& signing, const Project& project) {
  std::int64_t company = 0;
  if (!project.investors.empty()) company = project.investors.front().company.number;
  if (!signing.parties.empty()) company = signing.parties.front().company.number;
  const auto& amount = signing.amount;
  return key_of(std::string(identifier(signing.kind)),
                signing.phase,
                amount ? Value(amount->money.minor) : Value(),
                amount ? Value(std::string(amount->money.currency.code())) : Value(),
                project.county.number,
                project.title,
                company);
}

store::TextKey key_of(const AnyRecord& record, const Project& project) {
  const auto* signing = std::get_if<Signing>(&record);
  return signing != nullptr ? key_of(*signing, project)
                            : store::key_of(store::content_text(record));
}

}  // namespace

SameRecords::SameRecords(store::Db& db, Kind kind) {
  if (kind != Kind::signing) {
    store::each_record(db, kind, [this](const AnyRecord& record) { add(record, {}, 0); });
    return;
  }
  db.each(store::statement("signing_twins"), {}, [&](store::Row& row) {
    const auto key = key_of(row.text("kind"),
                            row.text("phase"),
                            row.at("amount_minor"),
                            row.at("amount_currency"),
                            row.integer("county_id"),
                            row.text("title"),
                            row.integer_or_zero("company_id"));
    known_.emplace(key, Known{row.integer("id"), 0});
  });
}

std::optional<std::string> SameRecords::refusal(const AnyRecord& record,
                                                const Project& project) const {
  const auto found = known_.find(key_of(record, project));
  if (found == known_.end()) return {};
  const auto& [id, line] = found->second;
  if (line != 0) return say("line {} says the same; --allow-twins takes both", line);
  return say("the book already has this as {}; --allow-twins adds it again",
             reference_text({which_kind(record), id}));
}

void SameRecords::add(const AnyRecord& record, const Project& project, std::size_t line) {
  known_.emplace(key_of(record, project), Known{reference_of(record).number, line});
}

}  // namespace leadbook::service
