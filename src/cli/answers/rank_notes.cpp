// What there is to say below a ranking: definitions, ties, movement, who is apart and why.
#include <algorithm>

#include "cli/answers/rank_table.hpp"
#include "cli/totals/query.hpp"
#include "cli/totals/standing_cells.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::cli {
namespace {

using service::Ranking;
using service::RankQuery;

std::string against_text(const ScoreItem& item) {
  switch (item.against) {
    case ScoreBase::target:
      return say("target");
    case ScoreBase::best:
      return say("best value");
    case ScoreBase::value:
      break;
  }
  return say("set value");
}

std::string formula_of(const ScoreItem& item) {
  const auto weight = points_text(item.weight);
  if (item.method == ScoreMethod::efficacy) {
    return say("{} × (60 + 40 × (value - least) / (greatest - least)) / 100", weight);
  }
  auto share = say("{} × value / {}", weight, against_text(item));
  if (item.method == ScoreMethod::capped) return fmt::format("min({}, {})", weight, share);
  if (!item.cap) return share;
  return fmt::format("min({} × {}, {})", weight, points_text(*item.cap), share);
}

std::string only_where(const std::string& where) {
  return where.empty() ? "" : std::string(choose("; ", "；")) + say("only where {}", where);
}

std::string lacking_note(Lacking lacking) {
  switch (lacking) {
    case Lacking::apart:
      return say("A county without a target for an item, or with one of 0, has no score.");
    case Lacking::zero:
      return say("A county without a target for an item, or with one of 0, gets no points for it.");
    case Lacking::full:
      break;
  }
  return say("A county without a target for an item, or with one of 0, gets all points for it.");
}

void add_score_notes(const ScoreRule& rule, std::vector<std::string>& notes) {
  bool by_target = false;
  for (const auto& item : rule.items) {
    notes.push_back(say("{} ({}): {}", item.name, name_of(item.measure), formula_of(item)) +
                    only_where(item.where));
    by_target =
        by_target || (item.method != ScoreMethod::efficacy && item.against == ScoreBase::target);
  }
  for (const auto& bonus : rule.bonuses) {
    const auto each = present::display_text(scaled_cell(bonus.measure, bonus.each, Currency()),
                                            AmountUnit::automatic);
    auto note = say("{} ({}): {} points for each full {}",
                    bonus.name,
                    name_of(bonus.measure),
                    points_text(bonus.points),
                    each);
    if (bonus.most) {
      note += std::string(choose(", ", "，")) + say("at most {}", points_text(*bonus.most));
    }
    notes.push_back(note + only_where(bonus.where));
  }
  notes.push_back(say("Points are rounded to hundredths item by item; the score is their sum."));
  if (by_target) {
    notes.push_back(
        say("The target is that of the period, or else of the shortest period that holds it."));
    notes.push_back(lacking_note(rule.lacking));
  }
}

void add_list_notes(const ListRule& rule, bool by_score, std::vector<std::string>& notes) {
  if (rule.top) notes.push_back(say("Red list: the first {}, never for 0.", *rule.top));
  if (rule.at_least && by_score) {
    notes.push_back(say("Red list: a score of {} or more.", points_text(*rule.at_least)));
  }
  if (rule.bottom) notes.push_back(say("Black list: the last {}.", *rule.bottom));
  if (rule.below && by_score) {
    notes.push_back(say("Black list: a score below {}.", points_text(*rule.below)));
  }
  if (rule.periods > 1) {
    notes.push_back(say("Black list: only who was so in {} periods in a row.", rule.periods));
  }
}

std::string tie_note(Ties ties) {
  switch (ties) {
    case Ties::standard:
      return say("Equal values share a place (1, 2, 2, 4) and stand by division code.");
    case Ties::dense:
      return say("Equal values share a place (1, 2, 2, 3) and stand by division code.");
    case Ties::order:
      break;
  }
  return say("Equal values have places by division code.");
}

bool has_ties(const Ranking& ranking) {
  for (std::size_t row = 1; row < ranking.rows.size(); ++row) {
    const auto& value = ranking.rows[row].ranked;
    if (value && value == ranking.rows[row - 1].ranked) return true;
  }
  return false;
}

}  // namespace

std::vector<std::string> rank_notes(const RankQuery& query, const Ranking& ranking) {
  auto totals = query.totals;
  if (!query.score) totals.measures = {query.measure};
  std::vector<std::string> notes;
  if (query.score && !query.score->rule.title.empty()) {
    notes.push_back(query.score->rule.title);
  }
  if (query.score) {
    add_score_notes(query.score->rule, notes);
    totals.measures = service::measures_of(query.score->rule);
  }
  for (auto& note : totals_notes(totals, ranking.facts)) notes.push_back(std::move(note));
  notes.push_back(say("Movement is against {}.", format_period(query.before)));
  if (has_ties(ranking)) notes.push_back(tie_note(query.ties));
  add_list_notes(
      query.score ? query.score->rule.lists : query.lists, query.score.has_value(), notes);
  const auto apart = std::count_if(
      ranking.rows.begin(), ranking.rows.end(), [](const auto& row) { return !row.place; });
  if (apart > 0) {
    notes.push_back(say_count("{} county has no value and stands last, without a place.",
                              "{} counties have no value and stand last, without a place.",
                              apart));
  }
  if (ranking.left_out > 0) {
    notes.push_back(say_count("{} zone or park is not ranked; --zones own or host counts it.",
                              "{} zones and parks are not ranked; --zones own or host counts them.",
                              ranking.left_out));
  }
  return notes;
}

}  // namespace leadbook::cli
