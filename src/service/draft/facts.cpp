// Events, printed figures and tasks.
#include <algorithm>

#include "leadbook/text/ascii.hpp"
#include "service/draft/letters.hpp"
#include "service/draft/phrases.hpp"
#include "service/draft/reading.hpp"

namespace leadbook::service::drafting {
namespace {

/// The clauses of a part, between commas that are not within brackets or numbers.
std::vector<Span> clauses_of(const Part& part) {
  std::vector<Span> clauses;
  const auto text = part.text;
  std::size_t begin = 0;
  int depth = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '(') ++depth;
    if (text[at] == ')' && depth > 0) --depth;
    const bool comma = (text[at] == ',' || text[at] == ':') && depth == 0 &&
                       !(at + 1 < text.size() && text::is_digit(text[at + 1]) && at > 0 &&
                         text::is_digit(text[at - 1]));
    if (!comma) continue;
    if (at > begin) clauses.push_back({part.offset + begin, part.offset + at});
    begin = at + 1;
  }
  if (text.size() > begin) clauses.push_back({part.offset + begin, part.offset + text.size()});
  return clauses;
}

/// A figure told twice is one; the telling with its period counts.
void add_figure(Reading& reading, FigureDraft figure) {
  for (auto at = recent(reading.figures); at < reading.figures.size(); ++at) {
    auto& known = reading.figures[at];
    if (known.number != figure.number || known.unit != figure.unit ||
        known.county != figure.county || known.count != figure.count)
      continue;
    if (!known.period) known.period = figure.period;
    return;
  }
  reading.figures.push_back(std::move(figure));
}

/// What a figure is of: of the day's gathering its month, else the period told last.
std::optional<When> period_of(const Reading& reading, const Part& part) {
  const bool of_day =
      batch_said(part.text).has_value() || holds_any(part.text, {"此次", "当天", "本次", "集中"});
  if (of_day && reading.when) return reading.when;
  return reading.period ? reading.period : reading.when;
}

}  // namespace

