#include "leadbook/service/import/rate_import.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "leadbook/domain/error.hpp"
#include "leadbook/domain/record/book.hpp"
#include "leadbook/domain/wide.hpp"
#include "leadbook/ingest/source.hpp"
#include "leadbook/service/records/record_writer.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::service {
namespace {

// The first row: where the date is and which currency each column has.

struct RateColumn {
  std::size_t at = 0;  // in the row, from 0
  Currency currency;
};

struct RateHeader {
  RateForm form = RateForm::cny_per_unit;
  std::size_t date = 0;
  std::optional<std::size_t> cny;    // the column of CNY for one euro
  std::vector<RateColumn> columns;   // without CNY
  std::vector<std::string> unknown;  // columns of currencies that are no more
};

constexpr std::string_view per_unit = "cny_per_";

[[noreturn]] void refuse_heading(const std::string& file, const std::string& message) {
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
    refuse_heading(
        file,
        say("column {} '{}' is no currency: write CNY_per_USD for CNY for one dollar, or USD "
            "for dollars for one euro",
            number,
            shown));
  }
  const auto currency = Currency::parse(code);
  if (!currency && named)
    refuse_heading(file, say("column {}: {}", number, currency.problem().message));
  if (!currency) {
    header.unknown.push_back(shown);
    return;
  }
  const bool is_cny = *currency == Currency();
  if (named && is_cny) refuse_heading(file, say("column {}: CNY has no rate in CNY", number));
  if (is_cny) {
    header.cny = at;
    return;
  }
  for (const auto& other : header.columns) {
    if (other.currency != *currency) continue;
    refuse_heading(file,
                   say("columns {} and {} are both of {}", other.at + 1, number, currency->code()));
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
    refuse_heading(
        file,
        say("some columns are CNY for one unit (CNY_per_USD) and some units for one euro (USD): "
            "keep to one"));
  }
  header.form = plain > 0 ? RateForm::per_euro : RateForm::cny_per_unit;
}

/// Throws Error{refused} that says what the heading of a file of rates must be.
RateHeader read_rate_header(const std::vector<std::string>& cells, const std::string& file) {
  RateHeader header;
  header.date = cells.size();
  for (std::size_t at = 0; at < cells.size(); ++at) {
    if (header.date == cells.size() && is_date(plain_form(cells[at]))) header.date = at;
  }
  if (header.date == cells.size()) refuse_heading(file, say("there is no column 'date'"));
  read_form(header, cells, file);
  for (std::size_t at = 0; at < cells.size(); ++at) {
    const std::string heading(text::trim(cells[at]));
    // A bank's lines may end in a comma, which makes a last column of nothing.
    if (at != header.date && !heading.empty()) read_heading(header, at, heading, file);
  }
  if (header.form == RateForm::per_euro && !header.cny) {
    refuse_heading(file, say("rates for one euro need a column CNY to be crossed with"));
  }
  if (header.columns.empty() && !header.cny)
    refuse_heading(file, say("there is no column of a currency"));
  return header;
}

// The rows.

/// A rate as the book has it, or as an earlier line of the file gave it.
struct KnownRate {
  Id<Rate> id;
  RateValue cny;
  bool is_day = true;
  std::size_t line = 0;
};

Currency euro() { return *Currency::parse("EUR"); }

bool is_no_rate(const std::string& cell) {
  const auto form = text::fold(cell);
  return form.empty() || form == "n/a";
}

/// A rate is told by its day: those of the book are known, and each of the file is of another day.
WriteRules write_rules() {
  WriteRules rules;
  rules.numbers_are_free = true;
  rules.refuse_twins = false;
  return rules;
}

class RateImporter {
 public:
  RateImporter(store::Change& change, const std::string& file, const RateImportOptions& options)
      : change_(change),
        file_(file),
        options_(options),
        resolver_(change.db()),
        writer_(change, resolver_, Kind::rate, write_rules()) {}

