// book check: the log re-hashed and replayed against the tables.
#include "cli/frame/commands.hpp"
#include "leadbook/domain/error.hpp"
#include "leadbook/service/derived/derived.hpp"
#include "leadbook/store/log/history.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::cli {
namespace {

void check_one(Env& env, store::Db& db) {
  auto report = store::check_book(db);
  // Stages are drawn from whole records only.
  if (report.damages.empty()) report.damages = service::check_derived(db);
  for (const auto& damage : report.damages) env.out() << damage << '\n';
  if (!report.damages.empty()) {
    throw Error(ErrorKind::failed,
                say_count("the book is damaged in {} place; restore a backup",
                          "the book is damaged in {} places; restore a backup",
                          static_cast<std::int64_t>(report.damages.size())));
  }
  env.out() << say("The book is whole: {} entries replayed, {} records compared, head {}:{}.",
                   report.entries,
                   report.records,
                   report.head.number,
                   report.head.hash)
            << '\n';
}

void run_book_check(Env& env) {
  const auto& settings = env.settings();
  if (settings.value("book") != "all" || !store::is_server(settings.value("db"))) {
    check_one(env, env.db());
    return;
  }
  for (const auto& number : store::books_of_server({settings.value("db"), ""})) {
    store::Db db({settings.value("db"), number}, store::Db::Access::read, env.upgrade());
    env.out() << number << ": ";
    check_one(env, db);
  }
}

}  // namespace

RunCommand add_book_check(CommandLine&, Env& env, const Command&) {
  return [&env] { run_book_check(env); };
}

}  // namespace leadbook::cli
