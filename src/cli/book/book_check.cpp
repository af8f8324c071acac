// book check: the book proved part by part.
#include "cli/book/check_card.hpp"
#include "cli/frame/commands.hpp"
#include "cli/progress/progress_line.hpp"
#include "leadbook/domain/amount/quantity.hpp"
#include "leadbook/domain/error.hpp"
#include "leadbook/service/check/check.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::cli {
namespace {

[[noreturn]] void refuse_head(const std::string& text) {
  throw Error(ErrorKind::usage,
              say("--head: '{}' is no entry and hash: write them as printed, 412:1a2b3c4d5e6f…, at "
                  "least 12 digits of the hash",
                  text::visible(text)));
}

/// "412:1a2b3c…".
store::Head read_head(const std::string& text) {
  constexpr std::size_t least = 12;
  constexpr std::size_t most = 64;
  const auto colon = text.find(':');
  if (colon == std::string::npos) refuse_head(text);
  const auto number = parse_count(text.substr(0, colon));
  const auto hash = text.substr(colon + 1);
  const bool is_hash = hash.size() >= least && hash.size() <= most &&
                       hash.find_first_not_of("0123456789abcdef") == std::string::npos;
  if (!number || *number == 0 || !is_hash) refuse_head(text);
  return {*number, hash};
}

struct BookCheckOptions {
  std::string head;
  std::string repair;
};

/// The books to be checked: every one of a server, or the one that is named.
std::vector<store::Place> places_of(Env& env) {
  const auto named = env.book().place();
  if (!store::names_all_books(named)) return {named};
  std::vector<store::Place> places;
  for (const auto& number : store::books_of_server({named.db, ""})) {
    places.push_back({named.db, number});
  }
  return places;
}

CheckedBook check_one(Env& env, const store::Place& place, service::CheckOptions options) {
  ProgressLine line(env);
  options.progress = [&](const store::CheckProgress& progress) {
    if (line.is_due()) line.show(progress_text(progress));
  };
  store::Db db(place, store::Db::Access::read, env.book().upgrade());
  return {db.place(), service::check_whole(db, options)};
}

void run_repair(const std::string& file, Env& env) {
  service::Repair repair;
  {
    ProgressLine line(env);
    service::CheckOptions options;
    options.progress = [&](const store::CheckProgress& progress) {
      if (line.is_due()) line.show(progress_text(progress));
    };
    repair = service::repair_book(env.db(), file, options, env.world().outcome);
  }
  for (const auto& what : repair.set_right) env.tell(say("Set right: {}", what));
  if (repair.more_set_right > 0) {
    env.tell(say_count("… and {} more record", "… and {} more records", repair.more_set_right));
  }
  for (const auto& what : repair.left_out) env.tell_notes({what});
  env.tell(
      say_count("Made {1} from {0} entry of the log: {2} records, head {3}:{4}; it was checked.",
                "Made {1} from {0} entries of the log: {2} records, head {3}:{4}; it was checked.",
                repair.head.number,
                text::visible(file),
                repair.records,
                repair.head.number,
                repair.head.hash));
  env.tell(say("'leadbook book restore' puts it in the place of the book."));
}

void run_book_check(const BookCheckOptions& options, Env& env) {
  if (!options.repair.empty()) return run_repair(options.repair, env);
  service::CheckOptions wanted;
  if (!options.head.empty()) wanted.known = read_head(options.head);
  std::vector<CheckedBook> books;
  for (const auto& place : places_of(env)) books.push_back(check_one(env, place, wanted));
  print_checks(env, books);
  std::int64_t damages = 0;
  for (const auto& book : books) damages += book.report.damage_count();
  if (damages == 0) return;
  throw Error(ErrorKind::failed,
              say_count("the check found {} fault", "the check found {} faults", damages));
}

}  // namespace

RunCommand add_book_check(CommandLine& line, Env& env, const Command&) {
  auto options = std::make_shared<BookCheckOptions>();
  line.add_text("--head",
                options->head,
                say("an entry and its hash as printed, 412:1a2b3c…: is it in the book?"));
  line.add_text("--repair",
                options->repair,
                say("make the tables anew from the log, into this file, where there is none yet"));
  add_output_options(line, env);
  return [options, &env] { run_book_check(*options, env); };
}

}  // namespace leadbook::cli
