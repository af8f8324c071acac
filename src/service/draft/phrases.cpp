#include "service/draft/phrases.hpp"

#include <algorithm>

#include "service/draft/letters.hpp"

namespace leadbook::service::drafting {
namespace {

/// What takes back what follows it in its clause.
constexpr std::string_view hopes[] = {
    "将",     "拟",     "计划", "预计",      "力争",   "争取", "确保", "推动",  "促进",
    "加快",   "尽快",   "早日", "倒排",      "准备",   "有望", "力促", "促成",  "促其",
    "促使",   "希望",   "未",   "没有",      "尚未",   "不",   "即将", "可望",  "要",
    "为",     "早",     "等待", "推进",      "按",     "will", "plan", "to be", "expected",
    "strive", "ensure", "not ", "accelerat", "promote"};

/// Hopes that take back even where they stand further before.
constexpr std::string_view far_hopes[] = {
    "将", "拟", "计划", "预计", "力争", "争取", "确保", "力促", "希望", "有望", "will", "expected"};

struct StageWord {
  std::string_view word;
  Stage stage;
};
// The furthest first.
constexpr StageWord stage_words[] = {{"解除协议", Stage::terminated},
                                     {"决定终止", Stage::terminated},
                                     {"终止投资", Stage::terminated},
                                     {"终止实施", Stage::terminated},
                                     {"协议解除", Stage::terminated},
                                     {"宣布终止", Stage::terminated},
                                     {"项目终止", Stage::terminated},
                                     {"停工", Stage::suspended},
                                     {"停建", Stage::suspended},
                                     {"达产", Stage::at_capacity},
                                     {"投产", Stage::in_production},
                                     {"投入生产", Stage::in_production},
                                     {"投入运营", Stage::in_production},
                                     {"生产红火", Stage::in_production},
                                     {"试生产", Stage::in_production},
                                     {"正式运营", Stage::in_production},
                                     {"竣工", Stage::completed},
                                     {"建成", Stage::completed},
                                     {"完工", Stage::completed},
                                     {"设备安装", Stage::civil_works_done},
                                     {"设备正在安装", Stage::civil_works_done},
                                     {"安装调试", Stage::civil_works_done},
                                     {"主体封顶", Stage::civil_works_done},
                                     {"封顶", Stage::civil_works_done},
                                     {"主体完工", Stage::civil_works_done},
                                     {"开工", Stage::started},
                                     {"动工", Stage::started},
                                     {"奠基", Stage::started},
                                     {"破土", Stage::started},
                                     {"加紧建设", Stage::started},
                                     {"正在建设", Stage::started},
                                     {"在建", Stage::started},
                                     {"建设中", Stage::started},
                                     {"started construction", Stage::started},
                                     {"broke ground", Stage::started},
                                     {"began construction", Stage::started},
                                     {"under construction", Stage::started},
                                     {"完成投资", Stage::started},
                                     {"供地", Stage::land_supplied},
                                     {"意向书", Stage::intent},
                                     {"框架协议", Stage::intent},
                                     {"意向协议", Stage::intent},
                                     {"战略合作", Stage::intent},
                                     {"签约", Stage::signed_},
                                     {"签订", Stage::signed_},
                                     {"签署", Stage::signed_},
                                     {"签下", Stage::signed_},
                                     {"落户", Stage::signed_},
                                     {"settled in", Stage::signed_},
                                     {"signed", Stage::signed_},
                                     {"意向", Stage::intent},
                                     {"intention", Stage::intent},
                                     {"intent", Stage::intent}};

std::string_view clause_before(std::string_view text, std::size_t at) {
  const auto before = text.substr(0, at);
  const auto comma = find_last_word(before, {",", "。", ";", "("});
  return comma ? before.substr(comma->at + comma->word.size()) : before;
}

}  // namespace

bool is_hoped_for(std::string_view before) {
  constexpr std::size_t nearby = 18;  // bytes: six Han
  auto near = before;
  if (near.size() > nearby) {
    near = near.substr(near.size() - nearby);
    while (!near.empty() && (static_cast<unsigned char>(near.front()) & 0xC0) == 0x80)
      near.remove_prefix(1);
  }
  for (const auto hope : hopes) {
    const auto at = near.find(hope);
    if (at == std::string_view::npos) continue;
    // 因为, 成为, 主要, 重要, 将军, 不仅
    const auto head = near.substr(0, at);
    if (hope == "要" && (head.ends_with("主") || head.ends_with("重") || head.ends_with("需")))
      continue;
    if (hope == "为" && !head.ends_with("为") && !near.substr(at).starts_with("为签约") &&
        !near.substr(at).starts_with("为推"))
      continue;
    if (hope == "按" || hope == "早") {
      if (near.substr(at).starts_with("早期")) continue;
    }
    if (hope == "不" &&
        (near.substr(at).starts_with("不仅") || near.substr(at).starts_with("不断")))
      continue;
    return true;
  }
  return holds_any(before, far_hopes);
}

std::optional<Stage> stage_said(std::string_view text) {
  for (const auto& [word, stage] : stage_words) {
    for (auto at = text.find(word); at != std::string_view::npos;
         at = text.find(word, at + word.size())) {
      const auto behind = text.substr(at + word.size());
      constexpr std::string_view conditions[] = {"后",
                                                 "前",
                                                 "条件",
                                                 "率",
                                                 "运营后",
                                                 "之后",
                                                 "投产后",
                                                 "并投产后",
                                                 "达产后",
                                                 "以来",
                                                 "目标",
                                                 "准备",
                                                 "倒排",
                                                 "时",
                                                 "任务"};
      if (!word_at_start(behind, conditions).empty()) continue;
      if (is_hoped_for(clause_before(text, at))) continue;
      return stage;
    }
  }
  return {};
}

std::optional<SigningKind> signing_said(std::string_view text) {
  constexpr std::string_view verbs[] = {
      "签约", "签订", "签署", "签下", "签了", "签定", "签", "signed", "sign "};
  for (const auto verb : verbs) {
    for (auto at = text.find(verb); at != std::string_view::npos;
         at = text.find(verb, at + verb.size())) {
      const auto before = clause_before(text, at);
      const auto behind = text.substr(at + verb.size());
      constexpr std::string_view others[] = {
          "率", "落地", "条件", "这一步", "前", "字笔", "名", "证", "金额", "资金", "企业", "难"};
      if (!word_at_start(behind, others).empty() && verb != "签订") continue;
      if (verb == "签" &&
          !word_at_start(behind, {"约", "订", "署", "下", "了", "定", "名", "字", "证"}).empty())
        continue;
      if (verb == "签" && !word_at_end(text.substr(0, at), {"前", "续", "标", "书", "云"}).empty())
        continue;
      if (before.ends_with("前")) continue;
      if (behind.starts_with("仪式") &&
          !word_at_end(text.substr(0, at),
                       {"出席", "出席了", "参加", "参加了", "主持", "在", "见证"})
               .empty())
        continue;
      if (is_hoped_for(before)) continue;
      const auto all = text;
      if (all.find("补充协议") != std::string_view::npos) return SigningKind::supplement;
      if (all.find("意向书") != std::string_view::npos ||
          all.find("意向协议") != std::string_view::npos ||
          all.find("意向签约") != std::string_view::npos ||
          all.find("意向性协议") != std::string_view::npos ||
          all.find("letter of intent") != std::string_view::npos ||
          all.find("合作意向") != std::string_view::npos ||
          all.find("投资意向") != std::string_view::npos) {
        return SigningKind::intent_letter;
      }
      if (all.find("框架") != std::string_view::npos ||
          all.find("战略合作") != std::string_view::npos ||
          all.find("framework") != std::string_view::npos ||
          all.find("trategic cooperation") != std::string_view::npos) {
        return SigningKind::framework;
      }
      return SigningKind::contract;
    }
  }
  return {};
}

Outcome outcome_said(std::string_view text) {
  struct Word {
    std::string_view word;
    Outcome outcome;
  };
  constexpr Word words[] = {{"终止合作", Outcome::broken_off},
                            {"谈判破裂", Outcome::broken_off},
                            {"意向", Outcome::intent},
                            {"共识", Outcome::consensus},
                            {"一致意见", Outcome::consensus},
                            {"签约", Outcome::signed_},
                            {"签订", Outcome::signed_},
                            {"签署", Outcome::signed_},
                            {"intent", Outcome::intent},
                            {"consensus", Outcome::consensus},
                            {" signed", Outcome::signed_}};
  for (const auto& [word, outcome] : words) {
    const auto at = text.find(word);
    if (at == std::string_view::npos) continue;
    if (word == "意向") {
      constexpr std::string_view attributes[] = {"企业", "客商", "项目", "投资者"};
      if (!word_at_start(text.substr(at + word.size()), attributes).empty()) continue;
      if (text.substr(0, at).ends_with("谋求合作") || text.substr(0, at).ends_with("寻求合作"))
        continue;
    }
    if (is_hoped_for(clause_before(text, at))) continue;
    return outcome;
  }
  return Outcome::exchange;
}

bool tells_talk(std::string_view text) {
  constexpr std::string_view verbs[] = {
      "走访", "拜访", "考察",     "对接",     "会见",    "会谈", "座谈",  "洽谈",      "商谈",
      "交流", "沟通", "接洽",     "接触",     "拜会",    "看望", "走进",  "回访",      "访问",
      "约见", "谈",   "见面",     "交换意见", "协商",    "推介", "到访",  "有意",      "接待",
      "会晤", "磋商", "视频连线", "对话",     "egotiat", "talk", "visit", "called on", "call on",
      "met ", "meet", "discuss",  "exchange", "inspect"};
  return holds_any(text, verbs);
}

std::optional<EventKind> event_kind(std::string_view title) {
  struct Ending {
    std::string_view word;
    EventKind kind;
  };
  constexpr Ending event_endings[] = {{"签约仪式", EventKind::signing_ceremony},
                                      {"签约大会", EventKind::signing_ceremony},
                                      {"签约活动", EventKind::signing_ceremony},
                                      {"签约会", EventKind::signing_ceremony},
                                      {"集中签约", EventKind::signing_ceremony},
                                      {"云签约仪式", EventKind::signing_ceremony},
                                      {"开工仪式", EventKind::start_ceremony},
                                      {"开工活动", EventKind::start_ceremony},
                                      {"动工仪式", EventKind::start_ceremony},
                                      {"奠基仪式", EventKind::start_ceremony},
                                      {"集中开工", EventKind::start_ceremony},
                                      {"开工动员会", EventKind::start_ceremony},
                                      {"开工动员大会", EventKind::start_ceremony},
                                      {"开工大会", EventKind::start_ceremony},
                                      {"竣工仪式", EventKind::completion_ceremony},
                                      {"投产仪式", EventKind::completion_ceremony},
                                      {"竣工投产仪式", EventKind::completion_ceremony},
                                      {"推介会", EventKind::promotion_conference},
                                      {"恳谈会", EventKind::promotion_conference},
                                      {"招商大会", EventKind::promotion_conference},
                                      {"招商会", EventKind::promotion_conference},
                                      {"招商引资大会", EventKind::promotion_conference},
                                      {"对接会", EventKind::promotion_conference},
                                      {"投资洽谈会", EventKind::promotion_conference},
                                      {"洽谈会", EventKind::promotion_conference},
                                      {"招商推介活动", EventKind::promotion_conference},
                                      {"投资大会", EventKind::promotion_conference},
                                      {"说明会", EventKind::promotion_conference},
                                      {"推介活动", EventKind::promotion_conference},
                                      {"推进会", EventKind::promotion_meeting},
                                      {"推进会议", EventKind::promotion_meeting},
                                      {"调度会", EventKind::promotion_meeting},
                                      {"调度会议", EventKind::promotion_meeting},
                                      {"现场会", EventKind::promotion_meeting},
                                      {"协调会", EventKind::promotion_meeting},
                                      {"专班会", EventKind::promotion_meeting},
                                      {"招商引资工作会议", EventKind::promotion_meeting},
                                      {"项目建设会议", EventKind::promotion_meeting},
                                      {"专题会", EventKind::promotion_meeting},
                                      {"过堂会", EventKind::promotion_meeting},
                                      {"promotion conference", EventKind::promotion_meeting},
                                      {"Promotion Conference", EventKind::promotion_meeting},
                                      {"signing ceremony", EventKind::signing_ceremony},
                                      {"promotion meeting", EventKind::promotion_conference},
                                      {"groundbreaking ceremony", EventKind::start_ceremony}};
  const Ending* longest = nullptr;
  for (const auto& ending : event_endings) {
    if (title.ends_with(ending.word) &&
        (longest == nullptr || ending.word.size() > longest->word.size()))
      longest = &ending;
  }
  // 集中开工(竣工)仪式
  constexpr Ending by_word[] = {{"签约", EventKind::signing_ceremony},
                                {"开工", EventKind::start_ceremony},
                                {"竣工", EventKind::completion_ceremony},
                                {"投产", EventKind::completion_ceremony}};
  for (const auto& word : by_word) {
    if (longest == nullptr && title.ends_with("仪式") &&
        title.find(word.word) != std::string_view::npos)
      longest = &word;
  }
  // "promotion meeting for investment projects"
  for (const auto& ending : event_endings) {
    if (longest == nullptr && ending.word.front() < 'z' && ending.word.front() > ' ' &&
        title.find(ending.word) != std::string_view::npos)
      longest = &ending;
  }
  if (longest == nullptr) return {};
  // Meetings are of the book where they are about investment or projects.
  constexpr std::string_view subjects[] = {"招商",
                                           "项目",
                                           "投资",
                                           "签约",
                                           "开工",
                                           "产业",
                                           "企业",
                                           "竣工",
                                           "投产",
                                           "经贸",
                                           "合作",
                                           "project",
                                           "invest"};
  if (longest->kind != EventKind::signing_ceremony && longest->kind != EventKind::start_ceremony &&
      !holds_any(title, subjects))
    return {};
  return longest->kind;
}

std::size_t speech_begin(std::string_view text) {
  constexpr std::string_view verbs[] = {
      "要求",       "强调",      "指出",     "希望",        "表示", "说,",    "说:",
      "说“",        "他说",      "她说",     "介绍说",      "认为", "提出",   "下一步",
      "今后",       "接下来",    "告诉记者", "勉励",        "呼吁", "致辞中", "required",
      "emphasized", "requested", "stressed", "pointed out", "said", "should "};
  const auto hit = find_word(text, verbs);
  return hit ? hit->at : text.size();
}

bool is_to_come(std::string_view text) {
  constexpr std::string_view words[] = {"将", "拟", "计划", "准备", "即将", "will ", "plans to"};
  return holds_any(text, words);
}

}  // namespace leadbook::service::drafting
