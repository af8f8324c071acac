#include "leadbook/service/totals/matching.hpp"

#include <algorithm>
#include <map>

#include "leadbook/domain/record/field_facts.hpp"
#include "leadbook/domain/record/fields/field_criteria.hpp"
#include "leadbook/service/money/rates.hpp"
#include "leadbook/store/record/many.hpp"
#include "service/totals/grouping.hpp"

namespace leadbook::service {
namespace {

/// Where the answer to a criterion lies: with totals, in a field, or in the number of the record.
struct AnswerFrom {
  enum { totals, field, number } of;
  std::size_t place = 0;  // in the list of criteria of totals, or of fields
};

struct Asking {
  std::vector<Criterion> criteria;
  std::vector<AnswerFrom> origins;
};

bool is_called(const Criterion& criterion, std::string_view name) {
  const auto& more = criterion.synonyms;
  return criterion.name == name || std::find(more.begin(), more.end(), name) != more.end();
}

/// Those of totals; what a signing says itself is asked of it and not of its project.
void add_totals(Kind kind, Asking& asking) {
  const std::map<std::string, std::string> own = {
      {"amount", "amount"}, {"date", "on"}, {"mode", "mode"}};
  const auto& totals = totals_criteria();
  for (std::size_t place = 0; place < totals.size(); ++place) {
    auto criterion = totals[place];
    AnswerFrom origin{AnswerFrom::totals, place};
    const auto named = own.find(criterion.name);
    if (kind == Kind::signing && named != own.end()) {
      for (const auto& field : field_criteria(kind)) {
        if (field.criterion.name != named->second) continue;
        origin = {AnswerFrom::field, field.field};
        criterion.choices = field.criterion.choices;
      }
    }
    asking.criteria.push_back(std::move(criterion));
    asking.origins.push_back(origin);
  }
}

Asking make_asking(Kind kind) {
  Asking asking;
  if (kind == Kind::project || kind == Kind::signing) add_totals(kind, asking);
  for (const auto& field : field_criteria(kind)) {
    const auto& known = asking.criteria;
    const bool is_known = std::any_of(known.begin(), known.end(), [&](const Criterion& other) {
      return is_called(other, field.criterion.name);
    });
    if (is_known) continue;
    asking.criteria.push_back(field.criterion);
    asking.origins.push_back({AnswerFrom::field, field.field});
  }
  asking.criteria.push_back(
      {"id", "Reference", "编号", {"reference"}, CriterionType::reference, {}, kind});
  asking.origins.push_back({AnswerFrom::number, 0});
  return asking;
}

const Asking& asking_of(Kind kind) {
  static std::map<Kind, Asking> known;
  const auto found = known.find(kind);
  return found != known.end() ? found->second
                              : known.emplace(kind, make_asking(kind)).first->second;
}

/// An amount as it is stated: whether one is known needs no rate. Nothing for other criteria.
std::optional<Answer> amount_stated(TotalsCriterion criterion, const ProjectFacts& facts) {
  const auto& planned = facts.project.planned_investment;
  if (criterion == TotalsCriterion::planned || criterion == TotalsCriterion::size) {
    return planned ? Answer(planned->money) : Answer();
  }
  if (criterion != TotalsCriterion::amount) return {};
  for (const auto& paper : facts.postings) {
    if (!paper.outside && paper.amount) return Answer(*paper.amount);
  }
  return Answer();
}

/// Judges record by record.
class Matching {
 public:
  Matching(store::Db& db, Kind kind, const Condition& condition, Day today)
      : db_(db), kind_(kind), condition_(condition), today_(today), rates_(db) {}

  std::vector<std::int64_t> numbers() {
    if (asks_totals()) {
      through_projects();
    } else {
      through_records();
    }
    std::sort(numbers_.begin(), numbers_.end());
    return std::move(numbers_);
  }

 private:
  bool asks_totals() const {
    return std::any_of(condition_.asks().begin(), condition_.asks().end(), [&](std::size_t asked) {
      return asking_.origins[asked].of == AnswerFrom::totals;
    });
  }

  /// Each record by itself, of which only the fields asked for are read, and its days.
  void through_records() {
    rates_.read();
    std::set<std::string> names;
    for (const auto& field : fields_of(kind_)) {
      if (field.type == FieldType::date) names.insert(field.name);
    }
    for (const auto asked : condition_.asks()) {
      const auto& origin = asking_.origins[asked];
      if (origin.of == AnswerFrom::field) names.insert(fields_of(kind_)[origin.place].name);
    }
    store::each_of_kind(db_, store::Selection(kind_, names), [&](const store::Records& records) {
      for (std::size_t at = 0; at < records.size(); ++at) judge(records[at], nullptr, nullptr);
    });
  }

  void through_projects() {
    rates_.read();
    TotalsQuery query;
    query.period = {today_, today_, ""};
    query.today = today_;
    query.where = condition_;
    Tally tally(query, false);
    Conversion conversion(db_, query.rates, query.period);
    Grouping grouping(db_, query, tally, conversion);
    WantedFacts wanted;
    wanted.spells = true;
    wanted.papers = kind_ == Kind::signing;
    each_project(db_, wanted, [&](ProjectFacts& facts) {
      Occasion occasion;
      occasion.project = &facts;
      occasion.county = facts.project.county.number;
      if (kind_ == Kind::project) {
        occasion.on = first_appearance(facts);
        judge(facts.project, &grouping, &occasion);
      }
      for (const auto& paper : facts.papers) {
        occasion.currency.reset();
        if (paper.amount) occasion.currency = paper.amount->money.currency;
        judge(paper, &grouping, &occasion);
      }
    });
  }

  void judge(const AnyRecord& record, Grouping* grouping, const Occasion* occasion) {
    const auto number = reference_of(record).number;
    Answer answer;
    const bool holds = condition_.holds([&](std::size_t asked) -> const Answer& {
      const auto& origin = asking_.origins[asked];
      if (origin.of == AnswerFrom::number) {
        answer = number;
      } else if (origin.of == AnswerFrom::field) {
        answer = answer_of_field(record, origin.place, [&](const Money& money) {
          return condition_.compares(asked) ? to_cny(money, record) : money;
        });
      } else {
        const auto criterion = static_cast<TotalsCriterion>(origin.place);
        const auto stated = condition_.compares(asked)
                                ? std::nullopt
                                : amount_stated(criterion, *occasion->project);
        answer = stated ? *stated : grouping->answer(criterion, *occasion);
      }
      return answer;
    });
    if (holds) numbers_.push_back(number);
  }

  /// At the rate of the first day the record says something happened, else of today.
  Money to_cny(const Money& money, const AnyRecord& record) {
    if (money.currency == Currency()) return money;
    Date on{today_, today_};
    for (const auto& [field, criterion] : field_criteria(kind_)) {
      if (criterion.type != CriterionType::date) continue;
      const auto day = answer_of_field(record, field, {});
      if (const auto* date = std::get_if<Date>(&day)) {
        on = *date;
        break;
      }
    }
    return rates_.to_cny(money, on);
  }

  store::Db& db_;
  Kind kind_;
  const Condition& condition_;
  Day today_;
  Rates rates_;
  const Asking& asking_ = asking_of(kind_);
  std::vector<std::int64_t> numbers_;
};

}  // namespace

const std::vector<Criterion>& record_criteria(Kind kind) { return asking_of(kind).criteria; }

std::vector<std::int64_t> matching_records(store::Db& db,
                                           Kind kind,
                                           const Condition& condition,
                                           Day today) {
  return Matching(db, kind, condition, today).numbers();
}

}  // namespace leadbook::service
