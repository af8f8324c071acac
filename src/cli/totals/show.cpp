#include "cli/totals/show.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <memory>
#include <optional>
#include <set>

#include "cli/totals/cells.hpp"
#include "cli/totals/standing_cells.hpp"
#include "leadbook/domain/error.hpp"
#include "leadbook/service/standing/targets.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::cli {
namespace {

using present::Align;
using present::Cell;
using service::TargetProgress;
using service::Totals;
using service::TotalsKey;
using service::TotalsQuery;
using service::TotalsRow;
using service::TotalsValue;

using RowKeys = std::vector<TotalsKey>;

/// The year of a day so far, and the month and quarter it lies in, each up to the day.
Period span_until(Dimension span, Day day) { return period_of(span_holding(span, day).first, day); }

/// As much of the month before as is over of this one.
Period month_before(const Period& month, Day day) {
  const auto whole = span_holding(Dimension::month, day);
  auto before = period_before(whole);
  if (month == whole) return before;
  return period_of(before.first, std::min(before.last, before.first + (day - month.first)));
}

bool is_of_target(Shown shown) {
  return shown == Shown::target || shown == Shown::completion || shown == Shown::planned ||
         shown == Shown::pace;
}

/// The totals of one period, found by the keys of a row.
class Span {
 public:
  Span(store::Db& db, TotalsQuery query, const Period& period) : period_(period) {
    query.period = period;
    totals_ = service::totals(db, query);
    has_records_ = service::has_records(db, period);
    for (const auto& row : totals_.rows) rows_[row.keys] = &row.values;
  }
  Span(const Span&) = delete;
  Span& operator=(const Span&) = delete;

  const Totals& totals() const { return totals_; }
  const Period& period() const { return period_; }
  bool has_records() const { return has_records_; }

  /// The value of a row, or of the sum where `keys` is nullptr; nullptr where the row has none.
  const TotalsValue* find(const RowKeys* keys, std::size_t place) const {
    if (keys == nullptr) return &totals_.sum[place];
    const auto found = rows_.find(*keys);
    return found == rows_.end() ? nullptr : &(*found->second)[place];
  }

 private:
  Period period_;
  Totals totals_;
  bool has_records_ = false;
  std::map<RowKeys, const std::vector<TotalsValue>*> rows_;
};

class ShownTable {
 public:
  ShownTable(Env& env, const TotalsQuery& query, const std::vector<Shown>& shown)
      : env_(env), query_(query), shown_(shown), so_far_(span_until(Dimension::year, env.day())) {
    refuse_what_has_no_row();
    add_span(so_far_);
    const auto month = span_until(Dimension::month, env.day());
    if (shows(Shown::month) || shows(Shown::mom)) month_ = &add_span(month);
    if (shows(Shown::mom)) month_before_ = &add_span(month_before(month, env.day()));
    if (shows(Shown::quarter)) {
      quarter_ = &add_span(span_until(Dimension::quarter, env.day()));
    }
    if (shows(Shown::last_year) || shows(Shown::yoy)) last_year_ = &add_span(year_before(so_far_));
    if (std::any_of(shown.begin(), shown.end(), is_of_target)) read_targets();
    if (shows(Shown::place)) find_places();
  }

  TotalsTable make() {
    TotalsTable made;
    made.table.key = "totals";
    for (const auto dimension : query_.by) {
      const auto columns = key_columns(dimension);
      made.readable.push_back(columns.front().key);
      made.table.columns.insert(made.table.columns.end(), columns.begin(), columns.end());
      made.labels += (made.labels.empty() ? "" : ",") + std::string(identifier(dimension));
    }
    for (std::size_t place = 0; place < query_.measures.size(); ++place) {
      for (const auto shown : shown_) add_column(query_.measures[place], shown, made);
    }
    made.chart = made.readable[query_.by.size()];
    store::Names names(env_.db());
    for (const auto& span : spans_) expect_keys(span->totals().rows, names);
    for (const auto& keys : all_keys()) add_row(keys, names, made);
    auto sum = total_key_cells(query_.by);
    add_values(nullptr, sum);
    if (query_.by.empty()) {
      made.table.rows.assign(1, std::move(sum));
    } else {
      made.table.total = std::move(sum);
    }
    auto titled = query_;
    titled.period = so_far_;
    made.table.title = title_of(env_, titled);
    made.table.notes = notes();
    return made;
  }

 private:
  bool shows(Shown shown) const {
    return std::find(shown_.begin(), shown_.end(), shown) != shown_.end();
  }
  bool is_by_county() const {
    return query_.by.size() == 1 && query_.by.front() == Dimension::county;
  }

