// Keeping the derived tables what the records make them, and proving that they are.
#include "service/derived.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <optional>

#include "leadbook/service/write.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"
#include "service/name_blocks.hpp"
#include "service/posting_blocks.hpp"
#include "service/postings.hpp"
#include "service/stages.hpp"

namespace leadbook::service {
namespace {

using store::Row;
using store::Value;
using Rows = std::vector<std::vector<Value>>;

Rows rows_of(store::Db& db, const char* statement, const store::Parameters& parameters) {
  Rows rows;
  db.each(store::statement(statement), parameters, [&](Row& row) { rows.push_back(row.values()); });
  return rows;
}

void put(store::Db& db, const store::Table& table, Rows rows) {
  for (auto& row : rows) db.insert(table, std::move(row));
}

/// Writes the derived rows of projects anew, which come by number.
class ProjectRefresher {
 public:
  explicit ProjectRefresher(store::Db& db) : db_(db), frameworks_count_(frameworks_count(db)) {}

  void refresh(std::int64_t first, std::int64_t last) {
    for (auto part = part_of(first); part <= part_of(last); ++part) {
      const auto begin = part * projects_per_part + 1;
      refresh_in(part, std::max(first, begin), std::min(last, begin + projects_per_part - 1));
    }
  }

  void finish() {
    if (blocks_) blocks_->write();
    blocks_.reset();
  }

 private:
  void refresh_in(std::int64_t part, std::int64_t first, std::int64_t last) {
    const store::Parameters range = {{"first", first}, {"last", last}};
    auto stages = stage_rows(db_, first, last, frameworks_count_);
    if (stages != rows_of(db_, "project_stage_scan", range)) {
      db_.run(store::statement("project_stage_clear"), range);
      put(db_, store::project_stage_table(), std::move(stages));
    }
    auto postings = posting_rows(db_, first, last, frameworks_count_);
    const auto before = rows_of(db_, "posting_scan", range);
    if (postings == before) return;
    if (part != part_) finish();
    part_ = part;
    if (!blocks_) blocks_.emplace(db_, part);
    blocks_->replace(first, last, before, postings);
    db_.run(store::statement("posting_clear"), range);
    put(db_, store::posting_table(), std::move(postings));
  }

