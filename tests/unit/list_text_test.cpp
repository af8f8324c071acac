#include "leadbook/domain/list_text.hpp"

#include <random>
#include <string>
#include <vector>

#include "catch.hpp"
#include "leadbook/text/utf8.hpp"

namespace {

using namespace leadbook;
using Items = std::vector<std::vector<std::string>>;

class Texts {
 public:
  int below(unsigned limit) { return static_cast<int>(random_() % limit); }

  std::string text() {
    static const std::vector<std::string> pieces = {";",
                                                    "|",
                                                    "\\",
                                                    "；",
                                                    "｜",
                                                    "、",
                                                    ",",
                                                    " ",
                                                    "a",
                                                    "中",
                                                    "\n",
                                                    "\"",
                                                    "+",
                                                    "é",
                                                    "\xEF\xBC\x8C"};
    std::string text;
    for (int count = below(7); count > 0; --count) {
      text += pieces[static_cast<std::size_t>(below(static_cast<unsigned>(pieces.size())))];
    }
    return std::string(text::trim(text));
  }

  /// Items as a record holds them: each has a last field that is not empty.
  Items items() {
    Items items;
    for (int count = below(4); count > 0; --count) {
      std::vector<std::string> item;
      for (int fields = below(4); fields > 0; --fields) item.push_back(text());
      item.push_back(text() + "x");
      items.push_back(item);
    }
    return items;
  }

 private:
  std::mt19937 random_{7};
};

}  // namespace

TEST_CASE("what is written as a list reads back as the same list", "[list_text]") {
  Texts texts;
  for (int round = 0; round < 20'000; ++round) {
    const auto items = texts.items();
    const auto line = write_list_text(items);
    INFO(line);
    REQUIRE(read_list_text(line) == items);
    // A list with separators reads the same where '、' may separate.
    if (line.find_first_of(";|") != std::string::npos) {
      REQUIRE(read_list_text(line, Joints::enumeration_comma) == items);
      REQUIRE(read_list_text(line, Joints::names) == items);
    }
  }
}

TEST_CASE("a list is read with either width of its separators", "[list_text]") {
  CHECK(read_list_text("a|b; c") == Items{{"a", "b"}, {"c"}});
  CHECK(read_list_text("a｜b；c") == Items{{"a", "b"}, {"c"}});
  CHECK(read_list_text(" a | b ;; ; c ;") == Items{{"a", "b"}, {"c"}});
  CHECK(read_list_text("|b") == Items{{"", "b"}});
  CHECK(read_list_text("a||b|") == Items{{"a", "", "b", ""}});
  CHECK(read_list_text("").empty());
  CHECK(read_list_text(" ; | ; ").empty());
}

TEST_CASE("a backslash takes a separator for what it is", "[list_text]") {
  CHECK(read_list_text("a\\;b; c\\|d; e\\\\f; g\\；h; i\\｜j") ==
        Items{{"a;b"}, {"c|d"}, {"e\\f"}, {"g；h"}, {"i｜j"}});
  CHECK(read_list_text("a\\") == Items{{"a\\"}});
}

TEST_CASE("the enumeration comma separates where nothing else does", "[list_text]") {
  CHECK(read_list_text("甲、乙、丙", Joints::names) == Items{{"甲"}, {"乙"}, {"丙"}});
  CHECK(read_list_text("甲、乙、丙", Joints::none) == Items{{"甲、乙、丙"}});
  for (const auto* separator : {";", "；"}) {
    CHECK(read_list_text(std::string("甲、乙") + separator + "丙", Joints::names) ==
          Items{{"甲、乙"}, {"丙"}});
  }
  for (const auto* separator : {"|", "｜"}) {
    CHECK(read_list_text(std::string("甲、乙") + separator + "51%", Joints::names) ==
          Items{{"甲、乙", "51%"}});
  }
  CHECK(read_list_text("甲、、乙、", Joints::names) == Items{{"甲"}, {"乙"}});
}

