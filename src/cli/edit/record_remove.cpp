// remove, for every kind.
#include "cli/frame/commands.hpp"
#include "cli/record/options.hpp"
#include "leadbook/domain/record/field_facts.hpp"
#include "leadbook/service/records/book_change.hpp"
#include "leadbook/service/records/programs.hpp"
#include "leadbook/service/records/remove.hpp"
#include "leadbook/store/record/details.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::cli {
namespace {

void run_record_remove(const std::string& reference, Env& env, Kind kind) {
  service::BookChange change(env.db_to_write(false), env.origin());
  const Reference record{kind, env.resolver().resolve(kind, reference)};
  const auto description = describe_record(env, record);
  if (kind == Kind::program) service::refuse_listed(change.db(), {record.number});
  service::remove_record(change, record);
  change.commit();
  env.tell_notes(env.resolver().take_notes());
  env.tell(say("Removed {}.", description) + "  " + say("undo: leadbook undo"));
  if (store::has_details(env.db(), record)) {
    env.tell(
        say("The personal details are kept for undo; 'leadbook {} erase {}' erases them for good.",
            identifier(kind),
            reference_text(record)));
  }
}

}  // namespace

RunCommand add_record_remove(CommandLine& line, Env& env, const Command& command) {
  auto reference = std::make_shared<std::string>();
  line.add_argument("REF", *reference, say("the record: its reference or a part of its name"))
      .personal = tells_of_persons(command.kind);
  return [reference, &env, &command] {
    require_argument(*reference, "REF", command);
    run_record_remove(*reference, env, command.kind);
  };
}

}  // namespace leadbook::cli
