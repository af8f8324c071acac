// What is due and what is not any more: each rule with the record that ends it.
#include "leadbook/service/due/due.hpp"

#include <algorithm>

#include "catch.hpp"
#include "leadbook/domain/error.hpp"
#include "scratch_book.hpp"

namespace {

using namespace leadbook;
using service::DueThing;
using service::DueTime;

class DueBook {
 public:
  DueBook() {
    run({"book", "init", "--city", "齐齐哈尔"});
    run({"company", "add", "甲公司"});
    run({"new", "乙项目", "--county", "拜泉"});
  }

  void run(std::vector<std::string> arguments) {
    arguments.emplace_back("-y");
    const auto answer = book_.run(arguments);
    INFO(answer.err);
    REQUIRE(answer.code == 0);
  }

  /// "overdue next_step N-1", by day.
  std::vector<std::string> due(const char* today, service::DueQuery query = {}) {
    query.today = *parse_iso_day(today);
    std::vector<std::string> lines;
    for (const auto& item : service::find_due(book_.db, query)) {
      lines.push_back(std::string(identifier(item.time)) + " " +
                      std::string(identifier(item.thing)) + " " + reference_text(item.record));
    }
    return lines;
  }

  std::vector<service::DueItem> items(const char* today) {
    return service::find_due(book_.db, {*parse_iso_day(today), {}, {}, {}, ""});
  }