TEST_CASE("names are joined by commas, strokes and line ends, and a firm's own stay in it") {
  const auto read = [](const char* text) { return read_list_text(text, Joints::names); };
  const Items two = {{"甲一公司"}, {"乙二公司"}};
  for (const auto* joint : {"、", "，", ",", ", ", "/", "／", "\n", "；", ";", "，\n"}) {
    INFO(joint);
    CHECK(read((std::string("甲一公司") + joint + "乙二公司").c_str()) == two);
  }
  for (const auto* one : {"Delta Food Co., Ltd.",
                          "Delta Food Co.,Ltd",
                          "Acme, Inc.",
                          "Zhonghe Investment Co., Ltd. of China Supply Cooperative",
                          "Novo Nordisk A/S",
                          "Smith, Jones & Partners LLP",
                          "3,000 Acres",
                          "甲（北京，上海）公司",
                          "乙(A/B)公司"}) {
    CHECK(read(one) == Items{{one}});
  }
  CHECK(read("Acme, Inc., Delta Food Co., Ltd., Beta Fund") ==
        Items{{"Acme, Inc."}, {"Delta Food Co., Ltd."}, {"Beta Fund"}});
  // A name that is known is one.
  const auto is_one = [](std::string_view name) { return name == "甲/乙集团"; };
  CHECK(read_list_text("甲/乙集团", Joints::names, is_one) == Items{{"甲/乙集团"}});
  CHECK(read_list_text("甲/乙集团、丙", Joints::names, is_one) == Items{{"甲"}, {"乙集团"}, {"丙"}});
  // Titles keep their commas; '、' parts them.
  CHECK(read_list_text("牛/羊屠宰、一期，二期", Joints::enumeration_comma) ==
        Items{{"牛/羊屠宰"}, {"一期，二期"}});
}

TEST_CASE("beside other separators a comma parts what is plainly two firms") {
  const auto read = [](const char* text) { return read_list_text(text, Joints::names); };
  CHECK(read("甲一公司、乙二集团；丙三公司|30%") ==
        Items{{"甲一公司"}, {"乙二集团"}, {"丙三公司", "30%"}});
  CHECK(read("甲、乙；丙") == Items{{"甲、乙"}, {"丙"}});
  const Items names = {{"甲一公司、乙二公司"}, {"丙"}};
  CHECK(read_list_text(write_list_text(names), Joints::names) == names);
}

TEST_CASE("fields parted like items are put together by the place of their date", "[list_text]") {
  const auto is_date = [](std::string_view text) { return text.ends_with("日"); };
  const auto joined = [&](std::string_view text) {
    auto items = read_list_text(text);
    join_fields(items, 2, is_date);
    return items;
  };
  CHECK(joined("寄合同；张三；12月5日") == Items{{"寄合同", "张三", "12月5日"}});
  CHECK(joined("寄合同;张三;5日;派员;李四;8日") ==
        Items{{"寄合同", "张三", "5日"}, {"派员", "李四", "8日"}});
  CHECK(joined("寄合同;寄政策;派员") == Items{{"寄合同"}, {"寄政策"}, {"派员"}});
  CHECK(joined("寄合同;张三;5日;派员") == Items{{"寄合同", "张三", "5日"}, {"派员"}});
  CHECK(joined("寄合同;5日") == Items{{"寄合同", "", "5日"}});
  CHECK(joined("5日;寄合同") == Items{{"5日"}, {"寄合同"}});
  CHECK(joined("寄合同|张三|5日;派员|李四") == Items{{"寄合同", "张三", "5日"}, {"派员", "李四"}});
}

TEST_CASE("empty fields at an item's end are not written", "[list_text]") {
  CHECK(write_list_text({{"一期", "", "50", "", ""}, {"二期", ""}}) == "一期||50; 二期");
  CHECK(write_list_text({}) == "");
}
