#include "leadbook/store/record/codec.hpp"

#include "leadbook/domain/error.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::store {
namespace {

[[noreturn]] void throw_damaged() {
  throw Error(ErrorKind::failed,
              say("the book is damaged: a column does not hold what it should; run 'leadbook book "
                  "check'"));
}

}  // namespace

void throw_unknown_word(std::string_view word) {
  throw Error(ErrorKind::failed,
              say("the book holds the word '{}', which this program does not know; use a newer "
                  "leadbook or run 'leadbook book check'",
                  word));
}

const Value& Cursor::next() const {
  if (at_ >= values_.size()) throw_damaged();
  return values_[at_];
}

bool Cursor::next_is_null() const { return is_null(next()); }

std::int64_t Cursor::integer() {
  const auto* number = std::get_if<std::int64_t>(&next());
  if (number == nullptr) throw_damaged();
  ++at_;
  return *number;
}

const std::string& Cursor::text() {
  const auto* text = std::get_if<std::string>(&next());
  if (text == nullptr) throw_damaged();
  ++at_;
  return *text;
}

Day Cursor::day() {
  const auto day = parse_iso_day(text());
  if (!day) throw_damaged();
  return *day;
}

void Codec<Date>::name_columns(std::vector<Column>& out, const std::string& name) {
  out.push_back({name + "_from", false});
  out.push_back({name + "_until", false});
}

void Codec<Date>::write(std::vector<Value>& out, const Date& date) {
  out.push_back(format_day(date.first));
  out.push_back(format_day(date.last));
}

Date Codec<Date>::read(Cursor& in) {
  const auto first = in.day();
  return {first, in.day()};
}

void Codec<Amount>::name_columns(std::vector<Column>& out, const std::string& name) {
  out.push_back({name + "_minor", true});
  out.push_back({name + "_currency", true});
  out.push_back({name + "_qualifier", true});
}

void Codec<Amount>::write(std::vector<Value>& out, const Amount& amount) {
  out.push_back(amount.money.minor);
  out.push_back(std::string(amount.money.currency.code()));
  out.push_back(std::string(qualifier_identifier(amount.qualifier)));
}

Currency Codec<Currency>::read(Cursor& in) {
  const auto currency = Currency::parse(in.text());
  if (!currency) throw_damaged();
  return *currency;
}

Amount Codec<Amount>::read(Cursor& in) {
  const auto minor = in.integer();
  const auto currency = Codec<Currency>::read(in);
  const auto qualifier = parse_qualifier(in.text());
  if (!qualifier) throw_damaged();
  return {{minor, currency}, *qualifier};
}

}  // namespace leadbook::store
