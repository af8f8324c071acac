// Loose words and notes of a visit, each with what it is read as.
#include <string>
#include <vector>

#include "catch.hpp"
#include "leadbook/domain/naming/name_match.hpp"
#include "leadbook/service/prose/note.hpp"
#include "leadbook/service/prose/talk_draft.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace {

using namespace leadbook;
using namespace leadbook::service;
using Words = std::vector<std::string>;

constexpr Day today = std::chrono::year{2020} / 5 / 22;
const Outlook past{today, today, Toward::past};

/// The names of a small book.
std::vector<NameHit> named(Kind kind) {
  if (kind == Kind::company) return {{"华凯集团", 1, 1}, {"徐州精易诚食品有限公司", 1, 2}};
  if (kind == Kind::project) return {{"球墨铸铁系列产品制造", 1, 1}, {"肉鸭全产业链", 1, 2}};
  if (kind == Kind::county) return {{"建华区", 1, 1}, {"拜泉县", 1, 2}};
  return {};
}

template <class Fits>
std::vector<NameHit> those(Kind kind, const Fits& fits) {
  std::vector<NameHit> hits;
  for (const auto& hit : named(kind)) {
    if (fits(hit)) hits.push_back(hit);
  }
  return hits;
}

BookNames small_book() {
  return {[](Kind kind, std::string_view text) {
            return those(kind, [&](const NameHit& hit) {
              if (kind == Kind::project) return plain_title(hit.name) == plain_title(text);
              if (kind != Kind::company) return hit.name == text;
              return normalise_company(hit.name) == normalise_company(text);
            });
          },
          [](Kind kind, std::string_view text) {
            return those(
                kind, [&](const NameHit& hit) { return hit.name.find(text) != std::string::npos; });
          },
          [](Kind kind, std::string_view text) {
            auto hits = named(kind);
            for (auto& hit : hits) {
              hit.likeness = similarity(normalise_company(hit.name), normalise_company(text));
            }
            std::erase_if(hits, [](const NameHit& hit) { return hit.likeness < 0.6; });
            return hits;
          }};
}

/// "on=2020-03-26 outcome=intent", '~' before what is inferred and '?' before a guess, by name.
std::string told(const TalkDraft& draft) {
  std::vector<std::string> parts;
  for (const auto& field : draft.fields) {
    const auto* mark = field.grade == Grade::stated     ? ""
                       : field.grade == Grade::inferred ? "~"
                                                        : "?";
    parts.push_back(mark + field.field + "=" + field.text);
  }
  std::sort(parts.begin(), parts.end());
  std::string line;
  for (const auto& part : parts) line += (line.empty() ? "" : " | ") + part;
  return line;
}

std::string read(const Words& words) { return told(read_talk(words, past, small_book())); }

struct Example {
  Words words;
  std::string read;
};

}  // namespace

TEST_CASE("loose words are read by what they are, in any order") {
  const std::vector<Example> examples = {
      {{"3月26日",
        "华凯集团",
        "董事长",
        "球墨铸铁",
        "意向",
        "谈妥合同内容",
        "建华区周五前寄合同",
        "下一步邀请来访"},
       "counterparts=华凯集团|董事长 | next_step=邀请来访 | on=2020-03-26 | outcome=intent | "
       "project=球墨铸铁系列产品制造 | promises=寄合同|建华区|2020-03-27 | summary=谈妥合同内容"},
      {{"意向", "精易诚", "昨天"},
       "counterparts=徐州精易诚食品有限公司 | on=2020-05-21 | outcome=intent"},
      {{"昨天", "华凯集团董事长王建国", "线上"},
       "counterparts=华凯集团|董事长王建国 | mode=online | on=2020-05-21"},
      {{"昨天", "王总", "华凯集团"}, "counterparts=华凯集团|王总 | on=2020-05-21"},
      {{"昨天", "华凯集团", "龙沙区委书记陈立军"},
       "counterparts=华凯集团 | on=2020-05-21 | participants=陈立军|龙沙区委书记"},
      {{"昨天", "济南温州商会", "在济南"},
       "counterparts=济南温州商会 | on=2020-05-21 | place=济南"},
      {{"昨天", "华凯集团", "10天内寄样品"},
       "on=2020-05-21 | promises=寄样品|华凯集团|2020-05-31 | ~counterparts=华凯集团"},
      {{"昨天", "华凯集团", "对方6月1日前提供清单", "下一步6月5日前邀请来访"},
       "counterparts=华凯集团 | next_due=2020-06-05 | next_step=邀请来访 | on=2020-05-21 | "
       "promises=提供清单|对方|2020-06-01"},
      {{"昨天", "华凯集团", "建华区", "周五前", "寄合同"},
       "counterparts=华凯集团 | on=2020-05-21 | promises=寄合同|建华区|2020-05-22"},
      {{"昨天", "华凯集团", "下一步", "邀请来访"},
       "counterparts=华凯集团 | next_step=邀请来访 | on=2020-05-21"},
  };
  for (const auto& example : examples) CHECK(read(example.words) == example.read);
}

