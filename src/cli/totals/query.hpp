// What a totals-like command was asked: dimensions, measures and rates from their options.
#pragma once

#include <string>
#include <vector>

#include "cli/frame/command.hpp"
#include "leadbook/service/totals/totals.hpp"

namespace leadbook::cli {

/// How a measure is compared with another period, or what of it one project has.
enum class Change { none, year_over_year, month_over_month, average, median };

/// Whether it is one of the last two.
inline bool is_of_one(Change change) {
  return change == Change::average || change == Change::median;
}

struct AskedMeasure {
  Measure measure = Measure::signed_;
  Change change = Change::none;
};

/// The options of rates and conditions that commands over totals share.
struct TotalsOptions {
  std::string where;
  std::string rate_basis;
  std::string missing_rate;
  std::string in;
  std::string at;
  std::string zones;
  bool with_reported = false;
};

/// --zones where figures count by county: with their county, or apart.
void add_zones_option(CommandLine& line, std::string& text);

/// Where zones count: as --zones says, else as the book does, else `usual`. Throws Error{usage}.
Zones read_zones(Env& env, const std::string& text, Zones usual = Zones::own);

/// What is told where zones count with their county.
std::string zones_note();

void add_totals_options(CommandLine& line, TotalsOptions& options);

/// Reads --missing-rate: whether what has no rate is listed. Throws Error{usage}.
bool lists_missing_rates(const std::string& text);

/// The items of a list with any of its commas. Throws Error{usage} where one is empty.
std::vector<std::string> items_of(const std::string& option, const std::string& text);

/// "signed,contract_amount,yoy": measures by identifier or name in either language; yoy (同比), mom
/// (环比), average (平均) and median (中位数) are of the measure before them, or the one before a
/// ':'.
std::vector<AskedMeasure> read_measures(const std::string& text);

/// "county,quarter"; size(1000万,1亿), each bound and above, and bands(1000万,1亿), from each to
/// the next, set the bounds of sizes.
std::vector<Dimension> read_dimensions(const std::string& text, SizeSteps& sizes);

/// "started", "in_talks"; `standing` says whether who stands there is meant, not who came there.
service::StageChoice read_stage(const std::string& text, bool standing);

/// The period of --period as far as the day that figures stand at. Throws Error{usage} with the
/// option's name before what is wrong with it, also where it begins after the day of --at.
Period read_period_option(Env& env, const std::string& text);

/// A query over a period with these options, yet without dimensions and measures; `usual` is where
/// zones count if nothing says it.
service::TotalsQuery make_query(Env& env,
                                const TotalsOptions& options,
                                const Period& period,
                                Zones usual = Zones::own);

/// "Qiqihar", whose book it is, for a title.
std::string area_of(Env& env);

/// "Qiqihar: Contract amount (2020-01-01 to 2020-05-22)", for the table as it is printed.
std::string title_of(Env& env, const std::vector<Measure>& measures, const Period& period);

/// Which projects are meant: "those that reached Started within the period".
std::string stage_text(const service::StageChoice& choice);

/// The same of what a query counts.
std::string title_of(Env& env, const service::TotalsQuery& query);

/// The measures to compute, each once.
std::vector<Measure> measures_of(const std::vector<AskedMeasure>& asked);

/// The place of a measure in a query.
std::size_t place_of(const service::TotalsQuery& query, Measure measure);

/// Definitions, period, condition, rates and missing rates, one sentence a note.
std::vector<std::string> totals_notes(const service::TotalsQuery& query,
                                      const service::Totals& totals);

}  // namespace leadbook::cli
