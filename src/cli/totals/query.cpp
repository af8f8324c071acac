#include "cli/totals/query.hpp"

#include <algorithm>
#include <initializer_list>
#include <utility>

#include "cli/frame/shared_options.hpp"
#include "leadbook/domain/error.hpp"
#include "leadbook/domain/place/division.hpp"
#include "leadbook/store/record/record.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::cli {
namespace {

std::optional<Change> change_of(const std::string& folded) {
  if (folded == "yoy" || folded == "同比") return Change::year_over_year;
  if (folded == "mom" || folded == "环比") return Change::month_over_month;
  if (folded == "average" || folded == "mean" || folded == "平均" || folded == "平均值") {
    return Change::average;
  }
  if (folded == "median" || folded == "中位数") return Change::median;
  return {};
}

Measure read_measure(const std::string& text) {
  const auto measure = parse_word<Measure>(text, N_("measure"));
  if (!measure) throw Error(ErrorKind::usage, "--measure: " + measure.problem().message);
  return *measure;
}

void read_rate_basis(const std::string& text, Day today, service::RateChoice& rates) {
  const auto folded = text::fold(text);
  if (folded.empty() || folded == "own-date") return;
  if (folded == "period-average") {
    rates.basis = service::RateBasis::period_average;
    return;
  }
  constexpr std::string_view fixed = "fixed:";
  if (!folded.starts_with(fixed)) {
    throw Error(ErrorKind::usage,
                say("--rate-basis: '{}' is none: write own-date, period-average or fixed:2020",
                    text::visible(text)));
  }
  const auto on = parse_date(std::string_view(folded).substr(fixed.size()), today);
  if (!on) throw Error(ErrorKind::usage, "--rate-basis: " + on.problem().message);
  rates.basis = service::RateBasis::fixed;
  rates.on = *on;
}

service::RateChoice read_rates(const TotalsOptions& options, Day today) {
  service::RateChoice rates;
  read_rate_basis(options.rate_basis, today, rates);
  rates.list_missing = lists_missing_rates(options.missing_rate);
  if (options.in.empty()) return rates;
  if (text::fold(options.in) == "own") {
    rates.in.reset();
    return rates;
  }
  const auto currency = Currency::parse(options.in);
  if (!currency) throw Error(ErrorKind::usage, "--in: " + currency.problem().message);
  rates.in = *currency;
  return rates;
}

}  // namespace

void add_zones_option(CommandLine& line, std::string& text) {
  line.add_text(
      "--zones",
      text,
      say("zones and parks: own (by themselves) or host (with their county); as 'book edit "
          "--zones' says if left out"));
}

Zones read_zones(Env& env, const std::string& text, Zones usual) {
  if (text.empty()) {
    const auto book = store::find(env.db(), Id<Book>{1});
    return book ? book->zones.value_or(usual) : usual;
  }
  const auto zones = parse_word<Zones>(text, N_("choice"));
  if (!zones) throw Error(ErrorKind::usage, "--zones: " + zones.problem().message);
  if (*zones == Zones::none && usual != Zones::none) {
    throw Error(ErrorKind::usage,
                say("--zones: only a ranking leaves zones out: write own or host"));
  }
  return *zones;
}

bool lists_missing_rates(const std::string& text) {
  const auto folded = text::fold(text);
  if (!folded.empty() && folded != "fail" && folded != "list") {
    throw Error(ErrorKind::usage,
                say("--missing-rate: '{}' is none: write fail or list", text::visible(text)));
  }
  return folded == "list";
}

void add_totals_options(CommandLine& line, TotalsOptions& options) {
  add_where_option(line, options.where);
  line.add_text("--rate-basis",
                options.rate_basis,
                say("rates of foreign amounts: own-date (as usual), period-average or fixed:DATE"));
  line.add_text("--missing-rate",
                options.missing_rate,
                say("an amount without a rate: fail (as usual), or list it apart"));
  line.add_text("--in",
                options.in,
                say("the currency of amounts: CNY as usual, another, or 'own' to keep each apart"));
  line.add_switch("--with-reported",
                  options.with_reported,
                  say("add what counties report as sums without projects (aggregate)"));
  add_at_option(line, options.at);
}

