// Figures that somebody printed: taken with a mark where the book holds less, left out where they
// are doubtful.
#include <algorithm>

#include "leadbook/service/figures/check.hpp"
#include "leadbook/text/translate.hpp"
#include "service/bulletin/numbers.hpp"
#include "service/bulletin/sections.hpp"
#include "service/figures/indicator.hpp"
#include "service/figures/value.hpp"

namespace leadbook::service {
namespace {

/// A number as it was printed, "超1011亿元", "80余"; nothing where it states none.
std::string printed_text(const Figure& figure) {
  if (figure.amount) {
    const auto printed = read_printed(figure, 0);
    const auto text = figure.amount->money.currency == Currency()
                          ? money_text(figure.amount->money.minor)
                          : format_money(figure.amount->money, own_unit());
    const auto qualifier = printed ? printed->qualifier : Qualifier::exact;
    return qualifier == Qualifier::over || qualifier == Qualifier::at_least ? say("over {}", text)
                                                                            : text;
  }
  if (figure.percent) return percent_text(figure.percent->hundredths);
  if (!figure.count) return "";
  const auto printed = read_printed(figure, 0);
  const auto number = std::to_string(*figure.count);
  return printed && printed->qualifier == Qualifier::over ? say("more than {}", number) : number;
}

struct AreaFigures {
  std::vector<Figure> figures;  // that are not doubtful
  std::vector<Reference> doubtful;
};

AreaFigures figures_of(Making& making) {
  auto& reading = making.reading;
  AreaFigures found;
  FigureQuery query;
  query.period = reading.whole;
  query.area = making.bulletin.area;
  query.today = reading.query().today;
  query.at = reading.query().at;
  const auto check = check_figures(reading.db(), query);
  std::map<Id<Figure>, FigureVerdict> worst;
  for (const auto& finding : check.findings) {
    auto& verdict = worst.try_emplace(finding.figure, finding.verdict).first->second;
    verdict = std::max(verdict, finding.verdict);
  }
  for (const auto& [id, figure] : check.checked) {
    if (worst[id] >= FigureVerdict::wrong) {
      found.doubtful.push_back({Kind::figure, id.number});
    } else {
      found.figures.push_back(figure);
    }
  }
  return found;
}

}  // namespace

void read_printed_figures(Making& making) {
  const auto found = figures_of(making);
  making.doubtful = found.doubtful;
  const Date period{making.reading.whole.first, making.reading.whole.last};
  for (const auto& figure : found.figures) {
    const auto meaning = meaning_of(figure.indicator);
    if (!figure.count || !meaning || !meaning->measure || figure.period != period) continue;
    if (unit_of(*meaning->measure) != MeasureUnit::count) continue;
    const auto& indicator = making.indicator(*meaning->measure);
    if (indicator.period.value.value_or(0) >= *figure.count) continue;
    making.printed.try_emplace(*meaning->measure, PrintedFigure{figure, printed_text(figure)});
  }
}

void tell_printed(Making& making) {
  auto& tell = making.tell;
  BulletinSection section;
  section.key = "printed";
  section.heading = say("Figures as reported");
  std::vector<std::string> told;
  for (const auto& figure : figures_of(making).figures) {
    const auto is_told =
        std::any_of(making.printed.begin(), making.printed.end(), [&](const auto& one) {
          return one.second.figure.id == figure.id;
        });
    const auto text = printed_text(figure);
    if (is_told || text.empty()) continue;
    const Reference reference{Kind::figure, figure.id.number};
    const auto number = tell.printed(
        "printed." + reference_text(reference), FactUnit::printed, figure.count, text, {reference});
    const auto period = date_words(*figure.period, making.reading.year());
    told.push_back(
        figure.period == Date{making.reading.whole.first, making.reading.whole.last}
            ? say("{0} {1}†", tell.name(figure.indicator), number)
            : say("{0} ({2}) {1}†", tell.name(figure.indicator), number, tell.name(period)));
    making.used_printed = true;
  }
  std::vector<std::string> text;
  if (!told.empty()) text.push_back(say("{}.", parts_joined(told)));
  if (!making.doubtful.empty()) {
    std::vector<std::string> references;
    for (const auto& one : making.doubtful) references.push_back(tell.name(reference_text(one)));
    text.push_back(say(
        "Printed figures not used: {0} ({1} of the book).",
        tell.count(
            "printed.left_out", static_cast<std::int64_t>(making.doubtful.size()), making.doubtful),
        listed(references)));
  }
  tell.end_paragraph(section.paragraphs, sentences(text));
  add_section(making.bulletin, std::move(section));
}

}  // namespace leadbook::service
