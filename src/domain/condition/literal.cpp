#include "domain/condition/literal.hpp"

#include "leadbook/domain/amount/quantity.hpp"
#include "leadbook/domain/error.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::conditions {
namespace {

std::string quote(std::string_view text) {
  std::string quoted = "'";
  for (const char byte : text) {
    if (byte == '\'') quoted += '\'';
    quoted += byte;
  }
  return quoted + "'";
}

Result<Literal> read_text(const std::string& text) {
  Literal literal;
  literal.folded = text::fold(text);
  // Of a text of invisible marks alone nothing is left.
  if (literal.folded.empty()) return Problem{say("'{}' is no text", text::visible(text))};
  literal.text = quote(text);
  literal.told = text::visible(text);
  return literal;
}

Result<Literal> read_count(const std::string& text) {
  const auto count = parse_count(text::fold(text));
  if (!count) return count.problem();
  Literal literal;
  literal.number = *count;
  literal.text = std::to_string(*count);
  return literal;
}

Result<Literal> read_area(const std::string& text) {
  const auto area = parse_area(text);
  if (!area) return area.problem();
  Literal literal;
  literal.number = area->hundredths;
  literal.text = area_text(*area) + " mu";
  return literal;
}

Result<Money> in_cny(const Money& money, const std::string& text, const ConditionReading& reading) {
  if (money.currency == Currency()) return money;
  if (reading.to_cny) return reading.to_cny(money);
  return Problem{say("'{}' is in {}; amounts are compared in CNY, so write it in CNY",
                     text::visible(text),
                     money.currency.code())};
}

Result<Literal> read_amount(const std::string& text, const ConditionReading& reading) {
  const auto parsed = parse_amount(text, reading.unit);
  if (!parsed) return parsed.problem();
  if (!parsed->amount) {
    return Problem{say("'{}' is no amount; what is not known is asked with 'is unknown'",
                       text::visible(text))};
  }
  if (!parsed->note.empty())
    return Problem{say("'{}' is more than one amount", text::visible(text))};
  if (parsed->amount->qualifier != Qualifier::exact) {
    return Problem{
        say("'{}' is no exact amount; write the amount alone, behind <, <=, > or >=", text)};
  }
  const auto money = in_cny(parsed->amount->money, text, reading);
  if (!money) return money.problem();
  Literal literal;
  literal.number = money->minor;
  literal.text = decimal_text(*money) + " CNY";
  literal.told = text::visible(text);
  return literal;
}

/// A date in all its forms, or a period that is none, such as a week.
Result<Literal> read_date(const std::string& text, const ConditionReading& reading) {
  Literal literal;
  const auto date = parse_date(text, reading.today);
  if (date) {
    literal.date = *date;
    literal.text = date_text(*date);
    return literal;
  }
  const auto period = parse_period(text, reading.today);
  if (!period) return date.problem();
  literal.date = {period->first, period->last};
  literal.text = period->text;
  return literal;
}

Result<Literal> read_word(const Criterion& criterion, const std::string& text) {
  const auto& what = language() == Language::chinese ? criterion.chinese : criterion.name;
  const auto value = parse_plain_word(text, what.c_str(), criterion.choices);
  if (!value) return value.problem();
  Literal literal;
  literal.number = *value;
  for (const auto& choice : criterion.choices) {
    if (choice.value != *value) continue;
    literal.text = choice.identifier;
    literal.told = choice.chinese;
  }
  return literal;
}

Result<Literal> read_reference(const Criterion& criterion,
                               const std::string& text,
                               const ConditionReading& reading) {
  Literal literal;
  literal.number = reading.resolve(criterion.kind, text);
  literal.text = quote(text);
  literal.told = text::visible(text);
  return literal;
}

Result<Literal> read_typed(const Criterion& criterion,
                           const std::string& text,
                           const ConditionReading& reading) {
  switch (criterion.type) {
    case CriterionType::text:
      return read_text(text);
    case CriterionType::count:
      return read_count(text);
    case CriterionType::amount:
      return read_amount(text, reading);
    case CriterionType::area:
      return read_area(text);
    case CriterionType::date:
      return read_date(text, reading);
    case CriterionType::word:
      return read_word(criterion, text);
    case CriterionType::reference:
      return read_reference(criterion, text, reading);
  }
  return Problem{};
}

}  // namespace

Result<Literal> read_literal(const Criterion& criterion,
                             const std::string& text,
                             const ConditionReading& reading) {
  if (text.empty()) {
    return Problem{say("the value is empty; what is not known is asked with 'is unknown'")};
  }
  try {
    auto literal = read_typed(criterion, text, reading);
    if (literal && literal->told.empty()) literal->told = literal->text;
    return literal;
  } catch (const Error& error) {
    const bool is_of_text = error.kind() == ErrorKind::usage ||
                            error.kind() == ErrorKind::not_found ||
                            error.kind() == ErrorKind::conflict;
    if (!is_of_text) throw;
    return Problem{error.what()};
  }
}

std::string example_of(const Criterion& criterion) {
  switch (criterion.type) {
    case CriterionType::text:
      return say("a text");
    case CriterionType::count:
      return say("a whole number");
    case CriterionType::amount:
      return say("an amount such as 1亿");
    case CriterionType::area:
      return say("an area such as 150亩");
    case CriterionType::date:
      return say("a date such as 2020-05-19 or 2020H1");
    case CriterionType::word:
      return say("a choice such as {}", criterion.choices.front().identifier);
    case CriterionType::reference:
      return say("a name or a reference");
  }
  return "";
}

}  // namespace leadbook::conditions