std::vector<std::string> items_of(const std::string& option, const std::string& text) {
  std::string plain = text;
  constexpr std::pair<std::string_view, std::string_view> marks[] = {
      {"，", ","}, {"、", ","}, {"（", "("}, {"）", ")"}};
  for (const auto& [wide, narrow] : marks) {
    for (auto at = plain.find(wide); at != std::string::npos; at = plain.find(wide, at)) {
      plain.replace(at, wide.size(), narrow);
    }
  }
  // A comma within parentheses parts nothing.
  std::vector<std::string> items = {""};
  int open = 0;
  for (const char symbol : plain) {
    if (symbol == '(') ++open;
    if (symbol == ')') --open;
    if (symbol == ',' && open <= 0) {
      items.emplace_back();
    } else {
      items.back() += symbol;
    }
  }
  for (auto& item : items) {
    item = std::string(text::trim(item));
    if (item.empty()) {
      throw Error(ErrorKind::usage, say("{}: '{}' has an empty item", option, text::visible(text)));
    }
  }
  return items;
}

std::vector<AskedMeasure> read_measures(const std::string& text) {
  std::vector<AskedMeasure> measures;
  for (const auto& item : items_of("--measure", text)) {
    const auto folded = text::fold(item);
    if (const auto change = change_of(folded)) {
      const auto of = measures.empty() ? Measure::contract_amount : measures.back().measure;
      measures.push_back({of, *change});
      continue;
    }
    const auto colon = folded.rfind(':');
    const auto change =
        colon == std::string::npos ? std::nullopt : change_of(folded.substr(colon + 1));
    measures.push_back(change ? AskedMeasure{read_measure(folded.substr(0, colon)), *change}
                              : AskedMeasure{read_measure(item), Change::none});
  }
  return measures;
}

namespace {

/// The bounds in the parentheses of "size(1000万,1亿)".
std::vector<std::int64_t> read_bounds(std::string_view list) {
  std::vector<std::int64_t> bounds;
  for (const auto item : text::split(list, ',')) {
    const auto amount = parse_amount(item);
    if (!amount) throw Error(ErrorKind::usage, "--by: " + amount.problem().message);
    if (!amount->amount || amount->amount->money.currency != Currency() ||
        amount->amount->qualifier != Qualifier::exact || amount->amount->money.minor < 100) {
      throw Error(ErrorKind::usage,
                  say("--by: '{}' is no bound: write exact amounts in yuan, as 1亿",
                      text::visible(text::trim(item))));
    }
    bounds.push_back(amount->amount->money.minor / 100 * 100);
  }
  std::sort(bounds.begin(), bounds.end());
  bounds.erase(std::unique(bounds.begin(), bounds.end()), bounds.end());
  return bounds;
}

bool is_any_of(const std::string& folded, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), folded) != words.end();
}

/// The dimension of an item that has bounds of its own; nothing where it has none.
std::optional<Dimension> read_sized(const std::string& item, SizeSteps& sizes) {
  const auto open = item.find('(');
  if (open == std::string::npos || !item.ends_with(')')) return {};
  const auto name = text::fold(text::trim(std::string_view(item).substr(0, open)));
  const bool in_bands =
      is_any_of(name, {"bands", "size_bands", "规模分档", "投资规模分档", "分档"});
  if (!in_bands && !is_any_of(name, {"size", "投资规模", "规模"})) return {};
  sizes.bounds = read_bounds(std::string_view(item).substr(open + 1, item.size() - open - 2));
  sizes.cumulative = !in_bands;
  return Dimension::size;
}

}  // namespace

