// edit, for every kind; `book edit` changes the book's own record.
#include <algorithm>

#include "cli/edit/many.hpp"
#include "cli/frame/commands.hpp"
#include "cli/record/options.hpp"
#include "leadbook/domain/error.hpp"
#include "leadbook/domain/record/field_facts.hpp"
#include "leadbook/service/records/book_change.hpp"
#include "leadbook/service/records/oddities.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::cli {
namespace {

struct Options {
  RecordOptions record;
  std::string reference;
  std::string where;
  bool dry_run = false;
};

/// The fields named after --clear, each known.
std::vector<std::string> fields_to_clear(Kind kind, const std::vector<std::string>& texts) {
  std::vector<std::string> names;
  for (const auto& text : texts) {
    for (const auto piece : text::split(text, ',')) {
      std::string name(text::trim(piece));
      for (auto& symbol : name) symbol = symbol == '-' ? '_' : symbol;
      std::vector<std::string> known;
      for (const auto& field : fields_of(kind)) {
        if (!field.by_program) known.push_back(field.name);
      }
      if (std::find(known.begin(), known.end(), name) == known.end()) {
        const auto near = text::closest(name, known, 1);
        throw Error(ErrorKind::usage,
                    near.empty() ? say("--clear: there is no field '{}'", text::visible(name))
                                 : say("--clear: there is no field '{}'; did you mean '{}'?",
                                       text::visible(name),
                                       near.front()));
      }
      names.push_back(name);
    }
  }
  return names;
}

/// What is given for a list is added to it; after '=' it takes the list's place, and an empty text
/// empties it.
std::vector<FieldInput> added_to_lists(Kind kind, std::vector<FieldInput> inputs) {
  for (auto& input : inputs) {
    const auto& fields = fields_of(kind);
    const auto field = std::find_if(fields.begin(), fields.end(), [&](const FieldFacts& known) {
      return known.name == input.field;
    });
    if (field == fields.end() || !field->list || input.text.empty()) continue;
    if (input.text.starts_with('=')) {
      input.text.erase(0, 1);
    } else if (!input.text.starts_with('+')) {
      input.text.insert(0, "+");
    }
  }
  return inputs;
}

/// What was typed for the fields; throws where nothing was.
std::vector<FieldInput> inputs_to_edit(Kind kind, RecordOptions& given) {
  given.cleared = fields_to_clear(kind, given.cleared);
  auto inputs = added_to_lists(kind, inputs_of(kind, given));
  if (inputs.empty())
    throw Error(ErrorKind::usage, say("nothing to change: name a field, as --note"));
  return inputs;
}

void edit(RecordOptions given, Env& env, Kind kind, const std::string& reference) {
  const auto inputs = inputs_to_edit(kind, given);
  service::BookChange change(env.db_to_write(false), env.origin());
  const Reference record{kind, kind == Kind::book ? 1 : env.resolver().resolve(kind, reference)};
  const auto stored = store::find(change.db(), record);
  if (!stored)
    throw Error(ErrorKind::not_found, say("this book is not set up yet: run 'leadbook book init'"));
  auto rules = typed_rules(given);
  rules.find_oddities = [&](const auto& read) {
    return service::oddities_in_book(change.db(), *stored, read);
  };
  service::RecordWriter writer(change, env.resolver(), kind, rules);
  const auto written = writer.update(*stored,
                                     writer.read(*stored,
                                                 inputs,
                                                 env.today(),
                                                 env.settings().bare_unit(),
                                                 env.settings().unit_is_option()));
  ask_about_days(env, change.db(), written, stored);
  const auto entry = commit_written(env, change, written);
  if (entry == 0) {
    env.tell(say("{} is so already; nothing was changed.", describe_record(env, record)));
    return;
  }
  tell_written(env, say("Changed {}.", describe_record(env, record)), record);
}

std::shared_ptr<Options> add_options(CommandLine& line, Env& env, Kind kind) {
  auto options = std::make_shared<Options>();
  add_field_options(line, kind, options->record);
  line.add_texts("--clear", options->record.cleared, say("empty these fields, as note,source"));
  add_record_output_options(line, env);
  return options;
}

}  // namespace

RunCommand add_record_edit(CommandLine& line, Env& env, const Command& command) {
  auto options = add_options(line, env, command.kind);
  line.add_argument(
          "REF", options->reference, say("the record: its reference or a part of its name"))
      .personal = tells_of_persons(command.kind);
  add_where_option(line, options->where).personal = tells_of_persons(command.kind);
  line.add_switch("-n,--dry-run", options->dry_run, say("show what would change, write nothing"));
  line.add_switch("--fail-empty",
                  env.output().fail_empty,
                  say("exit 7 where nothing matches"),
                  OptionGroup::output);
  return [options, &env, &command] {
    const auto& [record, reference, where, dry_run] = *options;
    if (where.empty()) require_argument(reference, "REF", command);
    if (!where.empty() && !reference.empty()) {
      throw Error(ErrorKind::usage, say("either a record or --where, not both"));
    }
    if (where.empty() && !dry_run) return edit(record, env, command.kind, reference);
    auto given = record;
    const auto inputs = inputs_to_edit(command.kind, given);
    edit_many(env, {command.kind, reference, where, inputs, typed_rules(given), dry_run});
  };
}

RunCommand add_book_edit(CommandLine& line, Env& env, const Command&) {
  auto options = add_options(line, env, Kind::book);
  return [options, &env] { edit(options->record, env, Kind::book, ""); };
}

}  // namespace leadbook::cli
