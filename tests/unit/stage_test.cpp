#include "leadbook/domain/record/stage.hpp"

#include <random>
#include <string>
#include <vector>

#include "catch.hpp"

namespace {

using namespace leadbook;

constexpr Day today = std::chrono::year{2020} / 5 / 22;

Date on(const char* text) { return parse_date(text, today).value(); }

StageMove move(Stage stage, const char* text, const char* reason = "") {
  return {stage, on(text), reason, "", ""};
}

StageCause signing(Stage stage, const char* text, std::int64_t number = 1) {
  return {stage, on(text), {Kind::signing, number}};
}

StageCause talk(const char* text, std::int64_t number = 1, Stage stage = Stage::negotiating) {
  return {stage, on(text), {Kind::negotiation, number}};
}

/// A history in a line: "lead ?..2020-03-01; signed 2020-03-01..now by S-1 (reason)".
std::string told(const std::vector<StageSpell>& spells) {
  std::string text;
  for (const auto& spell : spells) {
    if (!text.empty()) text += "; ";
    text += std::string(identifier(spell.stage)) + " ";
    text += (spell.since ? date_text(*spell.since) : "?") + "..";
    text += spell.until ? date_text(*spell.until) : "now";
    if (spell.by) text += " by " + reference_text(*spell.by);
    if (!spell.reason.empty()) text += " (" + spell.reason + ")";
  }
  return text;
}

}  // namespace

TEST_CASE("a project of which nothing is known is a lead since nobody knows when", "[stage]") {
  CHECK(told(stage_history({}, {}, {})) == "lead ?..now");
  CHECK(told(stage_history(on("2020-01-02"), {}, {})) == "lead 2020-01-02..now");
}

TEST_CASE("a move may skip rungs and go down", "[stage]") {
  CHECK(told(stage_history(on("2020-01-02"),
                           {move(Stage::started, "2020-02-01"),
                            move(Stage::negotiating, "2020-03-01"),
                            move(Stage::at_capacity, "2020-04-01")},
                           {})) ==
        "lead 2020-01-02..2020-02-01; started 2020-02-01..2020-03-01; "
        "negotiating 2020-03-01..2020-04-01; at_capacity 2020-04-01..now");
}

TEST_CASE("moves are taken by date, however they were written down", "[stage]") {
  CHECK(told(stage_history(
            {}, {move(Stage::started, "2020-03-01"), move(Stage::intent, "2020-02-01")}, {})) ==
        "lead ?..2020-02-01; intent 2020-02-01..2020-03-01; started 2020-03-01..now");
}

TEST_CASE("a cause only climbs", "[stage]") {
  CHECK(told(stage_history({},
                           {},
                           {signing(Stage::signed_, "2020-03-01", 4),
                            talk("2020-04-01", 7),
                            signing(Stage::signed_, "2020-05-01", 5)})) ==
        "lead ?..2020-03-01; signed 2020-03-01..now by S-4");
  CHECK(told(stage_history(
            {},
            {move(Stage::negotiating, "2020-04-01", "signed too early")},
            {signing(Stage::signed_, "2020-03-01"), signing(Stage::intent, "2020-05-01", 2)})) ==
        "lead ?..2020-03-01; signed 2020-03-01..2020-04-01 by S-1; "
        "negotiating 2020-04-01..2020-05-01 (signed too early); intent 2020-05-01..now by S-2");
}

TEST_CASE("nothing but a move lifts a suspended or terminated project", "[stage]") {
  for (const auto off : {Stage::suspended, Stage::terminated}) {
    const auto stopped = std::string(identifier(off));
    const std::vector<StageMove> stop = {move(off, "2020-03-01", "no money")};
    const std::vector<StageCause> contract = {signing(Stage::signed_, "2020-04-01")};
    CHECK(told(stage_history({}, stop, contract)) ==
          "lead ?..2020-03-01; " + stopped + " 2020-03-01..now (no money)");
    const std::vector<StageMove> restart = {stop[0], move(Stage::valid_lead, "2020-05-01")};
    CHECK(told(stage_history({}, restart, contract)) ==
          "lead ?..2020-03-01; " + stopped +
              " 2020-03-01..2020-05-01 (no money); valid_lead 2020-05-01..now");
    // Once it runs again, what happens from then on counts, on the very day of the restart too.
    CHECK(told(stage_history({}, restart, {signing(Stage::signed_, "2020-05-01")})) ==
          "lead ?..2020-03-01; " + stopped +
              " 2020-03-01..2020-05-01 (no money); valid_lead 2020-05-01..2020-05-01; "
              "signed 2020-05-01..now by S-1");
  }
}

TEST_CASE("a suspended project may be terminated", "[stage]") {
  CHECK(told(stage_history(
            {},
            {move(Stage::suspended, "2020-03-01", "a"), move(Stage::terminated, "2020-04-01", "b")},
            {})) ==
        "lead ?..2020-03-01; suspended 2020-03-01..2020-04-01 (a); "
        "terminated 2020-04-01..now (b)");
}

