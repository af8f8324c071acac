// Stages that do not go with the days of the project's own papers: a move stated before the paper
// that makes it, or after one that makes more of it; an end that papers came after, a lead named
// after the first paper.
#include "leadbook/service/derived/stages.hpp"

#include "leadbook/domain/record/fields/all.hpp"
#include "leadbook/domain/record/fields/field_text.hpp"
#include "leadbook/store/record/many.hpp"
#include "leadbook/text/translate.hpp"
#include "service/review/rules.hpp"

namespace leadbook::service {
namespace {

std::vector<StageCause> papers_among(const std::vector<StageCause>& causes) {
  std::vector<StageCause> papers;
  for (const auto& cause : causes) {
    if (cause.by.kind == Kind::signing) papers.push_back(cause);
  }
  return papers;
}

/// The stages of one project held against its papers, which come by date.
class StageReview {
 public:
  StageReview(const Project& project, const ProjectPapers& papers, Findings& findings)
      : project_(project), papers_(papers), findings_(findings) {}

  void run() {
    look_at_lead();
    const auto papers = papers_among(papers_.causes);
    for (std::size_t at = 0; at < project_.moves.size(); ++at) {
      look_at_move(at, papers);
      look_below(at, papers);
    }
    look_at_end(papers);
  }

 private:
  Reference record() const { return {Kind::project, project_.id.number}; }

  void add(const StageCause* paper, std::string wrong, std::vector<std::string> command) {
    std::vector<Reference> records = {record()};
    if (paper != nullptr) records.push_back(paper->by);
    findings_.push_back(
        {ReviewRule::old_stage, std::move(records), std::move(wrong), std::move(command)});
  }

  void look_at_lead() {
    if (!project_.lead_on || !papers_.first || project_.lead_on->first <= papers_.first->last) {
      return;
    }
    add(nullptr,
        say("{}: a lead since {}, but its first paper or talk is of {}",
            project_.title,
            format_date(*project_.lead_on),
            format_date(*papers_.first)),
        command_on(record(), "edit", {"--lead-on", date_text(*papers_.first)}));
  }

  /// A stage that a paper makes cannot be older than the first such paper.
  void look_at_move(std::size_t at, const std::vector<StageCause>& papers) {
    const auto& move = project_.moves[at];
    const auto paper = std::find_if(papers.begin(), papers.end(), [&](const StageCause& cause) {
      return cause.stage == move.stage;
    });
    if (paper == papers.end() || !move.on || paper->on.first <= move.on->last) return;
    auto moves = project_.moves;
    moves[at].on = paper->on;
    add(&*paper,
        say("{}: '{}' since {}, but the paper is of {}",
            project_.title,
            name_of(move.stage),
            format_date(*move.on),
            format_date(paper->on)),
        command_on(record(),
                   "edit",
                   {"--moves", '=' + FieldText<std::vector<StageMove>>::write(moves, {})}));
  }

  /// What was stated later than a paper, and says less than it.
  void look_below(std::size_t at, const std::vector<StageCause>& papers) {
    const auto& move = project_.moves[at];
    const auto paper = std::find_if(papers.rbegin(), papers.rend(), [&](const StageCause& cause) {
      return falls_below(move, cause);
    });
    if (paper == papers.rend()) return;
    auto moves = project_.moves;
    moves.erase(moves.begin() + static_cast<std::ptrdiff_t>(at));
    const auto left = FieldText<std::vector<StageMove>>::write(moves, {});
    using Words = std::vector<std::string>;
    add(&*paper,
        say("{}: '{}' since {}, but a paper of {} says '{}' already",
            project_.title,
            name_of(move.stage),
            format_date(*move.on),
            format_date(paper->on),
            name_of(paper->stage)),
        command_on(record(),
                   "edit",
                   left.empty() ? Words{"--clear", "moves"} : Words{"--moves", '=' + left}));
  }

  /// What is suspended or terminated signs nothing.
  void look_at_end(const std::vector<StageCause>& papers) {
    const auto now = stage_history(project_.lead_on, project_.moves, papers_.causes).back();
    if (is_on_ladder(now.stage) || !now.since) return;
    const StageCause* highest = nullptr;
    for (const auto& paper : papers) {
      if (paper.on.first <= now.since->last) continue;
      if (highest == nullptr || paper.stage > highest->stage) highest = &paper;
    }
    if (highest == nullptr) return;
    add(highest,
        say("{}: '{}' since {}, but a paper is of {}",
            project_.title,
            name_of(now.stage),
            format_date(*now.since),
            format_date(highest->on)),
        command_on(record(),
                   "move",
                   {std::string(identifier(highest->stage)), "--on", date_text(highest->on)}));
  }

  const Project& project_;
  const ProjectPapers& papers_;
  Findings& findings_;
};

}  // namespace

std::vector<ReviewFinding> review_stages(store::Db& db, const Project& project) {
  Findings findings;
  const auto id = project.id.number;
  const auto papers = papers_between(db, id, id, frameworks_count(db));
  const auto found = papers.find(id);
  if (found != papers.end()) StageReview(project, found->second, findings).run();
  return findings;
}

Findings find_old_stages(store::Db& db, const ReviewQuery&) {
  Findings findings;
  const bool frameworks = frameworks_count(db);
  const store::Selection selection(Kind::project, {"title", "lead_on", "moves"});
  store::each_of_kind(db, selection, [&](const store::Records& records) {
    const auto projects = records.as<Project>();
    const auto papers =
        papers_between(db, projects.front().id.number, projects.back().id.number, frameworks);
    for (const auto& project : projects) {
      const auto found = papers.find(project.id.number);
      if (found != papers.end()) StageReview(project, found->second, findings).run();
    }
  });
  return findings;
}

}  // namespace leadbook::service