  void take_header(const ingest::Row& first);
  void take_row(const ingest::Row& row);
  RateImportReport& report() { return report_; }

 private:
  void choose_columns();
  bool has_width(const ingest::Row& row);
  std::optional<Day> day_of(const ingest::Row& row);
  std::optional<RateValue> read_rate(const ingest::Row& row, std::size_t at);
  void take_rate(const ingest::Row& row, std::size_t at, Currency currency, Day day);
  void keep(std::size_t line, std::size_t at, Currency currency, Day day, const RateValue& cny);
  void refuse(std::size_t line, std::size_t column, const std::string& message, ErrorKind kind);

  store::Change& change_;
  const std::string& file_;
  const RateImportOptions& options_;
  Resolver resolver_;
  RecordWriter writer_;
  RateHeader header_;
  std::vector<std::string> headings_;
  std::optional<RateValue> cny_per_euro_;  // of the row
  std::map<std::pair<Currency, Day>, KnownRate> known_;
  RateImportReport report_;
};

void RateImporter::refuse(std::size_t line,
                          std::size_t column,
                          const std::string& message,
                          ErrorKind kind) {
  const auto heading = column <= headings_.size() ? headings_[column - 1] : "";
  report_.problems.add(file_ + ":" + std::to_string(line) + ": " +
                           say("column {} '{}'", column, heading) + ": " + message,
                       kind);
}

void RateImporter::take_header(const ingest::Row& first) {
  if (!first.problems.empty()) {
    const auto name = text::visible(file_);
    const auto& problem = first.problems.front();
    throw Error(ErrorKind::refused, say("{}:{}: {}", name, problem.line, problem.message));
  }
  headings_ = first.cells;
  header_ = read_rate_header(headings_, file_);
  report_.form = header_.form;
  // Per euro, the column of CNY is that of the euro itself.
  if (header_.cny) header_.columns.push_back({*header_.cny, euro()});
  choose_columns();
  for (const auto& column : header_.columns) report_.currencies.push_back(column.currency);
  std::string unknown;
  for (const auto& heading : header_.unknown) unknown += (unknown.empty() ? "" : ", ") + heading;
  if (!unknown.empty()) {
    report_.notes.add(say("passed over, as no currencies of today: {}", unknown));
  }
  store::each_record<Rate>(change_.db(), [this](const Rate& rate) {
    if (rate.on) known_[{rate.currency, rate.on->last}] = {rate.id, rate.cny, rate.on->is_day(), 0};
  });
}

/// Keeps the columns of the currencies that were asked for; each must be there.
void RateImporter::choose_columns() {
  if (options_.currencies.empty()) return;
  std::vector<RateColumn> chosen;
  for (const auto& currency : options_.currencies) {
    const auto found = std::find_if(
        header_.columns.begin(), header_.columns.end(), [&currency](const RateColumn& column) {
          return column.currency == currency;
        });
    if (found == header_.columns.end()) {
      std::string all;
      for (const auto& column : header_.columns) {
        all += (all.empty() ? "" : ", ") + std::string(column.currency.code());
      }
      const auto name = text::visible(file_);
      throw Error(ErrorKind::usage,
                  say("{} has no rates of {}; it has {}", name, currency.code(), all));
    }
    chosen.push_back(*found);
  }
  header_.columns = std::move(chosen);
  header_.unknown.clear();
}

std::optional<Day> RateImporter::day_of(const ingest::Row& row) {
  const auto& text = row.cells[header_.date];
  const auto date = parse_file_date(text, {});
  if (date && date->is_day()) return date->first;
  refuse(row.line,
         header_.date + 1,
         date ? say("'{}' is not a single day", text) : date.problem().message,
         ErrorKind::refused);
  return {};
}

std::optional<RateValue> RateImporter::read_rate(const ingest::Row& row, std::size_t at) {
  const auto rate = parse_rate_value(row.cells[at]);
  if (rate) return *rate;
  refuse(row.line, at + 1, rate.problem().message, ErrorKind::refused);
  return {};
}

