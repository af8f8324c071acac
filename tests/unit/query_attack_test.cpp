// Statements that are to do harm: none has an effect.
#include <algorithm>
#include <filesystem>

#include "catch.hpp"
#include "query_sample.hpp"

namespace {

using query_sample::Answer;
using query_sample::Sample;
using query_sample::Texts;

Texts names_in(const std::filesystem::path& folder) {
  Texts names;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    names.push_back(entry.path().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::string many(const std::string& text, int times) {
  std::string all;
  for (int time = 0; time < times; ++time) all += text;
  return all;
}

/// Statements that try to write, to read what no view shows, to reach out, or to ask for too much.
/// Those of the one engine are to be refused by the other as well.
Texts attacks() {
  return {
      "insert into project (id) values (9)",
      "update project set title = 'x'",
      "delete from project",
      "replace into project (id) values (9)",
      "drop table project",
      "create table x (y)",
      "create temp table x as select 1",
      "alter table project rename to x",
      "truncate project",
      "reindex",
      "vacuum",
      "vacuum into 'stolen.db'",
      "analyze",
      "attach 'stolen.db' as stolen",
      "detach main",
      "begin",
      "commit",
      "savepoint x",
      "rollback",
      "pragma writable_schema = 1",
      "pragma query_only = 0",
      "pragma journal_mode = wal",
      "explain select 1",
      "copy project to '/tmp/stolen'",
      "copy project to program 'touch stolen'",
      "do $$ begin end $$",
      "call x()",
      "listen x",
      "notify x",
      "lock table project",
      "set role postgres",
      "reset role",
      "set transaction read write",
      "select 1; delete from project",
      "select 1; commit; delete from project",
      "select 1) as answer; delete from project; select (1",
      "with x as (delete from project returning *) select * from x",
      "with x as (insert into project (id) values (9) returning *) select * from x",
      "with x as (select 1) delete from project",
      "select title into stolen from project",
      "select title from project for update",
      "select title from project for no key update",
      "select title from project for share",
      "select * from sqlite_master",
      "select * from sqlite_schema",
      "select * from sqlite_temp_master",
      "select * from pragma_table_info('project')",
      "select * from pragma_database_list",
      "select * from dbstat",
      "select * from sqlite_dbpage",
      "select * from entry",
      "select count(*) from entry",
      "select 1 from entry_row",
      "select 1 in entry",
      "select exists (select 1 from head)",
      "select * from counter",
      "select * from import",
      "select uid from project",
      "select revision from project",
      "select rowid from project",
      "select * from main.project",
      "select main.project.uid from main.project",
      "select * from \"main\".entry",
      "select * from temp.sqlite_master",
      "with project as (select * from entry) select * from project",
      "with posting as (select hash from head) select * from posting",
      "select * from (select * from entry) as project",
      "with recursive project as (select number from entry union select 1) select * from project",
      "select load_extension('x')",
      "select \"load_extension\"('x')",
      "select readfile('/etc/passwd')",
      "select writefile('stolen', 'x')",
      "select edit('x')",
      "select fts3_tokenizer('simple')",
      "select zeroblob(2000000000)",
      "select randomblob(2000000000)",
      "select sqlite_version()",
      "select last_insert_rowid()",
      "select json_each('[1]')",
      "select * from pg_class",
      "select * from pg_catalog.pg_class",
      "select * from \"pg_class\"",
      "select * from information_schema.tables",
      "select pg_sleep(10)",
      "select pg_sleep/**/(10)",
      "select \"pg_sleep\"(10)",
      "select * from pg_sleep(10)",
      "select distinct on (1) pg_sleep(10)",
      "select pg_read_file('/etc/passwd')",
      "select pg_ls_dir('.')",
      "select pg_terminate_backend(1)",
      "select pg_advisory_lock(1279541835)",
      "select set_config('transaction_read_only', 'off', false)",
      "select current_setting('data_directory')",
      "select lo_import('/etc/passwd')",
      "select lo_export(1, 'stolen')",
      "select dblink('', 'select 1')",
      "select nextval('x')",
      "select query_to_xml('delete from project', true, true, '')",
      "select * from ts_stat('select 1')",
      "select repeat('x', 2000000000)",
      "select lpad('x', 2000000000)",
      "select U&\"\\0070g_sleep\"(10)",
      "select E'\\047' || version()",
      "select $$x$$ || version()",
      "select '/*' || version() || '*/'",
      "/* /* */ select version() */ select 1",
      "select ?1",
      "select @x",
      "select `uid` from project",
      "select [uid] from project",
      "select 1 union select hash from head",
      "select (select hash from head)",
      "select title from project order by (select hash from head)",
      "select title from project where id = (select max(number) from entry)",
      "select * from project, entry",
      "select * from project natural join entry",
      "select title like '" + many("%a", 200) + "' from nothing",
      many("(", 5000) + "1" + many(")", 5000),
      "select " + many("(", 5000) + "1" + many(")", 5000),
      "select " + many("(select ", 90) + "version()" + many(")", 90),
      "select '" + many("x", 200'000) + "'",
      "select 1 -- " + std::string("\0; delete from project", 22),
      "select 'a",
      "select \"a",
      "select 1 /*",
      "select )",
      "select (",
      "",
      ";",
      "-- nothing",
  };
}

}  // namespace

TEST_CASE("no attack has an effect or shows what no view shows") {
  Sample sample;
  const auto records = scratch::records_of(sample.book.db);
  scratch::Folder folder;
  const auto before = std::filesystem::current_path();
  std::filesystem::current_path(folder.path);
  for (const auto& attack : attacks()) {
    const auto answer = sample.sql(attack);
    INFO(attack.substr(0, 200));
    INFO(answer.out);
    CHECK(answer.code == 2);
    CHECK(answer.out.empty());
    CHECK(answer.err.starts_with("leadbook: "));
    CHECK(answer.err.find("a fault in leadbook") == std::string::npos);
  }
  std::filesystem::current_path(before);
  CHECK(names_in(folder.path).empty());
  CHECK(scratch::records_of(sample.book.db) == records);
  CHECK(scratch::damages_of(sample.book.db).empty());
}

TEST_CASE("a statement without end is stopped") {
  Sample sample;
  const Answer stopped{1,
                       "",
                       "leadbook: the statement was stopped after 1 second: make it smaller, or "
                       "allow more with --timeout\n"};
  CHECK(sample.sql("with recursive t(n) as (select 1 union all select n + 1 from t) "
                   "select count(*) from t",
                   {"--timeout", "1"}) == stopped);
  CHECK(sample.sql("with recursive t(n) as (select 1 union all select n + 1 from t where n < 3000) "
                   "select count(*) from t a, t b, t c where a.n + b.n + c.n = 0",
                   {"--timeout", "1"}) == stopped);
}

TEST_CASE("what a statement makes is kept small") {
  Sample sample;
  const auto grown = sample.sql(
      "with recursive t(n) as (select cast('a' as text) union all select n || n from t) "
      "select max(length(n)) from t",
      {"--timeout", "2"});
  CHECK((grown.code == 1 || grown.code == 2));
  CHECK(grown.out.empty());
  const std::string rows =
      "with recursive t(n) as (select 1 union all select n + 1 from t where n < 10001) "
      "select n from t order by n";
  const auto shown = sample.sql(rows, {});
  CHECK(shown.code == 0);
  CHECK(std::count(shown.out.begin(), shown.out.end(), '\n') == 10'002);
  CHECK(shown.err ==
        "Only the first 10000 rows are shown: --limit shows more, -o writes all to a file.\n");
  const auto all = sample.sql(rows, {"-F", "csv"});
  CHECK(std::count(all.out.begin(), all.out.end(), '\n') == 10'002);
  CHECK(all.err.empty());
  CHECK(sample.sql(rows, {"--limit", "2", "-F", "csv"}) == Answer{0, "n\n1\n2\n", ""});
  CHECK(sample.sql(rows, {"--sort", "-n", "--limit", "2", "-F", "csv"}) ==
        Answer{0, "n\n10001\n10000\n", ""});
}
