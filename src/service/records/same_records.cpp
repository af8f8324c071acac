#include "leadbook/service/records/same_records.hpp"

#include <algorithm>

#include "leadbook/domain/naming/name_match.hpp"
#include "leadbook/store/record/listing.hpp"
#include "leadbook/store/record/record.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::service {
namespace {

using store::Value;

std::string day_of(const std::optional<Date>& date) {
  return date ? format_day(date->first) + format_day(date->last) : std::string();
}

Value minor_of(const std::optional<Amount>& amount) {
  return amount ? Value(amount->money.minor) : Value();
}

Value currency_of(const std::optional<Amount>& amount) {
  return amount ? Value(std::string(amount->money.currency.code())) : Value();
}

store::TextKey signing_key(const std::string& kind,
                           const std::string& day,
                           const Value& minor,
                           const Value& currency,
                           std::int64_t county,
                           std::string_view title) {
  const Value values[] = {kind, day, minor, currency, county, plain_title(title)};
  return store::key_of(values);
}

store::TextKey key_of(const Signing& signing, const Project& project) {
  return signing_key(std::string(identifier(signing.kind)),
                     day_of(signing.on),
                     minor_of(signing.amount),
                     currency_of(signing.amount),
                     project.county.number,
                     project.title);
}

/// The same but for its day.
store::TextKey near_key_of(const AnyRecord& record, const Project& project) {
  const auto* signing = std::get_if<Signing>(&record);
  if (signing == nullptr || !signing->amount) return {};
  auto of_any_day = *signing;
  of_any_day.on.reset();
  return key_of(of_any_day, project);
}

store::TextKey key_of(const Negotiation& talk, const Project&) {
  std::vector<std::int64_t> companies;
  for (const auto& counterpart : talk.counterparts) companies.push_back(counterpart.company.number);
  std::sort(companies.begin(), companies.end());
  std::string with;
  for (const auto company : companies) with += std::to_string(company) + " ";
  const Value values[] = {day_of(talk.on),
                          talk.county.number,
                          talk.project.number,
                          with,
                          talk.round ? Value(*talk.round) : Value(),
                          text::fold(talk.subject),
                          text::fold(talk.summary)};
  return store::key_of(values);
}

store::TextKey key_of(const Delegation& trip, const Project&) {
  const Value values[] = {
      text::fold(trip.title), trip.county.number, text::fold(trip.leader), day_of(trip.starts)};
  return store::key_of(values);
}

store::TextKey key_of(const Funds& funds, const Project&) {
  const Value values[] = {funds.project.number,
                          day_of(funds.on),
                          minor_of(funds.amount),
                          currency_of(funds.amount),
                          std::string(identifier(funds.capital))};
  return store::key_of(values);
}

store::TextKey key_of(const Event& event, const Project&) {
  const Value values[] = {text::fold(event.title), event.county.number, day_of(event.on)};
  return store::key_of(values);
}

store::TextKey key_of(const Task& task, const Project&) {
  const Value values[] = {text::fold(task.title),
                          std::string(identifier(task.kind)),
                          task.project.number,
                          task.county.number,
                          day_of(task.due)};
  return store::key_of(values);
}

template <class R>
store::TextKey key_of(const R& record, const Project&) {
  return store::key_of(store::content_text(record));
}

store::TextKey key_of_any(const AnyRecord& record, const Project& project) {
  return std::visit([&](const auto& of) { return key_of(of, project); }, record);
}

std::string contract_no_of(const AnyRecord& record) {
  const auto* signing = std::get_if<Signing>(&record);
  return signing == nullptr ? std::string() : text::fold(signing->contract_no);
}

/// The days a listing runs over; of a record without a day, all.
store::Parameters within(const std::optional<Date>& date) {
  if (!date) return {};
  return {{"from", format_day(date->first)}, {"until", format_day(date->last)}};
}

/// A listing's filters that leave all records which may say the same, and no more than need be; a
/// kind of which a book has few is looked through whole.
store::Parameters filters_of(const Signing& of) { return {{"project", of.project.number}}; }
store::Parameters filters_of(const Funds& of) { return {{"project", of.project.number}}; }
store::Parameters filters_of(const Procedure& of) { return {{"project", of.project.number}}; }
store::Parameters filters_of(const Negotiation& of) { return within(of.on); }
store::Parameters filters_of(const Event& of) { return within(of.on); }
store::Parameters filters_of(const Rate& of) { return within(of.on); }
store::Parameters filters_of(const Credit& of) { return within(of.on); }
store::Parameters filters_of(const Figure& of) { return within(of.period); }
store::Parameters filters_of(const Target& of) { return within(of.period); }
store::Parameters filters_of(const Delegation& of) {
  if (!of.starts) return {};
  return {{"from", format_day(of.starts->first)}};
}
store::Parameters filters_of(const Task& of) {
  if (!of.due) return {};
  return {{"due_from", format_day(of.due->first)}, {"due_until", format_day(of.due->last)}};
}
template <class R>
store::Parameters filters_of(const R&) {
  return {};
}

}  // namespace

