#include "service/totals/grouping.hpp"

#include <algorithm>

#include "leadbook/store/record/names.hpp"
#include "leadbook/store/record/record.hpp"

namespace leadbook::service {
namespace {

bool is_of(std::initializer_list<Dimension> list, Dimension dimension) {
  return std::find(list.begin(), list.end(), dimension) != list.end();
}

bool is_by(const TotalsQuery& query, Dimension dimension) {
  return std::find(query.by.begin(), query.by.end(), dimension) != query.by.end();
}

constexpr std::int64_t most_spans = 1'000;

Answer number_of(const std::vector<PlainWord>& plain, std::string_view identifier) {
  for (const auto& choice : plain) {
    if (choice.identifier == identifier) return std::int64_t{choice.value};
  }
  return {};
}

template <class E>
Answer word_answer(const std::optional<E>& word) {
  if (!word) return {};
  return static_cast<std::int64_t>(*word);
}

Answer money_answer(const std::optional<std::int64_t>& minor) {
  if (!minor) return {};
  return Money{*minor, Currency()};
}

}  // namespace

Grouping::Grouping(store::Db& db, const TotalsQuery& query, Tally& tally, Conversion& conversion)
    : query_(query),
      tally_(tally),
      conversion_(conversion),
      counties_(db, query.zones),
      spans_(query.by.size()),
      keys_(query.by.size()) {
  if (!asks_of_project(query)) return;
  const auto book = store::find(db, Id<Book>{1});
  if (book) city_code_ = book->city_code;
  companies_ = read_companies(db);
}

bool Grouping::asks_of_project(const TotalsQuery& query) {
  if (query.where) return true;
  return std::any_of(query.by.begin(), query.by.end(), [](Dimension dimension) {
    return !is_time(dimension) &&
           !is_of({Dimension::county, Dimension::city, Dimension::currency}, dimension);
  });
}

bool Grouping::asks_of_spells(const TotalsQuery& query) {
  return query.where || is_by(query, Dimension::stage);
}

bool Grouping::asks_of_modes(const TotalsQuery& query) {
  return query.where || is_by(query, Dimension::mode);
}

const std::vector<std::size_t>& Grouping::groups_of(const Occasion& occasion) {
  groups_.clear();
  if (query_.where && !holds(occasion)) return groups_;
  for (std::size_t dimension = 0; dimension < keys_.size(); ++dimension) {
    keys_[dimension].clear();
    add_keys(dimension, occasion);
    // Nothing known is a value of its own: such a record must not fall out of the total.
    if (keys_[dimension].empty()) add_text(dimension, "");
  }
  if (keys_.size() == 1) {
    for (const auto& key : keys_.front()) groups_.push_back(tally_.group(std::span(&key, 1)));
    return groups_;
  }
  chosen_.resize(keys_.size());
  at_.assign(keys_.size(), 0);
  for (;;) {
    for (std::size_t index = 0; index < keys_.size(); ++index) {
      chosen_[index] = keys_[index][at_[index]];
    }
    groups_.push_back(tally_.group(chosen_));
    std::size_t next = 0;
    while (next < at_.size() && ++at_[next] == keys_[next].size()) at_[next++] = 0;
    if (next == at_.size()) return groups_;
  }
}

void Grouping::make_standing_groups() {
  if (query_.by.size() != 1) return;
  const auto dimension = query_.by.front();
  const auto stand = [this](std::int32_t key) { tally_.group(std::span(&key, 1)); };
  if (dimension == Dimension::county) {
    for (const auto county : counties_.listed()) {
      if (query_.where && !may_hold_for_county(county)) continue;
      add_county(0, county);
      stand(keys_[0].back());
    }
  } else if (is_time(dimension)) {
    std::int64_t made = 0;
    for (auto day = query_.period.first; day <= query_.period.last && made < most_spans; ++made) {
      const auto span = span_holding(dimension, day);
      // A span cut off by the period is no whole quarter or month, but its records still count.
      stand(span_key(0, {day, day}));
      day = span.last + std::chrono::days{1};
    }
  }
}

void Grouping::add_text(std::size_t dimension, const std::string& text, std::int64_t order) {
  keys_[dimension].push_back(tally_.table(dimension).of_text(text, order));
}

template <class E>
void Grouping::add_word(std::size_t dimension, const std::optional<E>& word) {
  if (word) {
    add_text(dimension, std::string(identifier(*word)), static_cast<std::int64_t>(*word));
  }
}

void Grouping::add_county(std::size_t dimension, std::int64_t county) {
  auto* facts = counties_.find(county);
  if (facts == nullptr) return;
  if (facts->key < 0) {
    facts->key =
        tally_.table(dimension).of_record({Kind::county, facts->number}, facts->code, facts->place);
  }
  keys_[dimension].push_back(facts->key);
}

void Grouping::add_city(std::size_t dimension, std::int64_t county) {
  auto* facts = counties_.find(county);
  if (facts == nullptr) return;
  if (facts->city_key < 0) facts->city_key = tally_.table(dimension).of_text(facts->city);
  keys_[dimension].push_back(facts->city_key);
}

std::int32_t Grouping::span_key(std::size_t dimension, const Date& on) {
  auto& table = tally_.table(dimension);
  const auto make = [&] {
    const auto span = span_holding(query_.by[dimension], on.last);
    return span.contains(on) ? table.of_text(span.text, span.first.time_since_epoch().count())
                             : table.of_text("");
  };
  if (!on.is_day()) return make();
  const auto [at, is_new] = spans_[dimension].emplace(on.first.time_since_epoch().count(), 0);
  if (is_new) at->second = make();
  return at->second;
}

void Grouping::add_keys(std::size_t dimension, const Occasion& occasion) {
  const auto* facts = occasion.project;
  const auto by = query_.by[dimension];
  switch (by) {
    case Dimension::county:
      add_county(dimension, occasion.county);
      break;
    case Dimension::city:
      add_city(dimension, occasion.county);
      break;
    case Dimension::year:
    case Dimension::half:
    case Dimension::quarter:
    case Dimension::month:
    case Dimension::week:
      if (occasion.on) keys_[dimension].push_back(span_key(dimension, *occasion.on));
      break;
    case Dimension::chain:
      if (facts != nullptr) add_text(dimension, facts->project.chain);
      break;
    case Dimension::industry:
      if (facts != nullptr) add_text(dimension, facts->project.industry);
      break;
    case Dimension::stage:
      if (facts != nullptr) add_word(dimension, std::optional(stage_of(*facts)));
      break;
    case Dimension::origin:
      if (const auto place = place_of(occasion)) add_word(dimension, std::optional(place->origin));
      break;
    case Dimension::source:
      if (const auto place = place_of(occasion)) add_text(dimension, place->source);
      break;
    case Dimension::company:
      add_company_keys(dimension, occasion);
      break;
    case Dimension::flag:
      for (const auto& flag : flags_of(occasion)) add_text(dimension, flag);
      break;
    case Dimension::program:
      if (facts == nullptr) break;
      for (const auto& program : facts->project.programs) add_text(dimension, program);
      break;
    case Dimension::mode:
      add_text(dimension, std::string(occasion.mode));
      break;
    case Dimension::leader:
      if (!occasion.leader.empty()) {
        add_text(dimension, std::string(occasion.leader));
      } else if (facts != nullptr) {
        add_text(dimension, facts->project.leader);
      }
      break;
    case Dimension::size:
      if (facts == nullptr) break;
      if (const auto planned = planned_cny(*facts)) add_size_keys(dimension, *planned);
      break;
    case Dimension::project:
      if (facts == nullptr) break;
      keys_[dimension].push_back(tally_.table(dimension).of_record(
          {Kind::project, facts->project.id.number}, "", facts->project.id.number));
      break;
    case Dimension::currency:
      if (occasion.currency) add_text(dimension, std::string(occasion.currency->code()));
      break;
  }
}

void Grouping::add_size_keys(std::size_t dimension, std::int64_t planned) {
  const auto& sizes = query_.sizes;
  if (sizes.bounds.empty()) return add_word(dimension, std::optional(size_band(planned)));
  for (const auto place : size_places(sizes, planned)) {
    // What is below all bounds stands below them where each is "and above".
    const auto order = place == 0 && sizes.cumulative ? sizes.bounds.size() + 1 : place;
    add_text(dimension, size_key(sizes, place), static_cast<std::int64_t>(order));
  }
}

void Grouping::add_company_keys(std::size_t dimension, const Occasion& occasion) {
  for (const auto company : companies_of(occasion)) {
    keys_[dimension].push_back(
        tally_.table(dimension).of_record({Kind::company, company}, "", company));
  }
}

std::vector<std::int64_t> Grouping::companies_of(const Occasion& occasion) const {
  std::vector<std::int64_t> ids;
  if (occasion.companies != nullptr) {
    ids = *occasion.companies;
  } else if (occasion.project != nullptr) {
    for (const auto& investor : occasion.project->project.investors) {
      ids.push_back(investor.company.number);
    }
  }
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  return ids;
}

std::vector<std::string> Grouping::flags_of(const Occasion& occasion) const {
  std::vector<std::string> flags;
  for (const auto company : companies_of(occasion)) {
    const auto found = companies_.find(company);
    if (found == companies_.end()) continue;
    flags.insert(flags.end(), found->second.flags.begin(), found->second.flags.end());
  }
  std::sort(flags.begin(), flags.end());
  flags.erase(std::unique(flags.begin(), flags.end()), flags.end());
  return flags;
}

std::optional<PlaceOfOrigin> Grouping::place_of(const Occasion& occasion) {
  if (occasion.project == nullptr) return {};
  const auto& project = occasion.project->project;
  const auto place = stated_origin(project, companies_);
  const auto [at, is_new] = places_.emplace(place, std::nullopt);
  if (is_new) at->second = place_of_origin(place, city_code_);
  auto known = at->second;
  if (project.capital == Capital::foreign) {
    if (!known) known = PlaceOfOrigin{};
    known->origin = Origin::foreign;
  }
  return known;
}

Stage Grouping::stage_of(const ProjectFacts& facts) const {
  return stage_at(facts.spells, std::min(query_.period.last, query_.today), query_.today);
}

std::optional<std::int64_t> Grouping::planned_cny(const ProjectFacts& facts) {
  if (!facts.project.planned_investment) return {};
  const auto& money = facts.project.planned_investment->money;
  if (money.currency == Currency()) return money.minor;
  const auto on = facts.postings.empty() ? Date{query_.period.last, query_.period.last}
                                         : facts.postings.front().on;
  return conversion_.cny(money, on, {Kind::project, facts.project.id.number});
}

std::optional<std::int64_t> Grouping::contract_cny(const ProjectFacts& facts) {
  std::optional<std::int64_t> sum;
  for (const auto& posting : facts.postings) {
    if (posting.outside || !posting.amount) continue;
    const auto cny = conversion_.cny(*posting.amount, posting.on, {Kind::signing, posting.signing});
    if (cny) sum = sum.value_or(0) + *cny;
  }
  return sum;
}

bool Grouping::holds(const Occasion& occasion) {
  // Asked only as far as the condition needs, as an amount may need a rate.
  return query_.where->holds([&](std::size_t criterion) -> const Answer& {
    return answers_[criterion] = answer(static_cast<TotalsCriterion>(criterion), occasion);
  });
}

bool Grouping::may_hold_for_county(std::int64_t county) {
  for (const auto criterion : query_.where->asks()) answers_[criterion] = {};
  answers_[static_cast<std::size_t>(TotalsCriterion::county)] =
      Numbers{counties_.counted_in(county)};
  if (const auto* facts = counties_.find(county)) {
    answers_[static_cast<std::size_t>(TotalsCriterion::city)] = answer_text(facts->city);
  }
  return query_.where->may_hold(
      [this](std::size_t criterion) -> const Answer& { return answers_[criterion]; });
}

Answer Grouping::answer(TotalsCriterion criterion, const Occasion& occasion) {
  switch (criterion) {
    case TotalsCriterion::county: {
      if (occasion.county == 0) return {};
      const auto* facts = counties_.find(occasion.county);
      if (facts == nullptr || facts->number == occasion.county) return occasion.county;
      // A park is found by its own name and by that of the county it counts in.
      return Numbers{{occasion.county, facts->number}};
    }
    case TotalsCriterion::city: {
      const auto* facts = counties_.find(occasion.county);
      return facts == nullptr ? Answer() : answer_text(facts->city);
    }
    case TotalsCriterion::date:
      return occasion.on ? Answer(*occasion.on) : Answer();
    case TotalsCriterion::mode:
      return number_of(totals_criteria()[static_cast<std::size_t>(criterion)].choices,
                       occasion.mode);
    case TotalsCriterion::currency:
      return occasion.currency ? answer_text(occasion.currency->code()) : Answer();
    case TotalsCriterion::company:
      return Numbers{companies_of(occasion)};
    case TotalsCriterion::flag:
      return answer_texts(flags_of(occasion));
    case TotalsCriterion::leader:
      if (!occasion.leader.empty()) return answer_text(occasion.leader);
      break;
    default:
      break;
  }
  return occasion.project == nullptr ? Answer() : answer_of_project(criterion, occasion);
}

Answer Grouping::answer_of_project(TotalsCriterion criterion, const Occasion& occasion) {
  const auto& facts = *occasion.project;
  const auto& project = facts.project;
  switch (criterion) {
    case TotalsCriterion::title: {
      const std::string titles[] = {
          project.title, project.other_title, reference_text({Kind::project, project.id.number})};
      return answer_texts(titles);
    }
    case TotalsCriterion::chain:
      return answer_text(project.chain);
    case TotalsCriterion::industry:
      return answer_text(project.industry);
    case TotalsCriterion::content:
      return answer_text(project.content);
    case TotalsCriterion::stage:
      return static_cast<std::int64_t>(stage_of(facts));
    case TotalsCriterion::leader:
      return answer_text(project.leader);
    case TotalsCriterion::task_force:
      return answer_text(project.task_force);
    case TotalsCriterion::program:
      return answer_texts(project.programs);
    case TotalsCriterion::origin: {
      const auto place = place_of(occasion);
      return place ? Answer(static_cast<std::int64_t>(place->origin)) : Answer();
    }
    case TotalsCriterion::source: {
      const auto place = place_of(occasion);
      return place ? answer_text(place->source) : Answer();
    }
    case TotalsCriterion::capital:
      return word_answer(project.capital);
    case TotalsCriterion::amount:
      return money_answer(contract_cny(facts));
    case TotalsCriterion::planned:
      return money_answer(planned_cny(facts));
    case TotalsCriterion::land:
      return project.land ? Answer(project.land->hundredths) : Answer();
    case TotalsCriterion::jobs:
      return project.forecast_jobs ? Answer(*project.forecast_jobs) : Answer();
    case TotalsCriterion::size: {
      const auto planned = planned_cny(facts);
      return planned ? Answer(static_cast<std::int64_t>(size_band(*planned))) : Answer();
    }
    case TotalsCriterion::county:
    case TotalsCriterion::city:
    case TotalsCriterion::company:
    case TotalsCriterion::flag:
    case TotalsCriterion::date:
    case TotalsCriterion::mode:
    case TotalsCriterion::currency:
      break;
  }
  return {};
}

}  // namespace leadbook::service