TEST_CASE("a pasted sentence is read clause by clause") {
  CHECK(
      read(
          {"3月26日与华凯集团董事长洽谈球墨铸铁系列产品制造项目，达成合作意向，建华区周五前寄合同，"
           "下一步邀请来访。"}) ==
      "counterparts=华凯集团|董事长 | next_step=邀请来访 | on=2020-03-26 | outcome=intent | "
      "project=球墨铸铁系列产品制造 | promises=寄合同|建华区|2020-03-27");
}

TEST_CASE("what was said tells the outcome, unless it is denied or hoped for") {
  const auto outcome = [](const char* text) {
    const auto draft = read_talk({"昨天", "华凯集团", text}, past, small_book());
    return std::string(draft.text("outcome"));
  };
  CHECK(outcome("双方谈妥合同内容,达成初步意向") == "intent");
  CHECK(outcome("双方未达成投资意向，继续洽谈") == "");
  CHECK(outcome("力争年内签约，谈得很好") == "");
}

TEST_CASE("what fits nothing or only nearly is open") {
  const auto nothing = read_talk({"昨天", "华凯集团", "元宇宙"}, past, small_book());
  CHECK(nothing.open == std::vector<OpenWords>{{"元宇宙", "subject", {}, false}});
  CHECK(nothing.find("subject")->grade == Grade::guessed);
  const auto near = read_talk({"昨天", "精易成食品"}, past, small_book());
  CHECK(near.open ==
        std::vector<OpenWords>{{"精易成食品", "counterparts", {"徐州精易诚食品有限公司"}, true}});
}

TEST_CASE("where no firm is named the first word that fits nothing is one, for a guess") {
  const auto draft = read_talk({"昨天", "腾翔", "意向"}, past, small_book());
  CHECK(draft.open == std::vector<OpenWords>{{"腾翔", "counterparts", {}, false}});
  CHECK(told(draft) == "?counterparts=腾翔 | on=2020-05-21 | outcome=intent");
}

TEST_CASE("a note is read in blocks, with and without labels") {
  const auto blocks = read_blocks(
      "# a comment\n日期：3月26日\n企业：华凯集团|王总\n结果：意向\n期限：\n---\n"
      "昨天 精易诚 肉鸭全产业链 意向\n");
  REQUIRE(blocks.size() == 2);
  CHECK(told(read_block(blocks[0], past, small_book())) ==
        "counterparts=华凯集团|王总 | on=2020-03-26 | outcome=意向");
  CHECK(told(read_block(blocks[1], past, small_book())) ==
        "counterparts=徐州精易诚食品有限公司 | on=2020-05-21 | outcome=intent | "
        "project=肉鸭全产业链");
}

TEST_CASE("a draft written as a note reads back") {
  const auto draft = read_talk(
      {"昨天", "华凯集团", "王总", "意向", "建华区周五前寄合同", "下一步6月5日前邀请来访"},
      past,
      small_book());
  const auto blocks = read_blocks(write_block(draft, true));
  REQUIRE(blocks.size() == 1);
  CHECK(told(read_block(blocks[0], past, small_book())) == told(draft));
}
