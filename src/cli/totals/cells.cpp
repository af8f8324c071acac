#include "cli/totals/cells.hpp"

#include <algorithm>
#include <map>
#include <numeric>

#include "leadbook/domain/place/division.hpp"
#include "leadbook/domain/wide.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::cli {
namespace {

using present::Align;
using present::Cell;
using present::Column;
using service::TotalsKey;
using service::TotalsValue;

std::int64_t divide(Wide value, Wide by) {
  return static_cast<std::int64_t>(divide_rounded(value, by));
}

Cell money_cell(std::int64_t minor, const Currency& currency) {
  return Amount{{minor, currency}, Qualifier::exact};
}

template <class E>
Cell word_cell(const std::string& text) {
  for (const auto& word : words<E>()) {
    if (word.identifier == text) return Cell(word.value);
  }
  return Cell(text);
}

/// Whether the parts of a quotient are amounts.
bool is_of_money(Measure measure) {
  return measure == Measure::funds_rate || measure == Measure::share_of_amount ||
         measure == Measure::year_rate;
}

Cell unknown_cell() { return present::Word{"", say("not stated")}; }

bool is_unknown(const TotalsKey& key) { return key.text.empty() && !key.record; }

/// Where people must know of how many records a sum is made.
bool is_sum_of_stated(Measure measure) {
  const auto unit = unit_of(measure);
  return unit == MeasureUnit::money || unit == MeasureUnit::area ||
         measure == Measure::forecast_jobs;
}

}  // namespace

std::vector<Column> key_columns(Dimension dimension) {
  const std::string key(identifier(dimension));
  std::vector<Column> columns = {{std::string(name_of(dimension)), key}};
  if (dimension == Dimension::county) columns.push_back({say("Code"), "code"});
  if (dimension == Dimension::company) columns.push_back({say("ID"), "company_id"});
  if (dimension == Dimension::project) columns.push_back({say("ID"), "project_id"});
  return columns;
}

void expect_keys(const std::vector<service::TotalsRow>& rows, store::Names& names) {
  std::vector<Reference> records;
  for (const auto& row : rows) {
    for (const auto& key : row.keys) {
      if (key.record) records.push_back(*key.record);
    }
  }
  names.expect(records);
}

std::string key_text(Dimension dimension, const TotalsKey& key, store::Names& names) {
  return present::display_text(key_cells(dimension, key, names).front(), AmountUnit::yuan);
}

std::vector<Cell> key_cells(Dimension dimension, const TotalsKey& key, store::Names& names) {
  if (dimension == Dimension::county) {
    if (!key.record) return {unknown_cell(), Cell()};
    return {present::Link{reference_text(*key.record), names(*key.record)}, key.text};
  }
  if (dimension == Dimension::company || dimension == Dimension::project) {
    if (!key.record) return {unknown_cell(), Cell()};
    return {present::Link{reference_text(*key.record), names(*key.record)}, *key.record};
  }
  if (is_unknown(key)) return {unknown_cell()};
  switch (dimension) {
    case Dimension::stage:
      return {word_cell<Stage>(key.text)};
    case Dimension::origin:
      return {word_cell<Origin>(key.text)};
    case Dimension::size: {
      if (const auto name = size_name(key.text)) return {present::Word{key.text, *name}};
      return {word_cell<SizeBand>(key.text)};
    }
    case Dimension::mode: {
      for (const auto& word : words<SigningMode>()) {
        if (word.identifier == key.text) return {Cell(word.value)};
      }
      return {word_cell<NegotiationMode>(key.text)};
    }
    case Dimension::source: {
      const auto province = match_division(key.text, DivisionLevel::province);
      return {province.size() == 1 ? Cell(std::string(name_of(province.front()))) : Cell(key.text)};
    }
    default:
      return {Cell(key.text)};
  }
}

std::vector<Cell> total_key_cells(const std::vector<Dimension>& by) {
  std::vector<Cell> cells;
  for (const auto dimension : by) cells.resize(cells.size() + key_columns(dimension).size());
  if (!cells.empty()) cells.front() = present::total_cell();
  return cells;
}

