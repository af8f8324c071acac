#include "service/prose/phrases.hpp"

#include <string>

#include "leadbook/text/ascii.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::service::phrases {
namespace {

using enum Side;

// The longer before the shorter it ends in.
constexpr Post posts[] = {
    {"副董事长", theirs},   {"董事长", theirs},    {"执行董事", theirs},
    {"董事", theirs},       {"副总经理", theirs},  {"总经理", theirs},
    {"副总裁", theirs},     {"总裁", theirs},      {"总工程师", theirs},
    {"副会长", theirs},     {"会长", theirs},      {"秘书长", theirs},
    {"理事长", theirs},     {"总监", theirs},      {"项目经理", theirs},
    {"副经理", theirs},     {"经理", theirs},      {"首席执行官", theirs},
    {"创始人", theirs},     {"合伙人", theirs},    {"法人代表", theirs},
    {"负责人", theirs},     {"代表", theirs},      {"厂长", theirs},
    {"厂長", theirs},       {"董事長", theirs},    {"總經理", theirs},
    {"主席", theirs},       {"总", theirs},        {"區長", ours},
    {"縣長", ours},         {"局長", ours},        {"副书记", ours},
    {"市委书记", ours},     {"县委书记", ours},    {"区委书记", ours},
    {"书记", ours},         {"副市长", ours},      {"市长", ours},
    {"副县长", ours},       {"县长", ours},        {"副区长", ours},
    {"区长", ours},         {"副局长", ours},      {"局长", ours},
    {"副主任", ours},       {"主任", ours},        {"副科长", ours},
    {"科长", ours},         {"副镇长", ours},      {"镇长", ours},
    {"常委", ours},         {"处长", ours},        {"chairman", theirs},
    {"chairwoman", theirs}, {"ceo", theirs},       {"general manager", theirs},
    {"manager", theirs},    {"president", theirs}, {"director", theirs},
    {"mayor", ours},        {"secretary", ours}};

constexpr std::string_view firms[] = {"公司",
                                      "集团",
                                      "商会",
                                      "协会",
                                      "联合会",
                                      "基金",
                                      "银行",
                                      "研究院",
                                      "研究所",
                                      "合作社",
                                      "商會",
                                      "集團",
                                      "協會",
                                      "学会",
                                      "企业",
                                      "工厂",
                                      "平台",
                                      "总部",
                                      "事务所",
                                      "大学",
                                      "ltd",
                                      "ltd.",
                                      "inc",
                                      "inc.",
                                      "corp",
                                      "corp.",
                                      "group",
                                      "company",
                                      "gmbh",
                                      "llc",
                                      "chamber of commerce",
                                      "association",
                                      "fund"};

constexpr std::string_view projects[] = {"项目",
                                         "項目",
                                         "产业园",
                                         "工业园",
                                         "园区",
                                         "基地",
                                         "生产线",
                                         "产业链",
                                         "工程",
                                         "电站",
                                         "风电场",
                                         "加工厂",
                                         "综合体",
                                         "物流园",
                                         "project",
                                         "park",
                                         "plant",
                                         "chain",
                                         "wind farm"};

constexpr std::string_view parties[] = {"局",   "区",   "县",   "市",   "委",   "办",   "方",
                                        "科",   "院",   "公司", "集团", "商会", "部门", "专班",
                                        "企业", "中心", "政府", "镇",   "乡",   "园",   "對方",
                                        "局長", "长",   "总",   "經理"};

constexpr std::string_view sentence_signs[] = {
    "谈",   "达成", "签",   "介绍", "参观", "表示", "希望", "同意", "提出", "商",   "讨论", "了解",
    "推进", "合作", "邀请", "对接", "交换", "交流", "考察", "查看", "愿意", "意见", "关注", "建议",
    "要求", "准备", "计划", "拟",   "已",   "将",   "，",   "。",   "；",   ",",    " ",    "！"};

constexpr std::string_view next_steps[] = {
    "下一步", "下步", "接下来", "下阶段", "后续", "next step", "next:", "next "};
constexpr std::string_view meetings[] = {
    "拜访了", "拜访", "走访了", "走访", "会见了", "会见", "接待了",    "接待", "约见",     "对接了",
    "見",     "与",   "與",     "同",   "和",     "赴",   "met with ", "met ", "visited ", "with "};
constexpr std::string_view talks[] = {"进行了洽谈",
                                      "进行洽谈",
                                      "举行会谈",
                                      "会谈",
                                      "座谈",
                                      "洽谈了",
                                      "洽谈",
                                      "商谈",
                                      "交流了",
                                      "就",
                                      "围绕",
                                      "关于",
                                      "谈了",
                                      "谈",
                                      "about "};
constexpr std::string_view places[] = {"地点：", "地点:", "地点", "在", "于", "at ", "in "};
constexpr std::string_view closings[] = {"进行了深入洽谈",
                                         "进行了洽谈",
                                         "进行洽谈",
                                         "进行会谈",
                                         "进行座谈",
                                         "举行会谈",
                                         "进行对接",
                                         "进行了对接",
                                         "展开洽谈",
                                         "会谈",
                                         "洽谈",
                                         "座谈",
                                         "达成",
                                         "商谈",
                                         "见面"};

/// Whatever the case of Latin letters.
bool begins_with(std::string_view text, std::string_view start) {
  if (text.size() < start.size()) return false;
  for (std::size_t at = 0; at < start.size(); ++at) {
    if (text::to_small(text[at]) != start[at]) return false;
  }
  return true;
}

template <std::size_t count>
std::optional<std::string_view> behind(std::string_view text,
                                       const std::string_view (&starts)[count]) {
  for (const auto start : starts) {
    if (begins_with(text, start)) {
      auto rest = text.substr(start.size());
      for (const std::string_view mark : {"：", ":", "，", ",", " "}) {
        while (rest.starts_with(mark)) rest.remove_prefix(mark.size());
      }
      return text::trim(rest);
    }
  }
  return {};
}

template <std::size_t count>
bool ends_with_any(std::string_view text, const std::string_view (&ends)[count]) {
  const auto folded = text::fold(text);
  for (const auto end : ends) {
    if (folded.size() > end.size() && folded.ends_with(end)) return true;
  }
  return false;
}

/// Whether what stands right before a place in a text takes back what stands there.
bool is_denied(std::string_view before) {
  constexpr std::string_view denials[] = {"未",
                                          "没",
                                          "沒",
                                          "不",
                                          "力争",
                                          "争取",
                                          "拟",
                                          "将",
                                          "推动",
                                          "促成",
                                          "希望",
                                          "尽快",
                                          "早日",
                                          "not ",
                                          "hope",
                                          "aim"};
  constexpr std::size_t nearby = 18;  // bytes: six Han
  const auto near = before.substr(before.size() > nearby ? before.size() - nearby : 0);
  for (const auto denial : denials) {
    if (near.find(denial) != std::string_view::npos) return true;
  }
  return false;
}

struct OutcomePhrase {
  std::string_view phrase;
  Outcome outcome;
};

// The strongest first.
constexpr OutcomePhrase outcomes[] = {{"谈判破裂", Outcome::broken_off},
                                      {"终止合作", Outcome::broken_off},
                                      {"中止洽谈", Outcome::broken_off},
                                      {"意向书", Outcome::intent},
                                      {"意向协议", Outcome::intent},
                                      {"签约", Outcome::signed_},
                                      {"签订", Outcome::signed_},
                                      {"签署", Outcome::signed_},
                                      {"合作意向", Outcome::intent},
                                      {"初步意向", Outcome::intent},
                                      {"达成意向", Outcome::intent},
                                      {"投资意向", Outcome::intent},
                                      {"意向", Outcome::intent},
                                      {"共识", Outcome::consensus},
                                      {"intention", Outcome::intent},
                                      {"intent", Outcome::intent},
                                      {"signed", Outcome::signed_},
                                      {"consensus", Outcome::consensus}};

}  // namespace

