#include "service/import/rate_header.hpp"

#include <algorithm>

#include "leadbook/domain/error.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::service {
namespace {

constexpr std::string_view per_unit = "cny_per_";

[[noreturn]] void refuse(const std::string& file, const std::string& message) {
  const auto name = text::visible(file);
  throw Error(ErrorKind::refused, say("{}:1: {}", name, message));
}

std::string plain_form(std::string_view heading) {
  auto form = text::fold(heading);
  std::replace(form.begin(), form.end(), '-', '_');
  std::replace(form.begin(), form.end(), ' ', '_');
  return form;
}

bool is_date(const std::string& form) { return form == "date" || form == "日期" || form == "on"; }

bool is_three_letters(const std::string& form) {
  return form.size() == 3 && std::all_of(form.begin(), form.end(), [](char letter) {
           return letter >= 'a' && letter <= 'z';
         });
}

/// Takes one column of either form. A code the table of currencies lacks is one that is no more,
/// as a bank's history has them, where the column can be nothing else.
void read_heading(RateHeader& header,
                  std::size_t at,
                  const std::string& heading,
                  const std::string& file) {
  const auto form = plain_form(heading);
  const bool named = form.starts_with(per_unit);
  const auto code = named ? form.substr(per_unit.size()) : form;
  const auto number = at + 1;
  const auto shown = text::visible(heading);
  if (!is_three_letters(code)) {
    refuse(file,
           say("column {} '{}' is no currency: write CNY_per_USD for CNY for one dollar, or USD "
               "for dollars for one euro",
               number,
               shown));
  }
  const auto currency = Currency::parse(code);
  if (!currency && named) refuse(file, say("column {}: {}", number, currency.problem().message));
  if (!currency) {
    header.unknown.push_back(shown);
    return;
  }
  const bool is_cny = *currency == Currency();
  if (named && is_cny) refuse(file, say("column {}: CNY has no rate in CNY", number));
  if (is_cny) {
    header.cny = at;
    return;
  }
  for (const auto& other : header.columns) {
    if (other.currency != *currency) continue;
    refuse(file, say("columns {} and {} are both of {}", other.at + 1, number, currency->code()));
  }
  header.columns.push_back({at, *currency});
}

void read_form(RateHeader& header, const std::vector<std::string>& cells, const std::string& file) {
  std::size_t named = 0;
  std::size_t plain = 0;
  for (std::size_t at = 0; at < cells.size(); ++at) {
    const auto form = plain_form(cells[at]);
    if (at == header.date || form.empty()) continue;
    ++(form.starts_with(per_unit) ? named : plain);
  }
  if (named > 0 && plain > 0) {
    refuse(file,
           say("some columns are CNY for one unit (CNY_per_USD) and some units for one euro (USD): "
               "keep to one"));
  }
  header.form = plain > 0 ? RateForm::per_euro : RateForm::cny_per_unit;
}

}  // namespace

RateHeader read_rate_header(const std::vector<std::string>& cells, const std::string& file) {
  RateHeader header;
  header.date = cells.size();
  for (std::size_t at = 0; at < cells.size(); ++at) {
    if (header.date == cells.size() && is_date(plain_form(cells[at]))) header.date = at;
  }
  if (header.date == cells.size()) refuse(file, say("there is no column 'date'"));
  read_form(header, cells, file);
  for (std::size_t at = 0; at < cells.size(); ++at) {
    const std::string heading(text::trim(cells[at]));
    // A bank's lines may end in a comma, which makes a last column of nothing.
    if (at != header.date && !heading.empty()) read_heading(header, at, heading, file);
  }
  if (header.form == RateForm::per_euro && !header.cny) {
    refuse(file, say("rates for one euro need a column CNY to be crossed with"));
  }
  if (header.columns.empty() && !header.cny) refuse(file, say("there is no column of a currency"));
  return header;
}

}  // namespace leadbook::service
