#include "leadbook/service/records/same_records.hpp"

#include <algorithm>

#include "leadbook/domain/naming/name_match.hpp"
#include "leadbook/store/record/listing.hpp"
#include "leadbook/store/record/record.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"
#include "service/derived/posted_paper.hpp"

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
                           const Value& minor,
                           const Value& currency,
                           std::int64_t county,
                           std::string_view title) {
  const Value values[] = {kind, minor, currency, county, plain_title(title)};
  return store::key_of(values);
}

store::TextKey key_of(const Signing& signing, const Project& project) {
  return signing_key(std::string(identifier(signing.kind)),
                     minor_of(signing.amount),
                     currency_of(signing.amount),
                     project.county.number,
                     project.title);
}

/// The companies a talk was with, in whatever order they were named.
std::string counterparts_of(const Negotiation& talk) {
  std::vector<std::int64_t> companies;
  for (const auto& counterpart : talk.counterparts) companies.push_back(counterpart.company.number);
  std::sort(companies.begin(), companies.end());
  std::string with;
  for (const auto company : companies) with += std::to_string(company) + " ";
  return with;
}

store::TextKey key_of(const Negotiation& talk, const Project&) {
  const Value values[] = {day_of(talk.on),
                          talk.county.number,
                          talk.project.number,
                          counterparts_of(talk),
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

/// Two reports of one day are one, whatever they say.
store::TextKey key_of(const Outlay& outlay, const Project&) {
  const Value values[] = {outlay.project.number, day_of(outlay.year), day_of(outlay.on)};
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

/// What is erased or left out is like nobody.
store::TextKey key_of(const Contact& contact, const Project&) {
  if (contact.name.empty()) return store::key_of(contact.uid + contact.seal);
  const Value values[] = {contact.company.number, text::fold(contact.name)};
  return store::key_of(values);
}

template <class R>
store::TextKey key_of(const R& record, const Project&) {
  return store::key_of(store::content_text(record));
}

store::TextKey key_of_any(const AnyRecord& record, const Project& project) {
  return std::visit([&](const auto& of) { return key_of(of, project); }, record);
}

/// "2026-11" of the day a date begins with.
std::string month_of(const Date& date) { return format_day(date.first).substr(0, 7); }

using Keys = std::vector<store::TextKey>;

template <class... Part>
void add_key(Keys& keys, const char* what, const Part&... part) {
  const Value values[] = {std::string(what), Value(part)...};
  keys.push_back(store::key_of(values));
}

/// What makes records nearly the same: they share one of these.
Keys near_keys(const Negotiation& talk) {
  Keys keys;
  const auto with = counterparts_of(talk);
  if (talk.on && !with.empty()) add_key(keys, "day", day_of(talk.on), with);
  return keys;
}

Keys near_keys(const Delegation& trip) {
  Keys keys;
  if (!trip.starts) return keys;
  const auto title = text::fold(trip.title);
  const auto leader = text::fold(trip.leader);
  const auto county = trip.county.number;
  if (!leader.empty()) add_key(keys, "leader", county, day_of(trip.starts), leader);
  if (!title.empty()) {
    add_key(keys, "title", county, day_of(trip.starts), title);
    add_key(keys, "month", county, month_of(*trip.starts), title, leader);
  }
  return keys;
}

Keys near_keys(const Funds& funds) {
  Keys keys;
  if (!funds.on || !funds.amount) return keys;
  add_key(keys,
          "month",
          funds.project.number,
          month_of(*funds.on),
          minor_of(funds.amount),
          currency_of(funds.amount));
  return keys;
}

Keys near_keys(const Event& event) {
  Keys keys;
  if (event.on) add_key(keys, "month", text::fold(event.title), month_of(*event.on));
  return keys;
}

Keys near_keys(const Task& task) {
  Keys keys;
  add_key(keys, "title", text::fold(task.title), task.project.number, task.county.number);
  return keys;
}

template <class R>
Keys near_keys(const R&) {
  return {};
}

Keys near_keys_of_any(const AnyRecord& record) {
  return std::visit([](const auto& of) { return near_keys(of); }, record);
}

/// What stands for the signings of a county's day of one kind and amount.
std::uint64_t day_key(const Signing& signing, std::int64_t county) {
  const Value values[] = {std::string(identifier(signing.kind)),
                          minor_of(signing.amount),
                          currency_of(signing.amount),
                          county,
                          day_of(signing.on)};
  return store::key_of(values).low;
}

/// What stands for a contract number, however it is written; 0 for none.
std::uint64_t contract_key(std::string_view number) {
  return number.empty() ? 0 : store::key_of(text::fold(number)).low;
}

bool may_be_one(std::uint64_t left, std::uint64_t right) {
  return left == 0 || right == 0 || left == right;
}

/// The days a listing runs over; of a record without a day, all.
store::Parameters within(const std::optional<Date>& date) {
  if (!date) return {};
  return {{"from", format_day(date->first)}, {"until", format_day(date->last)}};
}

/// From the first day of the month a date begins in to the last of that in which it ends.
Date whole_months(const Date& date) {
  using std::chrono::year_month_day;
  const year_month_day first(date.first);
  const year_month_day last(date.last);
  return {first.year() / first.month() / 1, last.year() / last.month() / std::chrono::last};
}

/// A listing's filters that leave all records which may say the same, and no more than need be; a
/// kind of which a book has few is looked through whole.
store::Parameters filters_of(const Signing& of) { return {{"project", of.project.number}}; }
store::Parameters filters_of(const Contact& of) { return {{"company", of.company.number}}; }
store::Parameters filters_of(const Funds& of) { return {{"project", of.project.number}}; }
store::Parameters filters_of(const Outlay& of) { return {{"project", of.project.number}}; }
store::Parameters filters_of(const Procedure& of) { return {{"project", of.project.number}}; }
store::Parameters filters_of(const Negotiation& of) { return within(of.on); }
store::Parameters filters_of(const Event& of) {
  return of.on ? within(whole_months(*of.on)) : store::Parameters();
}
store::Parameters filters_of(const Rate& of) { return within(of.on); }
store::Parameters filters_of(const Credit& of) { return within(of.on); }
store::Parameters filters_of(const Figure& of) { return within(of.period); }
store::Parameters filters_of(const Aggregate& of) { return within(of.period); }
store::Parameters filters_of(const Target& of) { return within(of.period); }
store::Parameters filters_of(const Delegation& of) {
  if (!of.starts) return {};
  return {{"from", format_day(whole_months(*of.starts).first)}};
}
store::Parameters filters_of(const Task& of) {
  if (of.project) return {{"project", of.project.number}};
  return of.county ? store::Parameters{{"county", of.county.number}} : store::Parameters();
}
template <class R>
store::Parameters filters_of(const R&) {
  return {};
}

}  // namespace

SameRecords::SameRecords(store::Db& db, Kind kind) : db_(db) {
  if (kind != Kind::signing) {
    store::each_record(db, kind, [this](const AnyRecord& record) { add(record, {}, 0); });
    return;
  }
  db.each(store::statement("signing_twins"), {}, [&](store::Row& row) {
    const auto key = signing_key(row.text("kind"),
                                 row.at("amount_minor"),
                                 row.at("amount_currency"),
                                 row.integer("county_id"),
                                 row.text("title"));
    const auto contract = contract_key(row.text("contract_no"));
    const bool has_amount = !store::is_null(row.at("amount_minor"));
    known_.emplace(key, Known{row.integer("id"), 0, date_at(row), contract, has_amount});
    if (store::is_null(row.at("amount_minor"))) return;
    Signing signing;
    signing.id = {row.integer("id")};
    signing.kind = value_or_throw(parse_word<SigningKind>(row.text("kind"), "kind"));
    signing.on = date_at(row);
    const auto money = money_at(row, "amount_minor", "amount_currency");
    signing.amount = Amount{money.value(), Qualifier::exact};
    add_of_day(signing, row.integer("county_id"), row.text("title"), 0);
  });
}

SameRecords::SameRecords(store::Db& db, const AnyRecord& record, const Project& project) : db_(db) {
  const auto kind = which_kind(record);
  const auto filters = std::visit([](const auto& of) { return filters_of(of); }, record);
  const store::Selection selection(kind);
  store::each_listed(db, selection, {kind, filters}, [&](const store::Records& records) {
    for (std::size_t at = 0; at < records.size(); ++at) {
      add_known(records[at], project, 0);
    }
  });
  const auto* signing = std::get_if<Signing>(&record);
  if (signing == nullptr || !signing->amount || !signing->on) return;
  std::vector<Signing> of_day;
  store::each_listed(
      db, selection, {kind, within(signing->on)}, [&](const store::Records& records) {
        for (auto& one : records.as<Signing>()) {
          if (one.amount && one.project != signing->project) of_day.push_back(std::move(one));
        }
      });
  for (const auto& one : of_day) {
    if (const auto other = store::find(db, one.project)) {
      add_of_day(one, other->county.number, other->title, 0);
    }
  }
}

std::optional<Alike> SameRecords::find(const AnyRecord& record, const Project& project) const {
  const auto [first, last] = known_.equal_range(key_of_any(record, project));
  const auto own = known_of(record, 0);
  const Known* alike = nullptr;
  const Known* of_day = nullptr;
  const Known* same = nullptr;
  // Of several the one that was there first is told.
  const auto keep = [](const Known*& kept, const Known& known) {
    if (kept == nullptr || known.id < kept->id) kept = &known;
  };
  for (auto at = first; at != last; ++at) {
    const auto& known = at->second;
    keep(alike, known);
    if (known.on == own.on) keep(of_day, known);
    if (known.on == own.on && may_be_one(known.contract_no, own.contract_no)) keep(same, known);
  }
  if (first == last) {
    if (auto near = find_near(record)) return near;
  }
  if (of_day == nullptr) {
    if (auto shortened = find_shortened(record, project)) return shortened;
  }
  if (alike == nullptr) return {};
  const auto& told = *(same != nullptr ? same : of_day != nullptr ? of_day : alike);
  const auto name = reference_text({which_kind(record), told.id});
  if (of_day == nullptr) {
    const auto* signing = std::get_if<Signing>(&record);
    if (signing == nullptr || !signing->amount) return {};
    return Alike{told.line != 0 ? say("line {} says the same of another day", told.line)
                                : say("{} says the same of another day", name),
                 false};
  }
  if (same == nullptr) {
    return Alike{told.line != 0
                     ? say("line {} says the same but for the contract number", told.line)
                     : say("{} says the same but for the contract number", name),
                 false};
  }
  if (told.line != 0) {
    return Alike{say("line {} says the same; --allow-twins takes both", told.line), true};
  }
  return Alike{say("the book already has this as {}; --allow-twins adds it again", name), true};
}

/// Of the same day or title, as the kind has it.
std::optional<Alike> SameRecords::find_near(const AnyRecord& record) const {
  const Known* near = nullptr;
  for (const auto& key : near_keys_of_any(record)) {
    const auto [first, last] = near_.equal_range(key);
    for (auto at = first; at != last; ++at) {
      if (near == nullptr || at->second.id < near->id) near = &at->second;
    }
  }
  if (near == nullptr) return {};
  if (near->line != 0) {
    return Alike{say("line {} says nearly the same: is it another?", near->line), false};
  }
  const auto name = reference_text({which_kind(record), near->id});
  return Alike{say("{} says nearly the same: is it another?", name), false};
}

/// A paper of the same county, day, kind and amount whose project has a shorter or longer title.
std::optional<Alike> SameRecords::find_shortened(const AnyRecord& record,
                                                 const Project& project) const {
  const auto* signing = std::get_if<Signing>(&record);
  if (signing == nullptr || !signing->amount || !signing->on) return {};
  const auto plain = plain_title(project.title);
  const auto [first, last] = of_days_.equal_range(day_key(*signing, project.county.number));
  for (auto at = first; at != last; ++at) {
    const auto& [id, line, begins] = at->second;
    const std::string title = titles_.c_str() + begins;
    if (!is_shortened_title(plain, title) || !may_share_company(*signing, project, id)) continue;
    if (line != 0) {
      return Alike{say("line {} says the same of a project called '{}'", line, title), false};
    }
    const auto name = reference_text({Kind::signing, id});
    return Alike{say("{} says the same of a project called '{}'", name, title), false};
  }
  return {};
}

/// Whether a firm stands in both papers or their projects; also where one of them names none.
bool SameRecords::may_share_company(const Signing& signing,
                                    const Project& project,
                                    std::int64_t other) const {
  const auto companies_of = [](const Signing& of, const Project& about) {
    std::vector<std::int64_t> companies;
    for (const auto& party : of.parties) companies.push_back(party.company.number);
    for (const auto& investor : about.investors) companies.push_back(investor.company.number);
    return companies;
  };
  const auto known = store::find(db_, Id<Signing>{other});
  if (!known) return true;
  const auto about = store::find(db_, known->project).value_or(Project{});
  const auto ours = companies_of(signing, project);
  const auto theirs = companies_of(*known, about);
  if (ours.empty() || theirs.empty()) return true;
  return std::any_of(ours.begin(), ours.end(), [&](std::int64_t company) {
    return std::find(theirs.begin(), theirs.end(), company) != theirs.end();
  });
}

std::vector<SamePair> SameRecords::pairs() const {
  std::vector<SamePair> pairs;
  for (auto at = known_.begin(); at != known_.end();) {
    const auto last = known_.equal_range(at->first).second;
    std::vector<const Known*> alike;
    for (; at != last; ++at) alike.push_back(&at->second);
    std::sort(alike.begin(), alike.end(), [](const Known* left, const Known* right) {
      return left->id < right->id;
    });
    for (auto again = alike.begin(); again != alike.end(); ++again) {
      const auto first_that = [&](const auto& fits) {
        const auto first = std::find_if(alike.begin(), again, [&](const Known* known) {
          return known->id / numbers_per_book == (*again)->id / numbers_per_book &&
                 may_be_one(known->contract_no, (*again)->contract_no) && fits(*known);
        });
        return first == again ? nullptr : *first;
      };
      const auto* same = first_that([&](const Known& known) { return known.on == (*again)->on; });
      const auto* other = first_that([](const Known& known) { return known.has_amount; });
      if (same != nullptr) pairs.push_back({same->id, (*again)->id, false});
      if (same == nullptr && other != nullptr) pairs.push_back({other->id, (*again)->id, true});
    }
  }
  std::sort(pairs.begin(), pairs.end(), [](const SamePair& left, const SamePair& right) {
    return left.again < right.again;
  });
  return pairs;
}

void SameRecords::add_known(const AnyRecord& record, const Project& project, std::size_t line) {
  const auto known = known_of(record, line);
  known_.emplace(key_of_any(record, project), known);
  for (const auto& key : near_keys_of_any(record)) near_.emplace(key, known);
}

void SameRecords::add(const AnyRecord& record, const Project& project, std::size_t line) {
  add_known(record, project, line);
  const auto* signing = std::get_if<Signing>(&record);
  if (signing == nullptr || !signing->amount || !signing->on) return;
  add_of_day(*signing, project.county.number, project.title, line);
}

void SameRecords::add_of_day(const Signing& signing,
                             std::int64_t county,
                             std::string_view title,
                             std::size_t line) {
  const auto begins = static_cast<std::uint32_t>(titles_.size());
  titles_ += plain_title(title);
  titles_ += '\0';
  of_days_.emplace(day_key(signing, county),
                   OfDay{signing.id.number, static_cast<std::uint32_t>(line), begins});
}

SameRecords::Known SameRecords::known_of(const AnyRecord& record, std::size_t line) {
  Known known{.id = reference_of(record).number, .line = static_cast<std::uint32_t>(line)};
  if (const auto* signing = std::get_if<Signing>(&record)) {
    known.on = signing->on;
    known.contract_no = contract_key(signing->contract_no);
    known.has_amount = signing->amount.has_value();
  }
  return known;
}

}  // namespace leadbook::service
