#include "leadbook/service/figures/check.hpp"

#include <algorithm>

#include "leadbook/domain/error.hpp"
#include "leadbook/text/translate.hpp"
#include "service/figures/known.hpp"

namespace leadbook::service {
namespace {

/// The figures asked for, by number.
std::vector<const KnownFigure*> chosen_of(const FigureChecking& checking) {
  const auto& query = checking.query;
  const auto area = query.area.empty() ? std::string() : checking.areas.find(query.area).key;
  std::vector<const KnownFigure*> chosen;
  for (const auto& known : checking.figures) {
    const bool named =
        query.figures.empty() ||
        std::find(query.figures.begin(), query.figures.end(), known.figure.id.number) !=
            query.figures.end();
    if (!named || (!area.empty() && known.area.key != area) ||
        (query.period && !query.period->contains(*known.figure.period))) {
      continue;
    }
    chosen.push_back(&known);
  }
  return chosen;
}

/// Why there is nothing to say of a figure.
std::string why_unchecked(const KnownFigure& known) {
  if (!known.printed) return say("It states no number.");
  if (!known.meaning && known.is_share()) return say("Nothing it is made of is printed beside it.");
  if (!known.meaning) {
    return say("The book has no measure of this name, and no other figure speaks of it.");
  }
  if (!known.states_beginning) {
    return say("It is of one day, and since when it counts is not stated.");
  }
  if (!known.area.is_city && !known.area.county) {
    return say("{} is neither a county of the book nor its city.", known.figure.area);
  }
  return say("Nothing it is made of is printed beside it.");
}

void add_unchecked(FigureChecking& checking, const std::vector<const KnownFigure*>& chosen) {
  for (const auto* known : chosen) {
    const bool found = std::any_of(
        checking.findings.begin(), checking.findings.end(), [&](const FigureFinding& finding) {
          return finding.figure == known->figure.id;
        });
    if (found) continue;
    checking.find(
        *known, FigureTest::none, {}, {}, FigureVerdict::unchecked, why_unchecked(*known));
  }
}

void refuse_unknown(const FigureChecking& checking) {
  for (const auto number : checking.query.figures) {
    const bool known = std::any_of(
        checking.figures.begin(), checking.figures.end(), [&](const KnownFigure& figure) {
          return figure.figure.id.number == number;
        });
    if (known) continue;
    throw Error(ErrorKind::not_found,
                say("there is no {} in this book", reference_text({Kind::figure, number})));
  }
}

}  // namespace

FigureCheck check_figures(store::Db& db, const FigureQuery& query) {
  FigureChecking checking{db, query, Areas(db), {}, {}};
  checking.figures = read_figures(db, checking.areas, query.tolerance);
  checking.targets = read_targets(db);
  refuse_unknown(checking);
  const auto chosen = chosen_of(checking);
  check_book(checking, chosen);
  for (const auto* known : chosen) {
    check_parts(checking, *known);
    check_formulas(checking, *known);
    check_periods(checking, *known);
    check_currencies(checking, *known);
  }
  add_unchecked(checking, chosen);
  std::stable_sort(checking.findings.begin(),
                   checking.findings.end(),
                   [](const FigureFinding& left, const FigureFinding& right) {
                     return left.figure < right.figure;
                   });
  std::map<Id<Figure>, FigureVerdict> verdicts;
  for (const auto& finding : checking.findings) {
    auto& verdict = verdicts.emplace(finding.figure, finding.verdict).first->second;
    verdict = std::max(verdict, finding.verdict);
  }
  FigureCheck check;
  check.findings = std::move(checking.findings);
  for (const auto& [figure, verdict] : verdicts) ++check.figures[verdict];
  for (const auto* known : chosen) check.checked.emplace(known->figure.id, known->figure);
  return check;
}

}  // namespace leadbook::service

namespace leadbook {

template <>
std::span<const Word<service::FigureVerdict>> words<service::FigureVerdict>() {
  using service::FigureVerdict;
  static constexpr Word<FigureVerdict> table[] = {
      {FigureVerdict::equal, "equal", "equal", "一致"},
      {FigureVerdict::rounding, "rounding", "as rounded", "四舍五入"},
      {FigureVerdict::truncated, "truncated", "cut off", "截尾"},
      {FigureVerdict::partial, "partial", "part held", "部分"},
      {FigureVerdict::unchecked, "unchecked", "not checked", "无法核对"},
      {FigureVerdict::differs, "differs", "differs", "不一致"},
      {FigureVerdict::wrong, "wrong", "wrong", "有误"},
      {FigureVerdict::suspected, "suspected", "suspected", "存疑"},
  };
  return table;
}

template <>
std::span<const Word<service::FigureTest>> words<service::FigureTest>() {
  using service::FigureTest;
  static constexpr Word<FigureTest> table[] = {
      {FigureTest::none, "none", "nothing", "无"},
      {FigureTest::book, "book", "the book", "台账"},
      {FigureTest::parts, "parts", "its parts", "分项"},
      {FigureTest::formula, "formula", "its formula", "公式"},
      {FigureTest::period, "period", "other periods", "其他时期"},
      {FigureTest::currency, "currency", "another currency", "其他币种"},
  };
  return table;
}

}  // namespace leadbook
