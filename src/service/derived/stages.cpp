#include "leadbook/service/derived/stages.hpp"

#include <algorithm>
#include <tuple>

#include "leadbook/domain/record/records.hpp"
#include "leadbook/store/record/many.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::service {
namespace {

using store::Row;
using store::Value;

std::optional<Stage> stage_of_signing(std::string_view kind, bool frameworks_count) {
  if (kind == identifier(SigningKind::contract)) return Stage::signed_;
  if (kind == identifier(SigningKind::intent_letter)) return Stage::intent;
  if (kind == identifier(SigningKind::framework)) {
    return frameworks_count ? Stage::signed_ : Stage::intent;
  }
  return {};  // a supplement amends a signing that moved the project already
}

/// A meeting that ended in a signature is an intent until the paper itself is recorded.
Stage stage_of_negotiation(std::string_view outcome) {
  const bool intent =
      outcome == identifier(Outcome::intent) || outcome == identifier(Outcome::signed_);
  return intent ? Stage::intent : Stage::negotiating;
}

/// By the last day a date can mean; of the same date the talk before the paper.
bool comes_first(const StageCause& left, const StageCause& right) {
  return std::tie(left.on.last, left.on.first, left.by) <
         std::tie(right.on.last, right.on.first, right.by);
}

/// The text of a column; "" where there is none, which is damage that a check tells.
std::string_view text_at(const Row& row, std::size_t column) {
  const auto* text = std::get_if<std::string>(&row.values()[column]);
  return text == nullptr ? std::string_view() : std::string_view(*text);
}

}  // namespace

PapersByProject papers_between(store::Db& db,
                               std::int64_t first,
                               std::int64_t last,
                               bool frameworks_count) {
  enum : std::size_t { kind, project_id, id, what, on_from, on_until };  // of the statement
  PapersByProject papers;
  const store::Parameters range = {{"first", first}, {"last", last}};
  db.each(store::statement("project_causes_scan"), range, [&](Row& row) {
    const auto from = parse_iso_day(text_at(row, on_from));
    const auto until = parse_iso_day(text_at(row, on_until));
    if (!from || !until) return;
    const bool signing = text_at(row, kind) == identifier(Kind::signing);
    const auto stage = signing ? stage_of_signing(text_at(row, what), frameworks_count)
                               : stage_of_negotiation(text_at(row, what));
    auto& of = papers[std::get<std::int64_t>(row.values()[project_id])];
    if (!of.first || is_earlier({*from, *until}, *of.first)) of.first = Date{*from, *until};
    if (!stage) return;
    of.causes.push_back(
        {*stage,
         {*from, *until},
         {signing ? Kind::signing : Kind::negotiation, std::get<std::int64_t>(row.values()[id])}});
  });
  // The few of each project are put in order sooner than the engine would all of them.
  for (auto& [project, of] : papers) std::sort(of.causes.begin(), of.causes.end(), comes_first);
  return papers;
}

bool is_signed(store::Db& db, const Project& project) {
  const auto id = project.id.number;
  const auto papers = papers_between(db, id, id, frameworks_count(db));
  const auto found = papers.find(id);
  if (found == papers.end()) return false;
  return std::any_of(found->second.causes.begin(),
                     found->second.causes.end(),
                     [](const StageCause& cause) { return cause.stage == Stage::signed_; });
}

std::vector<StageSpell> history_of(const Project& project, const PapersByProject& papers) {
  const auto found = papers.find(project.id.number);
  return stage_history(project.lead_on,
                       project.moves,
                       found == papers.end() ? std::vector<StageCause>() : found->second.causes);
}

std::vector<std::vector<StageSpell>> histories_of(store::Db& db,
                                                  std::span<const Project> projects,
                                                  bool frameworks_count) {
  std::vector<std::vector<StageSpell>> histories;
  if (projects.empty()) return histories;
  const auto papers =
      papers_between(db, projects.front().id.number, projects.back().id.number, frameworks_count);
  for (const auto& project : projects) histories.push_back(history_of(project, papers));
  return histories;
}

std::vector<std::vector<Value>> stage_rows(store::Db& db,
                                           std::int64_t first,
                                           std::int64_t last,
                                           bool frameworks_count) {
  const auto papers = papers_between(db, first, last, frameworks_count);
  std::vector<std::vector<Value>> rows;
  const store::Selection told(Kind::project, {"lead_on", "moves"});
  const auto projects = store::records_between(db, told, first, last);
  for (std::size_t index = 0; index < projects.size(); ++index) {
    const auto project = projects.at<Project>(index);
    const auto spells = history_of(project, papers);
    const auto& now = spells.back();
    rows.push_back({project.id.number,
                    std::string(identifier(now.stage)),
                    now.since ? Value(format_day(now.since->first)) : Value(),
                    now.since ? Value(format_day(now.since->last)) : Value()});
  }
  return rows;
}

bool frameworks_count(store::Db& db) {
  const auto book = store::find<Book>(db, Id<Book>{1});
  return book && book->frameworks == Frameworks::count;
}

std::vector<StageSpell> stages_of(const Project& project,
                                  const std::vector<Signing>& signings,
                                  const std::vector<Negotiation>& talks,
                                  bool frameworks_count) {
  std::vector<StageCause> causes;
  for (const auto& talk : talks) {
    const auto outcome = identifier(talk.outcome.value_or(Outcome::exchange));
    causes.push_back(
        {stage_of_negotiation(outcome), talk.on.value(), {Kind::negotiation, talk.id.number}});
  }
  for (const auto& signing : signings) {
    const auto stage = stage_of_signing(identifier(signing.kind), frameworks_count);
    if (stage) {
      causes.push_back({*stage, signing.on.value(), {Kind::signing, signing.id.number}});
    }
  }
  return stage_history(project.lead_on, project.moves, causes);
}

std::vector<StageSpell> stages_of(store::Db& db, const Project& project) {
  const auto id = project.id.number;
  return history_of(project, papers_between(db, id, id, frameworks_count(db)));
}

}  // namespace leadbook::service
