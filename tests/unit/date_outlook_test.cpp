// Days without a year, a month or a week: what has happened looks back, what is due looks ahead.
// All are read on Thursday 26 November 2026.
#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "catch.hpp"
#include "leadbook/domain/date/date.hpp"
#include "leadbook/domain/record/record_text.hpp"
#include "leadbook/domain/record/records.hpp"

namespace leadbook {
namespace {

using namespace std::chrono_literals;

constexpr Day today = 2026y / 11 / 26;

std::string read(std::string_view text, Toward toward, Day near = today) {
  const auto date = parse_date(text, Outlook{near, near, toward});
  return date ? date_text(*date) : date.problem().message;
}

TEST_CASE("a day is the latest such day not after today, or the first not before it") {
  struct Case {
    std::string_view text;
    std::string_view past;
    std::string_view future;
  };
  static constexpr Case cases[] = {
      {"5月19日", "2026-05-19", "2027-05-19"},
      {"May 19", "2026-05-19", "2027-05-19"},
      {"5.19", "2026-05-19", "2027-05-19"},
      {"5/19", "2026-05-19", "2027-05-19"},
      {"5.6", "2026-05-06", "2027-05-06"},
      {"11月26日", "2026-11-26", "2026-11-26"},
      {"11月27日", "2025-11-27", "2026-11-27"},
      {"11月25日", "2026-11-25", "2027-11-25"},
      {"1月3日", "2026-01-03", "2027-01-03"},
      {"mid-May", "2026-05-mid", "2027-05-mid"},
      {"12月上旬", "2025-12-early", "2026-12-early"},
      {"11月", "2026-11", "2026-11"},
      {"12月", "2025-12", "2026-12"},
      {"Q4", "2026Q4", "2026Q4"},
      {"2月29日", "2024-02-29", "2028-02-29"},
      {"19号", "2026-11-19", "2026-12-19"},
      {"26日", "2026-11-26", "2026-11-26"},
      {"31号", "2026-10-31", "2026-12-31"},
      {"周四", "2026-11-26", "2026-11-26"},
      {"周五", "2026-11-20", "2026-11-27"},
      {"Wednesday", "2026-11-25", "2026-12-02"},
      {"上周五", "2026-11-20", "2026-11-20"},
      {"下周五", "2026-12-04", "2026-12-04"},
      {"明天", "2026-11-27", "2026-11-27"},
      {"2031-05-19", "2031-05-19", "2031-05-19"},
      {"月底", "2026-10-31", "2026-11-30"},
      {"年底", "2025-12-31", "2026-12-31"},
      {"月初", "2026-11-early", "2026-12-early"},
      {"下月初", "2026-12-early", "2026-12-early"},
      {"5月初", "2026-05-early", "2027-05-early"},
      {"本月中旬", "2026-11-mid", "2026-11-mid"},
      {"12月末", "2025-12-31", "2026-12-31"},
      {"三天前", "2026-11-23", "2026-11-23"},
  };
  for (const Case& sample : cases) {
    INFO(sample.text);
    CHECK(read(sample.text, Toward::past) == sample.past);
    CHECK(read(sample.text, Toward::future) == sample.future);
  }
}

TEST_CASE("by when something is due is a day as well") {
  struct Case {
    std::string_view text;
    std::string_view day;
  };
  static constexpr Case cases[] = {
      {"月底前", "2026-11-30"},
      {"本月底前", "2026-11-30"},
      {"12月5日前", "2026-12-05"},
      {"12月5日之前", "2026-12-05"},
      {"12月5号以前", "2026-12-05"},
      {"5日前", "2026-12-05"},
      {"下周三前", "2026-12-02"},
      {"周五前", "2026-11-27"},
      {"年底前", "2026-12-31"},
      {"年内", "2026-12-31"},
      {"10天内", "2026-12-06"},
      {"两周内", "2026-12-10"},
      {"一个月内", "2026-12-26"},
      {"三日内", "2026-11-29"},
      {"3天之后", "2026-11-29"},
  };
  for (const Case& sample : cases) {
    INFO(sample.text);
    CHECK(read(sample.text, Toward::future) == sample.day);
  }
  // What has happened is not told by when, nor is a month a day.
  CHECK_FALSE(parse_past_date("12月5日前", today));
  CHECK_FALSE(parse_date("12月前", Outlook{today, today, Toward::future}));
}

TEST_CASE("months from one to another lie in this year or the last") {
  CHECK(read("1-10月", Toward::nearest) == "2026-01-01..2026-10-31");
  CHECK(read("1-10月", Toward::past) == "2026-01-01..2026-10-31");
  CHECK(read("1-12月", Toward::nearest) == "2026");
  CHECK(read("1-11月", Toward::past, 2027y / 2 / 1) == "2026-01-01..2026-11-30");
  CHECK(read("2025年1-11月", Toward::nearest) == "2025-01-01..2025-11-30");
}

TEST_CASE("a year looked back to is in doubt where the same day is near") {
  const auto doubts = [](std::string_view text) {
    return doubt_of_year(text, parse_past_date(text, today).value(), today).has_value();
  };
  for (const auto text : {"12月10日", "11月27日", "1月20日", "12.10"}) {
    INFO(text);
    CHECK(doubts(text));
  }
  for (const auto text : {"5月19日", "11月20日", "2025-12-10", "19号", "周五", "3月10日"}) {
    INFO(text);
    CHECK_FALSE(doubts(text));
  }
}

/// The fields of a record as they are read from texts on that day.
template <class R>
R read_record(const std::vector<FieldInput>& inputs, R record = {}) {
  AnyRecord any = std::move(record);
  Reading reading;
  reading.today = today;
  const auto problems = read_fields(any, inputs, reading);
  for (const auto& problem : problems) INFO(problem.message);
  CHECK(problems.empty());
  return std::get<R>(any);
}

TEST_CASE("a record's later days follow its own") {
  const auto trip = read_record<Delegation>({{"starts", "2020-5-18"},
                                             {"ends", "5月19日"},
                                             {"stops", "济南|5.18;青岛|19号"},
                                             {"report_filed", "5月25日"}});
  CHECK(date_text(trip.ends.value()) == "2020-05-19");
  CHECK(date_text(trip.stops.at(0).on.value()) == "2020-05-18");
  CHECK(date_text(trip.stops.at(1).on.value()) == "2020-05-19");
  CHECK(date_text(trip.report_filed.value()) == "2020-05-25");
  const auto over_new_year = read_record<Delegation>({{"starts", "12月30日"}, {"ends", "1月3日"}});
  CHECK(date_text(over_new_year.starts.value()) == "2025-12-30");
  CHECK(date_text(over_new_year.ends.value()) == "2026-01-03");
  const auto talk = read_record<Negotiation>(
      {{"on", "5月19日"}, {"next_due", "+10d"}, {"promises", "寄合同|乙|周五;回访|丙|6月1日"}});
  CHECK(date_text(talk.on.value()) == "2026-05-19");
  CHECK(date_text(talk.next_due.value()) == "2026-05-29");
  CHECK(date_text(talk.promises.at(0).due.value()) == "2026-05-22");
  CHECK(date_text(talk.promises.at(1).due.value()) == "2026-06-01");
}

TEST_CASE("a record's own day in the book counts where it is not given anew") {
  Negotiation stored;
  stored.on = Date::of(2020y / 5 / 19);
  CHECK(date_text(read_record<Negotiation>({{"next_due", "5月29日"}}, stored).next_due.value()) ==
        "2020-05-29");
}

TEST_CASE("a planned trip looks ahead") {
  CHECK(date_text(read_record<Delegation>({{"starts", "12月3日"}}).starts.value()) == "2025-12-03");
  CHECK(date_text(read_record<Delegation>({{"starts", "12月3日"}, {"status", "planned"}})
                      .starts.value()) == "2026-12-03");
}

TEST_CASE("what is due without a day of its own is next") {
  CHECK(date_text(read_record<Task>({{"due", "周五"}}).due.value()) == "2026-11-27");
  CHECK(date_text(read_record<Project>({{"planned_start", "5月"}}).planned_start.value()) ==
        "2027-05");
}

}  // namespace
}  // namespace leadbook