void read_events(Reading& reading, const Part& part) {
  const auto text = part.text;
  constexpr std::string_view held[] = {
      "举行", "召开", "举办", "启动", "was held", "held ", "开幕", "把招商会"};
  for (const auto& clause : clauses_of(part)) {
    const auto words = reading.prose.plain(clause);
    const auto verb = find_word(words, held);
    if (!verb) continue;
    const auto lead = words.substr(0, verb->at);
    if (lead.ends_with("将") || lead.ends_with("拟") || lead.ends_with("计划") ||
        clause.begin - part.offset >= part.speech)
      continue;
    // Before the verb (X仪式举行) or behind it (举行X仪式).
    auto behind = words.substr(verb->at + verb->word.size());
    if (behind.starts_with("了")) behind.remove_prefix(3);
    while (behind.ends_with("。") || behind.ends_with("!") || behind.ends_with(";"))
      behind.remove_suffix(last_length(behind));
    auto before = words.substr(0, verb->at);
    if (const auto place = before.rfind("在");
        place != std::string_view::npos && event_kind(before.substr(0, place)))
      before = before.substr(0, place);
    for (const std::string_view tail : {"隆重", "顺利", "成功", "正式", "同步", " was ", "同时"}) {
      if (before.ends_with(tail)) before.remove_suffix(tail.size());
    }
    while (before.ends_with(" ")) before.remove_suffix(1);
    std::string_view title;
    if (event_kind(behind)) {
      title = behind;
    } else if (event_kind(before)) {
      title = before;
      for (const auto& when : part.days) {
        if (when.span.end > clause.begin && when.span.end <= clause.begin + title.size()) {
          const auto cut = when.span.end - clause.begin;
          if (cut < title.size()) title = std::string_view(words).substr(cut, before.size() - cut);
        }
      }
      for (const std::string_view head :
           {"上午", "下午", "晚", "当天", "当日", " ", "A ", "the ", "The "}) {
        if (title.starts_with(head)) title.remove_prefix(head.size());
      }
    } else {
      continue;
    }
    const auto at = static_cast<std::size_t>(title.data() - words.data());
    EventDraft draft;
    draft.kind = *event_kind(title);
    draft.title = reading.shown({clause.begin + at, clause.begin + at + title.size()});
    draft.county = reading.county;
    draft.when = reading.when;
    draft.span = part.sentence.span;
    if (!part.days.empty()) draft.when = part.days.front();
    bool known = false;
    for (auto index = recent(reading.events); index < reading.events.size(); ++index) {
      const auto& other = reading.events[index];
      known = known || (other.kind == draft.kind &&
                        (!other.when || !draft.when || other.when->from == draft.when->from));
    }
    if (!known) reading.events.push_back(std::move(draft));
  }
  // 县委书记X调研Y: a survey, where nobody travelled.
  if (reading.trip || part.sentence.is_heading) return;
  constexpr std::string_view surveys[] = {"实地走访",
                                          "走访企业",
                                          "深入企业",
                                          "调研",
                                          "现场办公",
                                          "实地察看",
                                          "实地督导",
                                          "督导",
                                          "field survey",
                                          "conducted a survey",
                                          "察看",
                                          "开会"};
  const auto survey = find_word(text, surveys);
  if (!survey || survey->at >= part.speech || part.officials.empty() ||
      part.officials.front().name.begin - part.offset > survey->at)
    return;
  constexpr std::string_view subjects[] = {
      "项目", "企业", "园", "招商", "产业", "工业", "project", "industr", "现场办公", "专班"};
  if (!holds_any(text, subjects)) return;
  for (const auto& other : reading.events) {
    if (other.kind == EventKind::survey) return;
  }
  EventDraft draft;
  draft.kind = survey->word == "开会" ? EventKind::promotion_meeting : EventKind::survey;
  if (draft.kind == EventKind::promotion_meeting && text.find("推进") == std::string_view::npos)
    return;
  const auto end = std::min(std::min(text.find(',', survey->at), text.find(':', survey->at)),
                            std::min(text.size(), part.speech));
  const auto who = reading.shown(part.officials.front().name);
  const auto last = std::max(end, survey->at + survey->word.size());
  draft.title = draft.kind == EventKind::survey
                    ? who + reading.shown({part.offset + survey->at, part.offset + last})
                    : reading.shown({part.offset, part.offset + last});
  if (draft.kind == EventKind::promotion_meeting && !part.projects.empty())
    draft.title = reading.shown(part.projects.front().title) + "推进会";
  while (draft.title.ends_with("。")) draft.title.erase(draft.title.size() - 3);
  draft.county = reading.county;
  draft.when = part.days.empty() ? reading.when : std::optional(part.days.front());
  draft.span = part.sentence.span;
  reading.events.push_back(std::move(draft));
}

