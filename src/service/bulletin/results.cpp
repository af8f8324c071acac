// What was signed, built and received, and the targets it is held against.
#include <algorithm>

#include "leadbook/text/translate.hpp"
#include "service/bulletin/numbers.hpp"
#include "service/bulletin/sections.hpp"

namespace leadbook::service {
namespace {

/// The papers of the period that are none of the contracts counted.
struct OtherPapers {
  std::vector<Signing> frameworks;
  std::vector<Signing> letters;
};

OtherPapers other_papers(Making& making) {
  OtherPapers found;
  auto& reading = making.reading;
  const bool counts = reading.book && reading.book->frameworks == Frameworks::count;
  const auto papers = store::select<Signing>(
      reading.db(),
      "bulletin_papers",
      {{"from", format_day(reading.period.first)}, {"until", format_day(reading.whole.last)}});
  for (const auto& paper : papers) {
    if (!paper.on || !reading.totals_query(reading.period).counts(*paper.on)) continue;
    const auto project = store::find(reading.db(), paper.project);
    if (project && !reading.tells_of(project->county)) continue;
    if (paper.kind == SigningKind::framework && !counts) found.frameworks.push_back(paper);
    if (paper.kind == SigningKind::intent_letter) found.letters.push_back(paper);
  }
  return found;
}

std::vector<Reference> references_of(const std::vector<Signing>& papers) {
  std::vector<Reference> references;
  for (const auto& paper : papers) references.push_back({Kind::signing, paper.id.number});
  return references;
}

/// "铁锋区新能源装备制造项目（一期10亿元）".
std::string paper_words(Making& making, const Signing& paper) {
  auto& reading = making.reading;
  const auto project = store::find(reading.db(), paper.project);
  auto text = project && reading.is_of_city() ? say("{0}: {1}",
                                                    reading.county_name(project->county),
                                                    reading.project_name(paper.project))
                                              : reading.project_name(paper.project);
  making.tell.name(text);
  if (!paper.amount) return text;
  const auto& money = paper.amount->money;
  const auto amount =
      money.currency == Currency()
          ? making.tell.money("amount." + reference_text({Kind::signing, paper.id.number}),
                              money.minor,
                              {{Kind::signing, paper.id.number}})
          : making.tell.name(format_amount(*paper.amount, own_unit()));
  return paper.phase.empty() ? say("{0} ({1})", text, amount)
                             : say("{0} ({1} {2})", text, making.tell.name(paper.phase), amount);
}

std::string other_papers_words(Making& making) {
  constexpr std::size_t most = 5;
  const auto found = other_papers(making);
  const auto frameworks = static_cast<std::int64_t>(found.frameworks.size());
  const auto letters = static_cast<std::int64_t>(found.letters.size());
  if (frameworks + letters == 0) return "";
  std::vector<std::string> counts;
  if (frameworks > 0) {
    making.tell.count("frameworks.period", frameworks, references_of(found.frameworks));
    counts.push_back(say_count("{} framework agreement", "{} framework agreements", frameworks));
  }
  if (letters > 0) {
    making.tell.count("letters.period", letters, references_of(found.letters));
    counts.push_back(say_count("{} letter of intent", "{} letters of intent", letters));
  }
  std::vector<std::string> named;
  for (const auto* papers : {&found.frameworks, &found.letters}) {
    for (const auto& paper : *papers) {
      if (named.size() < most) named.push_back(paper_words(making, paper));
    }
  }
  const auto text = named.size() < found.frameworks.size() + found.letters.size()
                        ? say("{0}, among them {1}", listed(counts), parts_joined(named))
                        : say("{0}: {1}", listed(counts), parts_joined(named));
  return say("Besides, {}; by the book's rule these are not counted as signed.", text);
}

struct PaperOfProject {
  std::optional<Date> on;
  std::int64_t minor = 0;
  bool is_known = false;
};

/// Of each project the first contract of the span and what all of them state.
std::map<std::int64_t, PaperOfProject> contracts_of(Making& making, const SpanFigures& span) {
  std::map<std::int64_t, PaperOfProject> found;
  const auto& amount = making.reading.value(span, Measure::contract_amount);
  std::map<std::int64_t, std::int64_t> parts;
  for (const auto& part : amount.parts) parts[part.record.number] += part.number;
  std::vector<Reference> papers;
  for (const auto& project : making.reading.value(span, Measure::signed_).records) {
    for (const auto& paper :
         store::records_referring_to(making.reading.db(), store::Selection(Kind::signing), project)
             .as<Signing>()) {
      if (!paper.on || !making.reading.totals_query(span.period()).counts(*paper.on)) continue;
      if (paper.kind == SigningKind::intent_letter || paper.kind == SigningKind::supplement)
        continue;
      auto& of = found[project.number];
      if (!of.on || is_earlier(*paper.on, *of.on)) of.on = paper.on;
      if (const auto part = parts.find(paper.id.number); part != parts.end()) {
        of.minor += part->second;
        of.is_known = true;
      }
    }
  }
  return found;
}

std::vector<Project> projects_of(Making& making, const std::vector<Reference>& references) {
  return records_behind<Project>(making.reading.db(), references);
}

/// "龙江县现代物流园（5月8日，4.12亿元）".
std::string signed_words(Making& making, const Project& project, const PaperOfProject& paper) {
  auto& reading = making.reading;
  auto& tell = making.tell;
  const auto name = reading.project_name(project.id);
  const auto text = tell.name(
      reading.is_of_city() ? say("{0}: {1}", reading.county_name(project.county), name) : name);
  std::vector<std::string> about;
  if (paper.on) about.push_back(tell.name(date_words(*paper.on, reading.year())));
  if (paper.is_known) {
    about.push_back(
        tell.money("contract_amount.period." + reference_text({Kind::project, project.id.number}),
                   paper.minor,
                   {{Kind::project, project.id.number}}));
  }
  return about.empty() ? text : say("{0} ({1})", text, clauses(about));
}

void tell_signed_projects(Making& making, BulletinSection& section) {
  constexpr std::size_t most = 8;
  const auto& value = making.reading.value(*making.reading.now, Measure::signed_);
  if (value.records.empty()) return;
  const auto contracts = contracts_of(making, *making.reading.now);
  auto projects = projects_of(making, value.records);
  const auto amount = [&](const Project& project) {
    const auto found = contracts.find(project.id.number);
    return found == contracts.end() ? PaperOfProject() : found->second;
  };
  std::stable_sort(projects.begin(), projects.end(), [&](const auto& left, const auto& right) {
    return amount(left).minor > amount(right).minor;
  });
  std::vector<std::string> told;
  for (const auto& project : projects) {
    if (told.size() < most) told.push_back(signed_words(making, project, amount(project)));
  }
  auto text = projects.size() > most
                  ? say("The largest by contract amount: {}; all of them are in the attachment.",
                        parts_joined(told))
                  : say("{}.", parts_joined(told));
  making.tell.end_paragraph(section.paragraphs, std::move(text));
}

BulletinCell change_cell(Making& making, const Indicator& one, const std::string& id) {
  const bool is_partial =
      unit_of(one.measure) == MeasureUnit::money && one.ytd.known < one.ytd.counted;
  if (one.ytd_base != BaseState::known || !one.ytd.value || !one.ytd_last_year.value ||
      is_partial) {
    return {"—", {}};
  }
  const auto growth = growth_of(*one.ytd.value, *one.ytd_last_year.value);
  return growth ? making.tell.percent_cell(id + ".growth", *growth) : BulletinCell{"—", {}};
}

/// Takes the columns away that hold nothing at all.
void drop_blank_columns(BulletinTable& table) {
  for (std::size_t column = table.columns.size(); column-- > 0;) {
    const auto at = static_cast<std::ptrdiff_t>(column);
    const bool has_any = std::any_of(table.rows.begin(), table.rows.end(), [&](const auto& row) {
      return !row[column].text.empty() && row[column].text != "—";
    });
    if (has_any) continue;
    table.columns.erase(table.columns.begin() + at);
    for (auto& row : table.rows) row.erase(row.begin() + at);
  }
}

BulletinTable indicator_table(Making& making) {
  auto& tell = making.tell;
  BulletinTable table;
  table.key = "indicators";
  table.title = say("Main indicators");
  const bool has_ytd = !making.reading.begins_year();
  table.columns = {{say("Indicator"), "indicator", false, false},
                   {say("In the period"), "period", true, false},
                   {say("Year so far"), "ytd", true, false},
                   {say("Year before"), "last_year", true, false},
                   {say("Growth %"), "growth", true, false},
                   {say("Target"), "target", true, false},
                   {say("Completion %"), "completion", true, false},
                   {say("Pace, points"), "pace", true, false}};
  for (const auto& one : making.bulletin.indicators) {
    const bool is_money = unit_of(one.measure) == MeasureUnit::money;
    const auto id = std::string(identifier(one.measure));
    const auto number = [&](const std::string& what, const std::optional<std::int64_t>& value) {
      return is_money ? tell.money_cell(id + what, value) : tell.count_cell(id + what, value);
    };
    const bool has_before = one.ytd_base != BaseState::absent;
    table.rows.push_back(
        {{is_money ? say("{0} ({1})", name_of(one.measure), money_unit())
                   : std::string(name_of(one.measure)),
          {}},
         number(".period", one.period.value),
         has_ytd ? number(".ytd", one.ytd.value) : BulletinCell{"", {}},
         has_before ? number(".ytd_last_year", one.ytd_last_year.value) : BulletinCell{"—", {}},
         change_cell(making, one, id),
         number(".target", one.target),
         tell.percent_cell(id + ".completion", one.completion),
         tell.points_cell(id + ".pace", one.pace)});
  }
  drop_blank_columns(table);
  return table;
}

}  // namespace

std::string project_list(Making& making,
                         const std::string& id,
                         const std::vector<Reference>& references,
                         std::size_t most) {
  auto& reading = making.reading;
  std::vector<std::string> told;
  for (const auto& project : projects_of(making, references)) {
    if (told.size() == most) break;
    const auto name = reading.project_name(project.id);
    told.push_back(making.tell.name(
        reading.is_of_city() ? say("{0}: {1}", reading.county_name(project.county), name) : name));
  }
  auto text = parts_joined(told);
  const auto left =
      static_cast<std::int64_t>(references.size()) - static_cast<std::int64_t>(told.size());
  if (left > 0) text = say("{0}; and {1} more", text, making.tell.count(id + ".more", left));
  return text;
}

void tell_targets(Making& making) {
  BulletinSection section;
  section.key = "targets";
  section.heading = say("Targets");
  for (const auto& one : making.bulletin.indicators) {
    if (!one.target || !one.completion || !one.pace || !one.ytd.value) continue;
    const bool is_money = unit_of(one.measure) == MeasureUnit::money;
    const auto id = std::string(identifier(one.measure));
    const auto number = [&](const std::string& what, std::int64_t value) {
      return is_money ? making.tell.money(id + what, value) : making.tell.count(id + what, value);
    };
    making.tell.end_paragraph(section.paragraphs,
                              say("{0}: {1} of {2}, {3}, {4}.",
                                  name_of(one.measure),
                                  number(".ytd", *one.ytd.value),
                                  number(".target", *one.target),
                                  making.tell.percent(id + ".completion", *one.completion),
                                  pace_words(making.tell, id + ".pace", *one.pace)));
  }
  const bool has_base = making.reading.ytd_last_year->has_records();
  if (!section.paragraphs.empty() || has_base) section.tables.push_back(indicator_table(making));
  add_section(making.bulletin, std::move(section));
}

void tell_signed(Making& making) {
  BulletinSection section;
  section.key = "signed";
  section.heading = say("Signed");
  tell_signed_projects(making, section);
  const auto others = other_papers_words(making);
  making.tell.end_paragraph(section.paragraphs, others);
  add_section(making.bulletin, std::move(section));
}

void tell_built(Making& making) {
  BulletinSection section;
  section.key = "built";
  section.heading = say("Started, in production, funds received");
  constexpr std::size_t most = 10;
  const auto tell = [&](Measure measure, const char* message) {
    const auto& value = making.reading.value(*making.reading.now, measure);
    if (value.records.empty()) return;
    const auto id = std::string(identifier(measure)) + ".period";
    const auto count = making.tell.count(id, value.number, value.records);
    const auto list = project_list(making, id, value.records, most);
    making.tell.end_paragraph(section.paragraphs,
                              fmt::vformat(translate(message), fmt::make_format_args(count, list)));
  };
  tell(Measure::started, N_("Construction started on {0}: {1}."));
  tell(Measure::producing, N_("Production began in {0}: {1}."));
  const auto& funds = making.indicator(Measure::funds);
  if (funds.ytd.value.value_or(0) != 0) {
    const auto period = making.tell.money("funds.period", funds.period.value.value_or(0));
    making.tell.end_paragraph(section.paragraphs,
                              making.reading.begins_year()
                                  ? say("Funds received: {}.", period)
                                  : say("Funds received: {0} in the period, {1} this year.",
                                        period,
                                        making.tell.money("funds.ytd", *funds.ytd.value)));
  }
  add_section(making.bulletin, std::move(section));
}

void attach_signed(Making& making) {
  auto& reading = making.reading;
  const auto& value = reading.value(*reading.now, Measure::signed_);
  if (value.records.empty()) return;
  BulletinTable table;
  table.key = "signed_projects";
  table.title =
      say("Projects signed in {0} (amounts in {1})", reading.period_words(), money_unit());
  table.columns = {{say("No."), "number", true, false},
                   {say("ID"), "id", false, false},
                   {say("County"), "county", false, false},
                   {say("Project"), "project", false, false},
                   {say("Investors"), "investors", false, false},
                   {say("Signed on"), "signed_on", false, false},
                   {say("Contract amount"), "contract_amount", true, false}};
  const auto contracts = contracts_of(making, *reading.now);
  std::int64_t number = 0;
  for (const auto& project : projects_of(making, value.records)) {
    std::vector<std::string> investors;
    for (const auto& investor : project.investors) {
      investors.push_back(reading.company_name(investor.company));
    }
    const auto found = contracts.find(project.id.number);
    const auto paper = found == contracts.end() ? PaperOfProject() : found->second;
    const auto reference = reference_text({Kind::project, project.id.number});
    table.rows.push_back(
        {{std::to_string(++number), {}},
         {reference, {}},
         {reading.county_name(project.county), {}},
         {reading.project_name(project.id), {}},
         {listed(investors), {}},
         {paper.on ? format_date(*paper.on) : "", {}},
         making.tell.money_cell("contract_amount.period." + reference,
                                paper.is_known ? std::optional(paper.minor) : std::nullopt)});
  }
  const auto& sum = making.indicator(Measure::contract_amount).period;
  if (!sum.value) return making.bulletin.attachments.push_back(std::move(table));
  table.total = {{say("Total"), {}},
                 {},
                 {},
                 {},
                 {},
                 {},
                 making.tell.money_cell("contract_amount.period", sum.value)};
  making.bulletin.attachments.push_back(std::move(table));
}

}  // namespace leadbook::service
