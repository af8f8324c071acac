// export: all records of a kind, or those a listing's filters choose, in a form that imports back.
#include <algorithm>
#include <map>

#include "cli/commands.hpp"
#include "cli/export_names.hpp"
#include "cli/list_filters.hpp"
#include "cli/record_table.hpp"
#include "leadbook/domain/error.hpp"
#include "leadbook/present/row_writer.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::cli {
namespace {

struct Options {
  std::string kind;
  std::vector<std::string> filters;
};

/// The kind the command line names, before its options are read; nothing where it names none.
std::optional<Kind> kind_in(Env& env) {
  const auto words = leading_words(env, env.arguments()).texts;
  if (words.size() < 2) return {};
  const auto kind = parse_word<Kind>(words[1], N_("kind of record"));
  if (!kind) return {};
  return *kind;
}

/// The columns of a record; a signing with the county its project lies in, which makes it whole
/// for a book that has not the project.
present::Table head_of(Kind kind) {
  present::Table head;
  head.key = plural_key(kind);
  head.columns = record_columns(kind);
  if (kind == Kind::signing) head.columns.push_back({say("County"), "county"});
  return head;
}

/// The column by which records refer to others of their own kind; "" where they do not.
std::string own_reference(Kind kind) {
  if (kind == Kind::county) return "host_id";
  return kind == Kind::signing ? "amends_id" : "";
}

/// Puts a record before those of its kind that refer to it, so that an import has read it by then.
void put_referred_first(store::Db& db, Kind kind, std::vector<std::int64_t>& ids) {
  const auto column = own_reference(kind);
  if (column.empty()) return;
  std::map<std::int64_t, std::int64_t> waiting;  // what each record refers to; 0 for none
  for (const auto id : ids) waiting.emplace(id, 0);
  store::each_values(db,
                     store::shape_of(kind),
                     {{column, true}},
                     [&](std::int64_t id, std::span<const store::Value> values) {
                       const auto* to = std::get_if<std::int64_t>(&values.front());
                       const auto found = waiting.find(id);
                       if (to != nullptr && found != waiting.end()) found->second = *to;
                     });
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
  auto& db = env.db();
  std::vector<std::int64_t> ids;
  const bool all = std::all_of(
      filters.begin(), filters.end(), [](const std::string& text) { return text.empty(); });
  if (all) {
    const auto& shape = store::shape_of(kind);
    store::each_values(
        db, shape, {{"revision", false}}, [&](std::int64_t id, std::span<const store::Value>) {
          ids.push_back(id);
        });
  } else {
    db.each(store::statement(std::string(identifier(kind)) + "_list"),
            filter_parameters(env, kind, filters),
            [&](store::Row& row) { ids.push_back(row.integer("id")); });
    std::sort(ids.begin(), ids.end());
  }
  put_referred_first(db, kind, ids);
  return ids;
}

void write_rows(store::Db& db,
                Kind kind,
                const std::vector<std::int64_t>& ids,
                present::RowWriter& out) {
  constexpr std::size_t at_once = 10'000;
  ExportNames names(db);
  const auto& shape = store::shape_of(kind);
  for (std::size_t first = 0; first < ids.size(); first += at_once) {
    const auto count = std::min(at_once, ids.size() - first);
    for (const auto& row : store::find_rows(db, shape, std::span(ids).subspan(first, count))) {
      auto cells = record_cells(kind, row, names);
      if (kind == Kind::signing) {
        cells.push_back(names.county_of(store::from_row<Signing>(row).project));
      }
      out.add(cells);
    }
  }
  out.finish();
}

void run_export(const Options& options, Env& env, const Command& command) {
  require_argument(options.kind, "KIND", command);
  const auto kind = value_or_throw(parse_word<Kind>(options.kind, N_("kind of record")));
  if (kind == Kind::book) {
    throw Error(ErrorKind::usage,
                say("a book is not exported as rows: 'leadbook book copy' copies all of it"));
  }
  auto& db = env.db();
  const auto ids = chosen_ids(env, kind, options.filters);
  env.tell_notes(env.resolver_notes());
  auto style = env.style();
  // A file for programs, unless something else was asked for.
  if (!env.prints_data() && env.output().file.empty()) style.format = present::Format::csv;
  env.write_output([&](std::ostream& out) {
    const auto writer = present::open_rows(out, head_of(kind), style);
    write_rows(db, kind, ids, *writer);
  });
  if (ids.empty() && env.output().fail_empty) {
    throw Error(ErrorKind::empty, say("nothing matched"));
  }
}

}  // namespace

RunCommand add_export(CommandLine& line, Env& env, const Command& command) {
  auto options = std::make_shared<Options>();
  line.add_argument("KIND", options->kind, say("which records: company, project, signing ..."));
  if (const auto kind = kind_in(env)) add_filter_options(line, *kind, options->filters);
  add_form_options(line, env, say("csv, tsv, json, jsonl, xlsx, html, md or text"));
  add_listing_switches(line, env);
  return [options, &env, &command] { run_export(*options, env, command); };
}

}  // namespace leadbook::cli
