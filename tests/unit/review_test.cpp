// A review finds what a slow reading of all records finds.
#include "leadbook/service/review/review.hpp"

#include <algorithm>
#include <random>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "catch.hpp"
#include "leadbook/domain/naming/name_match.hpp"
#include "leadbook/service/derived/stages.hpp"
#include "leadbook/text/utf8.hpp"
#include "scratch_book.hpp"

namespace {

using namespace leadbook;
using service::ReviewRule;

/// "no_amount S-3": a rule and the records it names.
std::string line_of(ReviewRule rule, const std::vector<Reference>& records) {
  std::string line(identifier(rule));
  for (const auto& record : records) line += " " + reference_text(record);
  return line;
}

template <class R>
Reference named(const R& record) {
  return {kind_of<R>, record.id.number};
}

struct World {
  std::vector<County> counties;
  std::vector<Project> projects;
  std::vector<Signing> papers;
  std::vector<Delegation> trips;
  std::vector<Negotiation> talks;
  std::vector<Funds> funds;
  std::vector<Event> events;
  std::vector<Task> tasks;

  const Project& project(Id<Project> id) const {
    return projects[static_cast<std::size_t>(id.number - 1)];
  }
  const County& county_of(const Signing& paper) const {
    return counties[static_cast<std::size_t>(project(paper.project).county.number - 1)];
  }
};

/// Records so alike that each rule finds some of them and passes others over.
class Generator {
 public:
  explicit Generator(unsigned seed) : random_(seed) {}

  World fill(scratch::Book& book) {
    World world;
    book.write([&](store::Change& change) {
      for (int number = 0; number < 5; ++number) {
        County county;
        county.name = "county " + std::to_string(number);
        if (number > 2) county.kind = number == 3 ? CountyKind::zone : CountyKind::park;
        if (number == 3) county.host = {1};
        world.counties.push_back(change.add(county));
      }
      for (int number = 0; number < 25; ++number) world.projects.push_back(change.add(project()));
      for (int number = 0; number < 80; ++number) {
        world.papers.push_back(change.add(paper(world)));
      }
      for (int number = 0; number < 15; ++number) world.trips.push_back(change.add(trip()));
      for (int number = 0; number < 60; ++number) world.talks.push_back(change.add(talk()));
      for (int number = 0; number < 30; ++number) world.funds.push_back(change.add(funds()));
      for (int number = 0; number < 20; ++number) world.events.push_back(change.add(event()));
      for (int number = 0; number < 20; ++number) world.tasks.push_back(change.add(task()));
    });
    return world;
  }

 private:
  int below(int limit) { return static_cast<int>(random_() % static_cast<unsigned>(limit)); }

  Date date() {
    const auto first = Day(std::chrono::year{2020} / 1 / 25) + std::chrono::days(below(9));
    return {first, first + std::chrono::days(below(3) == 0 ? below(20) : 0)};
  }
  std::optional<Amount> amount() {
    if (below(4) == 0) return {};
    const std::int64_t minor = below(8) == 0 ? 5'000'000'000 : 1'000'000 * (1 + below(2));
    const bool is_foreign = below(6) == 0;
    return Amount{{minor, is_foreign ? value_or_throw(Currency::parse("USD")) : Currency()},
                  Qualifier::exact};
  }
  std::string title() {
    return std::vector<std::string>{
        "肉牛", "肉牛项目", "Ducks", "ducks "}[static_cast<std::size_t>(below(4))];
  }
  Id<Project> any_project() { return {1 + below(25)}; }

