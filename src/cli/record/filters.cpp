#include "cli/record/filters.hpp"

#include "leadbook/domain/error.hpp"
#include "leadbook/domain/record/field_facts.hpp"
#include "leadbook/domain/record/records.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::cli {
namespace {

using store::Parameters;
using store::Value;

/// Turns a filter's text into parameters; an empty text into those that match everything.
using ReadFilter = void (*)(Env& env,
                            const char* parameter,
                            const std::string& text,
                            Parameters& out);

struct Filter {
  const char* flag;
  const char* parameter;
  const char* help;
  ReadFilter read;
  bool is_switch = false;  // takes no value; its text is "yes" where it is given
};

template <Kind kind>
void read_reference(Env& env, const char* parameter, const std::string& text, Parameters& out) {
  out.push_back({parameter, text.empty() ? Value() : Value(env.resolver().resolve(kind, text))});
}

/// What a filter by a word is about, for the message that there is no such word.
const char* what_of(std::string_view parameter) {
  if (parameter == "stage") return N_("stage");
  if (parameter == "outcome") return N_("outcome");
  if (parameter == "mode") return N_("mode");
  if (parameter == "status") return N_("status");
  if (parameter == "mechanism") return N_("mechanism");
  if (parameter == "capital") return N_("capital");
  if (parameter == "indicator") return N_("indicator");
  return N_("kind");
}

template <class E>
void read_choice(Env&, const char* parameter, const std::string& text, Parameters& out) {
  if (text.empty()) {
    out.push_back({parameter, Value()});
    return;
  }
  const auto word = value_or_throw(parse_word<E>(text, what_of(parameter)));
  out.push_back({parameter, std::string(identifier(word))});
}

void read_period(Env& env, const char*, const std::string& text, Parameters& out) {
  if (text.empty()) {
    out.push_back({"from", Value()});
    out.push_back({"until", Value()});
    return;
  }
  const auto period = value_or_throw(parse_period(text, env.today()));
  out.push_back({"from", format_day(period.first)});
  out.push_back({"until", format_day(period.last)});
}

/// A fragment anywhere in a text, whatever its case.
void read_fragment(Env&, const char* parameter, const std::string& text, Parameters& out) {
  if (text.empty()) {
    out.push_back({parameter, Value()});
    return;
  }
  std::string pattern = "%";
  for (const char symbol : text) {
    if (symbol == '%' || symbol == '_' || symbol == '\\') pattern += '\\';
    pattern += symbol;
  }
  out.push_back({parameter, pattern + "%"});
}

void read_due(Env& env, const char*, const std::string& text, Parameters& out) {
  const bool any = text.empty();
  const auto period =
      any ? Period{} : value_or_throw(parse_period(text, env.today(), Toward::nearest));
  out.push_back({"due_from", any ? Value() : Value(format_day(period.first))});
  out.push_back({"due_until", any ? Value() : Value(format_day(period.last))});
}

void read_switch(Env&, const char* parameter, const std::string& text, Parameters& out) {
  out.push_back({parameter, std::string(text.empty() ? "no" : "yes")});
}

/// The day before which what is not done is overdue.
void read_overdue(Env& env, const char* parameter, const std::string& text, Parameters& out) {
  out.push_back({parameter, text.empty() ? Value() : Value(format_day(env.today()))});
}

void read_currency(Env&, const char* parameter, const std::string& text, Parameters& out) {
  if (text.empty()) {
    out.push_back({parameter, Value()});
    return;
  }
  out.push_back({parameter, std::string(value_or_throw(Currency::parse(text)).code())});
}

const char* const help_county = N_("only those of this county");
const char* const help_project = N_("only those of this project");
const char* const help_company = N_("only those with this company");
const char* const help_station = N_("only those of this station");
const char* const help_period = N_("only those that fall into this period whole");
const char* const help_kind = N_("only those of this sort");
const char* const help_text = N_("only those whose text holds this");

std::vector<Filter> filters_of(Kind kind) {
  switch (kind) {
    case Kind::county:
      return {{"--kind", "kind", help_kind, read_choice<CountyKind>},
              {"--text", "text", help_text, read_fragment}};
    case Kind::company:
      return {{"--kind", "kind", help_kind, read_choice<CompanyKind>},
              {"--flag", "flag", N_("only those with this flag"), read_fragment},
              {"--home", "home", N_("only those from this place"), read_fragment},
              {"--text", "text", help_text, read_fragment}};
    case Kind::contact:
      return {
          {"--company", "company", N_("only those of this company"), read_reference<Kind::company>},
          {"--text", "text", help_text, read_fragment}};
    case Kind::project:
      return {{"--county", "county", help_county, read_reference<Kind::county>},
              {"--station", "station", help_station, read_reference<Kind::station>},
              {"--stage", "stage", N_("only those at this stage"), read_choice<Stage>},
              {"--company", "company", help_company, read_reference<Kind::company>},
              {"--chain", "chain", N_("only those of this industrial chain"), read_fragment},
              {"--leader", "leader", N_("only those of this leader"), read_fragment},
              {"--program", "program", N_("only those on this list"), read_fragment},
              {"--text", "text", help_text, read_fragment}};
    case Kind::delegation:
      return {{"--county", "county", help_county, read_reference<Kind::county>},
              {"--station", "station", help_station, read_reference<Kind::station>},
              {"--status", "status", N_("planned or done"), read_choice<DelegationStatus>},
              {"--leader", "leader", N_("only those of this leader"), read_fragment},
              {"--period", "period", help_period, read_period},
              {"--text", "text", help_text, read_fragment}};
    case Kind::negotiation:
      return {{"--county", "county", help_county, read_reference<Kind::county>},
              {"--station", "station", help_station, read_reference<Kind::station>},
              {"--project", "project", help_project, read_reference<Kind::project>},
              {"--company", "company", help_company, read_reference<Kind::company>},
              {"--delegation",
               "delegation",
               N_("only those of this trip"),
               read_reference<Kind::delegation>},
              {"--outcome", "outcome", N_("only those with this outcome"), read_choice<Outcome>},
              {"--mode", "mode", N_("only those held this way"), read_choice<NegotiationMode>},
              {"--period", "period", help_period, read_period},
              {"--text", "text", help_text, read_fragment}};
    case Kind::signing:
      return {{"--county", "county", help_county, read_reference<Kind::county>},
              {"--project", "project", help_project, read_reference<Kind::project>},
              {"--company", "company", help_company, read_reference<Kind::company>},
              {"--kind", "kind", help_kind, read_choice<SigningKind>},
              {"--period", "period", help_period, read_period},
              {"--text", "text", help_text, read_fragment}};
    case Kind::event:
      return {{"--county", "county", help_county, read_reference<Kind::county>},
              {"--kind", "kind", help_kind, read_choice<EventKind>},
              {"--period", "period", help_period, read_period},
              {"--text", "text", help_text, read_fragment}};
    case Kind::station:
      return {{"--text", "text", help_text, read_fragment}};
    case Kind::task:
      return {{"--county", "county", help_county, read_reference<Kind::county>},
              {"--project", "project", help_project, read_reference<Kind::project>},
              {"--kind", "kind", help_kind, read_choice<TaskKind>},
              {"--owner", "owner", N_("only those of this owner"), read_fragment},
              {"--open", "open", N_("only those not closed"), read_switch, true},
              {"--closed", "closed", N_("only those closed"), read_switch, true},
              {"--overdue", "overdue", N_("only open ones past their day"), read_overdue, true},
              {"--due", "due", N_("only those due within this period"), read_due},
              {"--text", "text", help_text, read_fragment}};
    case Kind::figure:
      return {{"--area", "area", N_("only those about this place"), read_fragment},
              {"--period", "period", help_period, read_period},
              {"--text", "text", help_text, read_fragment}};
    case Kind::rate:
      return {{"--currency", "currency", N_("only this currency"), read_currency},
              {"--period", "period", help_period, read_period}};
    case Kind::map:
      return {{"--kind", "kind", help_kind, read_choice<Kind>},
              {"--text", "text", help_text, read_fragment}};
    case Kind::import:
      return {{"--kind", "kind", help_kind, read_choice<Kind>},
              {"--period", "period", help_period, read_period},
              {"--text", "text", help_text, read_fragment}};
    case Kind::procedure:
      return {{"--county", "county", help_county, read_reference<Kind::county>},
              {"--project", "project", help_project, read_reference<Kind::project>},
              {"--department", "department", N_("only those of this department"), read_fragment},
              {"--mechanism",
               "mechanism",
               N_("only those made quicker this way"),
               read_choice<Mechanism>},
              {"--open", "open", N_("only those not granted yet"), read_switch, true},
              {"--text", "text", help_text, read_fragment}};
    case Kind::funds:
      return {{"--county", "county", help_county, read_reference<Kind::county>},
              {"--project", "project", help_project, read_reference<Kind::project>},
              {"--capital", "capital", N_("only domestic or foreign"), read_choice<Capital>},
              {"--period", "period", help_period, read_period},
              {"--text", "text", help_text, read_fragment}};
    case Kind::program:
    case Kind::report:
      return {{"--text", "text", help_text, read_fragment}};
    case Kind::target:
      return {
          {"--county", "county", help_county, read_reference<Kind::county>},
          {"--indicator", "indicator", N_("only those of this indicator"), read_choice<Measure>},
          {"--period", "period", help_period, read_period}};
    case Kind::outlay:
      return {{"--county", "county", help_county, read_reference<Kind::county>},
              {"--project", "project", help_project, read_reference<Kind::project>},
              {"--period", "period", help_period, read_period}};
    case Kind::aggregate:
      return {
          {"--county", "county", help_county, read_reference<Kind::county>},
          {"--indicator", "indicator", N_("only those of this indicator"), read_choice<Measure>},
          {"--period", "period", help_period, read_period}};
    case Kind::credit:
      return {{"--county", "county", help_county, read_reference<Kind::county>},
              {"--project", "project", help_project, read_reference<Kind::project>},
              {"--period", "period", help_period, read_period}};
    case Kind::book:
      break;
  }
  return {};
}

}  // namespace

void add_filter_options(CommandLine& line, Kind kind, std::vector<std::string>& texts) {
  const auto filters = filters_of(kind);
  texts.resize(filters.size());
  for (std::size_t index = 0; index < filters.size(); ++index) {
    const auto& filter = filters[index];
    if (filter.is_switch) {
      const auto take = [&text = texts[index]] { text = "yes"; };
      line.add_action(filter.flag, take, translate(filter.help));
    } else {
      line.add_text(filter.flag, texts[index], translate(filter.help)).personal =
          tells_of_persons(kind) && filter.read == read_fragment;
    }
  }
}

Parameters filter_parameters(Env& env, Kind kind, const std::vector<std::string>& texts) {
  Parameters parameters;
  const auto filters = filters_of(kind);
  for (std::size_t index = 0; index < filters.size(); ++index) {
    const auto& filter = filters[index];
    try {
      filter.read(env, filter.parameter, texts[index], parameters);
    } catch (const Error& error) {
      throw Error(error.kind(), std::string(filter.flag) + ": " + error.what());
    }
  }
  return parameters;
}

}  // namespace leadbook::cli
