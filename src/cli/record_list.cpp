// list, for every kind: filters, then the columns people read or all that programs want.
#include "cli/commands.hpp"
#include "cli/list_columns.hpp"
#include "cli/list_filters.hpp"
#include "cli/record_table.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::cli {
namespace {

void run_record_list(const std::vector<std::string>& filters, Env& env, Kind kind) {
  auto& db = env.db();
  const auto parameters = filter_parameters(env, kind, filters);
  env.tell_notes(env.resolver_notes());
  std::vector<std::int64_t> ids;
  db.each(store::statement(std::string(identifier(kind)) + "_list"),
          parameters,
          [&](store::Row& row) { ids.push_back(row.integer("id")); });
  const bool for_people = env.prints_for_people();

  auto table = make_listing(db, kind, ids, env.today());
  if (for_people && env.output().columns.empty()) env.output().columns = default_columns(kind);
  env.print(std::move(table));
}

}  // namespace

RunCommand add_record_list(CommandLine& line, Env& env, const Command& command) {
  auto filters = std::make_shared<std::vector<std::string>>();
  add_filter_options(line, command.kind, *filters);
  add_as_of_option(line, env);
  add_output_options(line, env);
  return [filters, &env, &command] { run_record_list(*filters, env, command.kind); };
}

}  // namespace leadbook::cli
