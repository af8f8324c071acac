// Reports read into drafts: a set of made-up texts with the records they tell of, whose score may
// not fall, and texts cut and joined at random.
#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "../catch.hpp"
#include "leadbook/domain/record/kind_facts.hpp"
#include "leadbook/service/draft/report.hpp"

namespace {

using leadbook::Kind;
using leadbook::service::DraftRecord;
using leadbook::service::read_report;

const leadbook::Day today = *leadbook::parse_iso_day("2020-05-22");

struct Example {
  std::string text;
  std::vector<std::string> records;  // as `told` says them, in any order
};

/// A record by what tells it from others: "signing 鹅毛加工项目 320,000,000.00 CNY 2020-05-19".
std::string told(const DraftRecord& record) {
  std::string line(leadbook::facts_of(record.kind).identifier);
  const auto add = [&](std::string_view field) {
    if (!record.text(field).empty()) line += " " + std::string(record.text(field));
  };
  if (record.kind == Kind::figure) {
    add("printed");
    return line;
  }
  if (record.kind == Kind::delegation) {
    for (const auto* field : {"leader", "starts", "stops"}) add(field);
    return line;
  }
  if (record.kind == Kind::negotiation) {
    for (const auto* field : {"counterparts", "on", "outcome"}) add(field);
    return line;
  }
  for (const auto* field :
       {"name", "title", "project", "planned_investment", "amount", "moves", "kind", "due"})
    add(field);
  if (record.kind != Kind::project) add("on");
  return line;
}

/// To teach the reader a phrase, add it to its table and a sentence with it here.
const std::vector<Example>& examples() {
  static const std::vector<Example> table = {
      {"云溪县赴浙江招商\n2020-04-20 来源:云溪县融媒体中心\n"
       "4月15日至17日,县长林志远率队赴杭州、宁波开展招商,"
       "先后走访了杭州青禾机电有限公司、宁波港城商会,就农机配件项目深入洽谈。"
       "双方初步达成合作意向。林志远要求,各部门要紧盯线索,力争项目早日签约。",
       {"company 杭州青禾机电有限公司 enterprise",
        "company 宁波港城商会 chamber_of_commerce",
        "project 农机配件项目 negotiating|2020-04-15..2020-04-17",
        "delegation 林志远 2020-04-15 杭州; 宁波",
        "negotiation 杭州青禾机电有限公司 2020-04-15..2020-04-17 intent",
        "negotiation 宁波港城商会 2020-04-15..2020-04-17 intent"}},
      {"拜泉县签下3个项目\n2020-05-12 来源:拜泉县政府网\n"
       "5月11日,拜泉县举行招商引资项目集中签约仪式,3个项目签约,协议总投资6.5亿元:\n"
       "1.南京启明食品——鹅肥肝深加工项目,3亿元;\n2.大连北海粮油——杂粮烘焙项目,2亿元;\n3."
       "沈阳宏图包装——纸浆模塑项目,1.5亿元。",
       {"company 南京启明食品 enterprise",
        "company 大连北海粮油 enterprise",
        "company 沈阳宏图包装 enterprise",
        "project 鹅肥肝深加工项目 300,000,000.00 CNY signed|2020-05-11",
        "project 杂粮烘焙项目 200,000,000.00 CNY signed|2020-05-11",
        "project 纸浆模塑项目 150,000,000.00 CNY signed|2020-05-11",
        "signing 鹅肥肝深加工项目 300,000,000.00 CNY contract 2020-05-11",
        "signing 杂粮烘焙项目 200,000,000.00 CNY contract 2020-05-11",
        "signing 纸浆模塑项目 150,000,000.00 CNY contract 2020-05-11",
        "event 招商引资项目集中签约仪式 signing_ceremony 2020-05-11",
        "figure 3个",
        "figure 6.5亿元"}},
      {"1至4月,克山县新签约项目12个,到位资金4.6亿元,完成全年目标任务10亿元的46%。",
       {"figure 12个", "figure 4.6亿元"}},
      {"2020年3月9日,龍江縣與上海恒岳牧業有限公司簽訂奶山羊養殖項目框架協議,總投資八億元。",
       {"company 上海恒岳牧業有限公司 enterprise",
        "project 奶山羊養殖項目 800,000,000.00 CNY intent|2020-03-09",
        "signing 奶山羊養殖項目 800,000,000.00 CNY framework 2020-03-09"}},
      {"园区项目调度会上,企业反映了供电不足、融资难等问题,副县长赵岩要求,县住建局要在4月25日前办结施工许可证。",
       {"task 供电不足 obstacle",
        "task 融资难 obstacle",
        "task 县住建局要在4月25日前办结施工许可证 directive 2020-04-25"}},
      {"On May 8, Jiang Hua, mayor of Qiqihar, led a delegation to Beijing and held talks with "
       "Beijing Runhe Food Co., Ltd. "
       "on a soybean protein processing project.",
       {"company Beijing Runhe Food Co., Ltd. enterprise",
        "delegation Jiang Hua 2020-05-08 Beijing",
        "project soybean protein processing project negotiating|2020-05-08",
        "negotiation Beijing Runhe Food Co., Ltd. 2020-05-08 exchange"}},
      {"五一期间,全县干部职工义务植树,共栽下云杉2000余株。县委书记强调,"
       "要全力推动招商引资项目早落地、早开工。",
       {}},
      {"收到,明天上午九点开会,请各位带好材料。", {}},
  };
  return table;
}

}  // namespace

TEST_CASE("what made-up reports tell of is found, and little else") {
  int hits = 0;
  int wrong = 0;
  int missed = 0;
  for (const auto& example : examples()) {
    auto expected = example.records;
    for (const auto& record : read_report(example.text, today).records) {
      const auto line = told(record);
      const auto found = std::find(expected.begin(), expected.end(), line);
      if (found == expected.end()) {
        ++wrong;
        UNSCOPED_INFO("not expected: " << line);
      } else {
        ++hits;
        expected.erase(found);
      }
    }
    missed += static_cast<int>(expected.size());
    for (const auto& line : expected) UNSCOPED_INFO("missed: " << line);
  }
  const double precision = hits / static_cast<double>(hits + wrong);
  const double recall = hits / static_cast<double>(hits + missed);
  CHECK(precision >= 0.97);
  CHECK(recall >= 0.97);
}

TEST_CASE("texts cut and joined anywhere are read, and each draft lies within its text") {
  std::mt19937 random(20200522);
  std::string all;
  for (const auto& example : examples()) all += example.text + "\n";
  for (int round = 0; round < 400; ++round) {
    std::string text;
    const auto pieces = 1 + random() % 4;
    for (unsigned piece = 0; piece < pieces; ++piece) {
      auto begin = random() % all.size();
      auto end = std::min(all.size(), begin + random() % 400);
      const auto inside = [&](std::size_t at) {
        return at < all.size() && (static_cast<unsigned char>(all[at]) & 0xC0) == 0x80;
      };
      while (inside(begin)) ++begin;
      while (inside(end)) ++end;
      if (begin < end) text += all.substr(begin, end - begin);
    }
    INFO(text);
    const auto draft = read_report(text, today);
    for (const auto& record : draft.records) {
      CHECK(record.begin <= record.end);
      CHECK(record.end <= text.size());
      CHECK_FALSE(record.fields.empty());
    }
  }
}
