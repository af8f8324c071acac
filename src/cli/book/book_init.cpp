// book init: a book with the counties of a city.
#include "cli/frame/commands.hpp"
#include "leadbook/domain/error.hpp"
#include "leadbook/service/book.hpp"
#include "leadbook/service/records/book_change.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::cli {
namespace {

void run_book_init(const std::string& city_name, const std::string& name, Env& env) {
  const auto city = parse_city(city_name);
  if (!city) throw Error(ErrorKind::usage, "--city: " + city.problem().message);
  service::BookChange change(env.db_to_write(), env.origin());
  const auto added = service::init_book(change, *city, name);
  const auto entry = change.commit();
  const auto file = text::visible(env.db().place());
  const std::string city_shown(name_of(*city));
  if (entry == 0) {
    const auto& settings = env.settings();
    if (store::is_server(settings.value("db"))) {
      store::renew_server_views(env.book().place());
    }
    env.tell(say("{} is the book of {} already; nothing was changed.", file, city_shown));
    return;
  }
  env.tell(say_count("Made the book of {1} with {0} county: {2}",
                     "Made the book of {1} with {0} counties: {2}",
                     static_cast<std::int64_t>(added),
                     city_shown,
                     file));
}

}  // namespace

RunCommand add_book_init(CommandLine& line, Env& env, const Command& command) {
  auto city = std::make_shared<std::string>();
  auto name = std::make_shared<std::string>();
  line.add_text(
      "--city", *city, say("the city whose counties the book holds: 齐齐哈尔, Qiqihar or 2302"));
  line.add_text("--name", *name, say("what the book is called; the city's name if left out"));
  return [city, name, &env, &command] {
    require_argument(*city, "--city", command);
    run_book_init(*city, *name, env);
  };
}

}  // namespace leadbook::cli
