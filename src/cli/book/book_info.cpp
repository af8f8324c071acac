// book info: what the book holds.
#include "cli/frame/commands.hpp"
#include "cli/record/table.hpp"
#include "leadbook/service/book.hpp"
#include "leadbook/store/log/history.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::cli {
namespace {

using Facts = std::vector<std::pair<std::string, present::Cell>>;

/// The facts as the one row of a table, by the keys programs know them by.
present::Table as_record(const std::vector<std::string>& keys, const Facts& facts) {
  present::Table table;
  table.key = "book";
  auto& row = table.rows.emplace_back();
  for (std::size_t index = 0; index < facts.size(); ++index) {
    table.columns.push_back({facts[index].first, keys[index]});
    row.push_back(facts[index].second);
  }
  return table;
}

void run_book_info(Env& env) {
  auto& db = env.db();
  const auto book = store::find(db, Id<Book>{1});
  const auto head = store::head_of(db);
  std::vector<std::string> keys = {
      "place", "version", "name", "city", "frameworks", "report_days", "entries", "head"};
  Facts facts = {{say("Location"), db.place()},
                 {say("Version"), static_cast<std::int64_t>(db.version())},
                 {say("Name"), book ? present::Cell(book->name) : present::Cell()},
                 {say("City"), book ? present::Cell(book->city) : present::Cell()},
                 {say("Framework agreements"),
                  present::Cell(book ? book->frameworks : Frameworks::do_not_count)},
                 {say("Report days"), book ? present::Cell(book->report_days) : present::Cell()},
                 {say("Log entries"), head.number},
                 {say("Head of the log"), head.hash}};
  Facts counts;
  for (const auto& [kind, count] : service::count_records(db)) {
    counts.emplace_back(std::string(name_of(kind)), count);
    keys.push_back(plural_key(kind));
  }
  auto all = facts;
  all.insert(all.end(), counts.begin(), counts.end());
  present::Card card{
      say("The book"), {{"", facts, {}}, {say("Records"), counts, {}}}, as_record(keys, all)};
  print(env, card);
}

}  // namespace

RunCommand add_book_info(CommandLine& line, Env& env, const Command&) {
  add_output_options(line, env);
  return [&env] { run_book_info(env); };
}

}  // namespace leadbook::cli
