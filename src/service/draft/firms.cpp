#include "service/draft/firms.hpp"

#include <algorithm>

#include "leadbook/text/ascii.hpp"
#include "service/draft/letters.hpp"
#include "service/draft/places.hpp"

namespace leadbook::service::drafting {
namespace {

// The longer before the shorter in meaning only: the longest that ends a text counts.
constexpr std::string_view firm_endings[] = {
    "股份有限公司", "有限责任公司", "集团有限公司", "有限公司", "集团公司", "总公司", "公司",
    "控股集团",     "集团",         "商会",         "协会",     "联合会",   "促进会", "研究院",
    "设计院",       "研究所",       "合作社",       "智库",     "股份公司", "控股",   "事务所",
    "砖厂",         "水泥厂",       "加工厂",       "制造厂",   "机械厂"};

/// Words by which a name cannot begin: before them something else ends.
constexpr std::string_view boundaries[] = {
    "走访了",    "走访",      "拜访了", "拜访",     "考察了",     "考察",       "参观了",
    "参观",      "对接了",    "对接",   "会见了",   "会见",       "接待了",     "接待",
    "邀请了",    "邀请",      "调研了", "调研",     "洽谈了",     "洽谈",       "座谈了",
    "座谈",      "会谈",      "商谈",   "交流",     "沟通",       "前往",       "来到",
    "来自",      "走进了",    "走进",   "赶赴",     "奔赴",       "抵达",       "到访",
    "访问",      "回访",      "接洽",   "接触",     "拜会",       "看望",       "会同",
    "联合",      "携手",      "引进",   "引入",     "签约",       "签订",       "签署",
    "包括",      "其中",      "分别",   "以及",     "组织",       "陪同",       "协助",
    "通过",      "依托",      "委托",   "收购",     "全资子公司", "控股子公司", "子公司",
    "旗下",      "下属",      "隶属于", "龙头企业", "上市公司",   "知名企业",   "世界500强企业",
    "世界500强", "500强企业", "500强",  "中国民营", "央企",       "国企",       "民企",
    "企业",      "客商",      "代表",   "总裁",     "董事长",     "总经理",     "负责人",
    "政府",      "管委会",    "开发区", "先后",     "随后",       "现场",       "双方",
    "三方",      "一行",      "正式",   "成功",     "共同",       "项目",       "登门",
    "的",        "了",        "由",     "把",       "被",         "让",         "就",
    "从",        "及",        "与",     "和",       "同",         "跟",         "在",
    "到",        "赴",        "于",     "该",       "向",         "将",         "是",
    "对",        "为",        "等",     "至",       "有",         "上午",       "下午",
    "近日",      "日前",      "分公司", "专程",     "再次",       "实地",       "深入",
    "去",        "首站",      "第一站", "来",       "投资商",     "主管",       "引导",
    "促成",      "推动",      "支持",   "帮助",     "计划",       "鼓励",       "要求",
    "成立",      "注册",      "入股",   "约见",     "约谈",       "连线",       "联系",
    "携",        "长",        "书记",   "主任",     "主席",       "局",         "委",
    "办",        "中心",      "如",     "主要有",   "还有",       "拟由",       "已与",
    "县",        "跟踪",      "经",     "听取",     "宴请",       "察看",       "查看",
    "听",        "看",        "达",     "自",       "当日",       "当天",       "期间",
    "目前",      "并",        "终止",   "决定",     "解除",       "宣布",       "转让",
    "出售",      "希望",      "各",     "与会",     "邀",         "欢迎",       "感谢",
    "借助",      "发挥",      "围绕",   "介绍了",   "介绍",       "说明",       "拟",
    "已",        "要",        "前往了", "我们",     "请",         "赴粤"};

/// Single characters of the table above that are part of these words instead.
constexpr std::string_view held_words[] = {
    "美的", "华为",   "有机",   "有色", "有研",   "大同",   "协同", "同仁", "同方", "同济",
    "同盛", "同创",   "同福",   "合同", "同心",   "和谐",   "和平", "和田", "和信", "和县",
    "祥和", "泰和",   "中和",   "和顺", "人和",   "和润",   "和丰", "和盛", "和兴", "和创",
    "和林", "在线",   "对外",   "向阳", "自由",   "自动",   "自控", "自贡", "自强", "至诚",
    "长江", "长城",   "长春",   "长沙", "长裕",   "长兴",   "长安", "长虹", "长青", "长丰",
    "长盛", "长风",   "长三角", "长隆", "长飞",   "华长",   "延长", "天长", "来福", "未来",
    "来宝", "于洪",   "经纬",   "经贸", "经济",   "经开",   "经典", "如意", "如皋", "如东",
    "委员", "办公",   "将军",   "为民", "永和",   "颐和",   "共和", "雍和", "仁和", "和达",
    "和记", "和黄",   "和邦",   "和晶", "及时",   "县域",   "同力", "同道", "大为", "有为",
    "达能", "达利",   "宏达",   "通达", "伟达",   "信达",   "恒达", "鑫达", "达华", "顺达",
    "荣达", "飞达",   "万达",   "腾达", "汇林达", "万邦达", "达安", "达实", "达威", "达内",
    "达意", "达州",   "志达",   "英达", "康达",   "科达",   "运达", "凯达", "永达", "建达",
    "昌达", "利达",   "金达",   "正达", "光达",   "泰达",   "安达", "福达", "华达", "天达",
    "海达", "瑞达",   "易达",   "亚达", "东达",   "明达",   "捷达", "润达", "新达", "中达",
    "隆达", "诚达",   "旺达",   "发达", "到达",   "并购",   "办法", "局域", "看点", "听力",
    "自然", "自主",   "来凤",   "来宾", "会同县", "是德",   "对口", "联和", "中对", "来伊份",
    "得到", "去哪儿", "同程",   "中经", "神经",   "东经",   "财经", "国经", "汇经", "达康",
    "达信", "达成"};

/// What has the form of a firm's name and names none.
constexpr std::string_view generic_stems[] = {
    "该",       "本",       "我",       "贵",       "各",         "某",           "家",
    "子",       "分",       "总",       "母",       "上市",       "国有",         "民营",
    "外资",     "投资",     "项目",     "目标",     "相关",       "知名",         "大型",
    "所属",     "下属",     "这家",     "龙头",     "两家",       "三家",         "几家",
    "多家",     "大",       "小",       "行业",     "地方",       "科技",         "企业",
    "有关",     "部分",     "一些",     "多个",     "这些",       "旗下",         "全资子",
    "控股子",   "参股",     "合资",     "平台",     "国际",       "产业",         "工业",
    "工业园区", "考察",     "商务",     "异地",     "外地",       "驻外",         "友好",
    "行业协会", "家商会",   "驻",       "当地",     "实体",       "城投",         "县国有",
    "运营",     "项目公司", "合作",     "有限",     "股份",       "施工",         "建设",
    "央企",     "强",       "本地",     "电力",     "物业",       "保险",         "拍卖",
    "物流",     "农业",     "开发",     "文旅",     "市国有",     "县城投",       "设计",
    "行业商会", "在外",     "外出",     "兄弟",     "上游",       "下游",         "实力",
    "优质",     "跨国",     "同行业",   "加工",     "生产",       "这",           "那",
    "其",       "加盟",     "中标",     "担保",     "评估",       "监理",         "工商",
    "工商业",   "区工商业", "县工商业", "市工商业", "志愿者",     "行业协会商会", "协会",
    "商会",     "餐饮",     "残疾人",   "妇女",     "文学艺术界", "科学技术",     "归国华侨",
    "传媒",     "媒体",     "家协会",   "友好商",   "供电",       "县供电",       "市供电",
    "自来水",   "燃气",     "水务",     "烟草",     "石油",       "移动",         "电信",
    "联通",     "国网供电", "公交",     "国内外",   "有实力的",   "旅游",         "能源",
    "医药",     "化工",     "工程",     "科研"};

constexpr std::string_view trades[] = {
    "科技",       "食品", "农业",     "石化",   "能源",   "新能源", "电子",   "材料",   "新材料",
    "精密",       "玻璃", "环保",     "药业",   "生物",   "投资",   "重工",   "机械",   "智能",
    "物流",       "建材", "光电",     "电气",   "化工",   "医药",   "文旅",   "实业",   "股份",
    "控股",       "钢构", "钢结构",   "铝业",   "牧业",   "纺织",   "服饰",   "置业",   "地产",
    "建设",       "涂料", "市政工程", "水产",   "制药",   "汽车",   "重机",   "装备",   "电器",
    "家居",       "乳业", "酒业",     "饮品",   "饲料",   "粮油",   "种业",   "畜牧",   "超算",
    "数科",       "信息", "网络",     "通信",   "软件",   "传媒",   "航空",   "动力",   "电池",
    "锂业",       "硅业", "矿业",     "冶金",   "钢铁",   "水泥",   "包装",   "印刷",   "家具",
    "服装",       "鞋业", "玩具",     "珠宝",   "陶瓷",   "木业",   "纸业",   "橡胶",   "塑业",
    "电缆",       "轴承", "模具",     "半导体", "微电子", "光伏",   "风电",   "电力",   "燃气",
    "水务",       "环境", "园林",     "旅游",   "酒店",   "商贸",   "贸易",   "供应链", "冷链",
    "电商",       "资本", "基金",     "医疗",   "健康",   "康养",   "器械",   "基因",   "车载",
    "生物质能源", "农牧", "渔业",     "茶业",   "果业",   "数字",   "云",     "机器人", "无人机",
    "钛业",       "镁业", "铜业",     "特钢",   "焊接",   "阀门",   "泵业",   "工业",   "制造",
    "产业",       "国际", "创新材料", "银行",   "证券",   "保险",   "研究院", "设计院", "冷链物流",
    "电子科技",   "氢能", "储能",     "电机",   "仪表",   "检测",   "日化",   "轮胎",   "照明",
    "文化",       "教育", "乳品",     "肉业",   "糖业",   "粮业",   "米业",   "面业",   "油脂",
    "中药",       "国药", "养殖",     "光能",   "新材",   "石油",   "重科",   "稀土",   "硅材",
    "制品",       "家电", "光学",     "科创",   "钢铁",   "水产",   "家纺",   "重机"};

/// Verbs behind which a list of firms stands.
constexpr std::string_view list_verbs[] = {
    "走访了", "走访",       "拜访了",   "拜访",   "考察了", "考察",   "参观了", "参观",
    "对接了", "对接",       "会见了",   "会见",   "看望了", "察看了", "查看了", "察看",
    "调研了", "拜会了",     "拜会",     "走进了", "走进",   "到访",   "接洽了", "接洽",
    "先后到", "分别到",     "先后前往", "与",     "同",     "和",     "引进了", "包括",
    "分别是", "实地考察了", "约见了",   "约见",   "会同",   "访问了", "访问"};

/// What tells, behind a list, that it was one of firms.
constexpr std::string_view list_ends[] = {"等企业",
                                          "等公司",
                                          "等集团",
                                          "企业",
                                          "公司负责人",
                                          "等知名企业",
                                          "等重点企业",
                                          "等商会",
                                          "等龙头企业",
                                          "等客商",
                                          "等单位",
                                          "有限公司等企业",
                                          "等公司负责人"};

bool is_held(std::string_view text, std::size_t at, std::size_t length) {
  for (const auto word : held_words) {
    const auto inner = text.substr(at, length);
    for (auto found = word.find(inner); found != std::string_view::npos;
         found = word.find(inner, found + 1)) {
      if (found <= at && text.substr(at - found).starts_with(word)) return true;
    }
  }
  return false;
}

/// The end of the last boundary word in a text, but for those that are part of a name.
std::size_t last_boundary(std::string_view text) {
  std::size_t last = 0;
  for (const auto word : boundaries) {
    for (auto at = text.rfind(word); at != std::string_view::npos; at = text.rfind(word, at - 1)) {
      const auto end = at + word.size();
      if (end <= last) break;
      if (!is_held(text, at, word.size())) {
        last = end;
        break;
      }
      if (at == 0) break;
    }
  }
  return last;
}

bool is_generic(std::string_view stem) {
  if (std::find(std::begin(generic_stems), std::end(generic_stems), stem) !=
      std::end(generic_stems))
    return true;
  if (count_characters(stem) < 2) return true;
  if (!word_at_end(stem, {"全资子", "控股子", "参股子", "子", "分", "招", "家", "各"}).empty() &&
      !stem.ends_with("君子"))
    return true;
  // 5家, 第一招商
  constexpr std::string_view signs[] = {"家", "个", "余", "多", "位", "批", "名"};
  const auto first = first_character(stem);
  if (text::is_digit(first.front()) && holds_any(stem, signs)) return true;
  constexpr std::string_view openings[] = {"各",   "多家", "几家", "两家", "三家", "这",   "那",
                                           "我县", "全县", "我市", "我区", "一批", "相关", "有关",
                                           "众多", "部分", "每",   "四家", "五家", "一家", "家",
                                           "希望", "各类", "某",   "县内", "市内", "区内", "省内",
                                           "国内", "全市", "全区", "全国", "不少", "许多", "一些"};
  if (!word_at_start(stem, openings).empty()) return true;
  // Only a place, and a trade: 山东商会 is a chamber, 山东公司 is none.
  return false;
}

/// The last sign before `end` outside of brackets that a name may hold.
std::size_t sign_before(std::string_view text, std::size_t end) {
  int depth = 0;
  std::size_t at = end;
  while (at > 0) {
    const auto character = last_character(text.substr(0, at));
    if (character == ")") ++depth;
    if (character == "(") {
      if (depth == 0) return at;
      --depth;
    }
    const bool joins_name =
        begins_with_han(character) || character == "·" || character == "(" || character == ")" ||
        character == "—" ||
        (character.size() == 1 && (text::is_digit(character[0]) || text::is_capital(character[0]) ||
                                   text::is_small_letter(character[0]) || character[0] == '&'));
    if (!joins_name && depth == 0) return at;
    if (character == "—" && depth == 0) return at;
    if (end - at > 120) return at;
    at -= character.size();
  }
  return 0;
}

}  // namespace

std::size_t firm_begin(std::string_view text, std::size_t end) {
  const auto sign = sign_before(text, end);
  const auto stem = text.substr(sign, end - sign);
  auto begin = sign + last_boundary(stem);
  // A number with its unit before a name: 等5家企业, 第二.
  while (begin < end && text::is_digit(text[begin])) ++begin;
  return begin;
}

bool ends_in_trade(std::string_view text) {
  auto bare = text;
  // 星源电子科技(深圳)
  if (bare.ends_with(")")) {
    const auto open = bare.rfind('(');
    if (open != std::string_view::npos) bare = bare.substr(0, open);
  }
  const auto trade = word_at_end(bare, trades);
  return !trade.empty() && count_characters(bare) >= count_characters(trade) + 2;
}

namespace {

bool is_english_end(std::string_view text, std::size_t end) {
  return end >= text.size() || !(text::is_small_letter(text[end]) || text::is_capital(text[end]));
}

/// English: capitalised words that end as firms do.
void find_english(std::string_view text, std::size_t offset, std::vector<Firm>& firms) {
  constexpr std::string_view ends[] = {"Co., Ltd.",
                                       "Co., Ltd",
                                       "Co. Ltd.",
                                       "Co. Ltd",
                                       "Co.,Ltd.",
                                       "Co Ltd",
                                       "Ltd.",
                                       "Ltd",
                                       "Inc.",
                                       "Inc",
                                       "Corp.",
                                       "Corporation",
                                       "Group",
                                       "Holdings",
                                       "Company",
                                       "Limited",
                                       "Chamber of Commerce",
                                       "Association",
                                       "Co",
                                       "Platform",
                                       "Cooperative",
                                       "Center",
                                       "Institute",
                                       "Energy",
                                       "Technology",
                                       "Technologies",
                                       "Enterprises",
                                       "Industries",
                                       "Bank"};
  constexpr std::string_view weak[] = {
      "Center", "Institute", "Energy", "Technology", "Bank", "Platform", "Company", "Association"};
  constexpr std::string_view joints[] = {"of", "and", "&", "for", "the"};
  constexpr std::string_view pairs[] = {"Science and Technology",
                                        "Import and Export",
                                        "Supply and Marketing",
                                        "Research and Development",
                                        "Rescue and Maintenance",
                                        "Culture and Tourism",
                                        "Locomotive and Rolling",
                                        "Trade and",
                                        "Equipment and"};
  std::size_t at = 0;
  while (at < text.size()) {
    const bool starts =
        (text::is_capital(text[at]) || text::is_digit(text[at])) &&
        (at == 0 || text[at - 1] == ' ' || text[at - 1] == '(' || text[at - 1] == '"' ||
         text[at - 1] == '-' || static_cast<unsigned char>(text[at - 1]) >= 0x80);
    if (!starts || text::is_digit(text[at])) {
      ++at;
      continue;
    }
    // Words on, while they are capitalised or join such.
    std::size_t end = at;
    std::size_t firm_end = 0;
    std::string_view ending;
    while (end < text.size()) {
      auto word_end = end;
      while (word_end < text.size() && text[word_end] != ' ' && text[word_end] != ',' &&
             text[word_end] != ';' && text[word_end] != ')' && text[word_end] != '(')
        ++word_end;
      const auto word = text.substr(end, word_end - end);
      if (word.empty()) break;
      const bool joint = std::find(std::begin(joints), std::end(joints), word) != std::end(joints);
      if (joint) {
        const auto next = text.substr(std::min(text.size(), word_end + 1));
        const bool goes_on = !next.empty() && text::is_capital(next.front());
        if (!goes_on) break;
        if (word == "and") {
          bool held = firm_end == 0;
          if (held) {
            held = false;
            for (const auto pair : pairs) {
              for (auto found = text.find(pair, at);
                   found != std::string_view::npos && found < word_end;
                   found = text.find(pair, found + 1)) {
                if (found + pair.size() > end) held = true;
              }
            }
          }
          if (!held) break;
        }
        if (word == "the" || (word == "of" && firm_end != 0 && !ending.starts_with("Co"))) break;
      } else if (!text::is_capital(word.front()) && !text::is_digit(word.front())) {
        break;
      }
      const auto here = word_at_start(text.substr(end), ends);
      if (!here.empty() && end > at && is_english_end(text, end + here.size())) {
        firm_end = end + here.size();
        ending = here;
        word_end = std::max(word_end, firm_end);
        const bool legal = here.starts_with("Co") || here.starts_with("Ltd") ||
                           here.starts_with("Inc") || here.starts_with("Lim");
        end = word_end;
        if (legal && here != "Company" && !text.substr(end).starts_with(" of China")) break;
      } else {
        end = word_end;
      }
      if (end < text.size() && text[end] == ' ') {
        ++end;
      } else {
        break;
      }
    }
    if (firm_end != 0) {
      auto begin = at;
      constexpr std::string_view leads[] = {
          "The ", "In ", "During ", "Both ", "At ", "On ", "From ", "With ", "And "};
      begin += word_at_start(text.substr(begin), leads).size();
      const auto name = text.substr(begin, firm_end - begin);
      const auto words = std::count(name.begin(), name.end(), ' ') + 1;
      constexpr std::string_view offices[] = {"Government",
                                              "Committee",
                                              "Bureau",
                                              "Office",
                                              "Department",
                                              "Standing",
                                              "Party",
                                              "Commission",
                                              "Congress",
                                              "Leading Group",
                                              "Project",
                                              "Park",
                                              "Press",
                                              "County",
                                              "District",
                                              "Investment Promotion",
                                              "Exhibition",
                                              "Convention",
                                              "Data Center",
                                              "Affairs",
                                              "Information Center",
                                              "Media"};
      const bool is_weak = std::find(std::begin(weak), std::end(weak), ending) != std::end(weak);
      if (words >= 2 && !(holds_any(name, offices) && !ending.starts_with("Co")) &&
          (!is_weak || (words >= 3 && !text.substr(firm_end).starts_with(" P") &&
                        !(firm_end + 1 < text.size() && text[firm_end] == ' ' &&
                          text::is_capital(text[firm_end + 1]))))) {
        firms.push_back({{offset + begin, offset + firm_end}, true});
      }
      at = std::max(firm_end, at + 1);
    } else {
      at = std::max(end, at + 1);
    }
  }
}

}  // namespace

std::vector<Firm> find_firms(std::string_view text, std::size_t offset) {
  std::vector<Firm> firms;
  const auto holds = [&](std::size_t begin, std::size_t end) {
    for (const auto& firm : firms) {
      if (firm.span.begin < offset + end && offset + begin < firm.span.end) return true;
    }
    return false;
  };
  // By firm_endings.
  for (std::size_t at = 0; at < text.size();) {
    const auto hit = find_word(text, firm_endings, at);
    if (!hit) break;
    auto end = hit->at + hit->word.size();
    // 集团公司, 集团有限公司: the name goes on.
    for (auto more = word_at_start(text.substr(end), firm_endings);
         !more.empty() && !more.starts_with("商会") && !more.starts_with("协会");
         more = word_at_start(text.substr(end), firm_endings))
      end += more.size();
    // 国家能源集团江苏电力有限公司: the longer name.
    if (hit->word.ends_with("集团") || hit->word == "控股") {
      constexpr std::size_t reach = 45;
      const auto next = find_word(text.substr(0, std::min(text.size(), end + reach)),
                                  {"有限公司", "股份有限公司", "有限责任公司", "分公司", "公司"},
                                  end);
      if (next && next->at > end && last_boundary(text.substr(end, next->at - end)) == 0 &&
          sign_before(text, next->at) <= hit->at)
        end = next->at + next->word.size();
    }
    const auto stem_end = hit->at;
    at = end;
    const auto begin = firm_begin(text, stem_end);
    auto name = text.substr(begin, end - begin);
    const auto stem = text.substr(begin, stem_end - begin);
    const auto behind = text.substr(end);
    // 深圳正威文化集团 but 集团化, 公司法, 商会会长 is of the chamber, 集团军
    constexpr std::string_view goes_on[] = {"化", "法", "债", "军", "内部", "制"};
    if (is_generic(stem) || !word_at_start(behind, goes_on).empty()) continue;
    if (count_characters(name) > 30) continue;
    if (holds(begin, end)) continue;
    firms.push_back({{offset + begin, offset + end}, true});
  }
  // 汇林达董事长说, 华东院总经理王小军: whose post is named is a firm.
  constexpr std::string_view firm_posts[] = {"董事长",
                                             "总经理",
                                             "总裁",
                                             "副总裁",
                                             "副总经理",
                                             "副董事长",
                                             "总会计师",
                                             "总工程师",
                                             "执行董事",
                                             "首席执行官",
                                             "创始人"};
  for (std::size_t at = 0; at < text.size();) {
    const auto hit = find_word(text, firm_posts, at);
    if (!hit) break;
    at = hit->at + hit->word.size();
    const auto begin = firm_begin(text, hit->at);
    const auto name = text.substr(begin, hit->at - begin);
    constexpr std::string_view no_names[] = {"公司",
                                             "集团",
                                             "企业",
                                             "商会",
                                             "党委书记",
                                             "副",
                                             "董事",
                                             "兼",
                                             "项目",
                                             "分公司",
                                             "协会",
                                             "集团公司"};
    if (count_characters(name) < 3 || count_characters(name) > 14 ||
        !word_at_end(name, no_names).empty() || holds(begin, hit->at) || is_generic(name))
      continue;
    if (!begins_with_han(name)) continue;
    firms.push_back({{offset + begin, offset + hit->at}, false});
  }
  // 江西赣锋锂业一行5人来我市; 拜访天合光能,: short names beside what only firms do.
  const auto put_short = [&](std::size_t begin, std::size_t end, bool needs_trade) {
    const auto name = text.substr(begin, end - begin);
    constexpr std::string_view no_names[] = {
        "企业",   "客商",   "领导", "同志", "部门", "单位", "负责人", "商户",   "群众",   "园区",
        "项目",   "企业家", "县长", "书记", "局长", "主任", "乡贤",   "考察团", "代表团", "调研组",
        "考察组", "政府",   "局",   "委",   "市",   "县",   "区",     "司",     "处",     "总部",
        "校友",   "专家",   "院士", "教授", "朋友", "代表", "老板",   "基地"};
    if (count_characters(name) < 3 || count_characters(name) > 12 || holds(begin, end) ||
        is_generic(name))
      return;
    if (!word_at_end(name, no_names).empty() || !begins_with_han(name)) return;
    if (holds_any(name,
                  {"后", "改用", "商量", "谈", "说", "签", "派", "请", "前来", "进行", "通过"}))
      return;
    if (needs_trade && !ends_in_trade(name)) return;
    const auto places = find_places(name);
    if (places.size() == 1 && places[0].span.begin == 0 && places[0].span.end == name.size())
      return;
    firms.push_back({{offset + begin, offset + end}, false});
  };
  for (auto at = text.find("一行"); at != std::string_view::npos; at = text.find("一行", at + 6)) {
    put_short(firm_begin(text, at), at, true);
  }
  for (auto at = text.find("拜访"); at != std::string_view::npos; at = text.find("拜访", at + 6)) {
    auto begin = at + std::string_view("拜访").size();
    if (text.substr(begin).starts_with("了")) begin += std::string_view("了").size();
    const auto stop = find_word(text, {",", "。", "、", "并", "就"}, begin);
    if (stop && text.substr(stop->at, 1) == ",") put_short(begin, stop->at, false);
  }
  for (const std::string_view with : {"与", "和", "同"}) {
    for (auto at = text.find(with); at != std::string_view::npos;
         at = text.find(with, at + with.size())) {
      const auto begin = at + with.size();
      const auto stop =
          find_word(text, {"洽谈", "座谈", "会谈", "签约", "签订", "签署", "就", "对接"}, begin);
      if (stop && stop->at - begin <= 36) put_short(begin, stop->at, true);
    }
  }
  // 万邦达今日公告: firms that are listed announce.
  for (auto at = text.find("公告"); at != std::string_view::npos; at = text.find("公告", at + 6)) {
    auto end = at;
    for (const std::string_view tail :
         {"发布", "发布了", "今日", "日前", "近日", "晚间", "昨日", "日晚间"}) {
      if (text.substr(0, end).ends_with(tail)) end -= tail.size();
    }
    while (end > 0 && (text::is_digit(text[end - 1]) || text.substr(0, end).ends_with("月") ||
                       text.substr(0, end).ends_with("日")))
      end -= last_length(text.substr(0, end));
    const auto begin = firm_begin(text, end);
    const auto name = text.substr(begin, end - begin);
    if (count_characters(name) < 3 || count_characters(name) > 10 || is_generic(name) ||
        holds(begin, end) || name.ends_with("公司") || name.ends_with("政府") ||
        name.ends_with("局"))
      continue;
    firms.push_back({{offset + begin, offset + end}, false});
  }
  // 全资子公司神木万邦达在...
  for (auto at = text.find("子公司"); at != std::string_view::npos;
       at = text.find("子公司", at + 9)) {
    const auto begin = at + std::string_view("子公司").size();
    const auto stop =
        find_word(text, {"在", "与", "拟", "投资", "将", ",", "。", "(", "的", "已"}, begin);
    const auto end = stop ? stop->at : begin;
    const auto name = text.substr(begin, end - begin);
    if (count_characters(name) < 3 || count_characters(name) > 14 || holds(begin, end) ||
        is_generic(name))
      continue;
    firms.push_back({{offset + begin, offset + end}, false});
  }
  // 到中电建华东院总部洽谈
  for (auto at = text.find("总部"); at != std::string_view::npos; at = text.find("总部", at + 1)) {
    const auto begin = firm_begin(text, at);
    const auto stem = text.substr(begin, at - begin);
    constexpr std::string_view kinds[] = {
        "区域", "地区", "全国", "中国", "企业", "华南", "华东", "华北", "西南", "北方", "产业",
        "经济", "运营", "结算", "职能", "制造", "研发", "全球", "公司", "集团", "西北", "华中"};
    if (is_generic(stem) || !word_at_end(stem, kinds).empty() || holds(begin, at)) continue;
    if (count_characters(stem) > 12 || count_characters(stem) < 3) continue;
    firms.push_back({{offset + begin, offset + at}, true});
  }
  // Lists that say that they list firms, or stand behind a verb of visiting with a firm among them.
  for (std::size_t at = 0; at < text.size();) {
    const auto comma = text.find("、", at);
    if (comma == std::string_view::npos) break;
    // The whole list around this comma: from its verb or sign to where it ends.
    std::size_t begin = firm_begin(text, comma);
    std::size_t end = comma;
    std::vector<std::pair<std::size_t, std::size_t>> items = {{begin, comma}};
    std::size_t next = comma + std::string_view("、").size();
    std::string_view tail;
    while (true) {
      const auto rest = text.substr(next);
      const auto stop =
          find_word(rest, {"、",   ",",      "。",     ";",    "等",   "就",   "和",   "及",
                           "以及", "的",     "开展",   "进行", " ",    ":",    "有意", "负责",
                           "考察", "到",     "谈",     "洽谈", "座谈", "交流", "会谈", "签",
                           "代表", "董事长", "总经理", "参加", "对接", "沟通", "共同", "围绕"});
      auto length = stop ? stop->at : rest.size();
      // 和 and 等 may be part of a name.
      if (stop && stop->word.size() == 3 && stop->word != "、" &&
          is_held(rest, stop->at, stop->word.size())) {
        const auto again =
            find_word(rest, {"、", ",", "。", ";", "等", " ", ":", "就"}, stop->at + 3);
        length = again ? again->at : rest.size();
      }
      // 万田康生物科技5家企业
      auto item = rest.substr(0, length);
      for (std::size_t digit = 1; digit < item.size(); ++digit) {
        if (text::is_digit(item[digit]) &&
            (item.substr(digit).find("家") != std::string_view::npos)) {
          length = digit;
          item = rest.substr(0, length);
          break;
        }
      }
      items.emplace_back(next, next + length);
      end = next + length;
      tail = text.substr(end);
      const auto joint = word_at_start(tail, {"、", "以及", "和", "及"});
      if (joint.empty()) break;
      next = end + joint.size();
    }
    at = std::max(end, comma + 3);
    bool says_firms = false;
    auto behind = tail;
    if (behind.starts_with("等")) behind.remove_prefix(std::string_view("等").size());
    std::size_t digits = 0;
    while (digits < behind.size() && text::is_digit(behind[digits])) ++digits;
    const bool counted =
        (digits > 0 && behind.substr(digits).starts_with("家")) || behind.starts_with("多家") ||
        !word_at_start(behind, {"两家", "三家", "四家", "五家", "六家", "七家"}).empty();
    says_firms =
        counted ||
        !word_at_start(behind,
                       {"企业", "公司", "知名企业", "龙头企业", "重点企业", "商会", "客商", "集团"})
             .empty();
    std::size_t known = 0;
    std::size_t trading = 0;
    for (const auto& [first, last] : items) {
      const auto item = text.substr(first, last - first);
      const bool is_known = !word_at_end(item, firm_endings).empty();
      if (is_known) ++known;
      if (is_known || ends_in_trade(item)) ++trading;
    }
    const auto before = text.substr(0, begin);
    const bool behind_verb = !word_at_end(before, list_verbs).empty();
    const bool all_trade = trading == items.size();
    const bool most = known * 2 >= items.size() || (known > 0 && trading * 3 >= items.size() * 2);
    if (!(says_firms && (trading > 0 || behind_verb)) &&
        !(behind_verb && (most || (all_trade && items.size() > 1))))
      continue;
    for (const auto& [first, last] : items) {
      auto item_begin = first;
      auto item_end = last;
      const auto item = text.substr(item_begin, item_end - item_begin);
      constexpr std::string_view no_firms[] = {
          "项目", "园",   "产业",   "工业园区", "村",   "镇",   "县",     "乡",   "等",   "部门",
          "局",   "企业", "负责人", "基地",     "园区", "码头", "生产线", "街道", "学校", "医院"};
      if (count_characters(item) < 2 || count_characters(item) > 24 || holds(item_begin, item_end))
        continue;
      if (!word_at_end(item, no_firms).empty() || is_generic(item)) continue;
      if (find_places(item).size() == 1 && find_places(item)[0].span.end == item.size() &&
          find_places(item)[0].span.begin == 0)
        continue;
      firms.push_back({{offset + item_begin, offset + item_end}, false});
    }
  }
  find_english(text, offset, firms);
  std::sort(firms.begin(), firms.end(), [](const Firm& left, const Firm& right) {
    return left.span.begin < right.span.begin;
  });
  return firms;
}

bool is_same_plain_firm(std::string_view one, std::string_view other) {
  if (one == other) return true;
  const auto& shorter = one.size() < other.size() ? one : other;
  const auto& longer = one.size() < other.size() ? other : one;
  return count_characters(shorter) >= 2 && shorter.size() >= 6 &&
         (longer.starts_with(shorter) || longer.ends_with(shorter));
}

}  // namespace leadbook::service::drafting
