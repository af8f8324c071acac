#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string>
#include <string_view>
#include <unordered_set>

#include "domain/naming/name_place.hpp"
#include "leadbook/domain/place/characters.hpp"
#include "leadbook/domain/naming/name_match.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook {
namespace {

using WordSet = std::unordered_set<std::u32string_view>;

// Words of trades and kinds of organisation, which alone name nobody.
constexpr std::u32string_view han_words =
    U"食品 饮料 饮品 啤酒 酒业 白酒 乳业 乳品 粮油 粮食 米业 面粉 肉业 肉类 肉食 畜牧 牧业 养殖 "
    U"种业 "
    U"种植 农业 农垦 农牧 农产品 农机 农商 农村 信用 合作社 商业 银行 保险 证券 信托 基金 期货 "
    U"金融 租赁 "
    U"融资 担保 小额 贷款 投资 资产 资本 控股 实业 产业 工业 发展 开发 建设 建筑 建材 工程 建工 "
    U"路桥 市政 "
    U"城市 城建 城投 交通 交建 轨道 地铁 铁路 公路 高速 航空 机场 航运 港口 港务 物流 运输 客运 "
    U"公交 汽车 "
    U"客车 摩托车 车辆 轮胎 机械 机床 机电 重工 装备 设备 制造 仪器 仪表 电气 电器 电子 电力 电网 "
    U"供电 "
    U"发电 水电 火电 风电 核电 热电 热力 光伏 光电 能源 新能源 煤炭 煤业 矿业 石油 石化 油田 "
    U"天然气 燃气 "
    U"化工 化学 化纤 纺织 服装 服饰 皮革 家具 家居 木业 造纸 纸业 印刷 包装 塑料 橡胶 玻璃 陶瓷 "
    U"水泥 钢铁 "
    U"特钢 有色 金属 铝业 铜业 冶金 医药 制药 药业 生物 医疗 器械 医院 健康 养老 中药 科技 技术 "
    U"高新 信息 "
    U"网络 软件 通信 通讯 电信 移动 联通 数据 智能 互联网 数码 传媒 文化 广告 影视 出版 报业 广播 "
    U"电视 旅游 "
    U"旅行社 酒店 宾馆 餐饮 百货 超市 商场 商贸 贸易 进出口 国际 外贸 经贸 供销 销售 零售 批发 "
    U"服务 管理 "
    U"咨询 教育 培训 大学 学院 学校 研究院 研究所 研究 设计 设计院 勘察 检测 环保 环境 水务 自来水 "
    U"供水 "
    U"污水 处理 园林 绿化 园区 开发区 高新区 经开区 经济 置业 地产 房地产 物业 房产 置地 安装 装饰 "
    U"装修 "
    U"劳务 人力 资源 行业 企业 商会 总商会 协会 联合会 促进会 工商联 委员会 管委会 政府 人民政府 "
    U"招商局 "
    U"合作 局 厂 总厂 分公司 子公司 办事处 代表处 中心 集团 第一 第二 第三 第四 第五 省 市 县 区 "
    U"总 驻";

constexpr std::u32string_view letter_words =
    U"food foods beverage beverages beer brewery liquor dairy grain oil meat farm farming feed "
    U"seed "
    U"agricultural agriculture agribusiness rural commercial cooperative bank banking insurance "
    U"securities trust fund funds finance financial leasing credit capital asset assets investment "
    U"investments invest industry industries industrial development construction building "
    U"materials "
    U"material engineering municipal transport transportation rail railway railways metro highway "
    U"aviation airlines airport port shipping logistics motor motors auto automobile automotive "
    U"vehicle vehicles bus tire tyre machinery machine heavy light equipment manufacturing "
    U"instrument "
    U"instruments electric electrical electronic electronics power grid energy new coal mining "
    U"petroleum petrochemical gas chemical chemicals chemistry fiber textile textiles garment "
    U"clothing "
    U"leather furniture wood paper printing packaging plastic plastics rubber glass ceramics "
    U"cement "
    U"iron steel metal metals aluminum aluminium copper medicine medical pharmaceutical "
    U"pharmaceuticals pharma biological biotech biotechnology hospital health tech technology "
    U"technologies science information network networks software telecom telecommunications "
    U"communication communications mobile data intelligent digital media culture cultural "
    U"advertising "
    U"film publishing television tourism travel hotel restaurant catering department store "
    U"supermarket "
    U"trade trading import export international foreign sales retail service services management "
    U"consulting education training university college school institute research design testing "
    U"environment environmental protection water landscape economic real estate property "
    U"properties "
    U"chamber of commerce association federation committee government people peoples bureau office "
    U"branch center centre enterprise enterprises business company group holdings and for the city "
    U"county district province municipality first second third general china products product";

WordSet make_set(std::u32string_view words) {
  WordSet set;
  while (!words.empty()) {
    const std::size_t end = std::min(words.find(U' '), words.size());
    set.insert(words.substr(0, end));
    words.remove_prefix(std::min(end + 1, words.size()));
  }
  return set;
}

/// Characters of the trade word at the start of Han text, 0 where there is none.
std::size_t leading_trade_word(std::u32string_view text) {
  static const WordSet words = make_set(han_words);
  constexpr std::size_t longest = 4;
  for (std::size_t length = std::min(longest, text.size()); length > 0; --length) {
    if (words.contains(text.substr(0, length))) return length;
  }
  return 0;
}

/// Whether a lower-case word in letters is one.
bool is_trade_word(std::u32string_view word) {
  static const WordSet words = make_set(letter_words);
  return words.contains(word);
}

bool is_letter(char32_t code) { return is_word_character(code); }

bool is_opening(char32_t code) {
  return code == U'(' || code == U'[' || code == U'【' || code == U'〔';
}

bool is_closing(char32_t code) {
  return code == U')' || code == U']' || code == U'】' || code == U'〕';
}

/// Only words: Han runs on, words in letters are one space apart. "." and "'" vanish, so that
/// "S.A." is one word; other punctuation parts words.
std::u32string keep_words(std::u32string_view folded) {
  std::u32string words;
  words.reserve(folded.size());
  bool parted = false;
  for (const char32_t code : folded) {
    if (is_letter(code) || is_han(code)) {
      if (parted && !words.empty() && is_letter(code) && is_letter(words.back())) words += U' ';
      words += code;
      parted = false;
    } else if (code != U'.' && code != U'\'' && code != U'’') {
      parted = true;
    }
  }
  return words;
}

bool is_latin_form(std::u32string_view word) {
  static constexpr std::u32string_view forms[] = {
      U"co",   U"company",     U"coltd", U"ltd",     U"limited",  U"inc",  U"incorporated",
      U"corp", U"corporation", U"group", U"holding", U"holdings", U"plc",  U"llc",
      U"llp",  U"lp",          U"gmbh",  U"ag",      U"sa",       U"sas",  U"srl",
      U"bv",   U"nv",          U"ab",    U"oy",      U"kg",       U"kgaa", U"pte",
      U"pty",  U"pvt",         U"bhd",   U"sdn",     U"kk"};
  return std::find(std::begin(forms), std::end(forms), word) != std::end(forms);
}

/// Characters of the legal form at the end of the words, 0 where there is none.
std::size_t closing_form(std::u32string_view words) {
  static constexpr std::u32string_view forms[] = {U"有限责任公司",
                                                  U"股份有限公司",
                                                  U"股份公司",
                                                  U"有限公司",
                                                  U"集团公司",
                                                  U"有限合伙",
                                                  U"普通合伙",
                                                  U"总公司",
                                                  U"集团",
                                                  U"股份",
                                                  U"控股",
                                                  U"公司"};
  for (const std::u32string_view form : forms) {
    if (words.ends_with(form)) {
      // A branch is somebody else than its company.
      const std::u32string_view before = words.substr(0, words.size() - form.size());
      const bool branch = form == U"公司" && (before.ends_with(U"分") || before.ends_with(U"子"));
      return branch ? 0 : form.size();
    }
  }
  std::size_t start = words.size();
  while (start > 0 && is_letter(words[start - 1])) --start;
  return is_latin_form(words.substr(start)) ? words.size() - start : 0;
}

void drop_closing_forms(std::u32string_view& words, std::size_t least) {
  while (const std::size_t length = closing_form(words)) {
    std::u32string_view rest = words.substr(0, words.size() - length);
    if (rest.ends_with(U' ')) rest.remove_suffix(1);
    if (rest.size() < least) return;
    words = rest;
  }
}

/// Whether more than trades and places is left in it: at least so many Han characters, or one word
/// in letters.
bool says_who(std::u32string_view words, std::size_t least_han) {
  std::size_t telling = 0;
  while (!words.empty()) {
    if (is_letter(words.front())) {
      std::size_t length = 0;
      while (length < words.size() && is_letter(words[length])) ++length;
      const bool plain = is_trade_word(words.substr(0, length)) ||
                         leading_place_in_letters(words.substr(0, length)) == length;
      if (!plain) return true;
      words.remove_prefix(length);
      continue;
    }
    std::size_t known = leading_trade_word(words);
    if (known == 0) known = leading_place(words).length;
    if (known == 0 && words.front() != U' ' && ++telling == least_han) return true;
    words.remove_prefix(std::max<std::size_t>(known, 1));
  }
  return false;
}

constexpr std::size_t least_after_place = 2;
constexpr std::size_t least_after_likely_brand = 3;

/// Characters of the place to drop from the front, 0 where what follows needs it.
std::size_t droppable_place(std::u32string_view words) {
  if (is_letter(words.front())) {
    const std::size_t length = leading_place_in_letters(words);
    if (length == 0 || length >= words.size()) return 0;
    return says_who(words.substr(length), least_after_place) ? length : 0;
  }
  // No shorter place is tried: 青龙满族自治县 does not begin with 青龙.
  const LeadingPlace place = leading_place(words);
  const std::size_t least = place.may_be_brand ? least_after_likely_brand : least_after_place;
  return says_who(words.substr(place.length), least) ? place.length : 0;
}

void drop_leading_places(std::u32string_view& words) {
  if (words.starts_with(U"the ")) words.remove_prefix(4);
  while (!words.empty()) {
    const std::size_t length = droppable_place(words);
    if (length == 0) return;
    words.remove_prefix(length);
    if (words.starts_with(U' ')) words.remove_prefix(1);
  }
}

/// Whether a bracket holds nothing that tells companies apart: a place, a legal form.
bool is_filler(std::u32string_view inside) {
  const std::u32string words = keep_words(inside);
  std::u32string_view rest = words;
  drop_closing_forms(rest, 0);
  if (rest.empty() || rest == U"中国" || rest == U"china" || rest == U"prc") return true;
  if (rest == U"特殊") return true;  // of 特殊普通合伙
  if (leading_place_in_letters(rest) == rest.size()) return true;
  return leading_place(rest).length == rest.size();
}

/// The folded name without brackets that hold a place or a legal form.
std::u32string drop_brackets(const std::u32string& folded) {
  if (std::none_of(folded.begin(), folded.end(), is_opening)) return folded;
  std::u32string kept;
  for (auto at = folded.begin(); at != folded.end(); ++at) {
    const auto close = is_opening(*at) ? std::find_if(at, folded.end(), is_closing) : folded.end();
    if (close == folded.end()) {
      kept += *at;
      continue;
    }
    kept += U' ';
    if (is_filler({&*at + 1, static_cast<std::size_t>(close - at - 1)})) at = close;
  }
  return kept;
}

bool is_digit(char32_t code) { return code >= U'0' && code <= U'9'; }

/// Whether the character at a place tells titles apart; 1.5, 1-2 and 1/2 are no 15 and 12.
bool tells_titles_apart(std::u32string_view folded, std::size_t at) {
  constexpr std::u32string_view symbols = U"+&#%@*=$";
  const auto code = folded[at];
  if (is_han(code) || is_word_character(code)) return true;
  if (symbols.find(code) != std::u32string_view::npos) return true;
  const bool within_number =
      at > 0 && at + 1 < folded.size() && is_digit(folded[at - 1]) && is_digit(folded[at + 1]);
  return within_number && code != U',' && code != U' ';
}

}  // namespace

