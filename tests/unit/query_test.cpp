// Statements of a user's own: what they read, and what is told of those that cannot be run.
#include "leadbook/store/query.hpp"

#include <algorithm>
#include <fstream>

#include "catch.hpp"
#include "domain/amount/currency_table.hpp"
#include "query_sample.hpp"

namespace {

using namespace leadbook;
using query_sample::Answer;
using query_sample::day;
using query_sample::Sample;
using query_sample::Texts;

}  // namespace

TEST_CASE("a statement reads the views in the words of the book") {
  Sample sample;
  CHECK(sample.sql("select ref, title, county, county_code, planned_investment, "
                   "planned_investment_minor, planned_start_first, planned_start_last, stage "
                   "from project order by id") ==
        Answer{0,
               "ref,title,county,county_code,planned_investment,planned_investment_minor,"
               "planned_start_first,planned_start_last,stage\n"
               "P-1,Meat duck chain,克山县,230229,320000000.50,32000000050,2020-06-01,2020-06-30,"
               "signed\n"
               "P-2,Wind farm,克山县,230229,,,,,lead\n",
               ""});
  CHECK(sample.sql("select p.title, s.ref, s.project_ref, s.date_last, s.amount from signing s "
                   "join project p on p.id = s.project_id") ==
        Answer{0,
               "title,ref,project_ref,date_last,amount\n"
               "Meat duck chain,S-1,P-1,2020-05-19,200000000.00\n",
               ""});
  CHECK(sample.sql("select county, sum(amount_minor) as fen from posting group by county") ==
        Answer{0, "county,fen\n克山县,20000000000\n", ""});
}

TEST_CASE("every column of every view can be asked for by its bare name") {
  Sample sample;
  for (const auto& view : store::query_views()) {
    std::string columns;
    for (const auto& column : view.columns) {
      columns += (columns.empty() ? "" : ", ") + column.name;
      INFO(view.name + "." + column.name);
      CHECK_FALSE(column.english.empty());
      CHECK_FALSE(column.chinese.empty());
    }
    INFO(view.name);
    CHECK(sample.sql("select " + columns + " from " + view.name).code == 0);
    CHECK(sample.sql("select count(*) from " + view.name).code == 0);
  }
}

TEST_CASE("a view stands for each table of the records that analysts know") {
  Texts names;
  for (const auto& view : store::query_views()) names.push_back(view.name);
  for (const auto kind : all_kinds) {
    const bool is_own = kind == Kind::map || kind == Kind::import || kind == Kind::report;
    const auto& shape = store::shape_of(kind);
    INFO(shape.table);
    CHECK(std::count(names.begin(), names.end(), shape.table) == (is_own ? 0 : 1));
    for (const auto& part : shape.parts) {
      INFO(part.table);
      CHECK(std::count(names.begin(), names.end(), part.table) == (is_own ? 0 : 1));
    }
  }
  CHECK(std::is_sorted(names.begin(), names.end()));
}

TEST_CASE("an amount has as many decimals as its currency") {
  Sample sample;
  std::string expected = "amount,amount_currency\n";
  sample.book.write([&](store::Change& change) {
    for (const auto& row : currency_rows()) {
      const auto currency = *Currency::parse(row.code);
      for (const std::int64_t minor : {std::int64_t{5}, std::int64_t{1'234'567'890'123}}) {
        Signing signing;
        signing.project = {2};
        signing.on = day(5, 20);
        signing.amount = Amount{{minor, currency}, Qualifier::exact};
        change.add(signing);
        expected += decimal_text({minor, currency}) + "," + std::string(currency.code()) + "\n";
      }
    }
  });
  CHECK(
      sample.sql("select amount, amount_currency from signing where project_id = 2 order by id") ==
      Answer{0, expected, ""});
}

TEST_CASE("numbers are numbers, with the same digits on every engine") {
  Sample sample;
  CHECK(sample.sql("select avg(id) as a, sum(id) as b, 0.1 + 0.2 as c, 2.0 / 3 as d, null as e, "
                   "-1.50 as f, 7 / 2 as g, 3.0 as h from project",
                   {"--json"}) ==
        Answer{0,
               "{\n  \"schema\": 1,\n  \"rows\": [\n    {\n      \"a\": \"1.5\",\n      \"b\": 3,\n"
               "      \"c\": \"0.3\",\n      \"d\": \"0.666666666666667\",\n      \"e\": null,\n"
               "      \"f\": \"-1.5\",\n      \"g\": 3,\n      \"h\": 3\n    }\n  ]\n}\n",
               ""});
}

TEST_CASE("columns of one name are told apart") {
  Sample sample;
  const auto answer = sample.sql("select 1 as a, 2 as a, 3 as b");
  CHECK((answer.out == "a,a_2,b\n1,2,3\n" || answer.out == "a,a:1,b\n1,2,3\n"));
}