 private:
  scratch::Book book_;
};

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("weeks run from Monday to Sunday, over the end of a year too") {
  DueBook book;
  for (const auto* day : {"2019-12-26", "2019-12-27", "2019-12-29", "2019-12-30", "2020-01-05"}) {
    book.run({"task", "add", day, "--due", day});
  }
  CHECK(book.due("2019-12-27") == Lines{"overdue task T-1",
                                        "today task T-2",
                                        "this_week task T-3",
                                        "next_week task T-4",
                                        "next_week task T-5"});
  CHECK(book.due("2019-12-22") ==
        Lines{"next_week task T-1", "next_week task T-2", "next_week task T-3"});
  service::DueQuery far;
  far.until = *parse_iso_day("2020-01-05");
  CHECK(book.due("2019-12-15", far).back() == "later task T-5");
}

TEST_CASE("a next step gives way to that of a later talk about its project, or with its firm") {
  DueBook book;
  book.run({"log",
            "甲公司",
            "一",
            "--project",
            "乙项目",
            "--on",
            "2019-03-01",
            "--next",
            "来访",
            "--due",
            "2019-03-10"});
  CHECK(book.due("2019-03-20") == Lines{"overdue next_step N-1"});
  book.run({"log", "甲公司", "先前", "--project", "乙项目", "--on", "2019-02-01"});
  CHECK(book.due("2019-03-20") == Lines{"overdue next_step N-1"});
  book.run({"log",
            "甲公司",
            "二",
            "--project",
            "乙项目",
            "--on",
            "2019-03-09",
            "--next",
            "签约",
            "--due",
            "2019-04-01"});
  CHECK(book.due("2019-03-20").empty());
  CHECK(book.due("2019-04-02") == Lines{"overdue next_step N-3"});
  book.run({"negotiation", "edit", "N-3", "--outcome", "broken_off"});
  CHECK(book.due("2019-04-02").empty());

  book.run({"log",
            "甲公司",
            "三",
            "--county",
            "拜泉",
            "--on",
            "2019-05-01",
            "--next",
            "回访",
            "--due",
            "2019-05-10"});
  CHECK(book.due("2019-05-11") == Lines{"overdue next_step N-4"});
  book.run({"log", "甲公司", "四", "--county", "克山", "--on", "2019-05-01"});
  CHECK(book.due("2019-05-11") == Lines{"overdue next_step N-4"});
  book.run({"log", "甲公司", "五", "--county", "克山", "--on", "2019-05-02", "--next", "再议"});
  CHECK(book.due("2019-05-11").empty());
}

TEST_CASE("a promise is due until it is kept, and the command that says so closes it") {
  DueBook book;
  book.run({"log", "甲公司", "一", "--project", "乙项目", "--on", "2019-03-01"});
  book.run({"promise", "N-1", "拜泉县", "2019-03-04", "寄合同"});
  book.run({"promise", "N-1", "甲公司", "2019-03-08", "派员"});
  const auto items = book.items("2019-03-06");
  REQUIRE(items.size() == 2);
  CHECK(format_day(items[0].on.value()) == "2019-03-04");
  CHECK(items[0].days_late == 2);
  CHECK(items[1].days_late == 0);
  CHECK(items[0].uid != items[1].uid);
  CHECK(items[0].county.number != 0);
  for (const auto& item : items) book.run(item.command);
  CHECK(book.due("2019-03-06").empty());
}

TEST_CASE("a trip's report is due the book's days after its return") {
  DueBook book;
  book.run({"delegation", "add", "一", "--starts", "2019-03-01", "--days", "5"});
  book.run({"delegation",
            "add",
            "二",
            "--starts",
            "2019-03-01",
            "--ends",
            "2019-03-07",
            "--status",
            "planned"});
  CHECK(book.due("2019-03-21") == Lines{"overdue trip_report D-1"});
  CHECK(format_day(book.items("2019-03-21").front().on.value()) == "2019-03-20");
  book.run({"book", "edit", "--report-days", "30"});
  CHECK(book.due("2019-03-21").empty());
  book.run({"book", "edit", "--report-days", "1"});
  book.run({"delegation", "report", "D-1", "已交", "--on", "2019-03-20"});
  CHECK(book.due("2019-03-21").empty());
}

TEST_CASE("a plan is due until its stage is reached, and not while a project rests") {
  DueBook book;
  book.run({"project",
            "edit",
            "P-1",
            "--planned-start",
            "2019-03-01",
            "--planned-completion",
            "2019-03",
            "--planned-production",
            "2019-04-30"});
  CHECK(book.due("2019-05-01") ==
        Lines{"overdue start P-1", "overdue completion P-1", "overdue production P-1"});
  book.run({"project", "move", "P-1", "started", "--on", "2019-03-02"});
  CHECK(book.due("2019-05-01") == Lines{"overdue completion P-1", "overdue production P-1"});
  book.run({"project", "move", "P-1", "suspended", "--on", "2019-03-03", "--reason", "资金"});
  CHECK(book.due("2019-05-01").empty());
  book.run({"project", "move", "P-1", "completed", "--on", "2019-04-03"});
  const auto left = book.items("2019-05-01");
  REQUIRE(left.size() == 1);
  CHECK(left.front().thing == DueThing::production);
  book.run({"project", "move", "P-1", "in_production", "--on", "2019-05-01"});
  CHECK(book.due("2019-05-01").empty());
}

TEST_CASE(
    "a waiver is told until it ends, and a task until it is closed; county and owner choose") {
  DueBook book;
  book.run({"project", "edit", "P-1", "--waivers", "征地|2019-03-10|市领导", "--leader", "张三"});
  book.run(
      {"task", "add", "用地", "--project", "P-1", "--owner", "自然资源局", "--due", "2019-03-05"});
  book.run({"task",
            "add",
            "批示",
            "--kind",
            "directive",
            "--county",
            "克山",
            "--owner",
            "自然资源局",
            "--due",
            "2019-03-05"});
  CHECK(book.due("2019-03-06") ==
        Lines{"overdue task T-1", "overdue directive T-2", "this_week waiver P-1"});
  CHECK(book.due("2019-03-11") == Lines{"overdue task T-1", "overdue directive T-2"});
  service::DueQuery query;
  query.county = book.items("2019-03-06").front().county;
  CHECK(book.due("2019-03-06", query) == Lines{"overdue task T-1", "this_week waiver P-1"});
  query.owner = "张";
  CHECK(book.due("2019-03-06", query) == Lines{"this_week waiver P-1"});
  book.run({"task", "close", "T-1", "--on", "2019-03-06"});
  query.owner = "";
  CHECK(book.due("2019-03-06", query) == Lines{"this_week waiver P-1"});
}
