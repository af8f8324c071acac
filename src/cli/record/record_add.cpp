// add, for every kind; also the shortcuts new, log and sign.
#include "cli/record/record_add.hpp"

#include "cli/frame/commands.hpp"
#include "cli/record/task_from_talk.hpp"
#include "cli/trip/current_trip.hpp"
#include "leadbook/domain/error.hpp"
#include "leadbook/domain/record/kind_facts.hpp"
#include "leadbook/service/records/book_change.hpp"
#include "leadbook/service/records/first_contact.hpp"
#include "leadbook/service/records/oddities.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::cli {
namespace {

struct RecordAddOptions {
  RecordOptions record;
  std::string stage;
  std::string on;
  std::string from;  // the talk a task comes from
};

bool is_given(const std::vector<FieldInput>& inputs, std::string_view field) {
  for (const auto& input : inputs) {
    if (input.field == field) return true;
  }
  return false;
}

/// A project without a stage is a lead of today.
void add_stage(const RecordAddOptions& options, std::vector<FieldInput>& inputs) {
  const auto on = options.on.empty() ? "today" : options.on;
  if (!is_given(inputs, "lead_on") && options.stage.empty()) inputs.push_back({"lead_on", on});
  if (!options.stage.empty()) {
    if (is_given(inputs, "moves")) {
      throw Error(ErrorKind::usage, say("give either --stage or --moves"));
    }
    inputs.push_back({"moves", options.stage + "|" + on});
  }
}

/// Amounts out of the ordinary, and like projects of others, who may hold the first contact.
std::vector<service::Oddity> oddities(store::Db& db, const service::ReadRecord& read) {
  auto found = service::oddities_in_book(db, read);
  const auto* project = std::get_if<Project>(&read.record);
  if (project == nullptr) return found;
  for (auto& line : service::tell_first_contacts(db, *project)) found.push_back({"", line});
  return found;
}

void run_record_add(const RecordAddOptions& options, Env& env, const Command& command) {
  const auto kind = command.kind;
  auto inputs = inputs_of(kind, options.record);
  if (kind == Kind::negotiation) require_talk(inputs);
  if (kind == Kind::task && !options.from.empty()) {
    take_from_talk(env, options.from, inputs);
  }
  add_defaults(env, kind, inputs);
  if (kind == Kind::project) add_stage(options, inputs);
  const auto record = add_typed_record(env, kind, std::move(inputs), options.record);
  const auto* trip = std::get_if<Delegation>(&record);
  if (trip != nullptr && take_up_new_trip(env, *trip)) tell_trip(env, *trip);
}

}  // namespace

void add_defaults(Env& env, Kind kind, std::vector<FieldInput>& inputs) {
  const bool dated = kind == Kind::negotiation || kind == Kind::signing || kind == Kind::rate ||
                     kind == Kind::event || kind == Kind::credit;
  if (dated && !is_given(inputs, "on")) inputs.push_back({"on", "today"});
  const auto& county = env.settings().value("county");
  const bool of_county = kind == Kind::project || kind == Kind::delegation;
  if (of_county && !county.empty() && !is_given(inputs, "county")) {
    inputs.push_back({"county", county});
  }
}

AnyRecord add_typed_record(Env& env,
                           Kind kind,
                           std::vector<FieldInput> inputs,
                           const RecordOptions& options) {
  // A project needs a county and a signing a project, which a new book does not have.
  const bool may_be_first = kind != Kind::project && kind != Kind::signing;
  service::BookChange change(env.db_to_write(may_be_first), env.origin());
  auto rules = typed_rules(options);
  rules.find_oddities = [&](const auto& read) { return oddities(change.db(), read); };
  service::RecordWriter writer(change, env.resolver(), kind, rules);
  const auto written = writer.add(writer.read(blank_record(kind),
                                              std::move(inputs),
                                              env.today(),
                                              env.settings().bare_unit(),
                                              env.settings().unit_is_option()));
  ask_about_days(env, change.db(), written);
  commit_written(env, change, written);
  const auto record = reference_of(written.record);
  tell_written(env, say("Added {}.", describe_record(env, record)), record);
  tell_stage(env, written.record);
  return written.record;
}

void require_talk(const std::vector<FieldInput>& inputs) {
  if (!inputs.empty()) return;
  throw Error(ErrorKind::usage,
              say("say at least whom it was with or what was said: leadbook log COMPANY SUMMARY"));
}

RunCommand add_record_add(CommandLine& line, Env& env, const Command& command) {
  auto options = std::make_shared<RecordAddOptions>();
  const auto& positional = facts_of(command.kind).typed;
  options->record.arguments.resize(positional.size());
  for (std::size_t index = 0; index < positional.size(); ++index) {
    for (const auto& field : fields_of(command.kind)) {
      if (field.name != *(positional.begin() + index)) continue;
      std::string name = field.name;
      for (auto& symbol : name)
        symbol = static_cast<char>(std::toupper(static_cast<unsigned char>(symbol)));
      line.add_argument(name, options->record.arguments[index], translate(field.help.c_str()))
          .personal = field.personal;
    }
  }
  add_field_options(line, command.kind, options->record);
  if (command.kind == Kind::project) {
    line.add_text("--stage", options->stage, say("the stage it is at"));
    line.add_text("--on", options->on, say("since when it is there"));
  }
  if (command.kind == Kind::task) {
    line.add_text("--from",
                  options->from,
                  say("a negotiation whose next step it is, N-2, or its first promise, N-2#1"));
  }
  line.add_switch(
      "--allow-twins", options->record.allow_twins, say("add it though one like it is there"));
  add_record_output_options(line, env);
  return [options, &env, &command] { run_record_add(*options, env, command); };
}

}  // namespace leadbook::cli