  Project project() {
    Project made;
    made.title = title();
    if (below(4) == 0) made.other_title = title();
    made.county = {1 + below(5)};
    made.planned_investment = amount();
    if (below(2) == 0) made.lead_on = date();
    for (int count = below(3); count > 0; --count) {
      StageMove move;
      move.stage = std::vector<Stage>{Stage::intent,
                                      Stage::signed_,
                                      Stage::suspended,
                                      Stage::started}[static_cast<std::size_t>(below(4))];
      move.on = date();
      if (!is_on_ladder(move.stage) || below(2) == 0) move.reason = "because";
      made.moves.push_back(move);
    }
    return made;
  }
  Signing paper(const World& world) {
    Signing made;
    made.project = any_project();
    made.on = date();
    made.kind = static_cast<SigningKind>(below(3));
    made.amount = amount();
    if (below(3) == 0) made.contract_no = "c" + std::to_string(world.papers.size());
    if (!world.papers.empty() && below(4) == 0) {
      made.kind = SigningKind::supplement;
      made.amends = world.papers.back().id;
      made.project = world.papers.back().project;
    }
    return made;
  }
  Delegation trip() {
    Delegation made;
    made.title = title();
    if (below(4) != 0) made.starts = date();
    if (below(3) != 0) {
      made.ends = Date::of(made.starts.value_or(date()).last + std::chrono::days(below(4)));
    }
    if (below(4) == 0) made.status = DelegationStatus::planned;
    return made;
  }
  Negotiation talk() {
    Negotiation made;
    made.on = date();
    if (below(2) == 0) made.project = any_project();
    if (below(2) == 0) made.delegation = {1 + below(15)};
    made.subject = title();
    for (int count = below(3); count > 0; --count) {
      Commitment promise;
      promise.text = "call";
      if (below(3) == 0) promise.due = date();
      if (below(3) == 0) promise.kept = date();
      made.promises.push_back(promise);
    }
    return made;
  }
  Funds funds() {
    Funds made;
    made.project = {1 + below(5)};
    made.on = date();
    made.amount = Amount{{100, Currency()}, Qualifier::exact};
    return made;
  }
  Event event() {
    Event made;
    made.title = title();
    made.on = date();
    return made;
  }
  Task task() {
    Task made;
    made.title = title();
    if (below(2) == 0) made.due = date();
    return made;
  }

  std::mt19937 random_;
};

/// The rules by their definitions alone, each record held against all others.
class SlowReview {
 public:
  explicit SlowReview(const World& world) : world_(world) {}

  std::multiset<std::string> lines() {
    find_twins();
    find_amounts();
    find_dates();
    find_places();
    for (const auto& project : world_.projects) find_stages(project);
    return lines_;
  }

 private:
  void add(ReviewRule rule, const std::vector<Reference>& records) {
    lines_.insert(line_of(rule, records));
  }

  /// Each record with the first before it that is the same.
  template <class R, class IsSame>
  void find_same(const std::vector<R>& records, IsSame is_same) {
    for (auto again = records.begin(); again != records.end(); ++again) {
      const auto first = std::find_if(
          records.begin(), again, [&](const R& earlier) { return is_same(earlier, *again); });
      if (first != again) add(ReviewRule::twins, {named(*again), named(*first)});
    }
  }

  static bool same_money(const std::optional<Amount>& left, const std::optional<Amount>& right) {
    return left.has_value() == right.has_value() && (!left || left->money == right->money);
  }

  bool same_paper(const Signing& left, const Signing& right) const {
    return left.on == right.on && same_but_for_day(left, right);
  }

  bool same_but_for_day(const Signing& left, const Signing& right) const {
    const auto& one = world_.project(left.project);
    const auto& other = world_.project(right.project);
    const bool numbers_differ = !left.contract_no.empty() && !right.contract_no.empty() &&
                                left.contract_no != right.contract_no;
    return one.county == other.county && plain_title(one.title) == plain_title(other.title) &&
           left.kind == right.kind && same_money(left.amount, right.amount) && !numbers_differ;
  }

  static bool same_project(const Project& left, const Project& right) {
    if (left.county != right.county) return false;
    for (const auto& one : {left.title, left.other_title}) {
      for (const auto& other : {right.title, right.other_title}) {
        if (!one.empty() && !other.empty() && plain_title(one) == plain_title(other)) return true;
      }
    }
    return false;
  }