SameRecords::SameRecords(store::Db& db, Kind kind) {
  if (kind != Kind::signing) {
    store::each_record(db, kind, [this](const AnyRecord& record) { add(record, {}, 0); });
    return;
  }
  db.each(store::statement("signing_twins"), {}, [&](store::Row& row) {
    const auto key = [&](const std::string& day) {
      return signing_key(row.text("kind"),
                         day,
                         row.at("amount_minor"),
                         row.at("amount_currency"),
                         row.integer("county_id"),
                         row.text("title"));
    };
    const bool has_amount = !std::holds_alternative<std::monostate>(row.at("amount_minor"));
    add_known(key(row.text("on_from") + row.text("on_until")),
              has_amount ? key("") : store::TextKey{},
              {row.integer("id"), 0, text::fold(row.text("contract_no"))});
  });
}

SameRecords::SameRecords(store::Db& db, const AnyRecord& record, const Project& project) {
  const auto kind = which_kind(record);
  const auto filters = std::visit([](const auto& of) { return filters_of(of); }, record);
  const store::Selection selection(kind);
  store::each_listed(db, selection, {kind, filters}, [&](const store::Records& records) {
    for (std::size_t at = 0; at < records.size(); ++at) add(records[at], project, 0);
  });
}

std::optional<Alike> SameRecords::find(const AnyRecord& record, const Project& project) const {
  const auto kind = which_kind(record);
  const auto found = known_.find(key_of_any(record, project));
  if (found == known_.end()) {
    const auto near = near_.find(near_key_of(record, project));
    if (near == near_.end()) return {};
    const auto& [id, line, number] = near->second;
    return Alike{line != 0 ? say("line {} says the same of another day", line)
                           : say("{} says the same of another day", reference_text({kind, id})),
                 false};
  }
  const auto number = contract_no_of(record);
  const auto is_same = [&](const Known& known) {
    return number.empty() || known.contract_no.empty() || known.contract_no == number;
  };
  const auto& all = found->second;
  const auto same = std::find_if(all.begin(), all.end(), is_same);
  const auto& known = same == all.end() ? all.front() : *same;
  const auto name = reference_text({kind, known.id});
  if (same == all.end()) {
    return Alike{known.line != 0
                     ? say("line {} says the same but for the contract number", known.line)
                     : say("{} says the same but for the contract number", name),
                 false};
  }
  if (known.line != 0) {
    return Alike{say("line {} says the same; --allow-twins takes both", known.line), true};
  }
  return Alike{say("the book already has this as {}; --allow-twins adds it again", name), true};
}

void SameRecords::add(const AnyRecord& record, const Project& project, std::size_t line) {
  add_known(key_of_any(record, project),
            near_key_of(record, project),
            {reference_of(record).number, line, contract_no_of(record)});
}

void SameRecords::add_known(const store::TextKey& key, const store::TextKey& near, Known known) {
  if (near != store::TextKey{}) near_.emplace(near, known);
  known_[key].push_back(std::move(known));
}

}  // namespace leadbook::service
