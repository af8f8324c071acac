#include "cli/totals/query.hpp"

#include <algorithm>

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
  const auto missing = text::fold(options.missing_rate);
  if (!missing.empty() && missing != "fail" && missing != "list") {
    throw Error(ErrorKind::usage,
                say("--missing-rate: '{}' is none: write fail or list",
                    text::visible(options.missing_rate)));
  }
  rates.list_missing = missing == "list";
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
  add_at_option(line, options.at);
}

std::vector<std::string> items_of(const std::string& option, const std::string& text) {
  std::string commas = text;
  for (const auto* comma : {"，", "、"}) {
    for (auto at = commas.find(comma); at != std::string::npos; at = commas.find(comma)) {
      commas.replace(at, std::string_view(comma).size(), ",");
    }
  }
  std::vector<std::string> items;
  for (const auto item : text::split(commas, ',')) {
    items.emplace_back(text::trim(item));
    if (items.back().empty()) {
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

std::vector<Dimension> read_dimensions(const std::string& text) {
  std::vector<Dimension> dimensions;
  for (const auto& item : items_of("--by", text)) {
    const auto dimension = parse_word<Dimension>(item, N_("dimension"));
    if (!dimension) throw Error(ErrorKind::usage, "--by: " + dimension.problem().message);
    if (std::find(dimensions.begin(), dimensions.end(), *dimension) != dimensions.end()) {
      throw Error(ErrorKind::usage, say("--by: '{}' is given twice", name_of(*dimension)));
    }
    dimensions.push_back(*dimension);
  }
  return dimensions;
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