void read_figures(Reading& reading, const Part& part) {
  // Targets, what a policy asks, and what one project is said to bring are no figures.
  constexpr std::string_view aims[] = {
      "目标", "任务", "考核", "力争", "以上的企业", "target", "门槛"};
  constexpr std::string_view sums_of[] = {
      "总投资",    "协议投资",     "投资总额", "到位",     "引进",     "签约资金", "签约金额",
      "合同金额",  "协议资金",     "协议总",   "利用外资", "利用内资", "引资",     "合计投资",
      "投资额",    "固定资产投资", "投资金额", "协议金额", "合同资金", "招商引资", "投资合计",
      "完成投资",  "总金额",       "总额",     "省外资金", "内资",     "外资",     "合同引资",
      "nvestment", "nvested",      "worth"};
  constexpr std::string_view of_many[] = {"个项目",
                                          "个重点项目",
                                          "全县",
                                          "全市",
                                          "全区",
                                          "全旗",
                                          "全州",
                                          "累计",
                                          "共",
                                          "合计",
                                          "总额",
                                          "引进",
                                          "到位",
                                          "利用",
                                          "projects"};
  constexpr std::string_view done[] = {
      "签约", "开工",     "引进",   "新引进",   "在谈", "洽谈",   "竣工",   "投产",
      "落地", "上报",     "新增",   "实施",     "达成", "动工",   "签下",   "落户",
      "建成", "完成投资", "履约",   "结转",     "入库", "总投资", "储备",   "线索",
      "举办", "对接",     "signed", "introduc", "held", "land",   "obtain", "visit"};
  for (const auto& clause : clauses_of(part)) {
    const auto words = reading.prose.plain(clause);
    if (clause.begin - part.offset >= part.speech && part.speech < part.text.size()) break;
    const auto own_clock = reading.clock;
    Clock clock = own_clock;
    auto period = find_period(words, clock);
    if (period) reading.period = period;
    // In brackets a target stands beside what was reached.
    const auto bracket = words.find('(');
    const auto in_bracket = [&](std::size_t at) {
      return bracket != std::string_view::npos && at > bracket;
    };
    // 45个 is no figure in 市考核目标45个.
    for (const auto& count : find_counts(words)) {
      if (in_bracket(count.span.begin)) continue;
      const auto before = words.substr(0, count.span.begin);
      const auto behind = words.substr(count.span.end);
      const bool of_projects =
          (count.unit == "个" || count.unit == "项" || count.unit == " projects" ||
           count.unit == " new" || count.unit == " key" || count.unit == " industrial" ||
           count.unit == " major") &&
          (words.find("项目") != std::string_view::npos ||
           words.find("project") != std::string_view::npos ||
           (part.text.find("项目") != std::string_view::npos &&
            holds_any(words, {"新引进", "进入实施", "开工", "投产", "落地"})));
      const bool of_leads = count.unit == "条" && words.find("线索") != std::string_view::npos;
      const bool of_leads_english =
          (count.unit == " effective" || count.unit == " clues" || count.unit == " activities" ||
           count.unit == " enterprises" || count.unit == " companies");
      const bool of_events = (count.unit == "场" || count.unit == "场次") &&
                             holds_any(words, {"招商", "推介", "活动"});
      if (!of_projects && !of_leads && !of_events && !of_leads_english) continue;
      if (holds_any(before, aims) || before.ends_with("top ")) continue;
      const auto covered = std::any_of(
          part.projects.begin(), part.projects.end(), [&](const ProjectMention& project) {
            return project.title.begin <= clause.begin + count.span.begin &&
                   clause.begin + count.span.begin < project.title.end;
          });
      if (covered || before.ends_with("年产") || count.value > 20'000) continue;
      if (!holds_any(words, done) && !holds_any(part.text, done)) continue;
      if (count.value == 1 && words.find("总投资") == std::string_view::npos) continue;
      if (behind.starts_with("月")) continue;
      FigureDraft figure;
      figure.county = reading.county;
      figure.count = count.value;
      figure.number = std::to_string(count.value);
      figure.unit = std::string(count.unit);
      while (figure.unit.starts_with(' ')) figure.unit.erase(0, 1);
      figure.indicator = reading.shown(clause);
      figure.period = period_of(reading, part);
      figure.span = clause;
      add_figure(reading, std::move(figure));
    }
    for (std::size_t index = 0; index < part.sums.size(); ++index) {
      const auto& sum = part.sums[index];
      if (part.used[index] || !clause.holds(sum.span) || in_bracket(sum.span.begin - clause.begin))
        continue;
      const auto before = words.substr(0, sum.span.begin - clause.begin);
      const auto behind = words.substr(sum.span.end - clause.begin);
      if (goes_on_about_project(part.text) && part.text.find("个项目") == std::string_view::npos)
        continue;
      if (sum.amount.qualifier == Qualifier::at_least &&
          words.find("总投资") != std::string_view::npos)
        continue;
      if (behind.starts_with("以上") || before.ends_with("过") || holds_any(before, aims)) continue;
      const bool above = before.ends_with("总投资") && behind.starts_with("以上");
      if (above || !holds_any(words, sums_of)) continue;
      const auto counts = find_counts(part.text);
      const bool counts_projects =
          part.text.find("项目") != std::string_view::npos &&
          std::any_of(counts.begin(), counts.end(), [](const Count& count) {
            return count.unit == "个" || count.unit == "项";
          });
      const bool is_sum = holds_any(words, of_many) || counts_projects ||
                          holds_any(part.text, {"大项目", "大招商", "projects", "全县", "全市"});
      if (!is_sum) continue;
      FigureDraft figure;
      figure.county = reading.county;
      figure.sum = sum;
      figure.number = sum.number;
      figure.unit = sum.unit;
      figure.indicator = reading.shown(clause);
      figure.period = period_of(reading, part);
      figure.span = clause;
      add_figure(reading, std::move(figure));
    }
  }
}

void read_tasks(Reading& reading, const Part& part) {
  const auto text = part.text;
  if (!reading.is_of_projects) return;
  constexpr std::string_view troubles[] = {"供电不足",
                                           "没有落实",
                                           "未落实",
                                           "融资难",
                                           "用地指标",
                                           "用工难",
                                           "用地难",
                                           "资金短缺",
                                           "缺口",
                                           "招工难",
                                           "用电难",
                                           "容量不足",
                                           "手续未",
                                           "审批慢"};
  constexpr std::string_view told[] = {"反映", "存在", "面临", "困难", "问题", "制约"};
  // 企业反映了供电不足、用地指标没有落实等困难
  if (holds_any(text, told) && holds_any(text, troubles)) {
    std::size_t begin = 0;
    if (const auto at = find_word(text, {"反映了", "反映", "存在", "面临着", "面临", "遇到"}))
      begin = at->at + at->word.size();
    auto end = std::min(
        text.find("等困难", begin),
        std::min(text.find("等问题", begin), std::min(text.find(',', begin), text.size())));
    for (std::size_t item = begin; item < end;) {
      const auto joint = find_word(text.substr(0, end), {"、", "以及", "和"}, item);
      const auto stop = joint ? joint->at : end;
      const auto words = text.substr(item, stop - item);
      if (holds_any(words, troubles)) {
        TaskDraft task;
        task.kind = TaskKind::obstacle;
        task.text = reading.shown({part.offset + item, part.offset + stop});
        task.county = reading.county;
        task.span = part.sentence.span;
        reading.tasks.push_back(std::move(task));
      }
      item = stop + (joint ? joint->word.size() : 1);
    }
  }
  // What is to be done by when: 9月1日前完善用地手续, 本周内完成.
  if (holds_any(text, {"要求", "强调", "required", "requested"}))
    reading.ordered_paragraph = part.sentence.paragraph;
  constexpr std::string_view orders[] = {"要求",
                                         "必须",
                                         "务必",
                                         "须",
                                         "确保",
                                         "责成",
                                         "should",
                                         "must",
                                         "限",
                                         "倒排",
                                         "完成",
                                         "前",
                                         "负责",
                                         "牵头",
                                         "责任单位"};
  if (!holds_any(text, orders)) return;
  const auto speech = std::min(part.speech, text.size());
  const auto clauses = clauses_of(part);
  for (const auto& clause : clauses) {
    const auto words = reading.prose.plain(clause);
    const bool ordered =
        reading.ordered_paragraph == part.sentence.paragraph ||
        clause.begin - part.offset >= speech || text.find("要求") != std::string_view::npos ||
        holds_any(text,
                  {"倒排", "必须", "务必", "should", "must", "要求", "负责", "牵头", "责任单位"});
    if (!ordered) continue;
    Clock clock = reading.clock;
    std::optional<When> due;
    std::size_t due_begin = words.size();
    for (const auto& when : find_days(words, clock)) {
      const auto behind = words.substr(when.span.end);
      const auto before = words.substr(0, when.span.begin);
      if (!word_at_start(behind, {"前", "之前", "底前", "内", "以前", "底"}).empty() ||
          before.ends_with("by ") || before.ends_with("end of ") || before.ends_with("before ")) {
        due = when;
        due_begin = when.span.begin;
      }
    }
    const bool in_span =
        holds_any(words, {"本周内", "本月内", "年底前", "月底前", "年内完成", "周内"});
    constexpr std::string_view concrete[] = {"土地挂牌",
                                             "手续",
                                             "每天上报",
                                             "每日上报",
                                             "每周上报",
                                             "专人",
                                             "上报施工",
                                             "办结",
                                             "交地",
                                             "供地",
                                             "procedures",
                                             "resumed"};
    const bool is_concrete = clause.begin - part.offset >= speech && holds_any(words, concrete) &&
                             text.find("要求") != std::string_view::npos;
    if (!due && !in_span && !is_concrete) continue;
    constexpr std::string_view general[] = {"目标", "投资增速", "精神"};
    if (holds_any(words, general)) continue;
    TaskDraft task;
    task.due = due;
    task.county = reading.county;
    task.span = part.sentence.span;
    auto begin = clause.begin;
    auto body = words;
    for (const std::string_view lead : {"要求", "强调", "并", "要", "须", " "}) {
      if (body.starts_with(lead)) {
        body.remove_prefix(lead.size());
        begin += lead.size();
      }
    }
    if (due && due_begin > 0) {
      const auto owner = words.substr(0, due_begin);
      constexpr std::string_view offices[] = {"单位",
                                              "局",
                                              "部门",
                                              "委",
                                              "专班",
                                              "公司",
                                              "镇",
                                              "乡",
                                              "街道",
                                              "办",
                                              "园区",
                                              "中心",
                                              "企业"};
      if (!word_at_end(owner, offices).empty() && count_characters(owner) < 16) {
        task.owner = reading.shown({clause.begin, clause.begin + due_begin});
        const auto done = words.find("前", due_begin);
        if (done != std::string_view::npos && done + 12 < words.size())
          begin = clause.begin + done + std::string_view("前").size();
      }
    }
    auto end = clause.begin + words.size();
    while (reading.prose.plain({begin, end}).ends_with("。") ||
           reading.prose.plain({begin, end}).ends_with(";"))
      end -= last_length(reading.prose.plain({begin, end}));
    // What follows without a day of its own belongs to it: ...手续,县局初审后报州局.
    for (const auto& next : clauses) {
      if (next.begin <= clause.begin || task.owner.empty() || next.begin > end + 2) continue;
      Clock other = reading.clock;
      if (!find_days(reading.prose.plain(next), other).empty()) break;
      end = next.end;
      while (reading.prose.plain({begin, end}).ends_with("。"))
        end -= std::string_view("。").size();
    }
    task.text = reading.shown({begin, end});
    // 7月20日前解决: what is to be solved stands before it.
    if (count_characters(task.text) < 12 && task.owner.empty() && clause.begin > part.offset) {
      auto whole = part.offset;
      const auto item = part.text.find("、");
      if (item != std::string_view::npos && item <= 6)
        whole += item + std::string_view("、").size();
      task.text = reading.shown({whole, end});
      const auto by = find_word(part.text, {"由", "责任单位为"});
      const auto done = find_word(part.text, {"负责", "牵头", ","}, by ? by->at : 0);
      if (by && done && done->at > by->at + by->word.size() && done->at - by->at < 60)
        task.owner =
            reading.shown({part.offset + by->at + by->word.size(), part.offset + done->at});
    }
    if (count_characters(task.text) < 5) continue;
    reading.tasks.push_back(std::move(task));
  }
}

}  // namespace leadbook::service::drafting
