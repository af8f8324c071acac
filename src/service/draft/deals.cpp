// Projects and what was signed about them.
#include <algorithm>

#include "leadbook/domain/naming/name_match.hpp"
#include "service/draft/letters.hpp"
#include "service/draft/phrases.hpp"
#include "service/draft/reading.hpp"

namespace leadbook::service::drafting {

std::optional<Stage> batch_said(std::string_view text) {
  constexpr std::string_view gatherings[] = {"集中",
                                             "仪式",
                                             "同时",
                                             "同日",
                                             "当天",
                                             "当场",
                                             "现场",
                                             "此次",
                                             "本次",
                                             "大会",
                                             "on the spot",
                                             "ceremony",
                                             "冲击",
                                             "项目名单",
                                             "签约的",
                                             "开工的"};
  if (!holds_any(text, gatherings)) return {};
  struct Word {
    std::string_view word;
    Stage stage;
  };
  constexpr Word words[] = {{"签约", Stage::signed_},
                            {"签下", Stage::signed_},
                            {"signed", Stage::signed_},
                            {" signing", Stage::signed_},
                            {"开工", Stage::started},
                            {"动工", Stage::started},
                            {"竣工", Stage::completed},
                            {"投产", Stage::in_production}};
  const Word* first = nullptr;
  std::size_t at = std::string_view::npos;
  for (const auto& word : words) {
    const auto found = text.find(word.word);
    if (found != std::string_view::npos && (at == std::string_view::npos || found < at) &&
        !is_hoped_for(text.substr(0, found))) {
      at = found;
      first = &word;
    }
  }
  if (first == nullptr) return {};
  return first->stage;
}

namespace {

/// The same project told again: an equal plain title, or one that holds the other.
std::size_t find_known(const Reading& reading, const std::string& title) {
  const auto plain = plain_title(title);
  for (auto index = recent(reading.projects); index < reading.projects.size(); ++index) {
    const auto& known = reading.projects[index];
    const auto other = plain_title(known.title);
    if (plain == other) return index;
    const auto& shorter = plain.size() < other.size() ? plain : other;
    const auto& longer = plain.size() < other.size() ? other : plain;
    if (count_characters(shorter) >= 4 && (longer.find(shorter) != std::string::npos)) return index;
  }
  return reading.projects.size();
}

void fill(ProjectMention& known, const ProjectMention& other) {
  if (!known.planned) known.planned = other.planned;
  if (!known.sales) known.sales = other.sales;
  if (!known.tax) known.tax = other.tax;
  if (!known.land) known.land = other.land;
  if (!known.jobs) known.jobs = other.jobs;
  if (!known.funds) known.funds = other.funds;
}

bool is_negotiated(std::string_view text) {
  constexpr std::string_view verbs[] = {"谈",
                                        "对接",
                                        "交换意见",
                                        "考察",
                                        "推介",
                                        "沟通",
                                        "磋商",
                                        "交流",
                                        "意向",
                                        "egotiat",
                                        "discuss",
                                        "talk"};
  return holds_any(text, verbs);
}

Stage stage_of(SigningKind kind) {
  return kind == SigningKind::contract || kind == SigningKind::supplement ? Stage::signed_
                                                                          : Stage::intent;
}

}  // namespace

void read_projects(Reading& reading, Part& part) {
  const auto text = part.text;
  auto signing = signing_said(text.substr(0, text.size()));
  const auto batch = batch_said(text);
  if (batch && !part.sentence.is_heading) {
    reading.batch = batch;
    reading.batch_when = reading.when;
    reading.batch_is_online = holds_any(text, {"线上", "云签约", "视频", "网络", "电子合同"});
  }
  // A project only named before this sentence says what it costs.
  if (part.projects.empty() && reading.pending && goes_on_about_project(text) &&
      !part.sums.empty()) {
    reading.pending->stage = reading.batch;
    if (reading.batch_when) reading.pending->when = reading.batch_when;
    reading.projects.push_back(*reading.pending);
    reading.last_project = reading.projects.size() - 1;
    reading.last_project_paragraph = part.sentence.paragraph;
    reading.pending.reset();
  }
  if (part.projects.empty()) {
    if (reading.last_project && reading.last_project_paragraph + 1 >= part.sentence.paragraph &&
        (goes_on_about_project(text) ||
         (reading.projects[*reading.last_project].span.end + 3 >= part.sentence.span.begin &&
          !part.sums.empty() && goes_on_about_project(text)))) {
      auto& project = reading.projects[*reading.last_project];
      add_facts(project.facts, text, part.offset, part.sums, part.used);
      for (auto at = recent(reading.signings); at < reading.signings.size(); ++at) {
        auto& signed_of = reading.signings[at];
        if (signed_of.project == project.title && !signed_of.amount)
          signed_of.amount = project.facts.planned;
      }
    }
    // The paper of the talks just told: 随后,...签署了战略合作框架协议.
    if (signing && !part.firms.empty() &&
        (text.find("协议") != std::string_view::npos ||
         text.find("签约") != std::string_view::npos ||
         text.find("合同") != std::string_view::npos ||
         text.find("意向书") != std::string_view::npos ||
         text.find("greement") != std::string_view::npos)) {
      SigningDraft draft;
      draft.kind = *signing;
      draft.county = reading.county;
      draft.when = reading.when;
      draft.span = part.sentence.span;
      for (const auto& firm : part.firms) {
        const auto name = reading.firm_name(reading.shown(firm.span));
        if (std::find(draft.parties.begin(), draft.parties.end(), name) == draft.parties.end())
          draft.parties.push_back(name);
      }
      for (auto at = recent(reading.talks); at < reading.talks.size(); ++at) {
        auto& talk = reading.talks[at];
        bool is_party = false;
        for (const auto& party : draft.parties)
          is_party = is_party || reading.same_firm(talk.firm, party);
        if (!is_party) continue;
        if (draft.project.empty() && !talk.topic.empty()) {
          draft.project = talk.topic;
          draft.place = talk.place;
          ProjectDraft project;
          project.title = talk.topic;
          project.county = reading.county;
          project.firms = draft.parties;
          project.stage = stage_of(*signing);
          project.when = draft.when;
          project.span = part.sentence.span;
          if (find_known(reading, project.title) == reading.projects.size())
            reading.projects.push_back(project);
        }
        talk.outcome = stage_of(*signing) == Stage::signed_ || *signing == SigningKind::framework
                           ? Outcome::signed_
                           : Outcome::intent;
      }
      for (std::size_t index = 0; index < part.sums.size(); ++index) {
        if (!part.used[index] && !draft.amount) {
          draft.amount = part.sums[index];
          part.used[index] = true;
        }
      }
      bool known = false;
      for (auto at = recent(reading.signings); at < reading.signings.size(); ++at) {
        const auto& other = reading.signings[at];
        for (const auto& party : draft.parties) {
          for (const auto& one : other.parties)
            known = known || (reading.same_firm(one, party) && other.when && draft.when &&
                              other.when->from == draft.when->from);
        }
      }
      if (!known) reading.signings.push_back(std::move(draft));
    }
    return;
  }
  const bool is_past = holds_any(text, {"前签", "此前签", "早前签"});
  std::vector<std::string> papers;  // the parties of a paper that names all its projects
  for (auto& mention : part.projects) {
    const auto begin = mention.title.begin - part.offset;
    // 要求...项目: a wish, unless it says how much.
    if (begin >= part.speech && !mention.planned) continue;
    auto stage = mention.stage;
    const bool in_batch =
        !(is_to_come(text.substr(0, begin)) && holds_any(text, {"赴", "前往", "带队"})) && !stage &&
        reading.batch && (mention.planned || mention.is_listed) && !part.sentence.is_heading;
    if (in_batch) stage = reading.batch;
    if (!stage && outcome_said(text) == Outcome::intent) stage = Stage::intent;
    if (!stage && is_negotiated(text) &&
        (!part.firms.empty() || reading.trip || outcome_said(text) == Outcome::intent))
      stage = Stage::negotiating;
    if (signing && !in_batch) stage = stage_of(*signing);
    const bool surveyed = holds_any(text, {"调研", "开会", "推进", "visit to the sites"});
    if (!stage && !part.sums.empty() && text.find("完成") != std::string_view::npos)
      stage = Stage::started;
    if (!stage && !mention.planned && !mention.funds && mention.is_strong &&
        !mention.firms.empty()) {
      reading.pending = ProjectDraft{reading.shown(mention.title),
                                     reading.county,
                                     {reading.shown(mention.firms.front())},
                                     true,
                                     mention,
                                     {},
                                     reading.when,
                                     part.sentence.span};
    }
    if (!stage && !mention.planned && !mention.funds && !(mention.is_strong && surveyed)) continue;
    ProjectDraft draft;
    draft.title = reading.shown(mention.title);
    for (const std::string_view quote : {"“", "”", "《", "》", "「", "」", "\""}) {
      while (draft.title.starts_with(quote)) draft.title.erase(0, quote.size());
    }
    draft.county = reading.county;
    draft.facts = mention;
    draft.stage = stage;
    draft.when = in_batch && reading.batch_when ? reading.batch_when : reading.when;
    draft.span = part.sentence.span;
    for (const auto& firm : mention.firms) draft.firms.push_back(reading.add_firm(firm));
    draft.firms_are_stated = !mention.firms.empty();
    // 该公司 is the firm told of last.
    if (draft.firms.empty() && part.firms.empty() && !reading.firms.empty() &&
        holds_any(text, {"该公司", "该集团", "该企业"}))
      draft.firms.push_back(reading.firms.back().name);
    if (draft.firms.empty() && (signing || (stage && *stage <= Stage::signed_)) &&
        part.firms.size() <= 4 && part.projects.size() <= 3) {
      for (const auto& firm : part.firms) {
        const auto name = reading.firm_name(reading.shown(firm.span));
        if (firm.span.begin - part.offset < part.speech &&
            std::find(draft.firms.begin(), draft.firms.end(), name) == draft.firms.end())
          draft.firms.push_back(name);
      }
    }
    const auto known = find_known(reading, draft.title);
    if (known < reading.projects.size()) {
      auto& project = reading.projects[known];
      fill(project.facts, mention);
      if (count_characters(draft.title) > count_characters(project.title) &&
          count_characters(draft.title) < 30)
        project.title = draft.title;
      if (draft.stage && (!project.stage || *draft.stage > *project.stage)) {
        project.stage = draft.stage;
        project.when = draft.when;
      }
      if (project.firms.empty() || (draft.firms_are_stated && !project.firms_are_stated)) {
        project.firms = draft.firms;
        project.firms_are_stated = draft.firms_are_stated;
      }
      reading.last_project = known;
    } else {
      reading.projects.push_back(draft);
      reading.last_project = reading.projects.size() - 1;
    }
    reading.last_project_paragraph = part.sentence.paragraph;
    if (mention.funds) {
      reading.funds.push_back({draft.title, draft.county, *mention.funds, {}, part.sentence.span});
    }
    const bool is_signed =
        !is_past && ((signing && !in_batch) || (in_batch && reading.batch == Stage::signed_));
    if (is_signed) {
      SigningDraft paper;
      paper.project = draft.title;
      paper.county = draft.county;
      paper.kind = in_batch ? SigningKind::contract : *signing;
      paper.parties = draft.firms;
      paper.amount = mention.planned;
      paper.when = draft.when;
      paper.span = part.sentence.span;
      paper.is_online = holds_any(text, {"线上", "云签约", "视频", "网络签", "电子合同"}) ||
                        (in_batch && reading.batch_is_online);
      bool twin = false;
      for (auto at = recent(reading.signings); at < reading.signings.size(); ++at) {
        auto& other = reading.signings[at];
        const bool same_title = plain_title(other.project) == plain_title(paper.project);
        const bool same_party = !paper.parties.empty() && other.parties == paper.parties &&
                                !part.projects.empty() && &mention != &part.projects.front();
        // One paper about several projects is one.
        if (same_party && other.span.begin == paper.span.begin && !paper.amount) {
          other.project += "、" + paper.project;
          twin = true;
        } else if (same_title) {
          if (!other.amount) other.amount = paper.amount;
          twin = true;
        }
      }
      if (!twin) reading.signings.push_back(std::move(paper));
    }
  }
}

}  // namespace leadbook::service::drafting
