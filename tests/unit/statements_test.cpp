// What a listing, a card or a report costs is what it shows: its count of statements does not grow
// with the book.
#include <cstdlib>
#include <sstream>
#include <string>
#include <vector>

#include "catch.hpp"
#include "cli/frame/commands.hpp"
#include "random_record.hpp"
#include "scratch_book.hpp"

namespace {

using namespace leadbook;
using Words = std::vector<std::string>;

constexpr int few = 40;  // so that of every kind some refer to the first of the others
constexpr int many = 1'000;

/// Makes random records such that figures can be added up, within a few years, and every other
/// reference is to the first record of its kind, whose card then has the most to tell.
class Tamer {
 public:
  template <class R>
  void tame(R& record) {
    for_each_field<R>([&](const auto& field) { tame_value(record.*field.member); });
  }

 private:
  template <class T>
  void tame_value(T&) {}

  template <class T>
  void tame_value(std::optional<T>& value) {
    if (value) tame_value(*value);
  }
  template <class T>
  void tame_value(std::vector<T>& list) {
    if constexpr (!std::is_same_v<T, std::string>) {
      for (auto& part : list) tame(part);
    }
  }
  template <class R>
  void tame_value(Id<R>& id) {
    if (++references_ % 2 == 0 && id) id.number = 1;
  }
  void tame_value(Amount& amount) { amount.money = {amount.money.minor % 1'000'000, Currency()}; }
  void tame_value(Percent& percent) { percent.hundredths = 5'000; }
  void tame_value(Area& area) { area.hundredths %= 1'000; }
  void tame_value(std::int64_t& number) { number = number % 100 + 1; }
  void tame_value(Date& date) {
    constexpr Day start = std::chrono::year{2015} / 1 / 1;
    date = Date::of(start + std::chrono::days(++dates_ * 7 % 2'000));
  }

  int references_ = 0;
  int dates_ = 0;
};

/// A book with so many records of every kind, and some changes of the first of each.
struct Filled {
  explicit Filled(int each) {
    random_record::Maker maker(20200522);
    Tamer tamer;
    book.write([&](store::Change& change) {
      const auto add = [&](Kind kind, int count) {
        with_record(kind, [&]<class R>() {
          auto record = maker.make<R>();
          tamer.tame(record);
          make_singular(record, count);
          maker.remember({kind, change.add(record).id.number});
        });
      };
      // The first of each kind is the same in every book, whatever its size.
      for (const auto kind : all_kinds) {
        if (kind != Kind::contact) add(kind, 0);
      }
      for (const auto kind : all_kinds) {
        if (kind == Kind::book || kind == Kind::contact) continue;
        for (int count = 1; count < each; ++count) add(kind, count);
      }
      // No other kind names these.
      for (int count = 0; count < each; ++count) add(Kind::contact, count);
    });
    for (int count = 0; count < each; ++count) {
      book.write([&](store::Change& change) {
        auto project = store::find(change.db(), Id<Project>{1}).value();
        project.note = "changed " + std::to_string(count);
        change.put(project);
      });
    }
  }

  scratch::Book book;

 private:
  template <class R>
  static void make_singular(R&, int) {}
  /// A currency has one rate a day.
  static void make_singular(Rate& rate, int count) {
    rate.on = Date::of(earliest_day + std::chrono::days(count));
  }
  /// Totals are computed for each period that somebody speaks of: let it be one.
  static void make_singular(Target& target, int) {
    target.period = one_year();
    target.indicator = Measure::signed_;
    target.count = 5;
    target.amount.reset();
    target.percent.reset();
    target.land.reset();
    target.steps.clear();
  }
  static void make_singular(Figure& figure, int) {
    figure.period = one_year();
    figure.area = "拜泉县";
    figure.indicator = "签约项目";
    figure.count = 5;
    figure.amount.reset();
  }
  static Date one_year() {
    return {std::chrono::year{2019} / 1 / 1, std::chrono::year{2019} / 12 / 31};
  }
};

struct Cost {
  std::int64_t statements = 0;
  std::string told;
};

/// What a command asks of a book, and what it told that is no answer.
Cost cost_of(const scratch::Book& book, const Words& words) {
  std::istringstream in;
  std::ostringstream out;
  std::ostringstream err;
  cli::World world{in,
                   out,
                   err,
                   {{"LEADBOOK_DB", book.home().db()}, {"USER", "tester"}, {"COLUMNS", "80"}},
                   scratch::today,
                   [] { return std::string("2020-05-22T08:00:00Z"); },
                   [] { return std::string("none"); },
                   [] { return std::string("reader"); },
                   ""};
  cli::Env env(world, words);
  env.settings() = cli::Settings::load(world);
  Cost cost;
  try {
    cli::prepare_command(env, words)();
  } catch (const Error& error) {
    cost.told = error.what();
  }
  cost.statements = env.db().statements();
  return cost;
}

/// Every command of a verb, with what is to follow it.
std::vector<Words> commands_of(std::string_view verb, const Words& following) {
  std::vector<Words> all;
  for (const auto& command : cli::commands()) {
    if (command.verb != verb) continue;
    Words words = {command.noun, command.verb};
    words.insert(words.end(), following.begin(), following.end());
    all.push_back(std::move(words));
  }
  return all;
}

std::string line_of(const Words& words) {
  std::string line;
  for (const auto& word : words) line += word + ' ';
  return line;
}

/// Checks that a command costs the same on both books, but for `besides`, and no more than `most`.
void check_cost(const Filled& small,
                const Filled& large,
                const Words& words,
                std::int64_t most,
                std::int64_t besides = 0) {
  INFO(line_of(words));
  const auto on_few = cost_of(small.book, words);
  const auto on_many = cost_of(large.book, words);
  CHECK(on_few.told == "");
  CHECK(on_many.told == "");
  CHECK(std::abs(on_few.statements - on_many.statements) <= besides);
  CHECK(on_many.statements <= most);
}

}  // namespace

TEST_CASE("a listing, a card and a report ask as much of a large book as of a small one") {
  const Filled small(few);
  const Filled large(many);
  constexpr std::int64_t listing = 12;
  constexpr std::int64_t card = 26;
  for (const auto& words : commands_of("list", {})) {
    if (words.front() != "book" && words.front() != "config") {
      check_cost(small, large, words, listing);
    }
  }
  for (const Words& options : std::vector<Words>{{"--json"},
                                                 {"--limit", "5"},
                                                 {"--sort", "-id", "--json"},
                                                 {"-F", "csv", "--lang", "zh"}}) {
    for (const auto& words : commands_of("list", options)) {
      if (words.front() != "book" && words.front() != "config") {
        check_cost(small, large, words, listing);
      }
    }
  }
  for (const auto& words : commands_of("list", {"--where", "id is known"})) {
    if (words.front() != "book" && words.front() != "config") {
      check_cost(small, large, words, 2 * listing);
    }
  }
  for (const Words& words : std::vector<Words>{
           {"project", "list", "--where", "stage != lead or amount > 1元"},
           {"signing", "list", "--where", "county is known and amount < 1亿"},
       }) {
    check_cost(small, large, words, 4 * listing);
  }
  // Each record that changes is written by one statement, its lists by two more; none is read so.
  for (const Words& words : std::vector<Words>{
           {"event", "edit", "--where", "id is known", "--note", "x", "-n"},
           {"station", "edit", "--where", "id is known", "--note", "x", "-n", "--json"},
       }) {
    INFO(line_of(words));
    const auto on_few = cost_of(small.book, words);
    const auto on_many = cost_of(large.book, words);
    CHECK(on_many.told == "");
    CHECK(on_many.statements - on_few.statements <= 3 * (many - few) + listing);
  }
  // A card asks once more where there is something to count.
  for (const auto& words : commands_of("show", {"1"})) check_cost(small, large, words, card, 1);
  check_cost(small, large, {"trip", "1"}, card);
  for (const Words& words : std::vector<Words>{
           {"project", "list", "--sort", "county"},
           {"project", "list", "--county", "CT-1", "--stage", "lead"},
           {"signing", "list", "--company", "C-1", "--json"},
           {"task", "list", "--overdue"},
       }) {
    check_cost(small, large, words, 2 * listing);
  }
  // A search asks of at most 20 firms by name what names them, and reads what it found a kind at a
  // time.
  check_cost(small, large, {"search", "1"}, 5 * listing, 20 + listing);
  constexpr std::int64_t report = 40;
  for (const Words& words : std::vector<Words>{
           {"board"},
           {"board", "--by", "stage"},
           {"board", "--json"},
           {"funnel"},
           {"funnel", "--by", "county"},
           {"funnel", "--by", "origin", "--json"},
           {"totals"},
           {"totals", "--by", "county"},
           {"totals", "--by", "company", "--measure", "signed,contract_amount"},
           {"totals", "--by", "stage,chain"},
           {"totals", "--by", "county", "--measure", "negotiations,delegations"},
           {"rank", "county", "--period", "2019"},
           {"credit", "ledger", "--period", "2015..2020"},
           {"credit", "register"},
           {"target", "progress"},
           {"figure", "check"},
           {"due"},
           {"due", "--json"},
           {"history"},
           {"history", "P-1"},
           {"history", "P-1", "--json"},
           {"book", "info"},
       }) {
    check_cost(small, large, words, report, 1);
  }
  constexpr std::int64_t review = 52;  // of nine rules over seven kinds
  for (const Words& words :
       std::vector<Words>{{"book", "review"}, {"book", "review", "--county", "CT-1"}}) {
    check_cost(small, large, words, review, 3);
  }
  // One statement more for each kind the records of its first lines refer to.
  check_cost(small, large, {"history", "1"}, report, 3);
}