  void refuse_what_has_no_row() const {
    for (const auto shown : shown_) {
      const std::string name(identifier(shown));
      if (shown == Shown::place && !is_by_county()) {
        throw Error(ErrorKind::usage, say("--show: '{}' is among counties: --by county", name));
      }
      if (!is_of_target(shown)) continue;
      if (!is_by_county() && !query_.by.empty()) {
        throw Error(ErrorKind::usage,
                    say("--show: counties and the whole city have targets, not these rows: '{}' "
                        "goes with --by county or --by none",
                        name));
      }
      if (query_.where || query_.stage) {
        throw Error(ErrorKind::usage,
                    say("--show: a target is for all there is: '{}' does not go with --where or "
                        "--stage",
                        name));
      }
    }
  }

  Span& add_span(const Period& period) {
    for (const auto& span : spans_) {
      if (span->period() == period) return *span;
    }
    return *spans_.emplace_back(std::make_unique<Span>(env_.db(), query_, period));
  }

  void read_targets() {
    const auto year = span_holding(Dimension::year, env_.day());
    for (const auto measure : query_.measures) {
      service::ProgressQuery asked;
      asked.period = year;
      asked.indicator = measure;
      asked.today = env_.today();
      asked.at = env_.options().at;
      asked.zones = query_.zones.value_or(Zones::own);
      asked.with_reported = query_.with_reported;
      auto& of_measure = targets_[measure];
      for (auto& row : service::target_progress(env_.db(), asked).rows) {
        if (row.period == year) of_measure[row.county.number] = std::move(row);
      }
    }
  }

  /// By the year so far; zones stand outside of it.
  void find_places() {
    const auto listed = service::listed_counties(env_.db(), Zones::none);
    for (std::size_t at = 0; at < query_.measures.size(); ++at) {
      std::vector<RankedValue> values;
      for (const auto& county : listed) {
        const RowKeys keys = {{county.code, Reference{Kind::county, county.county.number}}};
        const auto* value = so_far().find(&keys, at);
        values.push_back(
            service::scaled_value(query_.measures[at], value == nullptr ? TotalsValue() : *value));
      }
      auto& places = places_[query_.measures[at]];
      for (const auto& [row, place] : rank_values(values, Ties::standard)) {
        places[listed[row].county.number] = place;
      }
    }
  }

  const Span& so_far() const { return *spans_.front(); }

  /// Every row that any of the periods has: those of the year so far first, in their order.
  std::vector<RowKeys> all_keys() const {
    std::vector<RowKeys> all;
    if (query_.by.empty()) return all;
    std::set<RowKeys> known;
    for (const auto& span : spans_) {
      for (const auto& row : span->totals().rows) {
        if (known.insert(row.keys).second) all.push_back(row.keys);
      }
    }
    return all;
  }

  std::string key_of(Measure measure, Shown shown) const {
    return std::string(identifier(measure)) + "_" + std::string(identifier(shown));
  }

  void add_column(Measure measure, Shown shown, TotalsTable& made) {
    const auto key = key_of(measure, shown);
    const std::string name(name_of(shown));
    made.table.columns.push_back(
        {query_.measures.size() == 1 ? name : say("{} {}", name_of(measure), name),
         key,
         Align::right});
    made.readable.push_back(key);
    if (shown == Shown::yoy || shown == Shown::mom) {
      made.table.columns.push_back({say("Base"), key + "_base"});
    }
  }

  void add_row(const RowKeys& keys, store::Names& names, TotalsTable& made) {
    auto& cells = made.table.rows.emplace_back();
    for (std::size_t index = 0; index < keys.size(); ++index) {
      const auto more = key_cells(query_.by[index], keys[index], names);
      cells.insert(cells.end(), more.begin(), more.end());
    }
    add_values(&keys, cells);
  }

  void add_values(const RowKeys* keys, std::vector<Cell>& cells) {
    for (std::size_t place = 0; place < query_.measures.size(); ++place) {
      for (const auto shown : shown_) add_figure(keys, place, shown, cells);
    }
  }

