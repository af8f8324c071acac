#include <string>

#include "catch.hpp"
#include "leadbook/domain/naming/name_match.hpp"

using leadbook::plain_title;

TEST_CASE("one title is one project whatever its case, width, spaces, punctuation and 项目") {
  for (const char* title : {"肉鸭全产业链",
                            "肉鸭全产业链项目",
                            " 肉鸭 全产业链　项目 ",
                            "（肉鸭）全产业链",
                            "“肉鸭”-全产业链·项目。",
                            "肉鸭、全产业链"}) {
    INFO(title);
    CHECK(plain_title(title) == "肉鸭全产业链");
  }
  for (const char* title :
       {"Wind Farm No. 2", "ＷＩＮＤ farm (No.2)", "wind-farm, no 2", "wind farm no 2项目"}) {
    INFO(title);
    CHECK(plain_title(title) == "windfarmno2");
  }
}

TEST_CASE("what tells titles apart stays") {
  CHECK(plain_title("年产1.5万吨") != plain_title("年产15万吨"));
  CHECK(plain_title("1-2号楼") != plain_title("12号楼"));
  CHECK(plain_title("10,000 t") == plain_title("10000t"));
  CHECK(plain_title("C+") != plain_title("C"));
  CHECK(plain_title("项目") == "项目");
  CHECK(plain_title("项目一期") == "项目一期");
}

TEST_CASE("a shortened title leaves characters out, and no number") {
  CHECK(leadbook::is_shortened_title("精易诚肉鸭全产业链", "肉鸭产业链"));
  CHECK(leadbook::is_shortened_title("肉鸭产业链", "精易诚肉鸭全产业链"));
  CHECK(leadbook::is_shortened_title("高端肉牛屠宰", "肉牛屠宰"));
  CHECK(!leadbook::is_shortened_title("肉牛屠宰", "肉牛屠宰"));
  CHECK(!leadbook::is_shortened_title("肉牛屠宰", "肉鸭"));
  CHECK(!leadbook::is_shortened_title("风电10", "风电1"));
  CHECK(!leadbook::is_shortened_title("风电二期2号", "风电二期"));
  CHECK(!leadbook::is_shortened_title("大型现代化肉牛屠宰加工及冷链物流园", "园区"));
}