bool RateImporter::has_width(const ingest::Row& row) {
  const auto cells = row.cells.size();
  const auto width = headings_.size();
  if (cells == width) return true;
  refuse(row.line,
         std::min(cells, width) + 1,
         say("the row has {} cells, the heading {}: is a comma missing, or one not in quotes?",
             cells,
             width),
         ErrorKind::refused);
  return false;
}

void RateImporter::take_row(const ingest::Row& row) {
  for (const auto& problem : row.problems) {
    refuse(problem.line, problem.column, problem.message, ErrorKind::refused);
  }
  // A heading again is what files put together from several have.
  if (!row.problems.empty() || row.cells == headings_ || !has_width(row)) return;
  const auto day = day_of(row);
  if (!day || *day < options_.from || options_.until < *day) return;
  cny_per_euro_.reset();
  if (header_.cny && !is_no_rate(row.cells[*header_.cny])) {
    cny_per_euro_ = read_rate(row, *header_.cny);
    if (!cny_per_euro_) return;
  }
  for (const auto& column : header_.columns) take_rate(row, column.at, column.currency, *day);
}

void RateImporter::take_rate(const ingest::Row& row, std::size_t at, Currency currency, Day day) {
  if (is_no_rate(row.cells[at])) return;
  if (header_.form == RateForm::per_euro && !cny_per_euro_) return;
  auto rate = read_rate(row, at);
  if (!rate) return;
  if (header_.form == RateForm::per_euro && at != header_.cny) {
    rate = cross_rate(*cny_per_euro_, *rate);
    if (!rate) {
      refuse(row.line,
             at + 1,
             say("'{}' for one euro gives no rate in CNY that can be kept", row.cells[at]),
             ErrorKind::refused);
      return;
    }
  }
  keep(row.line, at, currency, day, *rate);
}

void RateImporter::keep(
    std::size_t line, std::size_t at, Currency currency, Day day, const RateValue& cny) {
  if (!report_.first || day < *report_.first) report_.first = day;
  if (!report_.last || *report_.last < day) report_.last = day;
  auto& known = known_[{currency, day}];
  if (known.line != 0 && known.cny != cny) {
    refuse(
        line, at + 1, say("line {} has another rate of this day", known.line), ErrorKind::conflict);
    return;
  }
  if (known.id && known.cny == cny && known.is_day) {
    known.line = line;
    ++report_.same;
    return;
  }
  const Rate rate{{known.id, "", 0}, currency, Date::of(day), cny, options_.source};
  const auto stored = known.id ? store::find(change_.db(), known.id) : std::nullopt;
  const auto written = stored ? writer_.update(*stored, rate) : writer_.add(rate);
  for (const auto& problem : written.problems) refuse(line, at + 1, problem.message, problem.kind);
  if (!written.problems.empty()) return;
  known = {std::get<Rate>(written.record).id, cny, true, line};
  ++(stored ? report_.changed : report_.added);
}

}  // namespace

std::optional<RateValue> cross_rate(const RateValue& cny_per_euro, const RateValue& units) {
  if (units.e10 <= 0) return {};
  const auto rate = narrowed(divide_rounded(cny_per_euro.e10 * power_of_ten(10), units.e10));
  if (!rate || *rate <= 0) return {};
  return RateValue{*rate};
}

RateImportReport import_rates(store::Change& change,
                              ingest::Source& source,
                              const std::string& file,
                              const RateImportOptions& options) {
  RateImporter importer(change, file, options);
  bool has_header = false;
  source.each([&](const ingest::Row& row) {
    has_header ? importer.take_row(row) : importer.take_header(row);
    return has_header = true;
  });
  if (!has_header) {
    const auto name = text::visible(file);
    throw Error(ErrorKind::refused,
                say("{} is empty: its first line names the columns, as date,CNY_per_USD", name));
  }
  return std::move(importer.report());
}

}  // namespace leadbook::service