std::vector<Dimension> read_dimensions(const std::string& text, SizeSteps& sizes) {
  std::vector<Dimension> dimensions;
  for (const auto& item : items_of("--by", text)) {
    auto dimension = read_sized(item, sizes);
    if (!dimension) {
      const auto read = parse_word<Dimension>(item, N_("dimension"));
      if (!read) throw Error(ErrorKind::usage, "--by: " + read.problem().message);
      dimension = *read;
    }
    if (std::find(dimensions.begin(), dimensions.end(), *dimension) != dimensions.end()) {
      throw Error(ErrorKind::usage, say("--by: '{}' is given twice", name_of(*dimension)));
    }
    dimensions.push_back(*dimension);
  }
  return dimensions;
}

service::StageChoice read_stage(const std::string& text, bool standing) {
  const auto folded = text::fold(text);
  // These two are several stages, which one stands at and does not come to.
  if (is_any_of(folded, {"reserve", "in_reserve", "储备", "储备项目", "在库"})) {
    return {Stage::lead, Stage::valid_lead, true};
  }
  if (is_any_of(folded, {"in_talks", "in talks", "in-talks", "在谈", "在谈项目"})) {
    return {Stage::negotiating, Stage::intent, true};
  }
  const auto stage = parse_word<Stage>(text, N_("stage"));
  if (!stage) throw Error(ErrorKind::usage, "--stage: " + stage.problem().message);
  if (!standing && !is_on_ladder(*stage)) {
    throw Error(
        ErrorKind::usage,
        say("--stage: nobody rises to '{}': add --standing for who stands there", name_of(*stage)));
  }
  return {*stage, *stage, standing};
}

Period read_period_option(Env& env, const std::string& text) {
  auto period = parse_period(text, env.day());
  if (!period) throw Error(ErrorKind::usage, "--period: " + period.problem().message);
  if (!env.options().at || period->last <= *env.options().at) return *period;
  if (period->first > *env.options().at) {
    throw Error(ErrorKind::usage,
                say("--period: {} begins after {}, the day of --at",
                    format_period(*period),
                    format_day(*env.options().at)));
  }
  return period_of(period->first, *env.options().at);
}

service::TotalsQuery make_query(Env& env,
                                const TotalsOptions& options,
                                const Period& period,
                                Zones usual) {
  service::TotalsQuery query;
  query.period = period;
  query.today = env.today();
  query.rates = read_rates(options, env.today());
  query.with_reported = options.with_reported;
  query.where = read_where(env, options.where, service::totals_criteria());
  query.zones = read_zones(env, options.zones, usual);
  return query;
}

std::string area_of(Env& env) {
  const auto book = store::find(env.db(), Id<Book>{1});
  const auto city = book ? find_division(book->city_code) : std::nullopt;
  return city ? std::string(name_of(*city)) : say("All books");
}

std::string title_of(Env& env, const std::vector<Measure>& measures, const Period& period) {
  std::string names;
  for (const auto measure : measures) {
    names += std::string(names.empty() ? "" : choose(", ", "、")) + std::string(name_of(measure));
  }
  return say("{}: {} ({})", area_of(env), names, format_period(period));
}

std::string title_of(Env& env, const service::TotalsQuery& query) {
  auto title = title_of(env, query.measures, query.period);
  return query.stage ? say("{}; {}", title, stage_text(*query.stage)) : title;
}

std::vector<Measure> measures_of(const std::vector<AskedMeasure>& asked) {
  std::vector<Measure> measures;
  for (const auto& [measure, change] : asked) {
    if (std::find(measures.begin(), measures.end(), measure) == measures.end()) {
      measures.push_back(measure);
    }
  }
  return measures;
}

std::size_t place_of(const service::TotalsQuery& query, Measure measure) {
  return static_cast<std::size_t>(std::find(query.measures.begin(), query.measures.end(), measure) -
                                  query.measures.begin());
}

}  // namespace leadbook::cli
