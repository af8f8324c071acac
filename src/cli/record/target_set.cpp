// target set: the one target of a county, period and indicator, made or changed.
#include <utility>

#include "cli/frame/commands.hpp"
#include "cli/record/options.hpp"
#include "cli/record/table.hpp"
#include "leadbook/domain/error.hpp"
#include "leadbook/domain/record/measure.hpp"
#include "leadbook/service/records/book_change.hpp"
#include "leadbook/service/records/taken.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::cli {
namespace {

struct TargetSetOptions {
  std::string county;
  std::string indicator;
  std::string value;
  std::string period;
  std::vector<std::string> steps;
  std::string source;
  std::string note;
};

/// The field as people read it.
std::string field_text(Env& env, const AnyRecord& record, const std::string& field) {
  store::Names names(env.db());
  const auto columns = record_columns(Kind::target);
  const auto cells = record_cells(record, names);
  for (std::size_t column = 0; column < columns.size(); ++column) {
    if (columns[column].key == field) {
      return present::display_text(cells[column], env.settings().print_unit());
    }
  }
  return "";
}

/// What changes even where the target is there already.
std::vector<FieldInput> value_inputs(const TargetSetOptions& options, const std::string& field) {
  std::vector<FieldInput> inputs = {{field, options.value}};
  if (!options.steps.empty()) {
    std::string text;
    for (const auto& step : options.steps) text += (text.empty() ? "" : ";") + step;
    inputs.push_back({"steps", text});
  }
  if (!options.source.empty()) inputs.push_back({"source", options.source});
  if (!options.note.empty()) inputs.push_back({"note", options.note});
  return inputs;
}

/// The target as it was read, a new one or the one that is there already: only what is said of it
/// changes.
service::Written write_target(Env& env,
                              store::Change& change,
                              const std::vector<FieldInput>& values,
                              std::vector<FieldInput> inputs,
                              std::optional<AnyRecord>& stored) {
  service::RecordWriter writer(change, env.resolver(), Kind::target);
  inputs.insert(inputs.begin(), values.begin(), values.end());
  auto read = writer.read(Target{},
                          std::move(inputs),
                          env.today(),
                          env.settings().bare_unit(),
                          env.settings().unit_is_option());
  const auto id = service::holder_of_number(change.db(), read.record);
  if (id == 0 || !read.problems.empty()) return writer.add(std::move(read));
  stored = store::find(change.db(), {Kind::target, id});
  auto changed = writer.read(
      *stored, values, env.today(), env.settings().bare_unit(), env.settings().unit_is_option());
  changed.notes = std::move(read.notes);
  return writer.update(*stored, std::move(changed));
}

void run_target_set(const TargetSetOptions& options, Env& env) {
  const auto indicator = value_or_throw(parse_word<Measure>(options.indicator, N_("indicator")));
  const std::string field = target_field(indicator);
  service::BookChange change(env.db_to_write(false), env.origin());
  std::optional<AnyRecord> stored;
  const auto written = write_target(env,
                                    change,
                                    value_inputs(options, field),
                                    {{"county", options.county},
                                     {"period", options.period},
                                     {"indicator", std::string(identifier(indicator))}},
                                    stored);
  // The value is an argument here and no option.
  const auto entry = commit_written(env, change, written, {{field, "VALUE"}});
  const auto before = stored ? field_text(env, *stored, field) : std::string();
  const auto record = reference_of(written.record);
  const auto what = describe_record(env, record);
  if (entry == 0) {
    env.tell(say("{} is so already; nothing was changed.", what));
  } else {
    tell_written(
        env,
        stored ? say("Changed {}; it was {} before.", what, before) : say("Added {}.", what),
        record);
  }
}

bool is_whole_city(const std::string& text) {
  const auto folded = text::fold(text);
  return folded == "city" || folded == "全市" || folded == "全市合计";
}

}  // namespace

RunCommand add_target_set(CommandLine& line, Env& env, const Command& command) {
  auto options = std::make_shared<TargetSetOptions>();
  line.add_argument("COUNTY", options->county, say("whose; 'city' or left out: the whole city"));
  line.add_argument("INDICATOR", options->indicator, say("what is to be reached, as signed"));
  line.add_argument("VALUE", options->value, say("how much: 60, 12亿, 85%, 500亩; a mu: 300万"));
  line.add_text("--period", options->period, say("the period, as 2020H1; this year if left out"));
  line.add_texts(
      "--steps", options->steps, say("until|count|amount|share, cumulative, between ';'"));
  line.add_text("--source", options->source, say("where this was taken from"));
  line.add_text("--note", options->note, say("anything else"));
  add_record_output_options(line, env);
  return [options, &env, &command] {
    auto given = *options;
    // The county may be left out: two arguments are the indicator and the value.
    if (given.value.empty() && !parse_word<Measure>(given.indicator, N_("indicator"))) {
      given.value = std::exchange(given.indicator, std::exchange(given.county, ""));
    }
    require_argument(given.indicator, "INDICATOR", command);
    require_argument(given.value, "VALUE", command);
    if (is_whole_city(given.county)) given.county.clear();
    if (given.period.empty()) given.period = format_day(env.today()).substr(0, 4);
    run_target_set(given, env);
  };
}

}  // namespace leadbook::cli
