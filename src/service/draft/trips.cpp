// Trips to attract investment: who led whom where.
#include <algorithm>

#include "service/draft/letters.hpp"
#include "service/draft/phrases.hpp"
#include "service/draft/reading.hpp"

namespace leadbook::service::drafting {
namespace {

constexpr std::string_view leading_words[] = {
    "率队",   "带队",     "率团",      "带团",   "率领",   "带领",   "率",        "带",
    "一行",   "招商团队", "小分队",    "考察组", "招商团", "招商组", "招商队",    "代表团",
    "考察团", " led ",    " leading ", " took ", "headed", "spent",  "delegation"};
constexpr std::string_view going_verbs[] = {"赶赴",
                                            "奔赴",
                                            "远赴",
                                            "分赴",
                                            "赴",
                                            "前往",
                                            "南下",
                                            "北上",
                                            "到",
                                            "去",
                                            "跑",
                                            "走进",
                                            "抵达",
                                            "奔走",
                                            "来到",
                                            "in visiting ",
                                            " to ",
                                            " visited ",
                                            "visiting "};
constexpr std::string_view trip_purposes[] = {
    "招商", "考察",  "洽谈",       "对接",     "拜访",     "走访", "推介",
    "投资", "合作",  "企业",       "商会",     "客商",     "回访", "项目",
    "经贸", "nvest", "enterprise", "business", "negotiat", "Co.",  "company"};

/// The places behind a verb of going: 深圳、东莞, "Jinan, Dalian, etc.".
std::vector<std::string> places_behind(std::string_view text,
                                       const Place& first,
                                       const Prose& prose,
                                       std::size_t offset,
                                       const std::vector<Place>& places) {
  std::vector<std::string> stops;
  std::size_t end = first.span.begin;
  for (const auto& place : places) {
    if (place.span.begin < first.span.begin) continue;
    const auto between = text.substr(end - offset, place.span.begin - end);
    const bool joined = place.span.begin == first.span.begin || between == "、" ||
                        between == "和" || between == "及" || between == "与" || between == "," ||
                        between == ", " || between == " and " || between == ", and " ||
                        between == "等地和" || between.empty() || between == "the cities of ";
    if (!joined) break;
    const auto name = prose.shown(place.span);
    // 广东深圳: the nearer says more.
    if (between.empty() && !stops.empty()) stops.pop_back();
    if (std::find(stops.begin(), stops.end(), name) == stops.end()) stops.push_back(name);
    end = place.span.end;
  }
  return stops;
}

bool is_home(const Reading& reading, const Place& place) {
  if (!reading.home || place.code.empty()) return false;
  const auto& home = *reading.home;
  return place.code == home.code || lies_in(place, home) ||
         (place.level == PlaceLevel::city && lies_in(home, place)) || place.name == reading.county;
}

}  // namespace

void read_trip(Reading& reading, const Part& part) {
  const auto text = part.text;
  const auto lead = find_word(text, leading_words);
  // Where they went: the first place outside of the county behind a verb of going.
  const Place* first = nullptr;
  bool into_firm = false;
  for (const auto& place : part.places) {
    const auto at = place.span.begin - part.offset;
    // 表示,县主要领导将带队去北京: a plan is told as well.
    const bool in_plan = text.find("将带队") != std::string_view::npos;
    if (at >= part.speech && !in_plan) break;
    const auto before = text.substr(0, at);
    if (is_home(reading, place)) continue;
    auto near = before;
    for (const std::string_view word : {"the cities of ", "了", "辽宁"}) {
      if (near.ends_with(word)) near.remove_suffix(word.size());
    }
    if (word_at_end(near, going_verbs).empty()) continue;
    // 到广东省何氏水产有限公司: a firm, not a place.
    for (const auto& firm : part.firms)
      into_firm =
          into_firm || (firm.span.begin <= place.span.begin && place.span.end <= firm.span.end);
    if (into_firm) {
      into_firm = false;
      if (lead == std::nullopt) continue;
    }
    first = &place;
    break;
  }
  const Official* leader = nullptr;
  for (const auto& official : part.officials) {
    if (official.name.begin - part.offset >= part.speech) break;
    // Who led stands before what they did; those that went along stand behind it.
    const auto limit = first != nullptr ? first->span.begin
                       : lead           ? part.offset + lead->at
                                        : part.offset + text.size();
    if (official.name.begin < limit) {
      leader = &official;
      break;
    }
  }
  const bool one_letter =
      text.find("赴粤") != std::string_view::npos || text.find("赴浙") != std::string_view::npos ||
      text.find("赴沪") != std::string_view::npos || text.find("赴京") != std::string_view::npos ||
      text.find("赴苏") != std::string_view::npos || text.find("赴鲁") != std::string_view::npos ||
      text.find("赴闽") != std::string_view::npos || text.find("赴川") != std::string_view::npos ||
      text.find("赴渝") != std::string_view::npos || text.find("赴湘") != std::string_view::npos ||
      text.find("赴豫") != std::string_view::npos || text.find("赴皖") != std::string_view::npos ||
      text.find("赴鄂") != std::string_view::npos || text.find("赴津") != std::string_view::npos ||
      text.find("赴深") != std::string_view::npos;
  constexpr std::string_view unnamed[] = {"县主要领导",
                                          "区主要领导",
                                          "市主要领导",
                                          "县领导",
                                          "区领导",
                                          "市领导",
                                          "旗领导",
                                          "区党政主要领导",
                                          "县党政主要领导",
                                          "市党政主要领导",
                                          "县委书记",
                                          "区委书记",
                                          "县政府主要领导",
                                          "县委主要领导"};
  // 县委副书记带队去苏州: somebody without a name.
  std::string unnamed_post;
  if (leader == nullptr) {
    const auto led = find_word(text, {"带队", "率队", "率团", "带团"});
    constexpr std::string_view ends[] = {
        "书记", "县长", "区长", "市长", "旗长", "主席", "主任", "局长", "常委", "镇长"};
    if (led && !word_at_end(text.substr(0, led->at), ends).empty()) {
      auto begin = led->at;
      while (begin > 0 && ends_with_han(text.substr(0, begin)) && led->at - begin < 45) {
        if (!word_at_end(text.substr(0, begin), {"由", "日", "天", "午", "近日", "日前"}).empty())
          break;
        begin -= last_length(text.substr(0, begin));
      }
      unnamed_post = reading.shown({part.offset + begin, part.offset + led->at});
    }
  }
  const bool anywhere = leader != nullptr && lead &&
                        holds_any(text, {"奔赴各地", "赴各地", "赴外地"}) &&
                        text.find("招商") != std::string_view::npos;
  if (first == nullptr && !one_letter && !anywhere) return;
  if (!lead && leader == nullptr && !find_word(text, unnamed)) return;
  if (leader == nullptr && unnamed_post.empty() && !find_word(text, unnamed)) return;
  if (!lead && !holds_any(text, trip_purposes)) return;
  // The other side came: 到我县, 来泉考察.
  std::string post;
  if (leader == nullptr) {
    const auto hit = find_word(text, unnamed);
    post = hit && unnamed_post.empty()
               ? reading.shown({part.offset + hit->at, part.offset + hit->at + hit->word.size()})
               : unnamed_post;
  }
  if (leader != nullptr && !lead) {
    // Somebody's journey needs its purpose: 招商, 考察.
    if (holds_any(text, {"看望", "慰问", "培训", "学习", "参会", "会议"}) &&
        !holds_any(text, {"招商", "洽谈", "对接"}))
      return;
  }
  if (!holds_any(text, trip_purposes) &&
      !holds_any(reading.prose.plain(), {"招商", "投资", "nvest"}))
    return;
  TripDraft trip;
  trip.span = part.sentence.span;
  trip.county = reading.county;
  if (leader != nullptr) {
    trip.leader = reading.shown(leader->name);
    trip.post = reading.shown(leader->post);
    // 市领导李洪国、王兆宪、姚卿 lead together.
    for (const auto& other : part.officials) {
      if (&other != leader && other.post.begin == leader->post.begin)
        trip.leader += "、" + reading.shown(other.name);
    }
  } else {
    trip.post = post;
  }
  if (first != nullptr) {
    trip.stops = places_behind(text, *first, reading.prose, part.offset, part.places);
    const auto before = text.substr(0, first->span.begin - part.offset);
    trip.is_planned = is_to_come(before);
  } else {
    struct Letter {
      std::string_view letter;
      std::string_view place;
    };
    constexpr Letter letters[] = {{"粤", "广东"},
                                  {"浙", "浙江"},
                                  {"沪", "上海"},
                                  {"京", "北京"},
                                  {"苏", "江苏"},
                                  {"鲁", "山东"},
                                  {"闽", "福建"},
                                  {"川", "四川"},
                                  {"渝", "重庆"},
                                  {"湘", "湖南"},
                                  {"豫", "河南"},
                                  {"皖", "安徽"},
                                  {"鄂", "湖北"},
                                  {"津", "天津"},
                                  {"深", "深圳"}};
    for (const auto& [letter, place] : letters) {
      if (text.find("赴" + std::string(letter)) != std::string_view::npos)
        trip.stops.emplace_back(place);
    }
  }
  for (const auto& when : part.days) {
    const auto limit = first != nullptr ? first->span.begin : part.offset + text.size();
    if (when.is_period || when.from.month == 0) continue;
    if (!trip.when || when.span.begin < limit)
      trip.when = trip.when ? trip.when : std::optional(when);
  }
  if (!trip.when && !part.days.empty() && part.days.front().from.month != 0)
    trip.when = part.days.front();
  if (!trip.when && trip.leader.empty() && !trip.is_planned) trip.when = reading.when;
  // The same leader's trip told again.
  for (auto index = recent(reading.trips); index < reading.trips.size(); ++index) {
    auto& known = reading.trips[index];
    const bool same_leader = !trip.leader.empty() && known.leader == trip.leader;
    const bool overlaps_day = !trip.when || !known.when || (trip.when->from == known.when->from);
    if (!same_leader || !overlaps_day) continue;
    if (!known.when) known.when = trip.when;
    if (known.stops.empty()) known.stops = trip.stops;
    reading.trip = index;
    return;
  }
  reading.trips.push_back(std::move(trip));
  if (!reading.trips.back().is_planned) reading.trip = reading.trips.size() - 1;
}

}  // namespace leadbook::service::drafting
