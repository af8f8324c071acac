// search: the records of any kind whose names hold a text.
#include <algorithm>

#include "cli/commands.hpp"
#include "leadbook/domain/error.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::cli {
namespace {

struct Found {
  Reference record;
  std::string name;
};

/// Which kind comes first: as the book's commands do, not by the alphabet.
std::size_t rank_of(Kind kind) {
  return static_cast<std::size_t>(std::find(std::begin(all_kinds), std::end(all_kinds), kind) -
                                  std::begin(all_kinds));
}

std::vector<Found> find_names(store::Db& db, const std::string& text) {
  std::vector<Found> found;
  db.each(store::statement("search_names"), {{"text", text}}, [&](store::Row& row) {
    const auto kind = parse_word<Kind>(row.text("kind"), "kind");
    if (kind) found.push_back({{*kind, row.integer("id")}, row.text("name")});
  });
  std::stable_sort(found.begin(), found.end(), [](const Found& left, const Found& right) {
    if (left.record.kind != right.record.kind) {
      return rank_of(left.record.kind) < rank_of(right.record.kind);
    }
    return left.record.number < right.record.number;
  });
  // A record is listed once, under the first of its names that fits.
  const auto same = [](const Found& left, const Found& right) {
    return left.record == right.record;
  };
  found.erase(std::unique(found.begin(), found.end(), same), found.end());
  return found;
}

void run_search(const std::string& text, Env& env) {
  const auto found = find_names(env.db(), std::string(text::trim(text)));
  const std::vector<present::Field<Found>> fields = {
      {say("ID"), "id", {}, [](const Found& each) { return each.record; }},
      {say("Kind"), "kind", {}, [](const Found& each) { return each.record.kind; }},
      {say("Name"), "name", {}, [](const Found& each) { return each.name; }},
  };
  env.print(present::make_table("found", fields, found));
}

}  // namespace

RunCommand add_search(CLI::App& app, Env& env, const Command& command) {
  auto text = std::make_shared<std::string>();
  add_argument(app, "TEXT", *text, say("what a name, number or summary holds, whatever its case"));
  add_as_of_option(app, env);
  add_output_options(app, env);
  return [text, &env, &command] {
    require_argument(*text, "TEXT", command);
    run_search(*text, env);
  };
}

}  // namespace leadbook::cli