std::optional<Post> post_at_end(std::string_view text) {
  const auto folded = text::fold(text);
  for (const auto& post : posts) {
    if (folded.ends_with(post.title)) return post;
  }
  return {};
}

std::optional<Post> post_at_start(std::string_view text) {
  const auto folded = text::fold(text);
  for (const auto& post : posts) {
    if (post.title != "总" && folded.starts_with(post.title)) return post;
  }
  return {};
}

bool ends_as_firm(std::string_view text) { return ends_with_any(text, firms); }
bool ends_as_project(std::string_view text) { return ends_with_any(text, projects); }
bool ends_as_party(std::string_view text) { return ends_with_any(text, parties); }

bool reads_as_sentence(std::string_view text) {
  for (const auto sign : sentence_signs) {
    if (text.find(sign) != std::string_view::npos) return true;
  }
  return false;
}

std::optional<std::string_view> behind_next_step(std::string_view text) {
  return behind(text, next_steps);
}
std::optional<std::string_view> behind_meeting(std::string_view text) {
  return behind(text, meetings);
}
std::optional<std::string_view> behind_talking(std::string_view text) {
  return behind(text, talks);
}
std::optional<std::string_view> behind_place(std::string_view text) { return behind(text, places); }

std::string_view before_talking(std::string_view text) {
  for (const auto closing : closings) {
    if (text.size() > closing.size() && text.ends_with(closing)) {
      return text.substr(0, text.size() - closing.size());
    }
  }
  return text;
}

std::optional<NegotiationMode> mode_said(std::string_view text) {
  for (const std::string_view verb : {"拜访", "走访", "赴", "visited "}) {
    if (text.starts_with(verb)) return NegotiationMode::onsite;
  }
  for (const std::string_view verb : {"接待", "会见"}) {
    if (text.starts_with(verb)) return NegotiationMode::reception;
  }
  return {};
}

std::optional<Outcome> outcome_said(std::string_view text) {
  const auto folded = text::fold(text);
  for (const auto& [phrase, outcome] : outcomes) {
    const auto at = folded.find(phrase);
    if (at == std::string::npos) continue;
    if (!is_denied(std::string_view(folded).substr(0, at))) return outcome;
  }
  return {};
}

}  // namespace leadbook::service::phrases