  store::Db& db_;
  bool frameworks_count_;
  std::int64_t part_ = 0;
  std::optional<PostingBlocks> blocks_;
};

store::Parameters blocks_between(Kind kind, std::int64_t first, std::int64_t last) {
  return {{"kind", std::string(identifier(kind))}, {"first", first}, {"last", last}};
}

/// Writes the blocks of names that begin from `first` to `last` anew.
void refresh_names(store::Db& db, Kind kind, std::int64_t first, std::int64_t last) {
  auto rows = name_block_rows(db, kind, first, last);
  db.run(store::statement("name_block_clear"), blocks_between(kind, first, last));
  put(db, store::name_block_table(), std::move(rows));
}

constexpr std::int64_t at_once = 10'000;
constexpr std::int64_t names_at_once = 50 * names_per_block;

std::int64_t last_of(store::Db& db, Kind kind) {
  return store::last_number(db, store::shape_of(kind));
}

void refresh_all_projects(store::Db& db) {
  ProjectRefresher refresher(db);
  const auto last = last_of(db, Kind::project);
  for (std::int64_t first = 1; first <= last; first += at_once) {
    refresher.refresh(first, first + at_once - 1);
  }
  refresher.finish();
}

using ByProject = std::map<std::int64_t, Rows>;

ByProject by_project(Rows rows) {
  ByProject all;
  for (auto& row : rows) all[std::get<std::int64_t>(row.front())].push_back(std::move(row));
  return all;
}

/// The projects of which the one holds other rows than the other.
std::set<std::int64_t> differing(const ByProject& stored, const ByProject& expected) {
  std::set<std::int64_t> projects;
  for (const auto* side : {&stored, &expected}) {
    const auto& other = side == &stored ? expected : stored;
    for (const auto& [project, rows] : *side) {
      const auto found = other.find(project);
      if (found == other.end() || found->second != rows) projects.insert(project);
    }
  }
  return projects;
}

using Texts = std::map<std::string, std::string>;

Texts stored_blocks(store::Db& db, std::int64_t part) {
  Texts stored;
  const store::Parameters all = {{"part", part}, {"from", std::string()}, {"until", "~"}};
  db.each(store::statement("posting_block_between"), all, [&](Row& row) {
    stored[row.text("on_until")] = row.text("papers");
  });
  return stored;
}

/// Says of which days the blocks of a part differ from what the records make them.
void check_blocks(const Texts& stored, const Texts& expected, std::vector<std::string>& damages) {
  std::set<std::string> days;
  for (const auto* side : {&stored, &expected}) {
    const auto& other = side == &stored ? expected : stored;
    for (const auto& [day, text] : *side) {
      const auto found = other.find(day);
      if (found == other.end() || found->second != text) days.insert(day);
    }
  }
  for (const auto& day : days) {
    damages.push_back(
        say("what papers of {} add to the totals differs from what they say", text::visible(day)));
  }
}

/// Says of which projects the derived rows differ from what the records make them.
void check_projects(store::Db& db, std::vector<std::string>& damages) {
  const bool count = frameworks_count(db);
  const auto last = last_of(db, Kind::project);
  PostingTexts texts;
  std::int64_t until = 0;
  for (std::int64_t first = 1; first <= last; first = until + 1) {
    const auto end_of_part = (part_of(first) + 1) * projects_per_part;
    until = std::min(first + at_once - 1, end_of_part);
    const store::Parameters range = {{"first", first}, {"last", until}};
    for (const auto project : differing(by_project(rows_of(db, "project_stage_scan", range)),
                                        by_project(stage_rows(db, first, until, count)))) {
      damages.push_back(say("the stage of {} differs from what its records say",
                            reference_text({Kind::project, project})));
    }
    auto postings = posting_rows(db, first, until, count);
    texts.add(postings);
    for (const auto project : differing(by_project(rows_of(db, "posting_scan", range)),
                                        by_project(std::move(postings)))) {
      damages.push_back(say("what {} adds to the totals differs from what its signings say",
                            reference_text({Kind::project, project})));
    }
    if (until < last && until < end_of_part) continue;
    check_blocks(stored_blocks(db, part_of(first)), texts.by_day(), damages);
    texts = {};
  }
  if (db.number(store::statement("posting_block_last")) > part_of(last)) {
    damages.push_back(say("there are papers that add to the totals of projects nobody knows"));
  }
}

void check_names(store::Db& db, Kind kind, std::vector<std::string>& damages) {
  const auto last = last_of(db, kind);
  for (std::int64_t first = 1; first <= last; first += names_at_once) {
    const auto until = first + names_at_once - 1;
    // Nor may there be blocks beyond the last record.
    const auto end = until < last ? until : std::numeric_limits<std::int64_t>::max();
    const auto stored = rows_of(db, "name_block_scan", blocks_between(kind, first, end));
    if (stored == name_block_rows(db, kind, first, until)) continue;
    damages.push_back(say("what a search finds among {} to {} differs from what these are called",
                          reference_text({kind, first}),
                          reference_text({kind, std::min(until, last)})));
  }
}

}  // namespace

std::vector<std::string> check_derived(store::Db& db) {
  std::vector<std::string> damages;
  check_projects(db, damages);
  for (const auto kind : kinds_in_blocks()) check_names(db, kind, damages);
  return damages;
}

void refresh_derived(store::Db& db) {
  refresh_all_projects(db);
  for (const auto kind : kinds_in_blocks()) {
    const auto last_name = last_of(db, kind);
    for (std::int64_t first = 1; first <= last_name; first += names_at_once) {
      refresh_names(db, kind, first, first + names_at_once - 1);
    }
  }
}

void Touched::add(const store::ChangedRecord& changed) {
  const auto kind = changed.record.kind;
  if (changed.before) add(kind, *changed.before);
  if (changed.after) add(kind, *changed.after);
  const auto named = kinds_in_blocks();
  if (std::find(named.begin(), named.end(), kind) != named.end()) {
    blocks_[kind].insert(block_of(changed.record.number));
  }
  if (kind == Kind::book && changed.before && changed.after) {
    const auto before = store::from_row<Book>(*changed.before);
    const auto after = store::from_row<Book>(*changed.after);
    all_projects_ = all_projects_ || before.frameworks != after.frameworks;
  }
}

void Touched::add(Kind kind, const store::RecordRow& row) {
  switch (kind) {
    case Kind::project:
      projects_.insert(row.id);
      break;
    case Kind::signing:
      projects_.insert(store::from_row<Signing>(row).project.number);
      break;
    case Kind::negotiation:
      projects_.insert(store::from_row<Negotiation>(row).project.number);
      break;
    case Kind::book:
    case Kind::county:
    case Kind::company:
    case Kind::delegation:
    case Kind::event:
    case Kind::station:
    case Kind::task:
    case Kind::figure:
    case Kind::rate:
    case Kind::map:
    case Kind::import:
    case Kind::procedure:
    case Kind::funds:
    case Kind::program:
    case Kind::target:
    case Kind::credit:
    case Kind::report:
      break;
  }
}

void Touched::refresh_projects(store::Db& db) const {
  ProjectRefresher refresher(db);
  // Projects close to one another are read in one pass.
  constexpr std::int64_t gap = 20;
  for (auto at = projects_.upper_bound(0); at != projects_.end();) {
    const auto first = *at;
    auto last = first;
    while (at != projects_.end() && *at <= last + gap && *at < first + at_once) last = *at++;
    refresher.refresh(first, last);
  }
  refresher.finish();
}

void Touched::refresh(store::Db& db) const {
  if (all_projects_) {
    refresh_all_projects(db);
  } else {
    refresh_projects(db);
  }
  for (const auto& [kind, blocks] : blocks_) {
    for (auto at = blocks.begin(); at != blocks.end();) {
      const auto first = *at;
      auto last = first;
      while (at != blocks.end() && *at <= last + names_per_block && *at < first + names_at_once) {
        last = *at++;
      }
      refresh_names(db, kind, first, last);
    }
  }
}

}  // namespace leadbook::service
