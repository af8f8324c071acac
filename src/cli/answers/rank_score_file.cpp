#include "cli/answers/rank_score_file.hpp"

#include "cli/settings/toml_reader.hpp"
#include "leadbook/domain/amount/quantity.hpp"
#include "leadbook/domain/error.hpp"
#include "leadbook/service/standing/county_values.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::cli {
namespace {

template <class E>
std::optional<E> read_word(const TomlTable& table, std::string_view key, const char* what) {
  const auto text = table.text(key);
  if (!text) return {};
  const auto word = parse_word<E>(*text, what);
  if (!word) table.refuse(key, word.problem().message);
  return *word;
}

Measure read_measure(const TomlTable& table) {
  const auto measure = read_word<Measure>(table, "measure", N_("measure"));
  if (!measure) table.refuse("measure", say("'measure' is missing: say what is measured"));
  return *measure;
}

std::string read_name(const TomlTable& table, Measure measure) {
  return table.text("name").value_or(std::string(name_of(measure)));
}

/// A value of a measure above 0: a whole number of what is counted, else a text with its unit.
std::optional<service::Scaled> read_value(const TomlTable& table,
                                          std::string_view key,
                                          Measure measure) {
  if (!table.has(key)) return {};
  const auto positive = [&](service::Scaled value) {
    if (value <= 0) table.refuse(key, say("'{}' must be more than 0", key));
    return value;
  };
  const auto take = [&](const auto& read) {
    if (!read) table.refuse(key, read.problem().message);
    return *read;
  };
  switch (unit_of(measure)) {
    case MeasureUnit::count:
      return table.whole(key, 1);
    case MeasureUnit::money:
    case MeasureUnit::per_mu: {
      const auto amount = take(parse_amount(*table.text(key))).amount;
      if (!amount || amount->money.currency != Currency()) {
        table.refuse(key, say("'{}' wants an amount in CNY, as \"1亿\"", key));
      }
      return positive(service::scaled_amount(measure, amount->money.minor));
    }
    case MeasureUnit::area:
      return positive(take(parse_area(*table.text(key))).hundredths);
    case MeasureUnit::percent:
      break;
  }
  return positive(service::scaled_percent(take(parse_percent(*table.text(key))).hundredths));
}

void check_item(const TomlTable& table, const ScoreItem& item) {
  if (item.weight == 0) table.refuse("weight", say("'weight' wants points above 0"));
  if (item.method == ScoreMethod::efficacy && table.has("against")) {
    table.refuse("against",
                 say("an efficacy item compares the counties with each other: leave out "
                     "'against'"));
  }
  if (item.cap && item.method != ScoreMethod::pro_rata) {
    table.refuse("cap", say("only a pro_rata item has a 'cap'"));
  }
  const bool own_value = item.method != ScoreMethod::efficacy && item.against == ScoreBase::value;
  if (own_value != item.value.has_value()) {
    table.refuse("value", say("'value' goes with against = \"value\", and only with it"));
  }
}

ScoreItem read_item(const TomlTable& table) {
  table.allow({"name", "measure", "weight", "method", "against", "value", "cap", "where"});
  ScoreItem item;
  item.measure = read_measure(table);
  item.name = read_name(table, item.measure);
  item.weight = table.hundredths("weight").value_or(0);
  item.method = read_word<ScoreMethod>(table, "method", N_("method")).value_or(ScoreMethod::capped);
  item.against = read_word<ScoreBase>(table, "against", N_("base")).value_or(ScoreBase::target);
  item.value = read_value(table, "value", item.measure);
  item.cap = table.hundredths("cap");
  item.where = table.text("where").value_or("");
  check_item(table, item);
  return item;
}

ScoreBonus read_bonus(const TomlTable& table, std::int64_t sign) {
  table.allow({"name", "measure", "points", "each", "at_most", "where"});
  ScoreBonus bonus;
  bonus.measure = read_measure(table);
  bonus.name = read_name(table, bonus.measure);
  bonus.points = table.hundredths("points").value_or(0) * sign;
  if (bonus.points == 0) table.refuse("points", say("'points' wants points above 0"));
  const auto each = read_value(table, "each", bonus.measure);
  if (!each && unit_of(bonus.measure) != MeasureUnit::count) {
    table.refuse("each", say("'each' is missing: for how much the points are, as \"1亿\""));
  }
  bonus.each = each.value_or(1);
  bonus.most = table.hundredths("at_most");
  bonus.where = table.text("where").value_or("");
  return bonus;
}

ListRule read_lists(const TomlTable& table) {
  ListRule rule;
  if (const auto red = table.table("red")) {
    red->allow({"top", "score"});
    rule.top = red->whole("top", 1);
    rule.at_least = red->hundredths("score");
  }
  if (const auto black = table.table("black")) {
    black->allow({"bottom", "below", "periods"});
    rule.bottom = black->whole("bottom", 1);
    rule.below = black->hundredths("below");
    rule.periods = black->whole("periods", 1).value_or(1);
    constexpr std::int64_t most = 12;
    if (rule.periods > most) {
      black->refuse("periods", say("'periods' wants a whole number of at most {}", most));
    }
    if (!rule.bottom && !rule.below) {
      black->refuse("periods", say("[black] wants 'bottom', how many, or 'below', a score"));
    }
  }
  return rule;
}

}  // namespace

ScoreRule read_score_file(const std::string& path) {
  const auto whole = read_toml(path);
  const TomlTable table(whole, path);
  table.allow({"title", "lacking", "item", "bonus", "penalty", "red", "black"});
  ScoreRule rule;
  rule.title = table.text("title").value_or("");
  rule.lacking = read_word<Lacking>(table, "lacking", N_("choice")).value_or(Lacking::apart);
  for (const auto& item : table.tables("item")) rule.items.push_back(read_item(item));
  for (const auto& bonus : table.tables("bonus")) rule.bonuses.push_back(read_bonus(bonus, 1));
  for (const auto& penalty : table.tables("penalty")) {
    rule.bonuses.push_back(read_bonus(penalty, -1));
  }
  if (rule.items.empty()) {
    table.refuse("item", say("there is no [[item]]: a rule needs at least one"));
  }
  rule.lists = read_lists(table);
  return rule;
}

}  // namespace leadbook::cli
