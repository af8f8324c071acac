#include <string>
#include <utility>

#include "catch.hpp"
#include "leadbook/domain/place/characters.hpp"
#include "leadbook/domain/naming/name_match.hpp"
#include "leadbook/domain/place/division.hpp"
#include "leadbook/text/utf8.hpp"

using leadbook::normalise_company;

TEST_CASE("one company is one name whatever its form, place, script, width and spacing") {
  for (const char* name : {"徐州精易诚食品有限公司",
                           "徐州市精易诚食品有限责任公司",
                           "江苏省徐州市精易诚食品股份有限公司",
                           "精易诚食品",
                           "精易诚食品集团",
                           "精易诚食品(集团)有限公司",
                           "精易诚食品（徐州）有限公司",
                           "徐州精易誠食品有限公司",
                           "徐州 精易诚 食品 有限公司",
                           "精易诚食品控股集团有限公司",
                           "精易诚食品 Co., Ltd.",
                           "精易诚食品·有限公司",
                           "　精易诚食品　"}) {
    INFO(name);
    CHECK(normalise_company(name) == "精易诚食品");
  }
  for (const char* name : {"Xuzhou Jingyicheng Food Co., Ltd.",
                           "XUZHOU JINGYICHENG FOOD CO.,LTD",
                           "Jingyicheng Food Company Limited",
                           "Jingyicheng Food Ltd",
                           "Jingyicheng Food Group",
                           "Jingyicheng Food (Xuzhou) Co Ltd",
                           "Jingyicheng Food Holdings Inc.",
                           "Xuzhou City Jingyicheng Food Corp.",
                           "ＪｉｎｇＹｉＣｈｅｎｇ　Ｆｏｏｄ",
                           "The Jingyicheng-Food Group",
                           "Jiangsu Xuzhou Jingyicheng Food Co.Ltd."}) {
    INFO(name);
    CHECK(normalise_company(name) == "jingyicheng food");
  }
}

TEST_CASE("a place stays where without it only a trade or another place would be left") {
  const std::pair<const char*, const char*> names[] = {
      {"北京银行股份有限公司", "北京银行"},
      {"上海银行", "上海银行"},
      {"青岛啤酒股份有限公司", "青岛啤酒"},
      {"大庆油田有限责任公司", "大庆油田"},
      {"东方电气集团有限公司", "东方电气"},
      {"齐齐哈尔市总商会", "齐齐哈尔市总商会"},
      {"广东省黑龙江商会", "广东省黑龙江商会"},
      {"浙江省黑龙江商会", "浙江省黑龙江商会"},
      {"铁锋区人民政府", "铁锋区人民政府"},
      {"青龙满族自治县食品公司", "青龙满族自治县食品"},
      {"Bank of Beijing Co., Ltd.", "bank of beijing"},
      {"Qingdao Beer Co., Ltd.", "qingdao beer"},
      {"Shenzhen Trading Co., Ltd.", "shenzhen trading"},
  };
  for (const auto& [name, normal] : names) {
    INFO(name);
    CHECK(normalise_company(name) == normal);
  }
}

TEST_CASE("a brand that begins like a small place keeps its beginning") {
  const std::pair<const char*, const char*> names[] = {
      {"阿里巴巴(中国)有限公司", "阿里巴巴"},
      {"阿里巴巴网络技术有限公司", "阿里巴巴网络技术"},
      {"东方希望集团有限公司", "东方希望"},
      {"新华书店", "新华书店"},
      {"拜泉精易诚食品有限公司", "精易诚食品"},
      {"拜泉飞鹤乳品有限公司", "拜泉飞鹤乳品"},
      {"黑龙江省齐齐哈尔市拜泉县鹤城肉鸭有限公司", "鹤城肉鸭"},
      {"苏州工业园区明基电脑有限公司", "明基电脑"},
      {"内蒙古伊利实业集团股份有限公司", "伊利实业"},
      {"香港恒生集团", "恒生"},
      {"Inner Mongolia Mengniu Dairy (Group) Co., Ltd.", "mengniu dairy"},
      {"Xi'an Longi Green Energy", "longi green energy"},
      {"Hong Kong Hang Seng Ltd", "hang seng"},
  };
  for (const auto& [name, normal] : names) {
    INFO(name);
    CHECK(normalise_company(name) == normal);
  }
}

