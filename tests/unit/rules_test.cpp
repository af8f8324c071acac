#include "leadbook/domain/record/rules.hpp"

#include <string>
#include <vector>

#include "catch.hpp"

namespace {

using namespace leadbook;
using Told = std::vector<std::string>;

template <class R>
Told told(R& record) {
  Told breaches;
  for (const auto& breach : apply_rules(record)) {
    breaches.push_back(std::string(breach.field) + ": " + breach.message);
  }
  return breaches;
}

Date on(const char* text) { return parse_date(text, std::chrono::year{2020} / 5 / 22).value(); }

}  // namespace

TEST_CASE("a county's code fills in the names it lacks", "[rules]") {
  County county;
  county.code = "230231";
  CHECK(told(county) == Told{});
  CHECK(county.name == "拜泉县");
  CHECK(county.short_name == "拜泉");
  CHECK(county.english == "Baiquan County");
  County named;
  named.code = "230231";
  named.name = "拜泉";
  CHECK(told(named) == Told{});
  CHECK(named.name == "拜泉");
  County zone;
  zone.name = "高新区";
  CHECK(told(zone) == Told{});
  CHECK(zone.english.empty());
  for (const auto* code : {"23023", "2302310", "23023x"}) {
    County wrong;
    wrong.code = code;
    CHECK(told(wrong) == Told{std::string("code: '") + code +
                              "' is not a division code: it has six digits, as 230231"});
    CHECK(wrong.name.empty());
  }
}

TEST_CASE("a credit code is kept in capitals and proved by its last character", "[rules]") {
  Company company;
  CHECK(told(company) == Told{});
  company.credit_code = "91350211m000100y46";
  CHECK(told(company) == Told{});
  CHECK(company.credit_code == "91350211M000100Y46");
  company.credit_code = "91350211M000100Y43";
  CHECK(told(company) ==
        Told{"credit_code: '91350211M000100Y43' cannot be right: after its first 17 characters "
             "comes '6', not '3'; please compare it with the business licence"});
}

TEST_CASE("a project off the ladder needs a reason", "[rules]") {
  Project project;
  project.moves = {{Stage::started, on("2020-01-01"), "", "", ""},
                   {Stage::suspended, on("2020-02-01"), "", "", ""},
                   {Stage::terminated, on("2020-03-01"), "no money", "", ""}};
  CHECK(told(project) == Told{"moves: 'Suspended' needs a reason"});
}

TEST_CASE("what must come later may not be stated earlier", "[rules]") {
  Project project;
  project.planned_start = on("2021-03-01");
  project.planned_completion = on("2020");
  Phase phase;
  phase.planned_start = on("2020-06");
  phase.planned_completion = on("2020Q1");
  project.phases = {phase};
  CHECK(told(project) ==
        Told{"planned_completion: 2020 is before 2021-03-01", "phases: 2020Q1 is before 2020-06"});
  // A year that contains the day may end after it.
  project.planned_completion = on("2021");
  project.phases.clear();
  CHECK(told(project) == Told{});

  Negotiation negotiation;
  negotiation.on = on("2020-05-19");
  negotiation.next_due = on("2020-05-18");
  negotiation.round = 0;
  CHECK(told(negotiation) ==
        Told{"next_due: 2020-05-18 is before 2020-05-19", "round: rounds are counted from 1"});
  negotiation.next_due = on("2020-05-19");
  negotiation.round = 1;
  CHECK(told(negotiation) == Told{});
}

TEST_CASE("a delegation is called by its leader and start where it has no title", "[rules]") {
  Delegation delegation;
  CHECK(told(delegation) == Told{});
  CHECK(delegation.title.empty());
  delegation.leader = "县委书记";
  delegation.starts = on("2020-05-18");
  CHECK(told(delegation) == Told{});
  CHECK(delegation.title == "县委书记 2020-05-18");
  delegation.ends = on("2020-05-17");
  delegation.report_filed = on("2020-05-16");
  delegation.days = 0;
  CHECK(told(delegation) == Told{"ends: 2020-05-17 is before 2020-05-18",
                                 "report_filed: 2020-05-16 is before 2020-05-18",
                                 "days: a trip lasts at least one day"});
}

TEST_CASE("a supplement amends another signing and nothing else does", "[rules]") {
  Signing signing;
  signing.id = {7};
  CHECK(told(signing) == Told{});
  signing.kind = SigningKind::supplement;
  CHECK(told(signing) == Told{"amends: a supplement amends a signing: say which"});
  signing.amends = {6};
  CHECK(told(signing) == Told{});
  signing.amends = {7};
  CHECK(told(signing) == Told{"amends: a signing cannot amend itself"});
  signing.amends = {6};
  for (const auto kind : {SigningKind::contract, SigningKind::framework}) {
    signing.kind = kind;
    CHECK(told(signing) == Told{"kind: only a supplement amends another signing"});
  }
}

TEST_CASE("kinds without rules are taken as they are", "[rules]") {
  Task task;
  task.title = "t";
  const auto before = task;
  CHECK(told(task) == Told{});
  CHECK(task == before);
}
