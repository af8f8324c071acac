// What a book says of itself, and the exchange rates it counts with.
#pragma once

#include <optional>

#include "leadbook/domain/date.hpp"
#include "leadbook/domain/field.hpp"
#include "leadbook/domain/quantity.hpp"
#include "leadbook/domain/word.hpp"

namespace leadbook {

/// Whether a framework agreement makes a project signed and enters the totals.
enum class Frameworks { do_not_count, count };

template <>
std::span<const Word<Frameworks>> words<Frameworks>();

/// The book's own record, number 1: settings that change figures belong here, where a change is
/// logged, not in somebody's configuration.
struct Book : Record<Book> {
  std::string name;
  std::string city;
  std::string city_code;
  Frameworks frameworks = Frameworks::do_not_count;
  std::optional<std::int64_t> report_days;  // a trip report is due this many days after the return
  std::string note;

  bool operator==(const Book&) const = default;
};

template <>
struct Describe<Book> {
  static constexpr Kind kind = Kind::book;
  static constexpr auto fields = std::make_tuple(
      field(&Book::name, "name", "Book", "台账", N_("what the book is called"), Need::required),
      field(&Book::city, "city", "City", "城市", N_("the city whose counties it holds")),
      field(&Book::city_code, "city_code", "City code", "城市代码", N_("its GB/T 2260 code")),
      field(&Book::frameworks,
            "frameworks",
            "Framework agreements",
            "框架协议",
            N_("whether they count as signed")),
      field(&Book::report_days,
            "report_days",
            "Report days",
            "报告期限（天）",
            N_("days after the return within which a trip report is due")),
      field(&Book::note, "note", "Note", "备注", N_("anything else")));
};
static_assert(is_complete<Book>);

/// CNY for one unit of a currency from a day on.
struct Rate : Record<Rate> {
  Currency currency;
  std::optional<Date> on;
  RateValue cny;
  std::string source;

  bool operator==(const Rate&) const = default;
};

template <>
struct Describe<Rate> {
  static constexpr Kind kind = Kind::rate;
  static constexpr auto fields = std::make_tuple(
      field(&Rate::currency, "currency", "Currency", "币种", N_("currency"), Need::required),
      field(&Rate::on, "on", "Date", "日期", N_("the day of the rate"), Need::required),
      field(&Rate::cny,
            "cny",
            "CNY per unit",
            "折合人民币",
            N_("CNY for one unit of the currency"),
            Need::required),
      field(&Rate::source, "source", "Source", "来源", N_("who published it")));
};
static_assert(is_complete<Rate>);

}  // namespace leadbook
