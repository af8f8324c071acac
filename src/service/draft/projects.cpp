#include "service/draft/projects.hpp"

#include <algorithm>

#include "leadbook/text/ascii.hpp"
#include "service/draft/letters.hpp"
#include "service/draft/phrases.hpp"
#include "service/draft/places.hpp"

namespace leadbook::service::drafting {
namespace {

constexpr std::string_view project_word = "项目";

/// What a project's name ends in where 项目 does not follow.
constexpr std::string_view builds[] = {
    "产业园",   "工业园", "科技园",   "物流园",   "生产基地", "产业基地", "基地",
    "生产线",   "商贸城", "小镇",     "综合体",   "度假区",   "隧道",     "风电场",
    "电站",     "加工厂", "物流中心", "研发中心", "数据中心", "智算中心", "工程",
    "砖厂",     "示范园", "创业园",   "商业广场", "酒店",     "示范区",   "田园综合体",
    "总部基地", "孵化园", "景区",     "水库",     "总部"};

/// Words behind which the title of a project begins.
constexpr std::string_view title_starts[] = {
    "投资建设的", "投资建设", "投资的", "投资",   "建设的", "实施的", "实施",     "引进的",
    "引进",       "推进",     "洽谈",   "就",     "围绕",   "对接",   "签订了",   "签订",
    "签约了",     "签约",     "签署了", "签署",   "签下",   "达成",   "的",       "了",
    "为",         "是",       "主要有", "还有",   "以及",   "将",     "在",       "其中",
    "包括",       "如",       "商谈",   "推介",   "考察",   "参观",   "调研",     "拟建",
    "新建",       "打造",     "承建",   "开发的", "上述",   "谈",     "关于",     "对",
    "由",         "与",       "同",     "把",     "该",     "分别是", "分别为",   "介绍",
    "推动",       "促成",     "达到",   "等",     "查看",   "察看",   "观摩",     "合作",
    "加快",       "落实",     "聚焦",   "依托",   "现场",   "终止",   "决定",     "解除",
    "公告",       "兴建",     "公司",   "集团",   "商会",   "总投资", "落户",     "建设",
    "生产的",     "上",       "到",     "和",     "及",     "经过",   "目前",     "当天",
    "同时",       "此次",     "本次",   "这次",   "会同",   "共建",   "共同建设", "合作建设",
    "开工建设",   "开工",     "启动",   "开展",   "探讨",   "前往",   "使",       "让",
    "县委",       "县政府",   "正式"};

constexpr std::string_view held_starts[] = {
    "合作社", "建设项目", "投资项目", "对外", "同心", "公司总部", "上海",     "同仁", "大同",
    "和平",   "和谐",     "建设工程", "为民", "及时", "如意",     "就业",     "在线", "由来",
    "合作区", "将军",     "开发区",   "的士", "新上", "网上",     "线上",     "线下", "水上",
    "海上",   "地上",     "以上",     "空中", "到家", "同城",     "集团总部", "和牛", "上游",
    "上犹",   "上饶",     "上林",     "上高", "上栗", "上虞",     "上蔡",     "上思", "投资基金"};

/// Titles that name no project.
constexpr std::string_view generic_titles[] = {
    "重点",         "重大",     "招商",     "招商引资",
    "在谈",         "签约",     "意向",     "工业",
    "农业",         "产业",     "投资",     "建设",
    "合作",         "重点建设", "重点工程", "重点招商",
    "重点招商引资", "重点产业", "亿元",     "好",
    "大",           "新",       "该",       "此",
    "本",           "各",       "个",       "其他",
    "主导产业",     "基础设施", "民生",     "相关",
    "有关",         "在建",     "拟建",     "续建",
    "新建",         "开工",     "投产",     "省级",
    "市级",         "县级",     "具体",     "储备",
    "优质",         "手头在谈", "已签约",   "落地",
    "亿元以上",     "大型",     "多个",     "一批",
    "高新技术",     "服务业",   "外资",     "内资",
    "规模以上",     "产业链",   "工程",     "实体",
    "工业类",       "文旅",     "旅游",     "新能源",
    "能源",         "产业化",   "技改",     "科技",
    "首个",         "多",       "几个",     "两个",
    "三个",         "第一个",   "全部",     "所有",
    "年度",         "重点开发", "外来",     "返乡创业",
    "回归",         "浙商回归", "引资",     "资本",
    "省外",         "省重点",   "市重点",   "县重点",
    "国家级",       "央企",     "这些",     "这个",
    "上述",         "工业园区", "十大",     "轻资产",
    "主体",         "前期",     "双百",     "标志性",
    "龙头",         "支撑性",   "补链",     "强链",
    "延链",         "链主",     "优势",     "特色",
    "绿色",         "生态环保", "产业转型", "配套",
    "谋划",         "包装",     "推介",     "招引",
    "落户",         "当年",     "历年",     "同类",
    "民生实事",     "社会",     "房地产",   "养老",
    "数字经济",     "高质量",   "项目",     "实施",
    "洽谈",         "对接",     "产业类",   "城建",
    "商贸",         "各类",     "入园",     "园区",
    "入驻",         "县",       "市",       "区",
    "县区",         "集中开工", "集中签约", "制造业",
    "成长性",       "清洁能源", "文化旅游", "战略性新兴产业",
    "百亿元",       "十亿元",   "百亿级",   "达成意向",
    "拟签约",       "备选",     "涉企",     "涉农",
    "扶贫",         "乡村振兴", "投资合作", "合作开发",
    "战略合作",     "主导",     "未开工"};

constexpr std::string_view generic_parts[] = {
    "重点",   "个",   "一批",     "亿元以上", "大项目", "好项目", "全县",   "全市",   "全区",
    "我县",   "我市", "我区",     "各",       "这批",   "哪些",   "所有",   "一季度", "二季度",
    "上半年", "目标", "引进",     "招商引资", "签约",   "手头",   "相关",   "第一",   "储备",
    "其它",   "其他", "规模",     "投资额",   "批次",   "进展",   "若干",   "类",     "推进",
    "服务",   "带动", "上述",     "促进",     "名优",   "紧盯",   "总投资", "企业",   "经济",
    "更多",   "优质", "主导产业", "工作",     "两个",   "三个",   "和好",   "具有",   "优势",
    "以上",   "包保", "领导",     "什么",     "如何",   "专班",   "落地",   "推动",   "不断",
    "新兴",   "申报", "责任",     "省外",     "市外",   "县外",   "亿元",   "考核"};

bool is_held_start(std::string_view text, std::size_t at, std::size_t length) {
  const auto inner = text.substr(at, length);
  for (const auto word : held_starts) {
    for (auto found = word.find(inner); found != std::string_view::npos;
         found = word.find(inner, found + 1)) {
      if (found <= at && text.substr(at - found).starts_with(word)) return true;
    }
  }
  return false;
}

/// The end of the last word in `text` behind which a title begins.
std::size_t last_title_start(std::string_view text) {
  std::size_t last = 0;
  for (const auto word : title_starts) {
    // 和, 及, 与 join two parts of one title as well: they part only what ends in itself.
    const bool joins =
        word == "和" || word == "及" || word == "以及" || word == "与" || word == "同";
    for (auto at = text.rfind(word); at != std::string_view::npos;
         at = at == 0 ? std::string_view::npos : text.rfind(word, at - 1)) {
      const auto end = at + word.size();
      if (end <= last) break;
      if (is_held_start(text, at, word.size())) continue;
      if (joins) {
        const auto before = text.substr(0, at);
        constexpr std::string_view closed[] = {
            "项目", "公司", "集团", "产业园", "基地", "工程", "商会", "中心"};
        if (word_at_end(before, closed).empty()) continue;
      }
      last = end;
      break;
    }
  }
  return last;
}

/// The last sign before which a title cannot reach; 、 is one where a closed item stands before it.
std::size_t title_sign(std::string_view text, std::size_t end) {
  int depth = 0;
  std::size_t at = end;
  while (at > 0) {
    const auto character = last_character(text.substr(0, at));
    if (character == ")" || character == "”" || character == "》") ++depth;
    if (character == "(" || character == "“" || character == "《") {
      if (depth == 0) return at;
      --depth;
    }
    if (depth == 0) {
      if (character == "、") {
        const auto before = text.substr(0, at - character.size());
        constexpr std::string_view closed[] = {
            "项目", "公司", "集团", "产业园", "基地", "工程", "商会", "中心", "企业", "酒店", ")"};
        if (!word_at_end(before, closed).empty()) return at;
        // 山东、四川: places are no parts of a title.
      } else if (character == "," || character == "。" || character == ";" || character == ":" ||
                 character == " " || character == "—" || character == "★" || character == "】") {
        return at;
      }
    }
    at -= character.size();
    if (end - at > 150) return at;
  }
  return 0;
}

bool is_generic_title(std::string_view stem) {
  auto bare = stem;
  for (const std::string_view end : {"建设", "投资", "等"}) {
    if (bare.ends_with(end) && bare.size() > end.size()) bare.remove_suffix(end.size());
  }
  if (std::find(std::begin(generic_titles), std::end(generic_titles), bare) !=
      std::end(generic_titles))
    return true;
  if (std::find(std::begin(generic_titles), std::end(generic_titles), stem) !=
      std::end(generic_titles))
    return true;
  if (count_characters(bare) < 2) return true;
  // 5个项目, 亿元以上工业项目, 第一批重点项目
  if (holds_any(bare, generic_parts) && count_characters(bare) < 14) {
    return true;
  }
  return false;
}

/// The words before 项目, from where its title may begin.
std::string_view title_before(std::string_view text, std::size_t sign, std::size_t end) {
  const auto stem = text.substr(sign, end - sign);
  return stem.substr(last_title_start(stem));
}

/// What the words right before a sum say it is.
enum class SumRole { planned, sales, tax, funds, other };

SumRole role_of(std::string_view before, std::string_view behind) {
  constexpr std::size_t reach = 36;
  auto near = last_bytes(before, reach);
  while (!near.empty() && text::continues_character(near.front())) near.remove_prefix(1);
  if (const auto comma = find_last_word(near, {",", "。", ";", "、"}))
    near = near.substr(comma->at + comma->word.size());
  struct Word {
    std::string_view word;
    SumRole role;
  };
  constexpr Word words[] = {{"利税", SumRole::other},     {"税利", SumRole::other},
                            {"利润", SumRole::other},     {"净利", SumRole::other},
                            {"产值", SumRole::sales},     {"销售收入", SumRole::sales},
                            {"营业收入", SumRole::sales}, {"营收", SumRole::sales},
                            {"销售额", SumRole::sales},   {"年收入", SumRole::sales},
                            {"年销售", SumRole::sales},   {"主营业务收入", SumRole::sales},
                            {"税收", SumRole::tax},       {"税费", SumRole::tax},
                            {"纳税", SumRole::tax},       {"缴税", SumRole::tax},
                            {"创税", SumRole::tax},       {"上缴税", SumRole::tax},
                            {"税金", SumRole::tax},       {"到位", SumRole::funds},
                            {"完成投资", SumRole::other}, {"已完成", SumRole::other},
                            {"完成", SumRole::other},     {"收益", SumRole::other},
                            {"效益", SumRole::other},     {"流动资金", SumRole::other},
                            {"注册资本", SumRole::other}, {"固定资产", SumRole::other},
                            {"资产", SumRole::other},     {"补贴", SumRole::other},
                            {"增收", SumRole::other},     {"一期", SumRole::other},
                            {"二期", SumRole::other},     {"profits and taxes", SumRole::other},
                            {"sales", SumRole::sales},    {"output value", SumRole::sales},
                            {"tax", SumRole::tax}};
  for (const auto& [word, role] : words) {
    if (near.find(word) != std::string_view::npos) return role;
  }
  if (behind.starts_with("税")) return SumRole::tax;
  return SumRole::planned;
}

bool says_invest(std::string_view before) {
  constexpr std::size_t reach = 30;
  const auto near = last_bytes(before, reach);
  constexpr std::string_view words[] = {"总投资",
                                        "投资",
                                        "投入",
                                        "拟投",
                                        "概算",
                                        "协议资金",
                                        "金额",
                                        "造价",
                                        "注资",
                                        "nvest",
                                        "worth",
                                        "put "};
  return holds_any(near, words);
}

/// Reads the numbers between two offsets for a project.
void take_facts(ProjectMention& project,
                std::string_view text,
                std::size_t offset,
                std::size_t from,
                std::size_t until,
                const std::vector<Sum>& sums,
                std::vector<bool>& used,
                bool may_be_bare,
                bool is_one_of_many) {
  for (std::size_t index = 0; index < sums.size(); ++index) {
    const auto& sum = sums[index];
    const auto begin = sum.span.begin - offset;
    if (used[index] || begin < from || begin >= until) continue;
    const auto before = text.substr(from, begin - from);
    const auto whole_before = text.substr(0, begin);
    const auto behind = text.substr(sum.span.end - offset);
    // 投资总额 of several is a figure, and no one's.
    const bool of_many =
        is_one_of_many && holds_any(last_bytes(before, 24), {"总额", "合计", "共计", "总金额"});
    const bool is_total = holds_any(last_bytes(before, 24), {"合计", "共计"});
    switch (role_of(before.empty() ? whole_before : before, behind)) {
      case SumRole::planned:
        if (!project.planned && !of_many && !is_total &&
            (says_invest(whole_before) || may_be_bare)) {
          project.planned = sum;
          used[index] = true;
        }
        break;
      case SumRole::sales:
        if (!project.sales) project.sales = sum;
        used[index] = true;
        break;
      case SumRole::tax:
        if (!project.tax) project.tax = sum;
        used[index] = true;
        break;
      case SumRole::funds:
        if (!project.funds) project.funds = sum;
        used[index] = true;
        break;
      case SumRole::other:
        used[index] = true;
        break;
    }
  }
  const auto stretch = text.substr(from, until - from);
  for (const auto& count : find_counts(stretch)) {
    const auto before = stretch.substr(0, count.span.begin);
    constexpr std::size_t reach = 30;
    const auto near = last_bytes(before, reach);
    const bool is_land =
        count.unit == "亩" || count.unit == "余亩" || count.unit == "多亩" || count.unit == " mu";
    if (is_land && !project.land &&
        holds_any(near, {"占地", "用地", "规划", "征地", "流转", "供地", "面积", "cover"}))
      project.land = count.value;
    const auto behind = stretch.substr(count.span.end);
    const bool is_job =
        (count.unit == "人" || count.unit == "个" || count.unit == "名" || count.unit == " jobs");
    if (is_job && !project.jobs &&
        (holds_any(near, {"就业", "安置", "吸纳", "用工"}) ||
         word_at_start(behind, {"就业", "岗位", "个就业"}).size() > 0)) {
      project.jobs = count.value;
    }
  }
  // 上万个就业岗位
  if (!project.jobs && stretch.find("上万个就业岗位") != std::string_view::npos)
    project.jobs = 10'000;
}

}  // namespace

bool goes_on_about_project(std::string_view text) {
  constexpr std::string_view starts[] = {
      "该项目",        "项目总",   "项目占",   "项目建成",    "项目达产", "项目计划",
      "项目拟",        "项目分",   "项目全",   "项目投",      "总投资",   "计划总投资",
      "占地",          "达产后",   "建成后",   "投产后",      "投运后",   "一期",
      "按原计划,项目", "项目建设", "项目规划", "项目一期",    "项目预计", "项目主要",
      "规划",          "计划投资", "全部建成", "The project", "It will",  "Phase I"};
  return !word_at_start(text, starts).empty();
}

void add_facts(ProjectMention& project,
               std::string_view text,
               std::size_t offset,
               const std::vector<Sum>& sums,
               std::vector<bool>& used) {
  take_facts(project, text, offset, 0, text.size(), sums, used, false, false);
}

namespace {

/// English: "a rare metal recycling and new materials industrial park", "the Internet Industrial
/// Park Project", "solid waste comprehensive utilization project (650 million yuan)".
void find_english_titles(std::string_view text,
                         std::size_t offset,
                         std::vector<ProjectMention>& found) {
  constexpr std::string_view ends[] = {" base",
                                       " plant",
                                       " factory",
                                       " complex",
                                       " hub",
                                       " production line",
                                       " project",
                                       " Project",
                                       " projects",
                                       " Projects",
                                       " industrial park",
                                       " Industrial Park",
                                       " campus of No.1 Middle School"};
  constexpr std::string_view starts[] = {
      " the ",       " a ",          " an ",        "The ",   "A ",           " in ",
      " of ",        " concerning ", " about ",     " for ",  " on ",         " into ",
      " are ",       " is ",         " with ",      " that ", " advance ",    " implement ",
      " and guide ", " develop ",    " signed ",    " to ",   " accelerate ", " from ",
      " around ",    " at ",         " including ", " by ",   " introduce ",  " build ",
      " win "};
  constexpr std::string_view plain[] = {
      "key",          "new",           "large",          "major",        "industrial",
      "investment",   "all",           "these",          "those",        "two",
      "this",         "each",          "contracted",     "construction", "relevant",
      "same",         "other",         "such",           "more",         "mentioned",
      "above",        "manufacturing", "quality",        "planned",      "many",
      "signed",       "implemented",   "city's",         "100",          "continued",
      "civil",        "whole",         "promote",        "specific",     "comprehensive",
      "high-quality", "outside",       "service",        "of",           "their",
      "its",          "chain",         "key industrial", "and",          "for",
      "introduced",   "several",       "total",          "number",       "batch",
      "industry"};
  for (const auto ending : ends) {
    for (auto at = text.find(ending); at != std::string_view::npos;
         at = text.find(ending, at + ending.size())) {
      const auto end = at + ending.size();
      if (end < text.size() &&
          (text::is_small_letter(text[end]) || text.substr(end).starts_with(" Project") ||
           text.substr(end).starts_with(" project")))
        continue;
      auto from = at > 160 ? at - 160 : 0;
      auto head = text.substr(from, at - from);
      if (const auto sign = find_last_word(head, {", ", "; ", "(", ")", ": ", "“", "\""})) {
        from += sign->at + sign->word.size();
        head = text.substr(from, at - from);
      }
      if (const auto start = find_last_word(head, starts)) {
        from += start->at + start->word.size();
        head = text.substr(from, at - from);
      }
      // "a 300-million-yuan walnut processing project"
      if (const auto yuan = head.find("yuan ");
          !head.empty() && text::is_digit(head.front()) && yuan != std::string_view::npos) {
        from += yuan + 5;
        head.remove_prefix(yuan + 5);
      }
      for (const std::string_view lead : {"the ", "a ", "an ", "and ", "The ", "A "}) {
        if (head.starts_with(lead)) {
          head.remove_prefix(lead.size());
          from += lead.size();
        }
      }
      const auto words = static_cast<std::size_t>(std::count(head.begin(), head.end(), ' ')) + 1;
      // An "Internet + Maintenance Force Integration" project.
      if (head.empty() && from > 1 && text[from - 1] == '"') {
        const auto open = text.rfind('"', from - 2);
        if (open != std::string_view::npos && from - open < 80) {
          ProjectMention mention;
          mention.title = {offset + open + 1, offset + from - 1};
          found.push_back(mention);
          continue;
        }
      }
      if (std::any_of(head.begin(), head.end(), [](char byte) { return text::is_digit(byte); }) &&
          ending.ends_with("s"))
        continue;
      if (head.size() < 8 || words < 2 || words > 14) continue;
      const auto first_word = head.substr(0, head.find(' '));
      const bool is_plain =
          std::find(std::begin(plain), std::end(plain), first_word) != std::end(plain) ||
          text::is_digit(head.front());
      const bool named = text::is_capital(head.front());
      if (is_plain && !(first_word.size() >= 3 && words >= 4 && !text::is_digit(head.front()) &&
                        (first_word == "new" || first_word == "manufacturing")))
        continue;
      const bool is_build = !ending.ends_with("roject") && !ending.ends_with("rojects") &&
                            !ending.ends_with("ark") && !ending.ends_with("chool");
      if (is_build &&
          !holds_any(text.substr(0, at), {"will invest", "invested", "to build", "will build"}))
        continue;
      if (ending.ends_with("s") && !named && words < 3) continue;
      ProjectMention mention;
      mention.title = {offset + from, offset + end};
      found.push_back(mention);
    }
  }
}

}  // namespace

std::vector<ProjectMention> find_projects(std::string_view text,
                                          std::size_t offset,
                                          const std::vector<Firm>& firms,
                                          const std::vector<Sum>& sums,
                                          std::vector<bool>& used) {
  std::vector<ProjectMention> found;
  const auto overlaps = [&](std::size_t begin, std::size_t end) {
    for (const auto& mention : found) {
      if (mention.title.begin < offset + end && offset + begin < mention.title.end) return true;
    }
    return false;
  };
  const auto put = [&](std::size_t begin, std::size_t end, bool is_strong) {
    ProjectMention mention;
    mention.is_strong = is_strong;
    // 天马控股集团年产2000台电梯项目: the firm invests, the title begins behind it.
    for (const auto& firm : firms) {
      const auto first = firm.span.begin - offset;
      const auto last = firm.span.end - offset;
      if (firm.by_ending && first >= begin && last < end) {
        mention.firms.push_back(firm.span);
        begin = last;
      } else if (firm.by_ending && first < begin && last > begin && last < end) {
        begin = last;
      }
    }
    for (const std::string_view lead :
         {"投资的", "投资建设的", "投资建设", "的", "、", "“", "《", "年度"}) {
      if (text.substr(begin, end - begin).starts_with(lead)) begin += lead.size();
    }
    if (overlaps(begin, end) || end <= begin) return;
    // 二期工程 alone names nothing.
    const auto own = text.substr(begin, end - begin);
    if (!word_at_start(own, {"一期", "二期", "三期", "首期", "期"}).empty() &&
        count_characters(own) < 8)
      return;
    if (mention.firms.empty()) {
      // 中天建设集团 before 住宅产业化基地项目, 青海应录铝业的铁合金生产线.
      const auto head = text.substr(0, begin);
      for (const auto& firm : firms) {
        const auto last = firm.span.end - offset;
        if (last == begin || (head.ends_with("的") && last + 3 == begin))
          mention.firms.push_back(firm.span);
      }
      if (mention.firms.empty() && head.ends_with("的")) {
        const auto last = begin - 3;
        const auto first = firm_begin(text, last);
        if (last > first && ends_in_trade(text.substr(first, last - first)) &&
            !holds_any(text.substr(first, last - first), {"亿", "万元"}))
          mention.firms.push_back({offset + first, offset + last});
      }
    }
    mention.title = {offset + begin, offset + end};
    found.push_back(mention);
  };
  // FIRM——TITLE,SUM in lists.
  for (auto dash = text.find("——"); dash != std::string_view::npos;
       dash = text.find("——", dash + 6)) {
    const auto behind = dash + std::string_view("——").size();
    auto end = std::min(text.find(",", behind), text.size());
    if (const auto close = text.find(project_word, behind);
        close != std::string_view::npos && close + 6 < end)
      end = close + project_word.size();
    const auto title = text.substr(behind, end - behind);
    if (count_characters(title) < 3 || count_characters(title) > 40) continue;
    ProjectMention mention;
    mention.title = {offset + behind, offset + end};
    mention.is_listed = true;
    const auto begin = firm_begin(text, dash);
    auto first = begin;
    while (first < dash &&
           (text::is_digit(text[first]) || text[first] == '.' || text[first] == ' '))
      ++first;
    if (count_characters(text.substr(first, dash - first)) >= 3)
      mention.firms.push_back({offset + first, offset + dash});
    found.push_back(mention);
  }
  for (auto at = text.find(project_word); at != std::string_view::npos;
       at = text.find(project_word, at + project_word.size())) {
    const auto end = at + project_word.size();
    auto stem_end = at;
    // X等项目: a list of such.
    bool listed = text.substr(0, at).ends_with("等");
    const auto sign = title_sign(text, stem_end);
    auto stem = text.substr(sign, stem_end - sign);
    // 投资 or 建设 right before 项目 belongs to it.
    auto core = stem;
    for (const std::string_view tail : {"投资建设", "建设", "投资", "开发", "合作", "工程", "等"}) {
      if (core.ends_with(tail) && core.size() > tail.size()) {
        core.remove_suffix(tail.size());
        break;
      }
    }
    auto begin = sign + last_title_start(core);
    // “双竞赛”项目: a quotation is taken whole.
    if (const auto inner = text.substr(begin, stem_end - begin);
        inner.find("”") != std::string_view::npos && inner.find("“") == std::string_view::npos) {
      if (const auto open = text.rfind("“", begin); open != std::string_view::npos) begin = open;
    }
    const auto title = text.substr(begin, stem_end - begin);
    if (listed) {
      // The items of the list before it, where they stand behind what came of them.
      const auto clause = find_last_word(text.substr(0, at), {",", "。", ";", ":"});
      const auto clause_begin = clause ? clause->at + clause->word.size() : 0;
      const auto list =
          text.substr(clause_begin, at - std::string_view("等").size() - clause_begin);
      auto start = last_title_start(list.substr(0, std::min(list.size(), list.find("、"))));
      for (const std::string_view head : {"有", "包括", "主要有", "分别有"}) {
        if (list.substr(start).starts_with(head)) start += head.size();
      }
      const bool told =
          holds_any(list.substr(0, start),
                    {"开工", "签约", "竣工", "投产", "落户", "动工", "引进", "签订"}) ||
          list.find(project_word) != std::string_view::npos;
      if (!told) continue;
      std::size_t item_begin = clause_begin + start;
      // Behind those that are called projects themselves.
      if (const auto named = list.rfind(project_word); named != std::string_view::npos) {
        item_begin = clause_begin + named + project_word.size();
        if (text.substr(item_begin).starts_with("、")) item_begin += std::string_view("、").size();
      }
      for (const auto list_end = at - std::string_view("等").size(); item_begin < list_end;) {
        auto item_end = std::min(text.find("、", item_begin), list_end);
        const auto item = text.substr(item_begin, item_end - item_begin);
        if (item.find(project_word) == std::string_view::npos && count_characters(item) >= 4 &&
            count_characters(item) < 25) {
          const auto before = found.size();
          put(item_begin, item_end, true);
          if (found.size() > before) {
            found.back().is_listed = true;
            found.back().stage = stage_said(list);
          }
        }
        item_begin = item_end + std::string_view("、").size();
      }
      continue;
    }
    // 项目部, 项目投资: of other things.
    const auto behind = text.substr(end);
    constexpr std::string_view others[] = {
        "部",       "负责人",   "化",       "资金",     "库",       "经理",
        "建设水平", "单位",     "集中",     "签约仪式", "开工仪式", "推进会",
        "推介会",   "对接会",   "推介",     "调度",     "现场会",   "观摩",
        "招商会",   "签约大会", "签约活动", "开工活动", "洽谈会",   "建设现场会",
        "指挥部",   "专班",     "建设推进", "清单",     "攻坚",     "代表"};
    if (!word_at_start(behind, others).empty() &&
        !(behind.starts_with("负责人") && count_characters(title_before(text, sign, at)) >= 5))
      continue;
    // 重点项目13个: a count.
    if (!behind.empty() && text::is_digit(behind.front())) continue;
    const auto characters = count_characters(title);
    if (is_generic_title(title) || characters > 40) continue;
    // 兰炭项目: so short a title needs somebody who builds it.
    if (characters < 3 && firms.empty()) continue;
    if (find_places(title).size() == 1 && find_places(title)[0].span.end == title.size() &&
        find_places(title)[0].span.begin == 0)
      continue;
    put(begin, end, true);
  }
  // What is built, where the sentence says how much or how far.
  const auto stage = stage_said(text);
  bool has_investment = false;
  for (const auto& sum : sums)
    has_investment = has_investment || text.substr(0, sum.span.begin - offset).ends_with("完成") ||
                     says_invest(text.substr(0, sum.span.begin - offset));
  if (stage || has_investment) {
    for (const auto build : builds) {
      for (auto at = text.find(build); at != std::string_view::npos;
           at = text.find(build, at + build.size())) {
        const auto end = at + build.size();
        const auto behind = text.substr(end);
        constexpr std::string_view goes_on[] = {",",    "开工", "动工", "投产", "竣工", "总投资",
                                                "(",    "“",    "”",    "建成", "完成", "正式",
                                                "因",   "于",   "签约", "近",   "项目", "的投资",
                                                "落户", "正在", "进口", "已"};
        if (!behind.empty() && word_at_start(behind, goes_on).empty()) continue;
        if (behind.starts_with(project_word)) continue;
        const auto sign = title_sign(text, at);
        const auto begin = sign + last_title_start(text.substr(sign, at - sign));
        const auto title = text.substr(begin, end - begin);
        if (count_characters(title) < count_characters(build) + 2 || count_characters(title) > 26)
          continue;
        constexpr std::string_view places[] = {
            "县城", "入驻", "位于", "走进", "来到", "参观", "开发区", "工业园区", "高新", "经济"};
        if (holds_any(title, places) || holds_any(title, generic_parts)) continue;
        if (!word_at_end(text.substr(0, begin), {"在", "到", "位于", "入驻", "落户", "来到"})
                 .empty())
          continue;
        put(begin, end, false);
      }
    }
    // "湘西北现代装饰建材商贸城,湖南德亿众置业有限公司投资,总投资15亿元": the head of an item.
    if (found.empty() && has_investment) {
      const auto comma = text.find(',');
      const auto head = text.substr(0, std::min(comma, text.size()));
      const auto rest =
          comma == std::string_view::npos ? std::string_view() : text.substr(comma + 1);
      const bool facts_follow =
          !word_at_start(rest, {"总投资", "由", "计划", "投资", "占地", "规划", "位于"}).empty() ||
          (!firms.empty() && text.substr(firms.front().span.end - offset).starts_with("投资") &&
           firms.front().span.begin - offset == comma + 1);
      const bool is_name =
          count_characters(head) >= 4 && count_characters(head) <= 20 && begins_with_han(head) &&
          !holds_any(head, generic_parts) && !tells_talk(head) && find_places(head).size() < 2 &&
          speech_begin(head) == head.size() &&
          !holds_any(head, {"日", "年", "据", "近日", "其中", "了", "会上", "签", "目前", "仪式"});
      bool is_firm = false;
      for (const auto& firm : firms)
        is_firm = is_firm || (firm.span.begin == offset && firm.span.end == offset + head.size());
      if (facts_follow && is_name && !is_firm) put(0, head.size(), false);
    }
  }
  // 《鲟鳇鱼产业合作框架协议》: what the paper is about.
  for (auto open = text.find("《"); open != std::string_view::npos;
       open = text.find("《", open + 3)) {
    const auto begin = open + 3;
    const auto close = text.find("》", begin);
    if (close == std::string_view::npos) break;
    auto name = text.substr(begin, close - begin);
    const auto paper = word_at_end(name, {"协议", "意向书", "合同", "协议书"});
    if (paper.empty()) continue;
    name.remove_suffix(paper.size());
    for (bool again = true; again;) {
      const auto tail = word_at_end(
          name,
          {"框架", "投资", "战略合作", "战略", "开发", "建设", "补充", "意向", "项目合作", "解除"});
      again = !tail.empty() && name.size() > tail.size();
      if (again) name.remove_suffix(tail.size());
    }
    if (count_characters(name) < 5 || overlaps(begin, begin + name.size())) continue;
    // Whose paper it is stands in its name as well.
    if (holds_any(name, {"公司", "集团", "政府"}) && !name.ends_with("项目")) continue;
    put(begin, begin + name.size(), true);
  }
  find_english_titles(text, offset, found);
  // "the south campus (780 million yuan)": what stands before a sum in brackets.
  for (const auto& sum : sums) {
    const auto at = sum.span.begin - offset;
    if (at < 2 || text[at - 1] != '(' || text[at - 2] != ' ' ||
        sum.span.end - offset >= text.size() || text[sum.span.end - offset] != ')')
      continue;
    auto head = text.substr(0, at - 2);
    std::size_t begin = 0;
    if (const auto start = find_last_word(
            head, {", ", " are ", " and ", " include ", " including ", "; ", " is "}))
      begin = start->at + start->word.size();
    for (const std::string_view lead : {"the ", "a ", "an ", "The "}) {
      if (text.substr(begin).starts_with(lead)) begin += lead.size();
    }
    if (overlaps(begin, at - 2) || at - 2 < begin + 8) continue;
    if (holds_any(text.substr(begin, at - 2 - begin), {"nvestment", "yuan", "billion", "million"}))
      continue;
    ProjectMention mention;
    mention.title = {offset + begin, offset + at - 2};
    found.push_back(mention);
  }
  std::sort(found.begin(), found.end(), [](const auto& left, const auto& right) {
    return left.title.begin < right.title.begin;
  });
  // Facts: between a title and the next; and a sum right before it, joined by 的 or 建设.
  for (std::size_t index = 0; index < found.size(); ++index) {
    auto& mention = found[index];
    const auto begin = mention.title.begin - offset;
    const auto end = mention.title.end - offset;
    const auto until =
        index + 1 < found.size() ? found[index + 1].title.begin - offset : text.size();
    for (std::size_t each = 0; each < sums.size(); ++each) {
      const auto& sum = sums[each];
      if (used[each] || sum.span.end - offset > begin || mention.planned) continue;
      const auto between = text.substr(sum.span.end - offset, begin - (sum.span.end - offset));
      const auto before = text.substr(0, sum.span.begin - offset);
      const bool joined = between.find(',') == std::string_view::npos &&
                          between.find("。") == std::string_view::npos &&
                          (between.starts_with("的") || between == " " ||
                           between.find("建设") != std::string_view::npos ||
                           between.find("打造") != std::string_view::npos ||
                           between.find("into a") != std::string_view::npos ||
                           between.find("实施") != std::string_view::npos ||
                           between.find("兴建") != std::string_view::npos ||
                           between.find("新建") != std::string_view::npos || between.empty());
      if (joined && count_characters(between) < 40 &&
          role_of(before, between) == SumRole::planned && (says_invest(before) || between == " ")) {
        mention.planned = sum;
        used[each] = true;
      }
    }
    // Where the sentence names one project, all that it says is of it.
    const bool bare = mention.is_listed || text.substr(end).starts_with("(") ||
                      text.substr(end).starts_with(",") || text.substr(end).starts_with(" (");
    auto stop = until;
    // A sum that is joined to the next title is the next one's.
    for (const auto& sum : sums) {
      const auto first = sum.span.begin - offset;
      if (first > end && first < until && until < text.size()) {
        const auto between = text.substr(sum.span.end - offset, until - (sum.span.end - offset));
        if (between == "的" || between.starts_with("的") || between == "建设")
          stop = std::min(stop, first);
      }
    }
    take_facts(mention,
               text,
               offset,
               found.size() == 1 && !mention.is_listed ? 0 : std::min(end, stop),
               std::max(stop, std::min(end, stop)),
               sums,
               used,
               bare,
               found.size() > 1);
    if (!mention.stage)
      mention.stage = stage_said(
          text.substr(found.size() == 1 ? 0 : begin,
                      (found.size() == 1 ? text.size() : until) - (found.size() == 1 ? 0 : begin)));
    // Who invests: 由X投资, X投资建设, X拟投资.
    for (const auto& firm : firms) {
      const auto first = firm.span.begin - offset;
      const auto behind = text.substr(firm.span.end - offset);
      const bool invests = !word_at_start(behind,
                                          {"投资",
                                           "开发",
                                           "建设",
                                           "承建",
                                           "拟投",
                                           "计划投",
                                           "实施",
                                           "出资",
                                           "总投资",
                                           "公司投资",
                                           "的",
                                           "年产",
                                           " will put",
                                           " will invest"})
                                .empty();
      if (invests &&
          (found.size() == 1 || (first > begin && first < until) ||
           (first < begin && begin - first < 120)) &&
          mention.firms.empty())
        mention.firms.push_back(firm.span);
    }
  }
  return found;
}

}  // namespace leadbook::service::drafting
