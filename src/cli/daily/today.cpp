#include "cli/daily/today.hpp"

#include <filesystem>

#include "cli/daily/due_list.hpp"
#include "cli/frame/command.hpp"
#include "cli/frame/output.hpp"
#include "cli/frame/question.hpp"
#include "leadbook/domain/place/division.hpp"
#include "leadbook/store/log/history.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::cli {
namespace {

constexpr std::size_t items_shown = 12;
constexpr std::int64_t entries_shown = 3;

bool has_book(Env& env) {
  const auto& db = env.settings().value("db");
  std::error_code unknown;
  return store::is_server(db) || std::filesystem::exists(db, unknown);
}

/// The city a text names, or that of the county it names.
Result<Division> city_of(const std::string& text) {
  auto city = parse_city(text);
  if (city) return city;
  const auto county = parse_county(text);
  if (!county) return city;
  const auto of_county = find_division(county->code.substr(0, 4));
  return of_county ? Result<Division>(*of_county) : city;
}

/// Makes the first book, for the city or county a person names; an empty answer makes none.
void ask_for_book(Env& env) {
  for (;;) {
    const auto answer = ask(env,
                            say("There is no book yet. Which city or county do you work for, as "
                                "齐齐哈尔 or 拜泉? (Enter: none)"));
    if (!answer || answer->empty()) return;
    const auto city = city_of(*answer);
    if (city) return prepare_command(env, {"book", "init", "--city", std::string(city->code)})();
    env.err() << text::visible(city.problem().message) << '\n';
  }
}

void tell_how_to_begin(Env& env) {
  if (can_ask(env)) return ask_for_book(env);
  env.out() << say("There is no book yet: leadbook book init --city CITY makes one, as {}.",
                   text::visible(env.settings().value("db")))
            << '\n';
}

present::Section last_entries(store::Db& db) {
  present::Section section;
  section.heading = say("Last entries");
  for (const auto& entry : store::list_entries(db, {}, entries_shown)) {
    section.facts.emplace_back(
        std::to_string(entry.number) + " · " + format_day(service::day_of(entry.at)),
        entry.actor + " · " + entry.command);
  }
  return section;
}

}  // namespace

void run_today(Env& env) {
  if (!has_book(env)) {
    tell_how_to_begin(env);
  } else {
    auto& db = env.db();
    const service::DueQuery query{env.today(), {}, {}, {}, ""};
    auto items = service::find_due(db, query);
    const auto left_out = items.size() > items_shown ? items.size() - items_shown : 0;
    items.resize(items.size() - left_out);
    store::Names names(db);
    read_names(items, names);
    auto card = due_list(items, names, query);
    if (left_out > 0) {
      card.sections.back().facts.emplace_back("…",
                                              say_count("and {} more: leadbook due",
                                                        "and {} more: leadbook due",
                                                        static_cast<std::int64_t>(left_out)));
    }
    card.sections.push_back(last_entries(db));
    print(env, card);
  }
  env.out() << '\n'
            << say("'leadbook help' shows the commands, 'leadbook COMMAND --help' how one is used.")
            << '\n';
}

}  // namespace leadbook::cli