TEST_CASE("values are given by name and need no quotes") {
  Sample sample;
  const std::string statement = "select title from project where title = :title and id >= :least";
  CHECK(sample.sql(statement, {"--set", "title=Wind farm", "--set", "least=2", "-F", "csv"}) ==
        Answer{0, "title\nWind farm\n", ""});
  CHECK(sample.sql(statement, {"--set", "title=' or 1=1 --", "--set", "least=1", "-F", "csv"}) ==
        Answer{0, "title\n", ""});
  CHECK(sample.sql("select title from project where id > :half and county_code = :code",
                   {"--set", "half=1.5", "--set", "code=230229", "-F", "csv"}) ==
        Answer{0, "title\nWind farm\n", ""});
  CHECK(sample.sql("select 3-:x as y", {"--set", "x=-0.5", "-F", "csv"}) ==
        Answer{0, "y\n3.5\n", ""});
  CHECK(sample.sql(statement, {"--set", "title=x"}) ==
        Answer{2,
               "",
               "leadbook: :least has no value: give one with --set least=VALUE\n"
               "  line 1, column 58: …here title = :title and id >= :least\n" +
                   std::string(52, ' ') + "^\n"});
  CHECK(sample.sql("select 1", {"--set", "x=1"}).err ==
        "leadbook: --set: the statement has no :x\n");
  CHECK(sample.sql("select :x", {"--set", "x"}).err == "leadbook: --set: 'x' is no NAME=VALUE\n");
  CHECK(sample.sql("select :x", {"--set", "x=1", "--set", "x=2"}).err ==
        "leadbook: --set: x is set twice\n");
}

TEST_CASE("a statement comes from a file or the standard input as well") {
  Sample sample;
  scratch::Folder folder;
  const auto file = (folder.path / "q.sql").string();
  std::ofstream(file) << "-- all of them; by title\r\nselect title\r\nfrom project order by 1;\r\n";
  const Answer both{0, "title\nMeat duck chain\nWind farm\n", ""};
  CHECK(sample.book.run({"sql", "--file", file, "-F", "csv"}) == both);
  CHECK(runner::run(sample.book.home().db(),
                    {"sql", "-", "-F", "csv"},
                    "from-input",
                    "select title from project order by 1") == both);
  CHECK(sample.sql("select 1", {"--file", file}).code == 2);
  CHECK(sample.book.run({"sql"}).code == 2);
}

TEST_CASE("what is wrong with a statement is told with its place") {
  Sample sample;
  const auto refusal = [&](const std::string& statement) { return sample.sql(statement).err; };
  CHECK(refusal("select titel from project") ==
        "leadbook: there is no column 'titel' here; did you mean 'title'? 'leadbook sql --views' "
        "lists them\n  line 1, column 8: select titel from project\n" +
            std::string(27, ' ') + "^\n");
  CHECK(refusal("select *\nfrom 县区, projct")
            .starts_with("leadbook: there is no view '县区'; 'leadbook sql --views' lists them\n"
                         "  line 2, column 6: from 县区, projct\n" +
                         std::string(25, ' ') + "^\n"));
  CHECK(refusal("select '县区' as a, p.nme from project p")
            .find("column 21: select '县区' as a, p.nme") != std::string::npos);
  CHECK(refusal("select title from projct").find("did you mean 'project'?") != std::string::npos);
  CHECK(refusal("select summ(id) from project").find("there is no function 'summ'") !=
        std::string::npos);
  CHECK(refusal("select a.title from project a, project b where title = 'x'")
            .find("'title' could be a column of more than one table") != std::string::npos);
  CHECK(refusal("select title from project where sum(id) > 1").find("need GROUP BY") !=
        std::string::npos);
  CHECK(refusal("select title from project group having").find("near 'having'") !=
        std::string::npos);
  CHECK(refusal("select title from").find("the statement ends too early") != std::string::npos);
  CHECK(refusal("select substr(title) from project").find("'substr' is not called with") !=
        std::string::npos);
  CHECK(refusal("select count（*） from project") ==
        "leadbook: the sign '（' is not read here\n"
        "  line 1, column 13: select count（*） from project\n" +
            std::string(33, ' ') + "^\n");
  CHECK(refusal("delete from project").find("a statement only reads") != std::string::npos);
  CHECK(sample.sql("select 1", {"--timeout", "0"}).code == 2);
  CHECK(sample.sql("select 1 as a from project where id = 9", {"--fail-empty"}).code == 7);
}

TEST_CASE("tables a statement defines itself are its own") {
  Sample sample;
  CHECK(sample.sql("with t(n) as (select id from project), u(m) as (select n + 1 from t) "
                   "select m from u order by m desc") == Answer{0, "m\n3\n2\n", ""});
  CHECK(sample.sql("with project as (select 7 as x) select x from project") ==
        Answer{0, "x\n7\n", ""});
  CHECK(sample.sql("select a from (values (1), (2)) as t(a) order by a", {"-F", "csv"}).code <= 2);
}

TEST_CASE("a book in memory is queried as one in a file, and goes on as before") {
  store::Db db({"memory", ""}, store::Db::Access::memory);
  store::Query query;
  query.text = "select count(*) as n from project";
  const auto answer = db.query(query);
  CHECK(answer.columns == Texts{"n"});
  CHECK(answer.rows == std::vector<std::vector<store::QueryValue>>{{std::int64_t{0}}});
  query.text = "select hash from head";
  CHECK_THROWS_AS(db.query(query), Error);
  db.run("UPDATE head SET number = 5");
  CHECK(db.number("SELECT number FROM head") == 5);
}