TEST_CASE("a bracket goes with its place or form but not with a name of its own") {
  const std::pair<const char*, const char*> names[] = {
      {"飞鹤（甘南）乳品有限公司", "飞鹤乳品"},
      {"飞鹤(中国)", "飞鹤"},
      {"国投基金管理中心（有限合伙）", "国投基金管理中心"},
      {"大秦(龙腾)会计师事务所(特殊普通合伙)", "大秦龙腾会计师事务所"},
      {"Siemens (China) Ltd.", "siemens"},
      {"Haier [Qingdao", "haier qingdao"},
      {"(北京)", "北京"},
  };
  for (const auto& [name, normal] : names) {
    INFO(name);
    CHECK(normalise_company(name) == normal);
  }
}

TEST_CASE("no name is reduced to nothing") {
  const std::pair<const char*, const char*> names[] = {
      {"有限公司", "有限公司"},
      {"集团", "集团"},
      {"Group Holdings", "group"},
      {"Co., Ltd.", "co"},
      {"北京", "北京"},
      {"北京市", "北京市"},
      {"Beijing", "beijing"},
      {"——", "——"},
      {" ... ", "..."},
      {"", ""},
      {"鸭有限公司", "鸭有限公司"},
      {"the ", "the"},
      {"3M Company", "3m"},
      {"中国", "中国"},
      {"🦆 有限公司", "🦆有限公司"},
  };
  for (const auto& [name, normal] : names) {
    INFO(name);
    CHECK(normalise_company(name) == normal);
  }
}

TEST_CASE("a branch is not its company") {
  CHECK(normalise_company("飞鹤乳品北京分公司") == "飞鹤乳品北京分公司");
}

TEST_CASE("a place as a whole name stays itself") {
  for (const auto& division : leadbook::all_divisions()) {
    // The name of a zone begins with its city as a company's does.
    if (division.code.size() == 6 && division.code[4] == '7') continue;
    INFO(division.name);
    REQUIRE(normalise_company(division.name) == division.name);
  }
}

TEST_CASE("any bytes are normalised to strict UTF-8, and again to the same") {
  for (const char* name : {"\xFF\xFE",
                           "徐州\x80精易诚",
                           "a\xCC\x81 Ltd",
                           "((((",
                           "）北京（",
                           "e\xCC\x81lan Ltd",
                           "Société Générale S.A.",
                           "ООО Ромашка",
                           "株式会社トヨタ",
                           "삼성 Co., Ltd."}) {
    INFO(name);
    const std::string normal = normalise_company(name);
    CHECK_FALSE(normal.empty());
    CHECK_FALSE(leadbook::text::first_bad_byte(normal));
    CHECK(normalise_company(normal) == normal);
  }
  CHECK(normalise_company("Société Générale S.A.") == "société générale");
}

TEST_CASE("Traditional characters become Simplified, others stay") {
  const std::pair<const char32_t*, const char32_t*> texts[] = {
      {U"齊齊哈爾", U"齐齐哈尔"},
      {U"訥河", U"讷河"},
      {U"鐵鋒", U"铁锋"},
      {U"廣東", U"广东"},
      {U"乾县", U"乾县"},
      {U"abcé", U"abcé"},
      {U"聯發國際實業", U"联发国际实业"},
      {U"臺灣", U"台湾"},
  };
  for (const auto& [traditional, simplified] : texts) {
    std::u32string text;
    for (const char32_t code : std::u32string_view(traditional)) text += leadbook::simplify(code);
    CHECK(leadbook::text::encode(text) == leadbook::text::encode(simplified));
  }
}