Cell value_cell(Measure measure,
                const TotalsValue& value,
                const Currency& currency,
                Nothing nothing) {
  const bool is_nothing = nothing == Nothing::zero && value.counted == 0 && !is_quotient(measure);
  if (!is_nothing && !value.is_known(measure)) return {};
  switch (unit_of(measure)) {
    case MeasureUnit::count:
      return value.number;
    case MeasureUnit::money:
      return money_cell(value.number, currency);
    case MeasureUnit::area:
      return present::Decimal{value.number, 2, "mu"};
    case MeasureUnit::percent:
      return present::Decimal{divide(Wide{value.number} * 10'000, value.divisor), 2, "%"};
    case MeasureUnit::per_mu:
      break;
  }
  // Minor units by hundredths of a mu are yuan by mu; in 10,000 yuan with two decimals by 100.
  return present::Decimal{divide(value.number, Wide{value.divisor} * 100), 2, ""};
}

Cell part_cell(Measure measure, std::int64_t number, const Currency& currency, bool divisor) {
  if (unit_of(measure) == MeasureUnit::per_mu) {
    return divisor ? Cell(present::Decimal{number, 2, "mu"}) : money_cell(number, currency);
  }
  if (unit_of(measure) == MeasureUnit::area) return present::Decimal{number, 2, "mu"};
  const bool is_money = unit_of(measure) == MeasureUnit::money || is_of_money(measure);
  return is_money ? money_cell(number, currency) : Cell(number);
}

std::vector<Column> value_columns(Measure measure) {
  const std::string key(identifier(measure));
  const std::string name(name_of(measure));
  std::vector<Column> columns = {{name, key, Align::right}};
  if (unit_of(measure) == MeasureUnit::per_mu) {
    columns.front().heading = say("{} (10,000 yuan a mu)", name);
  }
  if (is_sum_of_stated(measure)) {
    columns.push_back({say("Known"), key + "_known", Align::right});
    columns.push_back({say("Records"), key + "_counted", Align::right});
    columns.push_back({say("Records with a value"), key + "_with_value", Align::right});
  } else if (is_quotient(measure)) {
    columns.push_back({say("Of"), key + "_of", Align::right});
    columns.push_back({say("Numerator"), key + "_numerator", Align::right});
    columns.push_back({say("Denominator"), key + "_denominator", Align::right});
  }
  return columns;
}

std::vector<Cell> value_cells(Measure measure, const TotalsValue& value, const Currency& currency) {
  std::vector<Cell> cells = {value_cell(measure, value, currency)};
  if (is_sum_of_stated(measure)) {
    cells.push_back(value.counted == 0 ? Cell()
                                       : Cell(say("{} of {}", value.known, value.counted)));
    cells.push_back(value.counted);
    cells.push_back(value.known);
  } else if (is_quotient(measure)) {
    const auto numerator = part_cell(measure, value.number, currency, false);
    const auto denominator = part_cell(measure, value.divisor, currency, true);
    const auto shown = [](const Cell& cell) {
      return present::display_text(cell, AmountUnit::automatic);
    };
    const bool nothing = value.number == 0 && value.divisor == 0;
    cells.push_back(nothing ? Cell() : Cell(say("{} / {}", shown(numerator), shown(denominator))));
    cells.push_back(numerator);
    cells.push_back(denominator);
  }
  return cells;
}

std::vector<std::string> readable_columns(Measure measure) {
  const std::string key(identifier(measure));
  if (is_sum_of_stated(measure)) return {key, key + "_known"};
  if (is_quotient(measure)) return {key, key + "_of"};
  return {key};
}

namespace {

/// What each project has of a value, in ascending order.
std::vector<std::int64_t> by_project(const TotalsValue& value) {
  std::map<Reference, std::int64_t> sums;
  for (const auto& part : value.parts) sums[part.of] += part.number;
  std::vector<std::int64_t> numbers;
  for (const auto& [of, number] : sums) numbers.push_back(number);
  std::sort(numbers.begin(), numbers.end());
  return numbers;
}

}  // namespace

bool has_average(Measure measure) {
  const auto unit = unit_of(measure);
  return unit == MeasureUnit::money || unit == MeasureUnit::area ||
         measure == Measure::forecast_jobs;
}

Cell of_one_cell(Measure measure,
                 const TotalsValue& value,
                 Change change,
                 const Currency& currency) {
  const auto numbers = by_project(value);
  if (numbers.empty()) return {};
  const auto size = numbers.size();
  // Twice the middle, so that of two in the middle nothing is lost before it is shown.
  const Wide doubled = Wide{numbers[(size - 1) / 2]} + numbers[size / 2];
  const Wide sum = std::accumulate(numbers.begin(), numbers.end(), Wide{0});
  const auto in_parts = [&](int parts) {
    return change == Change::median ? divide(doubled * parts, 2)
                                    : divide(sum * parts, static_cast<std::int64_t>(size));
  };
  if (unit_of(measure) == MeasureUnit::money) return money_cell(in_parts(1), currency);
  if (unit_of(measure) == MeasureUnit::area) return present::Decimal{in_parts(1), 2, "mu"};
  return present::Decimal{in_parts(10), 1, ""};
}

Base base_of(Measure measure, const TotalsValue* then, bool has_records) {
  if (!has_records) return Base::absent;
  const auto nothing = is_quotient(measure) ? Base::unknown : Base::zero;
  if (then == nullptr) return nothing;
  if (!then->is_known(measure)) return then->counted > 0 ? Base::unknown : nothing;
  return then->number == 0 && !is_quotient(measure) ? Base::zero : Base::known;
}

Cell change_cell(Measure measure, const TotalsValue* now, const TotalsValue* then, Base base) {
  const TotalsValue none;
  const auto& current = now == nullptr ? none : *now;
  const bool unstated = current.counted > 0 && !current.is_known(measure);
  if (unstated && base != Base::absent) return {};
  // For people a word, for programs nothing: the state of the base has its own column.
  switch (base) {
    case Base::absent:
      return present::Word{"", say("no records then")};
    case Base::unknown:
      return present::Word{"", say("unknown then")};
    case Base::zero:
      return present::Word{"", say(current.number == 0 ? N_("0 as then") : N_("from 0"))};
    case Base::known:
      break;
  }
  if (is_quotient(measure)) {
    // Of a rate the difference in percentage points says more than a percentage of a percentage.
    if (!current.is_known(measure)) return {};
    const auto points = [](const TotalsValue& value) {
      return divide(Wide{value.number} * 10'000, value.divisor);
    };
    return present::Decimal{points(current) - points(*then), 2, say("points")};
  }
  return present::Decimal{
      divide((Wide{current.number} - then->number) * 10'000, then->number), 2, "%"};
}

}  // namespace leadbook::cli

namespace leadbook {

template <>
std::span<const Word<cli::Base>> words<cli::Base>() {
  using cli::Base;
  static constexpr Word<Base> table[] = {
      {Base::known, "known", "Known", "有数据"},
      {Base::zero, "zero", "Zero", "为0"},
      {Base::unknown, "unknown", "Unknown", "未披露"},
      {Base::absent, "absent", "No records", "无记录"},
  };
  return table;
}

}  // namespace leadbook