std::string normalise_company(std::string_view name) {
  const std::u32string folded = fold_name(name);
  std::u32string words = keep_words(drop_brackets(folded));
  if (words.empty()) words = keep_words(folded);
  if (words.empty()) return std::string(text::trim(name));
  std::u32string_view rest = words;
  constexpr std::size_t least = 2;
  drop_closing_forms(rest, least);
  drop_leading_places(rest);
  return text::encode(rest);
}

std::string plain_title(std::string_view title) {
  const std::u32string folded = text::decode(text::fold(title));
  std::u32string plain;
  for (std::size_t at = 0; at < folded.size(); ++at) {
    if (tells_titles_apart(folded, at)) plain += folded[at];
  }
  constexpr std::u32string_view word = U"项目";
  if (plain.size() > word.size() && plain.ends_with(word)) plain.resize(plain.size() - word.size());
  return text::encode(plain);
}

bool is_shortened_title(std::string_view plain, std::string_view other) {
  auto longer = text::decode(plain);
  auto shorter = text::decode(other);
  if (longer.size() < shorter.size()) std::swap(longer, shorter);
  constexpr std::size_t most_times = 3;
  if (longer.size() == shorter.size() || shorter.size() < 2 ||
      longer.size() > most_times * shorter.size()) {
    return false;
  }
  std::size_t found = 0;
  for (const auto character : longer) {
    if (found < shorter.size() && character == shorter[found]) {
      ++found;
    } else if ((character >= U'0' && character <= U'9') || character == U'.') {
      return false;
    }
  }
  return found == shorter.size();
}

}  // namespace leadbook
