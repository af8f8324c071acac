// Books at random with all that makes totals hard, and their records as they were written.
#pragma once

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "catch.hpp"
#include "leadbook/domain/record/records.hpp"
#include "scratch_book.hpp"

namespace totals_book {

using namespace leadbook;

/// All records a total is made of; the record with number n is the n-th of its list.
struct Records {
  Book book;
  std::vector<County> counties;
  std::vector<Company> companies;
  std::vector<Project> projects;
  std::vector<Delegation> delegations;
  std::vector<Negotiation> negotiations;
  std::vector<Signing> signings;
  std::vector<Event> events;
  std::vector<Funds> funds;
  std::vector<Rate> rates;
  std::vector<Outlay> outlays;
};

template <class R>
const R* record_of(const std::vector<R>& records, Id<R> id) {
  return id ? &records[static_cast<std::size_t>(id.number - 1)] : nullptr;
}

inline Date on(const char* text) { return parse_date(text, scratch::today).value(); }

inline Currency currency(const char* code) { return Currency::parse(code).value(); }

inline Amount amount(std::int64_t minor, const char* code = "CNY") {
  return {{minor, currency(code)}, Qualifier::exact};
}

/// What chance decides of one book and of what is asked of it.
class Generator {
 public:
  explicit Generator(unsigned seed) : random_(seed) {}

  Records fill(scratch::Book& book) {
    Records records;
    book.write([&](store::Change& change) {
      add_places(change, records);
      for (int count = 0; count < 10; ++count) add_company(change, records);
      add_rates(change, records);
      for (int count = 0; count < 30; ++count) add_project(change, records);
      for (int count = 0; count < 12; ++count) add_delegation(change, records);
      for (int count = 0; count < 40; ++count) add_negotiation(change, records);
      for (int count = 0; count < 90; ++count) add_signing(change, records);
      for (int count = 0; count < 12; ++count) add_event(change, records);
      for (int count = 0; count < 40; ++count) add_funds(change, records);
      for (int count = 0; count < 50; ++count) add_outlay(change, records);
    });
    return records;
  }

  int below(int limit) { return static_cast<int>(random_() % static_cast<unsigned>(limit)); }
  bool chance(int of) { return below(of) == 0; }

  Day day() { return on("2019-06-01").first + std::chrono::days(below(700)); }

  /// Most are days, some are known to the month, the quarter or the year alone.
  Date date() {
    const auto iso = format_day(day());
    const auto year = iso.substr(0, 4);
    switch (below(9)) {
      case 0:
        return on(iso.substr(0, 7).c_str());
      case 1:
        return on((year + "Q" + std::to_string(1 + below(4))).c_str());
      case 2:
        return on(year.c_str());
      default:
        return on(iso.c_str());
    }
  }

  /// Some are whole years and quarters, so that dates of less precision count.
  Period period() {
    constexpr const char* whole[] = {"2019", "2020", "2020H1", "2020Q2", "2020-05", "2019..2021"};
    if (chance(2)) return parse_period(whole[below(6)], scratch::today).value();
    const Day first = on("2019-05-01").first + std::chrono::days(below(700));
    return period_of(first, first + std::chrono::days(below(500)));
  }

  template <class T, std::size_t size>
  T one_of(const T (&list)[size]) {
    return list[below(static_cast<int>(size))];
  }

 private:
  void add_places(store::Change& change, Records& records) {
    records.book.name = "b";
    records.book.city = "齐齐哈尔市";
    if (!chance(4)) records.book.city_code = "230200";
    records.book.frameworks = chance(2) ? Frameworks::count : Frameworks::do_not_count;
    records.book = change.add(records.book);
    constexpr const char* codes[] = {"230231", "230229", "230221", "230281", ""};
    for (const auto* code : codes) {
      County county;
      county.code = code;
      county.name = "county " + std::to_string(records.counties.size());
      county.city = chance(3) ? "" : one_of({"齐齐哈尔市", "黑河市"});
      records.counties.push_back(change.add(county));
    }
  }

  void add_company(store::Change& change, Records& records) {
    Company company;
    company.name = "company " + std::to_string(records.companies.size());
    company.home = place();
    for (const auto* flag : {"世界500强", "高新技术企业"}) {
      if (chance(3)) company.flags.push_back(flag);
    }
    records.companies.push_back(change.add(company));
  }

  void add_rates(store::Change& change, Records& records) {
    for (const auto* code : {"USD", "HKD", "JPY"}) {
      for (int number = 0; number < 16; ++number) {
        Rate rate;
        rate.currency = currency(code);
        const Day start = on("2018-01-01").first;
        rate.on = Date::of(start + std::chrono::days(number * 80 + (number == 0 ? 0 : below(80))));
        rate.cny = {1'000'000'000 + below(2'000'000'000) * std::int64_t{40}};
        records.rates.push_back(change.add(rate));
      }
    }
  }