  void find_twins() {
    find_same(world_.projects, same_project);
    for (auto again = world_.papers.begin(); again != world_.papers.end(); ++again) {
      const auto first_that = [&](const auto& is_same) {
        return std::find_if(world_.papers.begin(), again, is_same);
      };
      auto first = first_that([&](const Signing& of) { return same_paper(of, *again); });
      if (first == again && again->amount) {
        first = first_that([&](const Signing& of) { return same_but_for_day(of, *again); });
      }
      if (first != again) add(ReviewRule::twins, {named(*again), named(*first)});
    }
    const auto same_text = [](const std::string& left, const std::string& right) {
      return text::fold(left) == text::fold(right);
    };
    find_same(world_.talks, [&](const Negotiation& left, const Negotiation& right) {
      return left.on == right.on && left.project == right.project &&
             same_text(left.subject, right.subject);
    });
    find_same(world_.trips, [&](const Delegation& left, const Delegation& right) {
      return left.starts == right.starts && same_text(left.title, right.title);
    });
    find_same(world_.funds, [](const Funds& left, const Funds& right) {
      return left.on == right.on && left.project == right.project;
    });
    find_same(world_.events, [&](const Event& left, const Event& right) {
      return left.on == right.on && same_text(left.title, right.title);
    });
    find_same(world_.tasks, [&](const Task& left, const Task& right) {
      return left.due == right.due && same_text(left.title, right.title);
    });
  }

  /// How often the middle one of these is in an amount, where that is too often.
  static bool is_far(const std::optional<Amount>& amount, std::vector<std::int64_t> others) {
    if (!amount) return false;
    std::sort(others.begin(), others.end());
    return amount->money.minor >= 1'000 * others[(others.size() - 1) / 2];
  }

  void find_amounts() {
    for (const auto& paper : world_.papers) {
      const bool is_completed =
          std::any_of(world_.papers.begin(), world_.papers.end(), [&](const Signing& other) {
            return other.amends == paper.id && other.amount;
          });
      const bool counts =
          paper.kind == SigningKind::contract || paper.kind == SigningKind::framework;
      if (counts && !paper.amount && !is_completed) add(ReviewRule::no_amount, {named(paper)});
      std::vector<std::int64_t> others;
      for (const auto& other : world_.papers) {
        if (other.amount && paper.amount &&
            other.amount->money.currency == paper.amount->money.currency &&
            world_.county_of(other).id == world_.county_of(paper).id) {
          others.push_back(other.amount->money.minor);
        }
      }
      if (is_far(paper.amount, others)) add(ReviewRule::far_amount, {named(paper)});
    }
    for (const auto& project : world_.projects) {
      const auto& amount = project.planned_investment;
      std::vector<std::int64_t> others;
      for (const auto& other : world_.projects) {
        const auto& planned = other.planned_investment;
        if (planned && amount && planned->money.currency == amount->money.currency &&
            other.county == project.county) {
          others.push_back(planned->money.minor);
        }
      }
      if (is_far(amount, others)) add(ReviewRule::far_amount, {named(project)});
    }
  }

  static bool has_month(const std::optional<Date>& date) {
    return date && format_day(date->first).substr(0, 7) == format_day(date->last).substr(0, 7);
  }
  template <class R>
  void find_dates_of(const std::vector<R>& records) {
    for (const auto& record : records) {
      if (!has_month(record.on)) add(ReviewRule::unknown_date, {named(record)});
    }
  }

  void find_dates() {
    find_dates_of(world_.papers);
    find_dates_of(world_.funds);
    find_dates_of(world_.talks);
    find_dates_of(world_.events);
    for (const auto& trip : world_.trips) {
      const bool is_done = trip.status == DelegationStatus::done;
      if (is_done && !has_month(trip.starts)) add(ReviewRule::unknown_date, {named(trip)});
    }
    for (const auto& talk : world_.talks) {
      const bool lacks_day =
          std::any_of(talk.promises.begin(), talk.promises.end(), [](const Commitment& promise) {
            return !promise.due && !promise.kept;
          });
      if (lacks_day) add(ReviewRule::no_due, {named(talk)});
      if (!talk.delegation) continue;
      const auto& trip = world_.trips[static_cast<std::size_t>(talk.delegation.number - 1)];
      const bool is_outside = (trip.starts && talk.on->last < trip.starts->first) ||
                              (trip.ends && talk.on->first > trip.ends->last);
      if (is_outside) add(ReviewRule::outside_trip, {named(talk), named(trip)});
    }
  }

  void find_places() {
    for (const auto& paper : world_.papers) {
      const auto& county = world_.county_of(paper);
      const bool counts =
          paper.kind == SigningKind::contract || paper.kind == SigningKind::framework;
      if (counts && county.kind == CountyKind::park) {
        add(ReviewRule::no_county, {named(paper), named(county)});
      }
    }
  }

