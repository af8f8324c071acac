// book list: the books of a server, or the one in a file.
#include "cli/frame/commands.hpp"
#include "leadbook/store/log/history.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::cli {
namespace {

void add_book_row(present::Table& table, const std::string& number, store::Db& db) {
  const auto book = store::find(db, Id<Book>{1});
  const auto head = store::head_of(db);
  table.rows.push_back({number,
                        book ? present::Cell(book->name) : present::Cell(),
                        book ? present::Cell(book->city) : present::Cell(),
                        head.number,
                        head.hash,
                        db.place()});
}

void run_book_list(Env& env) {
  present::Table table;
  table.key = "books";
  table.columns = {{say("Book"), "book"},
                   {say("Name"), "name"},
                   {say("City"), "city"},
                   {say("Log entries"), "entries", text::Align::right},
                   {say("Head of the log"), "head"},
                   {say("Location"), "place"}};
  if (prints_for_people(env) && env.output().columns.empty()) {
    env.output().columns = "book,name,city,entries,place";
  }
  const auto& db = env.settings().value("db");
  if (store::is_server(db)) {
    for (const auto& number : store::books_of_server({db, ""})) {
      store::Db book({db, number}, store::Db::Access::read, env.book().upgrade());
      add_book_row(table, number, book);
    }
  } else {
    add_book_row(table, "", env.db());
  }
  print(env, std::move(table));
}

}  // namespace

RunCommand add_book_list(CommandLine& line, Env& env, const Command&) {
  add_output_options(line, env);
  return [&env] { run_book_list(env); };
}

}  // namespace leadbook::cli
