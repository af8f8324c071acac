#include "service/draft/persons.hpp"

#include <algorithm>
#include <array>

#include "leadbook/text/ascii.hpp"
#include "service/draft/letters.hpp"

namespace leadbook::service::drafting {
namespace {

// The post_endings by which a report introduces the leader of a trip; each ends a longer one.
constexpr std::string_view post_endings[] = {
    "书记",     "县长",   "区长",   "市长",   "旗长",   "盟长",       "州长",
    "镇长",     "乡长",   "主席",   "主任",   "常委",   "局长",       "部长",
    "秘书长",   "调研员", "专员",   "组长",   "巡视员", "党组成员",   "副处长",
    "处长",     "院长",   "所长",   "会长",   "行长",   "委员",       "市领导",
    "县领导",   "区领导", "州领导", "旗领导", "盟领导", "常委会主任", "县处级干部",
    "县级干部", "大队长", "省长",   "科长",   "站长",   "指挥长",     "负责人"};

/// Posts of the other side: their holders lead no trip of the county.
constexpr std::string_view their_posts[] = {
    "董事长", "总经理", "总裁", "经理", "首席执行官", "董事", "会长", "院长", "行长"};

constexpr std::string_view surnames =
    "王李张刘陈杨黄赵周吴徐孙朱马胡郭林何高梁郑罗宋谢唐韩曹许邓萧冯曾程蔡彭潘袁于董余苏叶吕魏蒋田杜"
    "丁沈姜范江傅钟卢汪戴崔任陆廖姚方金邱夏谭韦贾邹石熊"
    "孟秦阎薛侯雷白龙段郝孔邵史毛常万顾赖武康贺严尹钱施牛洪龚汤陶黎温莫易樊乔文安殷颜庄章鲁倪庞邢俞"
    "翟蓝聂丛岳齐向柴柳甘冉关尤涂窦耿代祁闫梅岑"
    "卜毕包边卞薄柏鲍卓查柴车成池褚楚迟刁狄东都窦鄂费封符丰伏扶富干戈葛耿宫弓巩勾古谷桂过海杭郝和衡"
    "花华宦霍姬吉计纪季冀简焦揭解靳荆景居鞠"
    "阚柯寇匡邝况蓝郎劳冷利连练廉凌蔺娄鹿路栾骆麻满茅冒苗闵明缪牟木穆那南能宁农欧区潘皮平蒲朴浦戚漆"
    "强仇裘曲屈瞿全权阙冉饶荣容阮商尚佘申盛师时寿舒束双司水宿隋遂"
    "邰覃滕佟童屠宛危卫翁邬巫伍习席冼咸项辛胥幸宣续荀鄢晏阳仰伊应英尤游虞郁喻元原苑藏臧战湛仉展佀支"
    "植智仲竺祝诸禚宗左芮么才仝乌云佘佴僧冀党公卿印缪闾揣綦";

constexpr std::string_view double_surnames[] = {
    "欧阳", "司马", "上官", "诸葛", "慕容", "司徒", "尉迟", "夏侯", "皇甫", "长孙", "宇文", "东方"};

/// What goes on after a name: a verb, a preposition, a sign.
constexpr std::string_view name_followers[] = {
    "率",   "带",   "一行", "赴",   "前往", "与",   "和",   "同",   "到",   "会见", "会同", "出席",
    "主持", "参加", "参与", "说",   "指出", "强调", "要求", "表示", "介绍", "调研", "在",   "等",
    "签",   "致辞", "宣布", "陪同", "及",   "、",   ",",    "。",   ";",    " ",    "(",    ")",
    "深入", "先后", "分别", "共同", "组织", "召开", "向",   "对",   "为",   "代表", "作",   "就",
    "围绕", "走访", "拜访", "考察", "来到", "接待", "接受", "受",   "近日", "日前", "于",   "认为",
    "希望", "告诉", "还",   "又",   "亲自", "再次", "随",   "最后", "首先", "详细", "实地", "专程",
    "抵达", "奔赴", "讲话", "发言", "见",   "洽谈", "座谈", "商谈", "谈",   "同志", "代",   "也",
    "将",   "牵头", "陪",   "赶",   "去",   "进行", "做",   "听取", "看",   "察",   "率队", ":",
    "主",   "携",   "从",   "以",   "跑",   "当",   "上",   "下",   "一同", "连"};

bool is_surname(std::string_view character) {
  return !character.empty() && surnames.find(character) != std::string_view::npos;
}

/// Bytes of the Chinese name a text begins with; 0 where there is none.
std::size_t name_length(std::string_view text) {
  const auto first = first_character(text);
  const auto pair = word_at_start(text, double_surnames);
  if (pair.empty() && !is_surname(first)) return 0;
  // 王 某 某: an inner space sets names of two characters apart.
  auto length = pair.empty() ? first.size() : pair.size();
  for (int given = 0; given < 2; ++given) {
    const auto next = first_character(text.substr(length));
    if (next.empty() || !begins_with_han(next)) return given > 0 ? length : 0;
    if (given > 0 && !word_at_start(text.substr(length), name_followers).empty()) {
      // 张小平 of 张小平到..., 刘军 of 刘军率...: the shorter, unless the longer is followed as
      // well.
      const auto longer = text.substr(length + next.size());
      if (longer.empty() || word_at_start(longer, name_followers).empty()) return length;
      constexpr std::string_view verbs[] = {
          "率", "带",   "一行", "前往", "赴",   "会见", "会同", "到",   "主持", "出席", "在", "与",
          "和", "调研", "强调", "要求", "介绍", "表示", "指出", "致辞", "宣布", "讲话", "说", "就"};
      if (!word_at_start(text.substr(length), verbs).empty()) return length;
    }
    length += next.size();
  }
  const auto behind = text.substr(length);
  if (behind.empty() || !word_at_start(behind, name_followers).empty()) return length;
  return length;
}

/// Where the chain of post_endings that ends at `end` begins: 市人大常委会副主任、县委书记.
std::size_t posts_begin(std::string_view text, std::size_t end) {
  std::size_t begin = end;
  while (begin > 0) {
    const auto before = text.substr(0, begin);
    if (before.ends_with("、")) {
      const auto chain = before.substr(0, before.size() - std::string_view("、").size());
      if (word_at_end(chain, post_endings).empty()) break;
      begin -= std::string_view("、").size();
      continue;
    }
    if (!ends_with_han(before)) break;
    constexpr std::string_view breaks[] = {
        "近日", "日前", "上午", "下午", "由", "日", "在", "月",   "和",   "与", "等", "同",
        "了",   "随后", "时",   "间",   "期", "年", "的", "会上", "长期", "见", "讯"};
    const auto stop = word_at_end(before, breaks);
    if (!stop.empty()) break;
    begin -= last_length(before);
    if (end - begin > 120) break;
  }
  return begin;
}

std::vector<Official> find_chinese(std::string_view text, std::size_t offset) {
  std::vector<Official> found;
  for (std::size_t at = 0; at < text.size();) {
    const auto hit = find_word(text, post_endings, at);
    if (!hit) break;
    const auto end = hit->at + hit->word.size();
    at = end;
    // The longest post that ends here is the whole word; what name_followers must be a name.
    const auto length = name_length(text.substr(end));
    // 王局长带队: only the family name, before the post.
    const auto family = last_character(text.substr(0, hit->at));
    if (length == 0 && hit->word != "负责人" && is_surname(family) &&
        text.substr(end).starts_with("带")) {
      found.push_back(
          {{offset + hit->at - family.size(), offset + end}, {offset + hit->at, offset + end}});
    }
    if (length == 0) continue;
    if (!word_at_end(text.substr(0, end), their_posts).empty()) continue;
    const Official first{{offset + end, offset + end + length},
                         {offset + posts_begin(text, hit->at), offset + end}};
    found.push_back(first);
    at = end + length;
    // 市领导李洪国、王兆宪、姚卿
    while (text.substr(at).starts_with("、")) {
      const auto next = at + std::string_view("、").size();
      const auto more = name_length(text.substr(next));
      if (more == 0 || word_at_start(text.substr(next + more), name_followers).empty()) break;
      found.push_back({{offset + next, offset + next + more}, first.post});
      at = next + more;
    }
  }
  return found;
}

bool is_word_start(std::string_view text, std::size_t at) {
  return at == 0 || !(text::is_small_letter(text[at - 1]) || text::is_capital(text[at - 1]));
}

/// Bytes of two or three capitalised words.
std::size_t english_name(std::string_view text) {
  std::size_t length = 0;
  int words = 0;
  while (length < text.size() && text::is_capital(text[length])) {
    std::size_t end = length;
    while (end < text.size() && (text::is_small_letter(text[end]) || text::is_capital(text[end]) ||
                                 text[end] == '\'' || text[end] == '-'))
      ++end;
    const auto word = text.substr(length, end - length);
    constexpr std::string_view no_names[] = {"Standing",
                                             "Committee",
                                             "Party",
                                             "CPC",
                                             "County",
                                             "District",
                                             "City",
                                             "Secretary",
                                             "Vice",
                                             "Mayor",
                                             "Head",
                                             "Deputy",
                                             "Municipal",
                                             "People",
                                             "Provincial",
                                             "Chairman",
                                             "Member",
                                             "Governor",
                                             "Director"};
    if (std::find(std::begin(no_names), std::end(no_names), word) != std::end(no_names)) break;
    length = end;
    ++words;
    if (words == 3 || length >= text.size() || text[length] != ' ') break;
    if (length + 1 >= text.size() || !text::is_capital(text[length + 1])) break;
    ++length;
  }
  if (length > 0 && text[length - 1] == ' ') --length;
  return words >= 2 ? length : 0;
}

std::vector<Official> find_english(std::string_view text, std::size_t offset) {
  constexpr std::string_view titles[] = {"Vice Chairman",
                                         "Chairman",
                                         "Secretary",
                                         "Mayor",
                                         "mayor",
                                         "Head of",
                                         "head of",
                                         "Party chief",
                                         "Party secretary",
                                         "Vice Mayor",
                                         "vice mayor",
                                         "Deputy Mayor",
                                         "deputy mayor",
                                         "Deputy Head",
                                         "deputy head",
                                         "Governor",
                                         "governor",
                                         "magistrate",
                                         "Magistrate",
                                         "county head",
                                         "vice governor",
                                         "director of",
                                         "Director of",
                                         "secretary of",
                                         "chairman of",
                                         "deputy secretary",
                                         "Deputy Secretary",
                                         "Member of the Standing Committee",
                                         "member of the Standing Committee",
                                         "county chief",
                                         "party secretary"};
  std::vector<Official> found;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!text::is_capital(text[at]) || !is_word_start(text, at)) continue;
    const auto length = english_name(text.substr(at));
    if (length == 0) continue;
    const auto behind = text.substr(at + length);
    // "Ai Jiang, head of Wudang district in Guiyang, took"
    if (behind.starts_with(", ") || behind.starts_with(" (")) {
      auto rest = behind.substr(2);
      if (rest.starts_with("the ")) rest.remove_prefix(4);
      const auto title = word_at_start(rest, titles);
      if (!title.empty()) {
        const auto begin = at + length + (behind.size() - rest.size());
        auto end = std::min(rest.find_first_of(",)"), rest.size());
        found.push_back(
            {{offset + at, offset + at + length}, {offset + begin, offset + begin + end}});
        at += length;
        continue;
      }
    }
    // "Mayor Han Dayong of Keshan County"
    const auto before = text.substr(0, at);
    if (before.ends_with(" ")) {
      const auto title = word_at_end(before.substr(0, before.size() - 1), titles);
      if (!title.empty()) {
        found.push_back({{offset + at, offset + at + length},
                         {offset + at - 1 - title.size(), offset + at - 1}});
      }
    }
    at += length;
  }
  return found;
}

}  // namespace

std::vector<Official> find_officials(std::string_view text, std::size_t offset) {
  auto found = find_chinese(text, offset);
  if (found.empty()) found = find_english(text, offset);
  return found;
}

}  // namespace leadbook::service::drafting
