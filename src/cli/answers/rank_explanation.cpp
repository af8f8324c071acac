// How the points of a score came about: each item's formula with its numbers.
#include "cli/answers/rank_table.hpp"
#include "cli/totals/standing_cells.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::cli {
namespace {

using present::Align;
using present::Cell;
using service::ScoredItem;

/// A value in the unit that fits it, so that a formula stays short; no digit is lost.
std::string shown(Measure measure,
                  const std::optional<service::Scaled>& value,
                  const Currency& currency) {
  return present::display_text(scaled_cell(measure, value, currency), AmountUnit::automatic);
}

std::string without_target(const ScoredItem& scored) {
  const auto why = scored.base ? say("the target is 0") : say("no target");
  return scored.points ? say("{}: {} points by the rule", why, points_text(*scored.points))
                       : say("{}: no score", why);
}

std::string efficacy_formula(const ScoreItem& item, const ScoredItem& scored) {
  const auto weight = points_text(item.weight);
  const auto value = shown(item.measure, scored.value, scored.currency);
  if (scored.least == scored.base) return say("all values are {}: {}", value, weight);
  return fmt::format("{0} × (60 + 40 × ({1} - {2}) / ({3} - {2})) / 100",
                     weight,
                     value,
                     shown(item.measure, scored.least, scored.currency),
                     shown(item.measure, scored.base, scored.currency));
}

std::string item_formula(const ScoreItem& item, const ScoredItem& scored) {
  if (!scored.value) return say("no value: no points");
  if (item.method == ScoreMethod::efficacy) return efficacy_formula(item, scored);
  if (!scored.base || *scored.base <= 0) {
    return item.against == ScoreBase::target ? without_target(scored)
                                             : say("nobody has anything: no points");
  }
  const auto weight = points_text(item.weight);
  auto share = fmt::format("{} × {} / {}",
                           weight,
                           shown(item.measure, scored.value, scored.currency),
                           shown(item.measure, scored.base, scored.currency));
  if (item.method == ScoreMethod::capped) return fmt::format("min({}, {})", weight, share);
  if (!item.cap) return share;
  return fmt::format("min({} × {}, {})", weight, points_text(*item.cap), share);
}

std::string bonus_formula(const ScoreBonus& bonus, const ScoredItem& scored) {
  if (!scored.value) return say("no value: no points");
  auto formula = say("{} for each full {} of {}",
                     points_text(bonus.points),
                     shown(bonus.measure, bonus.each, scored.currency),
                     shown(bonus.measure, scored.value, scored.currency));
  if (!bonus.most) return formula;
  return formula + std::string(choose(", ", "，")) + say("at most {}", points_text(*bonus.most));
}

std::vector<present::Column> explained_columns() {
  return {{say("Place"), "place", Align::right},
          {say("County"), "county"},
          {say("Item"), "item"},
          {say("Measure"), "measure"},
          {say("Records that count"), "where"},
          {say("Weight"), "weight", Align::right},
          {say("Method"), "method"},
          {say("Value"), "value", Align::right},
          {say("Against"), "base", Align::right},
          {say("Least value"), "least", Align::right},
          {say("Formula"), "formula"},
          {say("Points"), "points", Align::right}};
}

/// What a row says beside its county: one item or bonus, its numbers and how they make points.
std::vector<Cell> item_cells(const ScoreRule& rule, std::size_t at, const ScoredItem& scored) {
  std::vector<Cell> cells;
  const auto add_numbers = [&](Measure measure, const std::string& formula) {
    cells.push_back(scaled_cell(measure, scored.value, scored.currency));
    cells.push_back(scaled_cell(measure, scored.base, scored.currency));
    cells.push_back(scaled_cell(measure, scored.least, scored.currency));
    cells.emplace_back(formula);
    cells.push_back(points_cell(scored.points));
  };
  if (at < rule.items.size()) {
    const auto& item = rule.items[at];
    cells = {Cell(item.name),
             Cell(item.measure),
             Cell(item.where),
             points_cell(item.weight),
             Cell(item.method)};
    add_numbers(item.measure, item_formula(item, scored));
    return cells;
  }
  const auto& bonus = rule.bonuses[at - rule.items.size()];
  const bool takes = bonus.points < 0;
  cells = {Cell(bonus.name),
           Cell(bonus.measure),
           Cell(bonus.where),
           points_cell(bonus.points),
           present::Word{takes ? "penalty" : "bonus", takes ? say("Penalty") : say("Bonus")}};
  add_numbers(bonus.measure, bonus_formula(bonus, scored));
  return cells;
}

}  // namespace

RankTable make_score_explanation(const service::RankQuery& query,
                                 const service::Ranking& ranking,
                                 store::Names& names) {
  RankTable made;
  made.readable = "county,item,formula,points";
  made.table.key = "score_items";
  made.table.columns = explained_columns();
  for (const auto& county : ranking.rows) {
    const Reference reference{Kind::county, county.county.number};
    const present::Link link{reference_text(reference), names(reference)};
    for (std::size_t at = 0; at < county.items.size(); ++at) {
      std::vector<Cell> row = {Cell(county.place), link};
      for (auto& cell : item_cells(query.score->rule, at, county.items[at])) {
        row.push_back(std::move(cell));
      }
      made.table.rows.push_back(std::move(row));
    }
  }
  return made;
}

}  // namespace leadbook::cli
