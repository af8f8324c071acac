// Talks with firms and chambers: whom, about what, and what came of it.
#include <algorithm>
#include <array>

#include "service/draft/letters.hpp"
#include "service/draft/phrases.hpp"
#include "service/draft/reading.hpp"

namespace leadbook::service::drafting {
namespace {

/// What they talked about: behind 就 or 围绕, or before 项目 and 事宜.
std::optional<Span> find_topic(const Part& part, std::size_t from) {
  const auto text = part.text;
  constexpr std::string_view ends[] = {"进行",
                                       "开展",
                                       "展开",
                                       "达成",
                                       "交换",
                                       "充分",
                                       "深入",
                                       "作了",
                                       "座谈",
                                       "同企业",
                                       "与企业",
                                       "逐一",
                                       "等方面",
                                       ","};
  for (const std::string_view start : {"围绕", "就", "concerning ", "about "}) {
    const auto at = text.find(start, from);
    if (at == std::string_view::npos) continue;
    if (start == "就" &&
        (text.substr(at).starts_with("就业") || text.substr(0, at).ends_with("成")))
      continue;
    const auto begin = at + start.size();
    const auto stop = find_word(text, ends, begin);
    const auto end = stop ? stop->at : text.size();
    if (end > begin && count_characters(text.substr(begin, end - begin)) <= 60)
      return Span{part.offset + begin, part.offset + end};
  }
  for (const std::string_view verb : {"洽谈", "商谈", "推介", "谈", "对接"}) {
    for (auto at = text.find(verb, from); at != std::string_view::npos;
         at = text.find(verb, at + verb.size())) {
      const auto begin = at + verb.size();
      const auto rest = text.substr(begin);
      const auto stop = find_word(rest, {",", "。", "事宜", "事项", "落户"});
      const auto length = stop ? stop->at : rest.size();
      const auto topic = rest.substr(0, length);
      if (topic.ends_with("项目") || topic.ends_with("合作") ||
          (stop && (stop->word == "事宜" || stop->word == "落户"))) {
        if (count_characters(topic) >= 3 && count_characters(topic) <= 40)
          return Span{part.offset + begin, part.offset + begin + length};
      }
    }
  }
  return {};
}

bool is_ours_at(std::string_view text) {
  constexpr std::string_view ours[] = {"我县",
                                       "我市",
                                       "我区",
                                       "我旗",
                                       "我州",
                                       "来县",
                                       "来区",
                                       "来市",
                                       "市内",
                                       "县内",
                                       "区内",
                                       "旗内",
                                       "应邀到",
                                       "莅临",
                                       "一行来",
                                       "来访",
                                       "到县",
                                       "一行到"};
  return holds_any(text, ours);
}

}  // namespace

void read_talks(Reading& reading, const Part& part) {
  const auto text = part.text;
  const bool in_trip = reading.trip.has_value();
  const auto said = text.substr(0, part.speech);
  const auto outcome = outcome_said(text);
  const bool talks = tells_talk(text) ||
                     (in_trip && (outcome == Outcome::intent || outcome == Outcome::consensus)) ||
                     (in_trip && holds_any(text, {"察看", "查看", "参观"}));
  // 双方达成...: of the talks told right before.
  if (part.firms.empty()) {
    if (reading.talks.empty() || (outcome != Outcome::intent && outcome != Outcome::consensus &&
                                  outcome != Outcome::broken_off))
      return;
    constexpr std::string_view both[] = {"双方",
                                         "初步达成",
                                         "一致",
                                         "三方",
                                         "该公司",
                                         "Both sides",
                                         "both sides",
                                         "两家",
                                         "几家",
                                         "各方",
                                         "达成"};
    if (!holds_any(text, both)) return;
    if (!part.projects.empty() && text.find("双方") == std::string_view::npos) return;
    const auto& last = reading.talks.back();
    if (last.paragraph + 1 < part.sentence.paragraph) return;
    const auto paragraph = last.paragraph;
    const auto span = last.span;
    for (auto at = recent(reading.talks); at < reading.talks.size(); ++at) {
      auto& talk = reading.talks[at];
      if (talk.paragraph == paragraph && talk.span.begin == span.begin &&
          talk.outcome == Outcome::exchange)
        talk.outcome = outcome;
    }
    return;
  }
  if (!talks) return;
  // A tour of firms at home is a survey.
  constexpr std::string_view survey_signs[] = {"生产经营",
                                               "工业园",
                                               "一线",
                                               "困难",
                                               "问题",
                                               "生产车间",
                                               "复工",
                                               "实地走访",
                                               "助企",
                                               "包联",
                                               "纾困"};
  constexpr std::string_view talked_of[] = {"洽谈",
                                            "座谈",
                                            "会谈",
                                            "商谈",
                                            "会见",
                                            "接待",
                                            "来访",
                                            "对接",
                                            "意向",
                                            "共识",
                                            "一行来",
                                            "来县",
                                            "拜访"};
  if (!in_trip && holds_any(text, survey_signs) && !holds_any(text, talked_of)) return;
  const auto signing = signing_said(text);
  const bool to_come = is_to_come(
      text.substr(0, std::min(text.size(), part.firms.front().span.begin - part.offset)));
  if (to_come && !in_trip) return;
  // A firm's notice is no talk.
  if (holds_any(text, {"公告", "董事会", "终止"})) return;
  const auto topic = find_topic(part, 0);
  std::optional<int> round;
  for (const auto& [word, number] : {std::pair{"三轮", 3},
                                     {"第三轮", 3},
                                     {"两轮", 2},
                                     {"第二轮", 2},
                                     {"首轮", 1},
                                     {"四轮", 4},
                                     {"五轮", 5}}) {
    if (text.find(word) != std::string_view::npos) round = number;
  }
  std::vector<std::string> done;
  for (const auto& firm : part.firms) {
    const auto first = firm.span.begin - part.offset;
    const auto last = firm.span.end - part.offset;
    if (first >= part.speech && !firm.by_ending) continue;
    if (first >= part.speech) {
      // 要求...与X对接: a wish.
      continue;
    }
    const auto before = text.substr(0, first);
    const auto behind = text.substr(last);
    // Those who invest, come along or are only described take no part.
    constexpr std::string_view roles[] = {"投资",
                                          "承建",
                                          "开发建设",
                                          "等8家",
                                          "下属",
                                          "旗下",
                                          "主办",
                                          "承办",
                                          "的特级",
                                          "的子公司",
                                          "的全资",
                                          "控股的"};
    if (!word_at_start(behind, roles).empty()) continue;
    if (before.ends_with("据") || before.ends_with("(") || before.ends_with("属") ||
        before.ends_with("是世界500强") || (before.ends_with("是") && !before.ends_with("分别是")))
      continue;
    // Ours that went along: 和友发集团主要负责人一同参加.
    if (holds_any(behind.substr(0, std::min<std::size_t>(behind.size(), 60)),
                  {"一同参加", "陪同", "随同", "参加考察"}) &&
        text.find("考察团") == std::string_view::npos) {
      continue;
    }
    // A firm that speaks or acts by itself talks only where the sentence says with whom.
    const auto name = reading.firm_name(reading.shown(firm.span));
    if (std::find(done.begin(), done.end(), name) != done.end()) continue;
    done.push_back(name);
    TalkDraftOf talk;
    talk.firm = name;
    talk.county = reading.county;
    talk.span = part.sentence.span;
    talk.paragraph = part.sentence.paragraph;
    talk.outcome = outcome;
    talk.round = round;
    if (topic) talk.topic = reading.shown(*topic);
    for (const auto& when : part.days) {
      if (!when.is_period && when.from.month != 0) {
        talk.when = when;
        break;
      }
    }
    if (!talk.when && in_trip) talk.when = reading.trips[*reading.trip].when;
    if (!talk.when) talk.when = reading.when;
    constexpr std::string_view online[] = {
        "视频", "线上", "云洽谈", "云招商", "连线", "网络", "online", "video"};
    const bool is_online = holds_any(said, online);
    constexpr std::string_view receptions[] = {
        "会见", "接待", "来访", "莅临", "应邀到", "会晤", "到访"};
    if (is_online) {
      talk.mode = NegotiationMode::online;
    } else if ((is_ours_at(said) &&
                (!in_trip ||
                 holds_any(
                     said,
                     {"来访", "应邀到", "莅临", "市内", "县内", "来我", "来县", "接待了"}))) ||
               (!in_trip && holds_any(said, receptions))) {
      talk.mode = NegotiationMode::reception;
    } else if (in_trip) {
      talk.mode = NegotiationMode::onsite;
      const auto& stops = reading.trips[*reading.trip].stops;
      if (!reading.place.empty()) {
        talk.place = reading.place;
      } else if (stops.size() == 1) {
        talk.place = stops.front();
      }
    } else if (holds_any(before, {"走访", "拜访", "走进", "回访", "赴", "前往"})) {
      talk.mode = NegotiationMode::onsite;
    } else if (holds_any(behind, {"到", "来", "赴", "在"}) &&
               holds_any(behind, {"考察", "洽谈", "参观"})) {
      talk.mode = NegotiationMode::reception;
    }
    const auto known =
        std::find_if(reading.talks.begin() + static_cast<std::ptrdiff_t>(recent(reading.talks)),
                     reading.talks.end(),
                     [&](const TalkDraftOf& other) {
                       return !other.firm.empty() && other.county == talk.county &&
                              reading.same_firm(other.firm, talk.firm);
                     });
    if (known != reading.talks.end()) {
      if (known->topic.empty()) known->topic = talk.topic;
      if (known->outcome == Outcome::exchange) known->outcome = talk.outcome;
      if (!known->when) known->when = talk.when;
      if (!known->mode) known->mode = talk.mode;
      continue;
    }
    // A paper signed is told as a signing; a talk is one where the sentence tells of talking too.
    if (signing) {
      constexpr std::string_view talked[] = {"洽谈",
                                             "对接",
                                             "会谈",
                                             "座谈",
                                             "走访",
                                             "拜访",
                                             "会见",
                                             "考察",
                                             "交流",
                                             "egotiat",
                                             "discuss"};
      const auto signed_at = find_word(text, {"签", "sign", "Sign"});
      if (!holds_any(text.substr(0, signed_at ? signed_at->at : text.size()), talked) &&
          !(in_trip && holds_any(text, talked)))
        continue;
    }
    reading.talks.push_back(std::move(talk));
  }
}

}  // namespace leadbook::service::drafting
