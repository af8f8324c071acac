#include "leadbook/domain/naming/credit_code.hpp"

#include <string>
#include <utility>

#include "catch.hpp"

using leadbook::parse_credit_code;

namespace {

std::string answer(std::string_view typed) {
  const auto code = parse_credit_code(typed);
  return code ? *code : code.problem().message;
}

}  // namespace

TEST_CASE("codes of the public register are taken as they are") {
  for (const char* code :
       {"914403001922038216", "9144030071526726XG", "91330100799655058B", "91110000802100433B"}) {
    INFO(code);
    CHECK(answer(code) == code);
  }
}

TEST_CASE("codes worked out from the standards are taken") {
  // Organisation codes 00000001-9, 00000002-7 and 00000012-3, all in 拜泉县 (230231).
  for (const char* code : {"91230231000000019H", "91230231000000027C", "91230231000000123M"}) {
    INFO(code);
    CHECK(answer(code) == code);
  }
}

TEST_CASE("a code is read in any case and width, with spaces and hyphens in it") {
  for (const char* typed : {"9144030071526726xg",
                            " 9144 0300-7152 6726 XG ",
                            "９１４４０３００７１５２６７２６ＸＧ",
                            "914403-00-71526726X-G"}) {
    INFO(typed);
    CHECK(answer(typed) == "9144030071526726XG");
  }
}

TEST_CASE("any one wrong character of a code is noticed") {
  const std::string code = "91330100799655058B";
  for (std::size_t at = 0; at < code.size(); ++at) {
    for (const char other : std::string("0123456789ABCDEFGHJKLMNPQRTUWXY")) {
      if (other == code[at]) continue;
      std::string wrong = code;
      wrong[at] = other;
      INFO(wrong);
      REQUIRE_FALSE(parse_credit_code(wrong));
    }
  }
}

TEST_CASE("two neighbours swapped are noticed") {
  const std::string code = "91330100799655058B";
  for (std::size_t at = 0; at + 1 < code.size(); ++at) {
    if (code[at] == code[at + 1]) continue;
    std::string wrong = code;
    std::swap(wrong[at], wrong[at + 1]);
    INFO(wrong);
    CHECK_FALSE(parse_credit_code(wrong));
  }
}

TEST_CASE("the problem of a code names the character, the length or the check digit") {
  CHECK(answer("914403001922038217") ==
        "'914403001922038217' cannot be right: after its first 17 characters comes '6', not '7'; "
        "please compare it with the business licence");
  CHECK(answer("91440300192203821") ==
        "'91440300192203821' has 17 characters; a unified social credit code has 18");
  CHECK(answer("") == "'' has 0 characters; a unified social credit code has 18");
  CHECK(answer("91440300I922038216") ==
        "'91440300I922038216': character 9 is 'I', which no credit code holds; did you mean '1'?");
  CHECK(answer("9l44o3001922038216") ==
        "'9l44o3001922038216': character 5 is 'O', which no credit code holds; did you mean '0'?");
  CHECK(answer("精易诚") ==
        "'精易诚': character 1 is '精'; a credit code holds digits and capital letters, but not I, "
        "O, S, V or Z");
  CHECK(answer("91440300192203821\x1B") ==
        "'91440300192203821␛': character 18 is '␛'; a credit code holds digits and capital "
        "letters, but not I, O, S, V or Z");
}

TEST_CASE("an old organisation code inside is no reason to refuse") {
  // As 914403001922038216 with 2 for 1 as check digit of the organisation code.
  CHECK(answer("914403001922038229") == "914403001922038229");
}
