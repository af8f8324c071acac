// export: all records of a kind, or those a listing's filters choose, in a form that imports back.
#include <algorithm>
#include <map>
#include <numeric>

#include "cli/frame/commands.hpp"
#include "cli/record/export_names.hpp"
#include "cli/record/filters.hpp"
#include "cli/record/row_maker.hpp"
#include "cli/record/table.hpp"
#include "leadbook/domain/error.hpp"
#include "leadbook/domain/record/field_facts.hpp"
#include "leadbook/present/row_writer.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::cli {
namespace {

struct ExportOptions {
  std::string kind;
  std::vector<std::string> filters;
};

/// Puts a record before those of its kind that refer to it, so that an import has read it by then.
void put_referred_first(store::Db& db, Kind kind, std::vector<std::int64_t>& ids) {
  const auto referred = store::own_references(db, kind);
  const bool in_order = std::all_of(
      referred.begin(), referred.end(), [](const auto& pair) { return pair.second < pair.first; });
  if (in_order) return;
  std::map<std::int64_t, std::int64_t> waiting;  // what each record refers to; 0 for none
  for (const auto id : ids) {
    const auto to = referred.find(id);
    waiting.emplace(id, to == referred.end() ? 0 : to->second);
  }
  std::vector<std::int64_t> ordered;
  for (const auto id : ids) {
    const auto first = ordered.size();
    for (auto at = waiting.find(id); at != waiting.end();) {
      const auto next = at->second;
      ordered.push_back(at->first);
      waiting.erase(at);
      at = waiting.find(next);
    }
    std::reverse(ordered.begin() + static_cast<std::ptrdiff_t>(first), ordered.end());
  }
  ids = std::move(ordered);
}

/// The records the filters choose, by number, as the rows of a book lie: whole pieces of it are
/// then read at once.
std::vector<std::int64_t> chosen_ids(Env& env, Kind kind, const std::vector<std::string>& filters) {
  store::Listing listing{kind, filter_parameters(env, kind, filters)};
  listing.by_number = true;
  auto ids = store::listed_numbers(env.db(), listing);
  put_referred_first(env.db(), kind, ids);
  return ids;
}

/// The columns that are stored; a signing with the county its project lies in as well, which makes
/// it whole for a book that has not the project; what tells of persons where it was asked for.
std::vector<std::size_t> exported_columns(Kind kind, const RowMaker& maker, bool personal) {
  const auto all = maker.columns();
  const auto derived = kind == Kind::signing ? all.size() : record_columns(kind).size();
  std::vector<std::size_t> columns(derived);
  std::iota(columns.begin(), columns.end(), std::size_t{0});
  if (!personal) {
    std::erase_if(columns, [&](std::size_t at) { return is_personal(kind, all[at].key); });
  }
  return columns;
}

void run_export(const ExportOptions& options, Env& env, const Command& command) {
  require_argument(options.kind, "KIND", command);
  const auto kind = value_or_throw(parse_word<Kind>(options.kind, N_("kind of record")));
  if (kind == Kind::book) {
    throw Error(ErrorKind::usage,
                say("a book is not exported as rows: 'leadbook book copy' copies all of it"));
  }
  auto& db = env.db();
  const auto ids = chosen_ids(env, kind, options.filters);
  env.tell_notes(env.book().resolver_notes());
  auto style = style_of(env);
  // A file for programs, unless something else was asked for.
  if (!prints_data(env) && env.output().file.empty()) style.format = present::Format::csv;
  ExportNames names(db);
  const auto maker = row_maker(db, kind, names, env.today());
  const auto columns = exported_columns(kind, *maker, env.output().personal);
  maker->choose(columns);
  present::Table head;
  head.key = plural_key(kind);
  for (const auto column : columns) head.columns.push_back(maker->columns()[column]);
  write_output(env, [&](std::ostream& out) {
    const auto writer = present::open_rows(out, head, style);
    maker->make_numbered(ids, [&](std::vector<present::Cell>& cells) { writer->add(cells); });
    writer->finish();
  });
  if (ids.empty() && env.output().fail_empty) {
    throw Error(ErrorKind::empty, say("nothing matched"));
  }
}

}  // namespace

RunCommand add_export(CommandLine& line, Env& env, const Command& command) {
  auto options = std::make_shared<ExportOptions>();
  line.add_argument("KIND", options->kind, say("which records: company, project, signing ..."));
  const auto kind = kind_named(env);
  if (kind) add_filter_options(line, *kind, options->filters);
  if (!kind || tells_of_persons(*kind)) add_personal_option(line, env);
  add_form_options(line, env, say("csv, tsv, json, jsonl, xlsx, html, md or text"));
  add_listing_switches(line, env);
  return [options, &env, &command] { run_export(*options, env, command); };
}

}  // namespace leadbook::cli