  void add_project(store::Change& change, Records& records) {
    Project project;
    project.title = "project " + std::to_string(records.projects.size());
    project.county = any(records.counties);
    while (chance(2) && project.investors.size() < 3) add_investor(project, any(records.companies));
    project.chain = one_of({"meat", "dairy", ""});
    project.industry = one_of({"food", "energy", ""});
    project.planned_investment = some_amount(100'000);
    project.outside_amount = some_amount();
    project.fixed_assets = some_amount();
    if (!chance(3)) project.land = Area{below(5) == 0 ? 0 : below(100'000)};
    project.forecast_sales = some_amount();
    project.forecast_tax = some_amount();
    if (!chance(3)) project.forecast_jobs = below(500);
    for (const auto* program : {"provincial", "municipal"}) {
      if (chance(3)) project.programs.push_back(program);
    }
    project.leader = one_of({"leader 1", "leader 2", ""});
    if (chance(2)) project.capital = one_of({Capital::domestic, Capital::foreign, Capital::mixed});
    project.origin = place();
    if (chance(2)) project.lead_on = date();
    while (!chance(3)) add_move(project);
    records.projects.push_back(change.add(project));
  }

  void add_investor(Project& project, Id<Company> company) {
    for (const auto& investor : project.investors) {
      if (investor.company == company) return;
    }
    project.investors.push_back({company, ""});
  }

  void add_move(Project& project) {
    StageMove move;
    move.stage = static_cast<Stage>(below(14));
    move.on = date();
    if (!is_on_ladder(move.stage)) move.reason = "stopped";
    project.moves.push_back(move);
  }

  void add_delegation(store::Change& change, Records& records) {
    Delegation delegation;
    delegation.title = "trip";
    if (!chance(4)) delegation.county = any(records.counties);
    delegation.leader = one_of({"leader 1", "leader 3", ""});
    if (!chance(6)) delegation.starts = date();
    delegation.status = chance(4) ? DelegationStatus::planned : DelegationStatus::done;
    for (int count = below(5); count > 0; --count) {
      delegation.visits.push_back({any(records.companies), "topic"});
    }
    records.delegations.push_back(change.add(delegation));
  }

  void add_negotiation(store::Change& change, Records& records) {
    Negotiation negotiation;
    negotiation.on = date();
    if (chance(2)) negotiation.county = any(records.counties);
    if (!chance(3)) negotiation.project = any(records.projects);
    if (chance(3)) negotiation.delegation = any(records.delegations);
    if (!chance(3)) negotiation.mode = static_cast<NegotiationMode>(below(3));
    if (chance(2)) negotiation.counterparts.push_back({any(records.companies), ""});
    if (chance(3)) negotiation.outcome = static_cast<Outcome>(below(5));
    records.negotiations.push_back(change.add(negotiation));
  }

  /// A supplement is always of later days than what it amends.
  void add_signing(store::Change& change, Records& records) {
    Signing signing;
    signing.project = any(records.projects);
    signing.kind = static_cast<SigningKind>(below(3));
    signing.on = date();
    if (!chance(3)) signing.mode = static_cast<SigningMode>(below(3));
    signing.amount = some_amount();
    signing.outside_amount = some_amount();
    if (!records.signings.empty() && chance(3)) {
      const auto& amended = *record_of(records.signings, any(records.signings));
      signing.kind = SigningKind::supplement;
      signing.project = amended.project;
      signing.amends = amended.id;
      signing.on = Date::of(amended.on->last + std::chrono::days(1 + below(200)));
    }
    records.signings.push_back(change.add(signing));
  }

  void add_event(store::Change& change, Records& records) {
    Event event;
    event.title = "event";
    event.on = date();
    if (!chance(3)) event.county = any(records.counties);
    for (int count = below(3); count > 0; --count) {
      event.projects.push_back({any(records.projects), ""});
    }
    records.events.push_back(change.add(event));
  }

  void add_funds(store::Change& change, Records& records) {
    Funds funds;
    funds.project = any(records.projects);
    funds.on = date();
    funds.amount = some_amount();
    if (!funds.amount) funds.amount = amount(1 + below(1'000'000));
    funds.capital = chance(2) ? Capital::domestic : Capital::foreign;
    if (chance(3)) funds.company = any(records.companies);
    records.funds.push_back(change.add(funds));
  }

  void add_outlay(store::Change& change, Records& records) {
    Outlay outlay;
    outlay.project = any(records.projects);
    outlay.year = on(one_of({"2019", "2020", "2021"}));
    if (!chance(3)) outlay.planned = some_amount();
    if (!chance(4)) outlay.on = date();
    if (outlay.on) outlay.done = some_amount();
    records.outlays.push_back(change.add(outlay));
  }

  std::string place() {
    return one_of({"", "", "江苏徐州", "Hong Kong", "黑龙江大庆", "齐齐哈尔", "德国", "nowhere"});
  }

  std::optional<Amount> some_amount(std::int64_t times = 1) {
    if (chance(4)) return {};
    return amount((1 + below(2'000'000)) * times, one_of({"CNY", "CNY", "USD", "HKD", "JPY"}));
  }

  template <class R>
  Id<R> any(const std::vector<R>& records) {
    return records[static_cast<std::size_t>(below(static_cast<int>(records.size())))].id;
  }

  std::mt19937 random_;
};

}  // namespace totals_book
