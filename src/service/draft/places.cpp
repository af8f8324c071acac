#include "service/draft/places.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <unordered_map>

#include "leadbook/domain/place/division.hpp"
#include "leadbook/text/ascii.hpp"
#include "service/draft/letters.hpp"

namespace leadbook::service::drafting {
namespace {

struct Region {
  std::string_view word;
  std::string_view name;
};

/// Regions and the one-letter names of provinces that reports use behind a verb of going.
constexpr Region regions[] = {{"珠三角", "珠三角"},
                              {"长三角", "长三角"},
                              {"京津冀", "京津冀"},
                              {"粤港澳大湾区", "粤港澳大湾区"},
                              {"大湾区", "粤港澳大湾区"},
                              {"香港", "香港"},
                              {"澳门", "澳门"},
                              {"台湾", "台湾"},
                              {"成渝", "成渝"},
                              {"日本", "日本"},
                              {"韩国", "韩国"},
                              {"德国", "德国"},
                              {"新加坡", "新加坡"},
                              {"美国", "美国"},
                              {"闽南", "闽南"},
                              {"苏南", "苏南"},
                              {"浙南", "浙南"},
                              {"江浙", "江浙"},
                              {"Hong Kong", "香港"},
                              {"Macao", "澳门"},
                              {"Taiwan", "台湾"},
                              {"Yangtze River Delta", "长三角"},
                              {"Pearl River Delta", "珠三角"},
                              {"Singapore", "新加坡"},
                              {"Germany", "德国"},
                              {"Japan", "日本"}};

/// Short names of places that are words as well.
constexpr std::string_view common_words[] = {
    "东方", "大同", "和平", "东山", "城区", "市中", "新华", "长安", "新城", "城中", "海港", "桥东",
    "桥西", "长江", "黄河", "建华", "向阳", "开发", "高新", "先锋", "友好", "红旗", "凤凰", "建设",
    "工农", "前进", "胜利", "郊区", "矿区", "鼓楼", "西湖", "江北", "江南", "华容", "集美", "长海",
    "资源", "安全", "平安", "南部", "中站", "北海", "通道", "公安", "城关", "河东", "河西", "西区",
    "东区", "南区", "北区", "城东", "城西", "城北", "新兴", "永兴", "青山", "大方", "金山", "东风",
    "老城", "新市", "文成", "江城", "阳光", "兴安", "金川", "长城", "南山", "东台", "神农", "山城",
    "水城", "七星", "象山", "马山", "龙山", "白云", "中山", "宝山", "宁江", "民权", "和顺", "安定",
    "东海", "上街", "路北", "路南", "古城", "新区", "信息", "天山", "泰山", "五华", "黄山", "海南",
    "天元", "云龙", "兴业", "正安", "丰都", "长丰", "普定", "定安", "同心", "广安", "凌云", "大化",
    "化工", "融安", "合作", "清新", "开平", "开原", "开阳", "开江", "开福", "开州", "新和"};

struct Table {
  std::unordered_map<std::string, Place> names;
  std::size_t longest = 0;
};

PlaceLevel level_of_code(std::string_view code) {
  return code.size() == 2   ? PlaceLevel::province
         : code.size() == 4 ? PlaceLevel::city
                            : PlaceLevel::county;
}

Table make_table() {
  Table table;
  const auto put = [&](std::string name, const Division& division, bool is_full) {
    if (count_characters(name) < 2) return;
    table.longest = std::max(table.longest, name.size());
    // A municipality is its province; of cities and counties of one name the higher is meant.
    table.names.emplace(
        std::move(name),
        Place{{}, level_of_code(division.code), division.code, division.name, is_full});
  };
  for (std::size_t length = 2; length <= 6; length += 2) {
    for (const auto& division : all_divisions()) {
      if (division.code.size() != length) continue;
      put(std::string(division.name), division, true);
      put(std::string(division.english), division, true);
    }
  }
  for (std::size_t length = 2; length <= 6; length += 2) {
    for (const auto& division : all_divisions()) {
      if (division.code.size() != length) continue;
      put(std::string(division.short_name), division, false);
      // 科右前旗 of 科尔沁右翼前旗.
      for (const std::string_view wing : {"右翼", "左翼"}) {
        const auto at = division.name.find(wing);
        if (at == std::string_view::npos) continue;
        put(std::string(first_character(division.name)) + std::string(wing.substr(0, 3)) +
                std::string(division.name.substr(at + wing.size())),
            division,
            true);
      }
      // "Baiquan" of "Baiquan County", "Heilongjiang" of "Heilongjiang Province".
      const auto space = division.english.rfind(' ');
      if (space != std::string_view::npos && space >= 4)
        put(std::string(division.english.substr(0, space)), division, false);
    }
  }
  for (const auto& [word, name] : regions) {
    table.longest = std::max(table.longest, word.size());
    table.names[std::string(word)] = Place{{}, PlaceLevel::region, "", name, true};
  }
  return table;
}

const Table& table() {
  static const Table made = make_table();
  return made;
}

bool is_english_start(std::string_view text) {
  return !text.empty() && text::is_capital(text.front());
}

}  // namespace

bool is_common_word(std::string_view word) {
  return std::find(std::begin(common_words), std::end(common_words), word) !=
         std::end(common_words);
}

std::optional<Place> place_at_start(std::string_view text) {
  const auto& [names, longest] = table();
  const auto most = std::min(text.size(), longest);
  std::string key(text.substr(0, most));
  for (std::size_t length = most; length >= 4; --length) {
    if (length < text.size() && text::continues_character(text[length])) continue;
    if (is_english_start(text) && length < text.size() &&
        (text::is_small_letter(text[length]) || text::is_capital(text[length]))) {
      continue;
    }
    key.resize(length);
    const auto found = names.find(key);
    if (found == names.end()) continue;
    Place place = found->second;
    place.span = {0, length};
    if (!is_english_start(text)) return place;
    // "Wudang district"
    constexpr std::string_view kinds[] = {" County",
                                          " county",
                                          " District",
                                          " district",
                                          " City",
                                          " city",
                                          " Banner",
                                          " banner",
                                          " Province",
                                          " province",
                                          " Prefecture"};
    const auto kind = word_at_start(text.substr(length), kinds);
    if (!kind.empty()) {
      // "Suining county" is not of "Suining City".
      std::string full = key + std::string(kind);
      full[key.size() + 1] = text::to_capital(full[key.size() + 1]);
      const auto exact = names.find(full);
      if (exact != names.end()) place = exact->second;
      place.span = {0, length};
    }
    place.span.end += kind.size();
    place.is_full = place.is_full || !kind.empty();
    return place;
  }
  return {};
}

std::vector<Place> find_places(std::string_view text, std::size_t offset) {
  std::vector<Place> places;
  for (std::size_t at = 0; at < text.size();) {
    const auto rest = text.substr(at);
    const bool may_start =
        begins_with_han(rest) ||
        (is_english_start(rest) &&
         (at == 0 || !(text::is_small_letter(text[at - 1]) || text::is_capital(text[at - 1]))));
    if (may_start) {
      auto place = place_at_start(rest);
      // 龙湖工业园, 南山路: part of another name.
      constexpr std::string_view other_names[] = {"工业园",
                                                  "镇",
                                                  "乡",
                                                  "街道",
                                                  "村",
                                                  "社区",
                                                  "大道",
                                                  "路",
                                                  "湖",
                                                  "河",
                                                  "广场",
                                                  "小区",
                                                  "大厦",
                                                  "水库",
                                                  "景区",
                                                  "书院",
                                                  "中学",
                                                  "大桥"};
      if (place && !place->is_full && place->level == PlaceLevel::county &&
          !word_at_start(rest.substr(place->span.end), other_names).empty())
        place.reset();
      if (place) {
        const auto length = place->span.end;
        place->span = {offset + at, offset + at + length};
        places.push_back(*place);
        at += length;
        continue;
      }
    }
    at += std::max<std::size_t>(1, first_length(rest));
  }
  return places;
}

bool lies_in(const Place& inner, const Place& outer) {
  return !outer.code.empty() && inner.code.size() > outer.code.size() &&
         inner.code.starts_with(outer.code);
}

namespace {

/// The last character of what the text's officials are of: 县 of 县委书记; "" where it does not
/// say.
std::string_view kind_of_office(std::string_view text) {
  struct Office {
    std::string_view kind;
    std::array<std::string_view, 9> words;
  };
  constexpr Office offices[] = {
      {"县", {"县委", "县长", "县政府", "县直", "县领导", "全县", "我县", "该县", "县政协"}},
      {"区", {"区委", "区长", "区政府", "区直", "区领导", "全区", "我区", "该区", "区政协"}},
      {"旗", {"旗委", "旗长", "旗政府", "旗直", "旗领导", "全旗", "我旗", "该旗", "旗政协"}},
      {"市", {"市委", "市长", "市政府", "市直", "市领导", "全市", "我市", "该市", "市政协"}},
      {"州", {"州委", "州长", "州政府", "州直", "州领导", "全州", "我州", "该州", "州政协"}},
      {"盟", {"盟委", "盟长", "盟行署", "盟直", "盟领导", "全盟", "我盟", "该盟", "盟级"}}};
  std::string_view best;
  int most = 0;
  for (const auto& [kind, words] : offices) {
    int count = 0;
    for (const auto word : words) {
      for (auto at = text.find(word); at != std::string_view::npos;
           at = text.find(word, at + word.size()))
        ++count;
    }
    if (count > most) {
      most = count;
      best = kind;
    }
  }
  return best;
}

}  // namespace

std::optional<Place> find_home(const Prose& prose) {
  constexpr std::size_t office_reach = 6'000;
  const auto office =
      kind_of_office(prose.plain().substr(0, std::min(office_reach, prose.plain().size())));
  constexpr std::size_t read_sentences = 14;
  std::map<std::string_view, int> points;  // by code
  std::map<std::string_view, Place> found;
  std::size_t count = 0;
  for (const auto& sentence : prose.sentences()) {
    if (++count > read_sentences) break;
    const auto text = prose.plain(sentence.span);
    for (const auto& place : find_places(text)) {
      if (place.level == PlaceLevel::province || place.level == PlaceLevel::region) continue;
      const auto before = text.substr(0, place.span.begin);
      const auto behind = text.substr(place.span.end);
      constexpr std::string_view goings[] = {
          "赴", "前往", "到", "在", "奔赴", "走进", "来自", "南下", "去", " to ", "at "};
      constexpr std::string_view offices[] = {
          "县委",    "区委",   "市委",        "旗委",       "委书记", "县长", "区长",
          "市长",    "政府",   "融媒体",      "县",         "区",     "日报", ":",
          "领导",    "招商",   "投资促进",    "经合局",     "商务局", "新闻", "一季度",
          "集中",    "委",     "政协",        "人大",       "常务",   "副",   " district",
          " county", " Party", " Investment", " promotion", " head",  ":"};
      int value = place.is_full ? 3
                  : is_common_word(text.substr(place.span.begin, place.span.end - place.span.begin))
                      ? 0
                      : 1;
      if (sentence.is_heading) value += 1;
      if (place.span.begin == 0) value += place.is_full || sentence.is_heading ? 3 : 1;
      if (!word_at_start(behind, offices).empty()) value += 3;
      const bool is_ours = !office.empty() && place.name.ends_with(office);
      if (before.ends_with("来") || before.ends_with("落户") || before.ends_with("在") ||
          before.ends_with("应邀到") || before.ends_with("走进")) {
        value += is_ours ? 2 : 0;
      } else if (!word_at_end(before, goings).empty()) {
        value -= is_ours && place.is_full ? 2 : 4;
      }
      if (before.ends_with("在") && !is_ours && !place.is_full) value -= 4;
      if (is_ours &&
          (place.is_full || value >= 2 || before.ends_with("来") || before.ends_with("应邀到")))
        value += 2;
      // A firm's name begins with its place.
      const bool names_firm =
          behind.starts_with(" ") && behind.size() > 1 && text::is_capital(behind[1]) &&
          !holds_any(behind.substr(0, 20),
                     {"County", "District", "City", "Municipal", "Party", "Economic"});
      if (names_firm && !place.is_full) value -= 4;
      if (prose.is_english() && place.is_full) value += 1;
      if (!place.is_full && value <= 1 && !sentence.is_heading) value -= 1;
      if (value <= 0) continue;
      points[place.code] += value;
      found.emplace(place.code, place);
    }
  }
  // Where several counties of one city are told of, the text is the city's.
  std::string_view best;
  std::map<std::string_view, int> counties;
  for (const auto& [code, value] : points) {
    if (code.size() == 6 && value >= 3) ++counties[code.substr(0, 4)];
  }
  // Nor need the city be named: that several of its counties are is enough.
  for (const auto& [of_city, told_counties] : counties) {
    const bool is_named = points.contains(of_city);
    const bool is_office = office == "市" || office == "盟" || office == "州";
    if (told_counties < (is_named || is_office ? 2 : 3)) continue;
    points[of_city] += 40;
    if (const auto division = find_division(of_city))
      found.emplace(division->code,
                    Place{{}, PlaceLevel::city, division->code, division->name, true});
  }
  for (const auto& [code, value] : points) {
    const auto worth = value;
    const auto best_worth = best.empty() ? 2 : points[best];
    if (worth > best_worth) best = code;
  }
  if (best.empty()) return {};
  return found.at(best);
}

}  // namespace leadbook::service::drafting