  void add_figure(const RowKeys* keys, std::size_t place, Shown shown, std::vector<Cell>& cells) {
    const auto measure = query_.measures[place];
    switch (shown) {
      case Shown::month:
        return cells.push_back(span_cell(*month_, keys, place));
      case Shown::quarter:
        return cells.push_back(span_cell(*quarter_, keys, place));
      case Shown::ytd:
        return cells.push_back(span_cell(so_far(), keys, place));
      case Shown::last_year:
        // Of a year without a single record nobody knows what there was.
        return cells.push_back(last_year_->has_records() ? span_cell(*last_year_, keys, place)
                                                         : Cell());
      case Shown::yoy:
        return add_change(so_far(), *last_year_, keys, place, cells);
      case Shown::mom:
        return add_change(*month_, *month_before_, keys, place, cells);
      case Shown::place:
        return cells.push_back(place_cell(measure, keys));
      case Shown::target:
      case Shown::completion:
      case Shown::planned:
      case Shown::pace:
        break;
    }
    cells.push_back(target_cell(measure, keys, shown));
  }

  Cell span_cell(const Span& span, const RowKeys* keys, std::size_t place) const {
    const auto* value = span.find(keys, place);
    return value_cell(query_.measures[place],
                      value == nullptr ? TotalsValue() : *value,
                      query_.rates.in.value_or(Currency()),
                      Nothing::zero);
  }

  void add_change(const Span& now,
                  const Span& then,
                  const RowKeys* keys,
                  std::size_t place,
                  std::vector<Cell>& cells) {
    const auto measure = query_.measures[place];
    const auto* before = then.find(keys, place);
    const auto base = base_of(measure, before, then.has_records());
    cells.push_back(change_cell(measure, now.find(keys, place), before, base));
    cells.push_back(base);
  }

  std::int64_t county_of(const RowKeys* keys) const {
    if (keys == nullptr) return 0;
    return keys->front().record ? keys->front().record->number : -1;
  }

  Cell place_cell(Measure measure, const RowKeys* keys) {
    auto& places = places_[measure];
    const auto found = places.find(county_of(keys));
    return found == places.end() ? Cell() : Cell(found->second);
  }

  Cell target_cell(Measure measure, const RowKeys* keys, Shown shown) {
    auto& of_measure = targets_[measure];
    const auto found = of_measure.find(county_of(keys));
    if (found == of_measure.end()) return {};
    const TargetProgress& row = found->second;
    if (shown == Shown::target) {
      return row.wanted ? scaled_cell(measure, row.wanted->value, row.currency) : Cell();
    }
    if (shown == Shown::planned) return row.wanted ? percent_cell(row.planned) : Cell();
    return shown == Shown::completion ? percent_cell(row.completion) : points_cell(row.pace);
  }

  std::vector<std::string> notes() {
    auto asked = query_;
    asked.period = so_far_;
    auto notes = totals_notes(asked, so_far().totals());
    const auto add = [&](const Span* span, const std::string& what) {
      if (span == nullptr) return;
      notes.push_back(say("{}: {} to {}.",
                          what,
                          format_day(span->period().first),
                          format_day(span->period().last)));
      if (!span->has_records()) {
        notes.push_back(say("The book holds no record of {} to {}: nothing is compared with it.",
                            format_day(span->period().first),
                            format_day(span->period().last)));
      }
    };
    if (shows(Shown::month)) add(month_, std::string(name_of(Shown::month)));
    if (shows(Shown::quarter)) add(quarter_, std::string(name_of(Shown::quarter)));
    add(last_year_, std::string(name_of(Shown::last_year)));
    add(month_before_, say("The month before"));
    if (shows(Shown::completion) || shows(Shown::pace)) {
      const auto year = span_holding(Dimension::year, env_.day());
      notes.push_back(say(
          "Completion: of the target of {}. Pace: completion less the share planned "
          "by {}, {} where no time sequence is set, in percentage points.",
          format_period(year),
          format_day(env_.day()),
          present::display_text(percent_cell(elapsed_share(year, env_.day())), AmountUnit::yuan)));
    }
    if (shows(Shown::place)) {
      notes.push_back(say("Place: among the counties by the year so far; zones are left out."));
    }
    return notes;
  }

  Env& env_;
  const TotalsQuery& query_;
  const std::vector<Shown>& shown_;
  Period so_far_;
  std::vector<std::unique_ptr<Span>> spans_;  // the year so far first
  const Span* month_ = nullptr;
  const Span* quarter_ = nullptr;
  const Span* last_year_ = nullptr;
  const Span* month_before_ = nullptr;
  std::map<Measure, std::map<std::int64_t, TargetProgress>> targets_;  // by county, 0 the city
  std::map<Measure, std::map<std::int64_t, std::optional<std::int64_t>>> places_;  // by county
};

}  // namespace