TEST_CASE("a lead named after the first move is forgotten", "[stage]") {
  CHECK(told(stage_history(on("2020-05-22"), {move(Stage::started, "2020-04-30")}, {})) ==
        "lead ?..2020-04-30; started 2020-04-30..now");
  CHECK(told(stage_history(on("2020-05-22"), {}, {talk("2020-05-21", 3)})) ==
        "lead ?..2020-05-21; negotiating 2020-05-21..now by N-3");
  CHECK(told(stage_history(on("2020-05-22"), {}, {talk("2020-05-22", 3)})) ==
        "lead 2020-05-22..2020-05-22; negotiating 2020-05-22..now by N-3");
  // The month may have ended after the lead was named.
  CHECK(told(stage_history(on("2020-05-22"), {}, {talk("2020-05", 3)})) ==
        "lead 2020-05-22..2020-05; negotiating 2020-05..now by N-3");
}

TEST_CASE("a first move to lead dates the lead", "[stage]") {
  CHECK(told(stage_history({}, {move(Stage::lead, "2020-02-01")}, {})) == "lead 2020-02-01..now");
  CHECK(told(stage_history({}, {move(Stage::lead, "2020-02-01")}, {talk("2020-03-01")})) ==
        "lead 2020-02-01..2020-03-01; negotiating 2020-03-01..now by N-1");
}

TEST_CASE("a date of a month or a year is taken at its last day", "[stage]") {
  CHECK(told(stage_history({}, {move(Stage::started, "2020-05-20")}, {talk("2020-05")})) ==
        "lead ?..2020-05-20; started 2020-05-20..now");
  CHECK(
      told(stage_history(
          {}, {}, {signing(Stage::signed_, "2020", 1), signing(Stage::intent, "2020-06-01", 2)})) ==
      "lead ?..2020-06-01; intent 2020-06-01..2020 by S-2; signed 2020..now by S-1");
  // What began earlier comes first where both end on one day.
  CHECK(told(stage_history(
            {}, {move(Stage::intent, "2020-05-31"), move(Stage::started, "2020-05")}, {})) ==
        "lead ?..2020-05; started 2020-05..2020-05-31; intent 2020-05-31..now");
}

TEST_CASE("within a day moves come before causes and lower causes before higher", "[stage]") {
  CHECK(told(stage_history({},
                           {move(Stage::valid_lead, "2020-05-20")},
                           {signing(Stage::signed_, "2020-05-20"), talk("2020-05-20", 9)})) ==
        "lead ?..2020-05-20; valid_lead 2020-05-20..2020-05-20; "
        "negotiating 2020-05-20..2020-05-20 by N-9; signed 2020-05-20..now by S-1");
}

TEST_CASE("causes alone climb the ladder rung by rung and never off it", "[stage]") {
  std::mt19937 random(20200522);
  const auto below = [&](unsigned limit) { return static_cast<int>(random() % limit); };
  for (int round = 0; round < 500; ++round) {
    std::vector<StageCause> causes;
    Stage highest = Stage::lead;
    for (int count = below(8); count > 0; --count) {
      const auto stage = static_cast<Stage>(1 + below(11));
      const Day first = today + std::chrono::days(below(60));
      causes.push_back({stage, {first, first + std::chrono::days(below(40))}, {}});
      highest = std::max(highest, stage);
    }
    const auto spells = stage_history({}, {}, causes);
    REQUIRE(spells.front().stage == Stage::lead);
    REQUIRE(spells.back().stage == highest);
    REQUIRE(!spells.back().until);
    for (std::size_t at = 1; at < spells.size(); ++at) {
      REQUIRE(spells[at - 1].stage < spells[at].stage);
      REQUIRE(spells[at - 1].until == spells[at].since);
      REQUIRE((at == 1 || spells[at - 1].since->last <= spells[at].since->last));
    }
  }
}

TEST_CASE("the days of a stay are counted from the last day its start can mean", "[stage]") {
  const auto stay = [](const char* since, const char* until) {
    StageSpell spell;
    if (*since != '\0') spell.since = on(since);
    if (*until != '\0') spell.until = on(until);
    return days_in(spell, today);
  };
  CHECK(stay("", "") == std::nullopt);
  CHECK(stay("", "2020-05-01") == std::nullopt);
  CHECK(stay("2020-05-01", "") == 21);
  CHECK(stay("2020-05-22", "") == 0);
  CHECK(stay("2020-04", "") == 22);
  CHECK(stay("2020-05", "") == 0);
  CHECK(stay("2020-06-01", "") == 0);
  CHECK(stay("2020-02-01", "2020-03-01") == 29);
  CHECK(stay("2020-04", "2020-05") == 31);
}
