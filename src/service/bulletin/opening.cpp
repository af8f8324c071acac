// The first paragraph: what the period brought, what it is compared with, and the year so far.
#include <algorithm>

#include "leadbook/domain/amount/money.hpp"
#include "leadbook/domain/amount/quantity.hpp"
#include "leadbook/domain/wide.hpp"
#include "leadbook/text/translate.hpp"
#include "service/bulletin/numbers.hpp"
#include "service/bulletin/sections.hpp"

namespace leadbook::service {
namespace {

IndicatorValue value_of(Measure measure, const TotalsValue& from) {
  IndicatorValue value;
  value.counted = from.counted;
  value.known = from.known;
  value.records = from.records;
  if (unit_of(measure) != MeasureUnit::money || from.counted == 0 || from.known > 0 ||
      from.number != 0) {
    value.value = from.number;
  }
  return value;
}

BaseState base_state(const IndicatorValue& value, bool has_records) {
  if (!has_records) return BaseState::absent;
  if (value.counted > value.known && value.known == 0) return BaseState::unknown;
  if (!value.value) return BaseState::unknown;
  return *value.value == 0 ? BaseState::zero : BaseState::known;
}

/// An amount of which not all is stated on one of both sides is not compared.
BaseState amount_base(Measure measure, BaseState state, const IndicatorValue& value) {
  const bool is_partial = unit_of(measure) == MeasureUnit::money && value.counted > value.known;
  return is_partial && state != BaseState::absent ? BaseState::unknown : state;
}

/// A number of the opening: the book's, or what was printed where the book holds less.
std::string opening_number(Making& making, Measure measure, std::int64_t& number) {
  const auto& indicator = making.indicator(measure);
  number = indicator.period.value.value_or(0);
  const auto printed = making.printed.find(measure);
  const auto id = std::string(identifier(measure)) + ".period";
  if (printed == making.printed.end()) {
    return making.tell.count(id, number, indicator.period.records);
  }
  number = printed->second.figure.count.value_or(0);
  making.used_printed = true;
  return making.tell.printed(id + ".printed",
                             FactUnit::printed,
                             number,
                             printed->second.text,
                             {{Kind::figure, printed->second.figure.id.number}});
}

std::string mark(const Making& making, Measure measure) {
  return making.printed.contains(measure) ? "†" : "";
}

/// Both forms of a message about a number.
struct Forms {
  const char* one;
  const char* many;
};
constexpr Forms plural(const char* one, const char* many) { return {one, many}; }

std::string say_forms(const Forms& forms, std::int64_t number, const std::string& text) {
  return fmt::vformat(translate(forms.one, forms.many, number), fmt::make_format_args(text));
}

/// "4 trips", with the mark of what is only printed.
std::string clause(Making& making, Measure measure, const Forms& forms) {
  std::int64_t number = 0;
  const auto text = opening_number(making, measure, number);
  return say_forms(forms, number, text) + mark(making, measure);
}

bool has_any(const Making& making, Measure measure) {
  return making.printed.contains(measure) ||
         making.indicator(measure).period.value.value_or(0) != 0;
}

std::vector<std::string> activity_clauses(Making& making) {
  std::vector<std::string> told;
  if (has_any(making, Measure::events)) {
    told.push_back(clause(making, Measure::events, plural("{} event held", "{} events held")));
  }
  told.push_back(clause(making, Measure::delegations, plural("{} trip out", "{} trips out")));
  told.push_back(
      clause(making,
             Measure::visits,
             plural("{} firm or association visited", "{} firms and associations visited")));
  if (has_any(making, Measure::negotiations) || making.printed.empty()) {
    told.push_back(clause(making, Measure::negotiations, plural("{} talk held", "{} talks held")));
  }
  return told;
}

std::vector<std::string> project_clauses(Making& making) {
  std::vector<std::string> told;
  told.push_back(clause(
      making, Measure::effective_leads, plural("{} new effective lead", "{} new effective leads")));
  auto signed_text =
      clause(making, Measure::signed_, plural("{} project signed", "{} projects signed"));
  const auto& count = making.indicator(Measure::signed_).period;
  if (count.value.value_or(0) > 0 && !making.printed.contains(Measure::signed_)) {
    signed_text += amount_words(
        making.tell, "contract_amount.period", making.indicator(Measure::contract_amount).period);
  }
  told.push_back(std::move(signed_text));
  told.push_back(
      clause(making, Measure::started, plural("{} project started", "{} projects started")));
  if (has_any(making, Measure::producing)) {
    told.push_back(clause(making,
                          Measure::producing,
                          plural("{} project in production", "{} projects in production")));
  }
  const auto& funds = making.indicator(Measure::funds).period;
  if (funds.value.value_or(0) != 0) {
    told.push_back(
        say("funds received {}", making.tell.money("funds.period", *funds.value, funds.records)));
  }
  return told;
}

Comparison comparison_of(const Making& making, Measure measure, bool with_previous) {
  const auto& indicator = making.indicator(measure);
  Comparison compared;
  compared.id = std::string(identifier(measure)) + (with_previous ? ".previous" : ".last_year");
  compared.is_money = unit_of(measure) == MeasureUnit::money;
  compared.now = indicator.period.value.value_or(0);
  compared.before = with_previous ? indicator.previous : indicator.last_year;
  compared.base = with_previous ? indicator.previous_base : indicator.last_year_base;
  compared.when =
      with_previous ? making.reading.previous_words() : say("the same time of the year before");
  compared.mode = with_previous ? say("on the period before") : say("year on year");
  return compared;
}

/// Why an amount that is not stated by all is compared with nothing.
std::string unstated_words(Making& making, const IndicatorValue& amount) {
  return say("contract amounts are not compared, as {} are not stated",
             making.tell.count("contract_amount.unstated", amount.counted - amount.known));
}

std::string amount_compared(Making& making,
                            const IndicatorValue& stated,
                            const Comparison& comparison) {
  if (stated.counted > stated.known) return unstated_words(making, stated);
  if (comparison.now == 0 && comparison.before.value.value_or(0) == 0) return "";
  return say("contract amount: {}", compared(making.tell, comparison));
}

/// How signings and their amount stand to one earlier span.
std::string compared_signings(Making& making, bool with_previous) {
  const auto signings = comparison_of(making, Measure::signed_, with_previous);
  const auto amount = comparison_of(making, Measure::contract_amount, with_previous);
  if (signings.now == 0 && signings.before.value.value_or(0) == 0) return "";
  std::vector<std::string> told;
  told.push_back(say("Signings: {}", compared(making.tell, signings)));
  const auto& stated = making.indicator(Measure::contract_amount).period;
  // That some are not stated is said once.
  const bool is_said = !with_previous && making.reading.previous->has_records();
  if (stated.counted == stated.known || !is_said) {
    told.push_back(amount_compared(making, stated, amount));
  }
  return clauses(told);
}

std::string compared_sentences(Making& making) {
  const auto& reading = making.reading;
  std::vector<std::string> told;
  const auto no_records = [&](const SpanFigures& span, const std::string& message) {
    making.tell.name(format_period(span.period()));
    told.push_back(message);
  };
  if (!reading.previous->has_records()) {
    no_records(*reading.previous,
               say("The book holds no record of {}, so nothing is compared with it.",
                   making.tell.name(reading.previous_words())));
  } else if (const auto text = compared_signings(making, true); !text.empty()) {
    told.push_back(say("{}.", text));
  }
  if (reading.query().kind == BulletinKind::weekly || reading.is_whole_year()) {
    return sentences(told);
  }
  if (!reading.last_year->has_records()) {
    no_records(*reading.last_year,
               say("The book holds no record of the same time of the year before, so there is no "
                   "comparison with it."));
  } else if (const auto text = compared_signings(making, false); !text.empty()) {
    told.push_back(say("{}.", text));
  }
  return sentences(told);
}

/// "（4.5亿港元按3月25日汇率0.915453折算）" for a few amounts, their number for many.
std::string conversion_words(Making& making, const TotalsValue& amount) {
  constexpr std::size_t few = 3;
  std::vector<const TotalsPart*> foreign;
  for (const auto& part : amount.parts) {
    if (part.own && part.own->currency != Currency()) foreign.push_back(&part);
  }
  if (foreign.empty()) return "";
  if (foreign.size() > few) {
    return say(" ({} foreign amounts converted at the rates of their days)",
               making.tell.count("contract_amount.ytd.foreign",
                                 static_cast<std::int64_t>(foreign.size())));
  }
  std::vector<std::string> told;
  for (const auto* part : foreign) {
    const auto papers = records_behind<Signing>(making.reading.db(), {part->record});
    if (papers.empty() || !papers.front().on) continue;
    const auto on = *papers.front().on;
    const auto* rate = making.reading.rates.find(part->own->currency, on.last);
    if (rate == nullptr) continue;
    const auto own = making.tell.name(format_money(*part->own, own_unit()));
    const auto day = making.tell.name(date_words(Date::of(rate->day), making.reading.year()));
    const auto cny = making.tell.printed("rate." + std::string(part->own->currency.code()),
                                         FactUnit::rate,
                                         rate->cny.e10,
                                         rate_text(rate->cny));
    told.push_back(say("{0} at the rate {2} of {1}", own, day, cny));
  }
  return told.empty() ? "" : say(" ({})", parts_joined(told));
}

std::string ytd_figures(Making& making) {
  auto& tell = making.tell;
  std::vector<std::string> told;
  const auto add = [&](Measure measure, const Forms& forms) {
    const auto& value = making.indicator(measure).ytd;
    const auto number = value.value.value_or(0);
    if (number == 0) return;
    const auto text = tell.count(std::string(identifier(measure)) + ".ytd", number, value.records);
    told.push_back(say_forms(forms, number, text));
  };
  add(Measure::delegations, plural("{} trip out", "{} trips out"));
  add(Measure::negotiations, plural("{} talk held", "{} talks held"));
  add(Measure::effective_leads, plural("{} new effective lead", "{} new effective leads"));
  const auto& count = making.indicator(Measure::signed_).ytd;
  const auto number = count.value.value_or(0);
  auto text = say_forms(plural("{} project signed", "{} projects signed"),
                        number,
                        tell.count("signed.ytd", number, count.records));
  if (number > 0) {
    text +=
        amount_words(tell, "contract_amount.ytd", making.indicator(Measure::contract_amount).ytd);
    text += conversion_words(making,
                             making.reading.value(*making.reading.ytd, Measure::contract_amount));
  }
  told.push_back(std::move(text));
  add(Measure::started, plural("{} project started", "{} projects started"));
  add(Measure::producing, plural("{} project in production", "{} projects in production"));
  const auto& funds = making.indicator(Measure::funds).ytd;
  if (funds.value.value_or(0) != 0) {
    told.push_back(say("funds received {}", tell.money("funds.ytd", *funds.value, funds.records)));
  }
  return clauses(told);
}

std::string ytd_comparison(Making& making) {
  if (!making.reading.ytd_last_year->has_records()) return "";
  const auto compare = [&](Measure measure) {
    const auto& indicator = making.indicator(measure);
    Comparison compared;
    compared.id = std::string(identifier(measure)) + ".ytd_last_year";
    compared.is_money = unit_of(measure) == MeasureUnit::money;
    compared.now = indicator.ytd.value.value_or(0);
    compared.before = indicator.ytd_last_year;
    compared.base = indicator.ytd_base;
    compared.when = say("the same time of the year before");
    compared.mode = say("year on year");
    return service::compared(making.tell, compared);
  };
  const auto& amount = making.indicator(Measure::contract_amount).ytd;
  std::vector<std::string> told = {say("Signings: {}", compare(Measure::signed_))};
  told.push_back(amount.counted == amount.known
                     ? say("contract amount: {}", compare(Measure::contract_amount))
                     : unstated_words(making, amount));
  return say("{}.", clauses(told));
}

std::string target_sentence(Making& making) {
  std::vector<std::string> told;
  for (const auto measure : {Measure::contract_amount, Measure::signed_}) {
    const auto* target = making.target(measure, making.reading.query().county);
    if (target == nullptr || !target->wanted || !target->completion || !target->pace) continue;
    const auto id = std::string(identifier(measure));
    const bool is_money = unit_of(measure) == MeasureUnit::money;
    const auto wanted = is_money ? making.tell.money(id + ".target", target->wanted->value)
                                 : making.tell.count(id + ".target", target->wanted->value);
    told.push_back(say("{0} reached {2} of the year's target of {1}, {3}.",
                       name_of(measure),
                       wanted,
                       making.tell.percent(id + ".completion", *target->completion),
                       pace_words(making.tell, id + ".pace", *target->pace)));
  }
  if (told.empty()) return say("No target is set, so no completion is computed.");
  return sentences(told);
}

}  // namespace

const Indicator& Making::indicator(Measure measure) const {
  return *std::find_if(bulletin.indicators.begin(),
                       bulletin.indicators.end(),
                       [&](const Indicator& one) { return one.measure == measure; });
}

const TargetProgress* Making::target(Measure measure, Id<County> county) const {
  const auto found = std::find_if(targets.begin(), targets.end(), [&](const TargetProgress& one) {
    return one.indicator == measure && one.county == county;
  });
  return found == targets.end() ? nullptr : &*found;
}

void read_indicators(Making& making) {
  auto& reading = making.reading;
  ProgressQuery asked;
  asked.period = span_holding(Dimension::year, reading.period.last);
  asked.today = reading.query().today;
  asked.at = std::min(reading.day(), reading.period.last);
  for (auto& row : target_progress(reading.db(), asked).rows) {
    if (row.period == *asked.period) making.targets.push_back(std::move(row));
  }
  for (const auto measure : bulletin_measures()) {
    Indicator indicator;
    indicator.measure = measure;
    const auto take = [&](const SpanFigures& span) {
      return value_of(measure, reading.value(span, measure));
    };
    const auto base = [&](const SpanFigures& span, const IndicatorValue& value) {
      return amount_base(measure, base_state(value, span.has_records()), value);
    };
    indicator.period = take(*reading.now);
    indicator.previous = take(*reading.previous);
    indicator.last_year = take(*reading.last_year);
    indicator.ytd = take(*reading.ytd);
    indicator.ytd_last_year = take(*reading.ytd_last_year);
    indicator.previous_base = base(*reading.previous, indicator.previous);
    indicator.last_year_base = base(*reading.last_year, indicator.last_year);
    indicator.ytd_base = base(*reading.ytd_last_year, indicator.ytd_last_year);
    const auto* target = making.target(measure, reading.query().county);
    if (target != nullptr && target->wanted) {
      indicator.target = target->wanted->value;
      indicator.completion = target->completion;
      indicator.planned = target->planned;
      indicator.pace = target->pace;
    }
    making.bulletin.indicators.push_back(std::move(indicator));
  }
}

void tell_opening(Making& making) {
  auto& reading = making.reading;
  auto& tell = making.tell;
  const auto when = tell.name(reading.period_words());
  auto first = say("{0}, {1}: {2}; {3}.",
                   when,
                   reading.area_word(),
                   clauses(activity_clauses(making)),
                   clauses(project_clauses(making)));
  std::vector<std::string> told = {std::move(first)};
  // What is only printed is compared with nothing the book holds.
  if (!making.used_printed) {
    told.push_back(compared_sentences(making));
    if (!reading.begins_year()) {
      told.push_back(say("{0}, in all: {1}.", tell.name(reading.ytd_words()), ytd_figures(making)));
      told.push_back(ytd_comparison(making));
    }
  }
  told.push_back(target_sentence(making));
  tell.end_paragraph(making.bulletin.opening, sentences(told));
}

std::string compared(Telling& tell, const Comparison& one) {
  if (one.base == BaseState::absent) return say("no records of {}, not compared", one.when);
  if (one.base == BaseState::unknown) {
    return say("{0} does not state {1} amounts, not compared",
               one.when,
               tell.count(one.id + ".unknown", one.before.counted - one.before.known));
  }
  const auto then = one.before.value.value_or(0);
  if (one.now == then) return say("the same as {}", one.when);
  if (then == 0) {
    tell.count(one.id, then);
    return say("none {}", one.when);
  }
  constexpr std::int64_t small = 10;
  constexpr std::int64_t threefold = 30'000;
  if (!one.is_money && then < small) {
    const auto base = tell.count(one.id, then);
    return one.now > then ? say("{1} more than the {2} of {0}",
                                one.when,
                                tell.count(one.id + ".difference", one.now - then),
                                base)
                          : say("{1} fewer than the {2} of {0}",
                                one.when,
                                tell.count(one.id + ".difference", then - one.now),
                                base);
  }
  const auto growth = growth_of(one.now, then);
  if (!growth) return say("not compared with {}", one.when);
  if (*growth + 10'000 >= threefold) {
    const auto base = one.is_money ? tell.money(one.id, then) : tell.count(one.id, then);
    const auto times = (*growth + 10'000) / 100 * 100 == *growth + 10'000
                           ? (*growth + 10'000) / 100
                           : static_cast<std::int64_t>(divide_rounded(*growth + 10'000, 100));
    return say("{2} times the {1} of {0}", one.when, base, tell.times(one.id + ".times", times));
  }
  constexpr std::int64_t shown_as_nothing = 5;
  const auto size = *growth < 0 ? -*growth : *growth;
  if (size < shown_as_nothing) return say("almost the same as {}", one.when);
  const auto text = tell.percent(one.id + ".growth", size);
  return *growth > 0 ? say("up {1} {0}", one.mode, text) : say("down {1} {0}", one.mode, text);
}

std::string pace_words(Telling& tell, const std::string& id, std::int64_t pace) {
  constexpr std::int64_t shown_as_nothing = 5;
  if (pace < shown_as_nothing && pace > -shown_as_nothing) return say("on schedule");
  const auto points = tell.points(id, pace);
  return pace > 0 ? say("{} points ahead of schedule", points)
                  : say("{} points behind schedule", points);
}

std::string amount_words(Telling& tell, const std::string& id, const IndicatorValue& amount) {
  if (amount.known == 0 && amount.value.value_or(0) == 0) return say(" (amount not stated)");
  const auto text =
      tell.money(id, amount.value.value_or(0), amount.records, amount.counted, amount.known);
  if (amount.known < amount.counted) {
    return say(
        ", {0} for the {1} that state an amount", text, tell.count(id + ".known", amount.known));
  }
  return say(", contract amount {}", text);
}

void add_section(Bulletin& bulletin, BulletinSection section) {
  if (section.paragraphs.empty() && section.tables.empty()) return;
  bulletin.sections.push_back(std::move(section));
}

}  // namespace leadbook::service
