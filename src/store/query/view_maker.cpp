#include "store/query/view_maker.hpp"

#include <utility>

#include "leadbook/domain/amount/money.hpp"
#include "leadbook/domain/record/kind_facts.hpp"

namespace leadbook::store {
namespace {

/// "P-31", or "P-230229.31" where all books are read as one.
std::string reference_sql(Kind kind, const std::string& number) {
  auto letters = reference_text({kind, 1});
  letters.pop_back();
  const auto books = std::to_string(numbers_per_book);
  return "CASE WHEN " + number + " > " + books + " THEN '" + letters + "' || CAST(" + number +
         " / " + books + " AS TEXT) || '.' || CAST(" + number + " % " + books + " AS TEXT) ELSE '" +
         letters + "' || CAST(" + number + " AS TEXT) END";
}

std::string digits_sql(const std::string& minor, int digits) {
  if (digits == 0) return "CAST(" + minor + " AS TEXT)";
  return decimal_sql(minor, "1" + std::string(static_cast<std::size_t>(digits), '0'));
}

/// An amount's digits, as many decimals as its currency has (ISO 4217).
std::string amount_sql(const std::string& minor, const std::string& currency) {
  constexpr int usual = 2;
  std::string sql = "CASE";
  for (int digits = 0; digits <= Currency::most_minor_digits; ++digits) {
    std::string codes;
    for (const auto code : Currency::codes_with(digits)) {
      codes.append(codes.empty() ? "'" : ", '").append(code).append("'");
    }
    if (digits == usual || codes.empty()) continue;
    sql += " WHEN " + currency + " IN (" + codes + ") THEN " + digits_sql(minor, digits);
  }
  return sql + " ELSE " + digits_sql(minor, usual) + " END";
}

}  // namespace

std::string decimal_sql(const std::string& number, const std::string& power) {
  return "CASE WHEN " + number + " < 0 THEN '-' ELSE '' END || CAST(abs(" + number + ") / " +
         power + " AS TEXT) || '.' || substr(CAST(" + power + " + abs(" + number + ") % " + power +
         " AS TEXT), 2)";
}

ViewMaker::ViewMaker(std::string name, const std::string& table, const Words& words)
    : view_{std::move(name), "{book}." + table + " AS t", words.english, words.chinese, {}} {}

void ViewMaker::add_text(const std::string& name, const std::string& sql, const Words& words) {
  view_.columns.push_back({name, sql, words.english, words.chinese, false});
}

void ViewMaker::add_number(const std::string& name, const std::string& sql, const Words& words) {
  view_.columns.push_back({name, sql, words.english, words.chinese, true});
}

void ViewMaker::add_reference(Kind kind,
                              const std::string& beginning,
                              const std::string& number,
                              const Words& words) {
  add_number(beginning + "id", number, words.with(": number, to join by", "：编号数字，连接用"));
  add_text(beginning + "ref", reference_sql(kind, number), words.with(": reference", "：编号"));
}

void ViewMaker::add_date(const std::string& name, const Words& words) {
  // ON is a word of the language.
  const auto shown = name == "on" ? "date" : name;
  add_text(shown + "_first", "t." + name + "_from", words.with(", first day", "（最早日）"));
  add_text(shown + "_last", "t." + name + "_until", words.with(", last day", "（最晚日）"));
}

void ViewMaker::add_amount(const std::string& name,
                           const std::string& minor,
                           const std::string& currency,
                           const Words& words) {
  add_text(name, amount_sql(minor, currency), words);
  add_number(name + "_minor", minor, words.with(", in fen or cents", "（最小货币单位）"));
  add_text(name + "_currency", currency, words.with(", currency", "（币种）"));
}

void ViewMaker::add_link(Kind kind,
                         const std::string& name,
                         const std::string& number,
                         const Words& words) {
  const auto alias = "j_" + name;
  const std::string shown(facts_of(kind).linked_as);
  if (!shown.empty()) {
    join(std::string(identifier(kind)), alias, "id", number);
    add_text(name, alias + "." + shown, words);
  }
  add_reference(kind, name + "_", number, words);
  if (kind != Kind::county) return;
  add_text(name + "_english", alias + ".english", words.with(", in English", "（英文）"));
  add_text(name + "_code", alias + ".code", words.with(", division code", "（区划代码）"));
  if (name == "county") add_text("city", alias + ".city", {"City of the county", "县区所在市"});
}

void ViewMaker::join(const std::string& table,
                     const std::string& alias,
                     const std::string& column,
                     const std::string& number) {
  view_.from += " LEFT JOIN {book}." + table + " AS " + alias + " ON " + alias + "." + column +
                " = " + number;
}

}  // namespace leadbook::store