  /// What a paper makes of its project in a book that counts no framework agreements.
  static std::optional<Stage> stage_by(const Signing& paper) {
    if (paper.kind == SigningKind::supplement) return {};
    return paper.kind == SigningKind::contract ? Stage::signed_ : Stage::intent;
  }

  void find_stages(const Project& project) {
    std::vector<Signing> papers;
    std::vector<Negotiation> talks;
    std::vector<Date> dates;
    for (const auto& paper : world_.papers) {
      if (paper.project != project.id) continue;
      papers.push_back(paper);
      dates.push_back(*paper.on);
    }
    for (const auto& talk : world_.talks) {
      if (talk.project != project.id) continue;
      talks.push_back(talk);
      dates.push_back(*talk.on);
    }
    std::sort(dates.begin(), dates.end(), is_earlier);
    std::stable_sort(papers.begin(), papers.end(), [](const Signing& left, const Signing& right) {
      return is_earlier(*left.on, *right.on);
    });
    if (project.lead_on && !dates.empty() && project.lead_on->first > dates.front().last) {
      add(ReviewRule::old_stage, {named(project)});
    }
    for (const auto& move : project.moves) {
      const auto first = std::find_if(papers.begin(), papers.end(), [&](const Signing& paper) {
        return stage_by(paper) == move.stage;
      });
      if (first != papers.end() && first->on->first > move.on->last) {
        add(ReviewRule::old_stage, {named(project), named(*first)});
      }
      const auto above = std::find_if(papers.rbegin(), papers.rend(), [&](const Signing& paper) {
        return paper.on->last <= move.on->last && stage_by(paper) > move.stage;
      });
      const bool is_stated = move.stage == Stage::suspended || !move.reason.empty();
      if (!is_stated && above != papers.rend()) {
        add(ReviewRule::old_stage, {named(project), named(*above)});
      }
    }
    const auto now = service::stages_of(project, papers, talks, false).back();
    if (now.stage != Stage::suspended) return;
    for (const auto stage : {Stage::signed_, Stage::intent}) {
      for (const auto& paper : papers) {
        if (stage_by(paper) != stage || paper.on->first <= now.since->last) continue;
        return add(ReviewRule::old_stage, {named(project), named(paper)});
      }
    }
  }

  const World& world_;
  std::multiset<std::string> lines_;
};

}  // namespace

TEST_CASE("a review finds what a slow reading of all records finds") {
  for (unsigned seed = 1; seed <= 5; ++seed) {
    INFO(seed);
    scratch::Book book;
    const auto world = Generator(seed).fill(book);
    std::multiset<std::string> found;
    std::set<ReviewRule> rules;
    for (const auto& finding : service::review_book(book.db, {})) {
      found.insert(line_of(finding.rule, finding.records));
      rules.insert(finding.rule);
    }
    CHECK(found == SlowReview(world).lines());
    CHECK(rules.size() == words<ReviewRule>().size());
  }
}

TEST_CASE("a review of a county finds what belongs to it, and of a rule what that finds") {
  scratch::Book book;
  const auto world = Generator(7).fill(book);
  const auto all = service::review_book(book.db, {});
  std::size_t of_rules = 0;
  for (const auto& word : words<ReviewRule>()) {
    for (const auto& finding :
         service::review_book(book.db, {{word.value}, {}, AmountUnit::yuan})) {
      CHECK(finding.rule == word.value);
      ++of_rules;
    }
  }
  CHECK(of_rules == all.size());
  std::size_t of_counties = 0;
  for (const auto& county : world.counties) {
    of_counties += service::review_book(book.db, {{}, county.id, AmountUnit::yuan}).size();
  }
  const auto belongs = [&](const service::ReviewFinding& finding) {
    const auto& record = finding.records.front();
    if (record.kind == Kind::negotiation) {
      return static_cast<bool>(world.talks[static_cast<std::size_t>(record.number - 1)].project);
    }
    return record.kind == Kind::project || record.kind == Kind::signing ||
           record.kind == Kind::funds;
  };
  CHECK(of_counties == static_cast<std::size_t>(std::count_if(all.begin(), all.end(), belongs)));
}
