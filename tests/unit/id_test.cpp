#include "leadbook/domain/id.hpp"

#include <string>
#include <utility>

#include "catch.hpp"

using leadbook::Kind;
using leadbook::parse_reference;
using leadbook::Reference;

TEST_CASE("each kind that is referred to has its letters, printed and read alike") {
  const std::pair<Kind, std::string> printed[] = {{Kind::county, "CT-7"},
                                                  {Kind::company, "C-7"},
                                                  {Kind::project, "P-7"},
                                                  {Kind::delegation, "D-7"},
                                                  {Kind::negotiation, "N-7"},
                                                  {Kind::signing, "S-7"},
                                                  {Kind::event, "E-7"},
                                                  {Kind::station, "ST-7"},
                                                  {Kind::task, "T-7"},
                                                  {Kind::figure, "F-7"}};
  for (const auto& [kind, text] : printed) {
    INFO(text);
    CHECK(leadbook::reference_text({kind, 7}) == text);
    CHECK(parse_reference(text) == Reference{kind, 7});
  }
  CHECK(leadbook::reference_text({Kind::rate, 7}) == "R-7");
  CHECK(leadbook::reference_text({Kind::book, 1}) == "B-1");
}

TEST_CASE("a reference is read in any case and width, with or without its hyphen") {
  for (const char* typed : {"P-31", "p31", "P31", "p-31", " P-31 ", "Ｐ－３１", "P-031", "p0031"}) {
    INFO(typed);
    CHECK(parse_reference(typed) == Reference{Kind::project, 31});
    CHECK(parse_reference(typed, Kind::project) == Reference{Kind::project, 31});
  }
}

TEST_CASE("digits alone are a reference only where the kind is known") {
  CHECK(parse_reference("31", Kind::signing) == Reference{Kind::signing, 31});
  CHECK(parse_reference("031", Kind::rate) == Reference{Kind::rate, 31});
  CHECK_FALSE(parse_reference("31"));
}

TEST_CASE("a reference to another kind is none to the kind that is wanted") {
  CHECK_FALSE(parse_reference("D-9", Kind::project));
  CHECK(parse_reference("D-9", Kind::delegation) == Reference{Kind::delegation, 9});
}

TEST_CASE("record numbers run from 1 to the greatest that JSON holds exactly") {
  CHECK(parse_reference("P-9007199254740992") == Reference{Kind::project, 9007199254740992});
  CHECK_FALSE(parse_reference("P-9007199254740993"));
  CHECK_FALSE(parse_reference("P-99999999999999999999999999"));
  CHECK_FALSE(parse_reference("P-0"));
  CHECK_FALSE(parse_reference("0", Kind::project));
}

TEST_CASE("what is no reference is none") {
  for (const char* typed : {"",
                            "P",
                            "P-",
                            "-31",
                            "P--31",
                            "P 31",
                            "P-3a",
                            "P-3.0",
                            "+31",
                            "X-3",
                            "PP-3",
                            "拜泉",
                            "P-31 ok",
                            "C2C3",
                            "鸭-3",
                            "\xFF"}) {
    INFO(typed);
    CHECK_FALSE(parse_reference(typed));
    CHECK_FALSE(parse_reference(typed, Kind::project));
  }
}