std::vector<Shown> read_shown(const std::string& text) {
  std::vector<Shown> shown;
  for (const auto& item : items_of("--show", text)) {
    const auto figure = parse_word<Shown>(item, N_("figure"));
    if (!figure) throw Error(ErrorKind::usage, "--show: " + figure.problem().message);
    if (std::find(shown.begin(), shown.end(), *figure) == shown.end()) shown.push_back(*figure);
  }
  return shown;
}

TotalsTable make_shown_table(Env& env, const TotalsQuery& query, const std::vector<Shown>& shown) {
  if (!query.rates.in) {
    throw Error(ErrorKind::usage, say("--in own: --show compares amounts: name one currency"));
  }
  if (std::any_of(query.by.begin(), query.by.end(), is_time)) {
    throw Error(ErrorKind::usage, say("--show has its own periods: leave times out of --by"));
  }
  return ShownTable(env, query, shown).make();
}

namespace {

/// The period of a figure that is one period's; nothing of those worked out of several.
std::optional<Period> period_of_figure(Env& env, Shown shown) {
  const auto so_far = span_until(Dimension::year, env.day());
  switch (shown) {
    case Shown::month:
      return span_until(Dimension::month, env.day());
    case Shown::quarter:
      return span_until(Dimension::quarter, env.day());
    case Shown::ytd:
      return so_far;
    case Shown::last_year:
      return year_before(so_far);
    default:
      return {};
  }
}

[[noreturn]] void refuse_what_is_worked_out() {
  throw Error(ErrorKind::usage,
              say("--show: month, quarter, ytd and last_year are made of records; the others are "
                  "worked out of these"));
}

}  // namespace

TotalsTable explain_shown(Env& env, const TotalsQuery& query, const std::vector<Shown>& shown) {
  std::optional<TotalsTable> all;
  for (const auto figure : shown) {
    const auto period = period_of_figure(env, figure);
    if (!period) continue;
    auto of_period = query;
    of_period.period = *period;
    auto made = make_explanation(env, of_period);
    for (auto& row : made.table.rows) row.insert(row.begin(), Cell(figure));
    if (!all) {
      made.table.columns.insert(made.table.columns.begin(), {say("Figure"), "figure"});
      made.readable.insert(made.readable.begin(), "figure");
      all = std::move(made);
      continue;
    }
    auto& rows = all->table.rows;
    std::move(made.table.rows.begin(), made.table.rows.end(), std::back_inserter(rows));
    for (auto& note : made.table.notes) {
      auto& notes = all->table.notes;
      if (std::find(notes.begin(), notes.end(), note) == notes.end()) notes.push_back(note);
    }
  }
  if (!all) refuse_what_is_worked_out();
  return std::move(*all);
}

TotalsTable list_shown_figure(Env& env,
                              const TotalsQuery& query,
                              const std::vector<Shown>& shown,
                              const std::string& cell) {
  const auto point = cell.rfind('.');
  auto figure = Shown::ytd;
  auto name = cell;
  if (point != std::string::npos && !cell.ends_with(".base")) {
    const auto read = parse_word<Shown>(cell.substr(point + 1), N_("figure"));
    if (!read) throw Error(ErrorKind::usage, "--list: " + read.problem().message);
    figure = *read;
    name.resize(point);
  } else if (shown.size() == 1) {
    figure = shown.front();
  }
  const auto period = period_of_figure(env, figure);
  if (!period) refuse_what_is_worked_out();
  auto of_period = query;
  of_period.period = *period;
  return list_figure(env, std::move(of_period), name);
}

}  // namespace leadbook::cli

namespace leadbook {

template <>
std::span<const Word<cli::Shown>> words<cli::Shown>() {
  using cli::Shown;
  static constexpr Word<Shown> table[] = {
      {Shown::month, "month", "Month", "当月", "本月"},
      {Shown::quarter, "quarter", "Quarter", "当季", "本季"},
      {Shown::ytd, "ytd", "Year so far", "累计", "本年累计|year to date"},
      {Shown::last_year, "last_year", "Year before", "上年同期", "去年同期"},
      {Shown::yoy, "yoy", "Year on year", "同比", "同比增长"},
      {Shown::mom, "mom", "Month on month", "环比", "环比增长"},
      {Shown::target, "target", "Target", "年度目标", "目标|目标任务"},
      {Shown::completion, "completion", "Completion", "完成率"},
      {Shown::planned, "planned", "Planned", "序时进度", "序时"},
      {Shown::pace, "pace", "Pace", "±序时", "超欠进度|超序时"},
      {Shown::place, "place", "Place", "位次", "排名|名次"},
  };
  return table;
}

}  // namespace leadbook
