// Keeping the derived tables what the records make them.
#include "leadbook/service/derived/derived.hpp"

#include <algorithm>
#include <optional>

#include "leadbook/service/derived/stages.hpp"
#include "service/derived/name_blocks.hpp"
#include "service/derived/posting_blocks.hpp"
#include "service/derived/postings.hpp"
#include "service/derived/rows.hpp"

namespace leadbook::service {
namespace {

using store::Row;

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

  void write_blocks() {
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
    if (part != part_) write_blocks();
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

/// Writes the blocks of names that begin from `first` to `last` anew, where they changed.
void refresh_names(store::Db& db, Kind kind, std::int64_t first, std::int64_t last) {
  auto rows = name_block_rows(db, kind, first, last);
  const auto between = blocks_between(kind, first, last);
  if (rows == rows_of(db, "name_block_scan", between)) return;
  db.run(store::statement("name_block_clear"), between);
  put(db, store::name_block_table(), std::move(rows));
}

/// Numbers close to one another are read in one pass: calls `each` with the first and last of every
/// run without a gap of more than `gap`, none longer than about `most`.
template <class Each>
void each_run(const std::set<std::int64_t>& numbers,
              std::int64_t gap,
              std::int64_t most,
              Each&& each) {
  for (auto at = numbers.upper_bound(0); at != numbers.end();) {
    const auto first = *at;
    auto last = first;
    while (at != numbers.end() && *at <= last + gap && *at < first + most) last = *at++;
    each(first, last);
  }
}

void refresh_all_projects(store::Db& db) {
  ProjectRefresher refresher(db);
  const auto last = last_of(db, Kind::project);
  for (std::int64_t first = 1; first <= last; first += at_once) {
    refresher.refresh(first, first + at_once - 1);
  }
  refresher.write_blocks();
}

}  // namespace

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
  if (changed.before != nullptr) add(*changed.before);
  if (changed.after != nullptr) add(*changed.after);
  const auto named = kinds_in_blocks();
  if (std::find(named.begin(), named.end(), kind) != named.end()) {
    blocks_[kind].insert(block_of(changed.record.number));
  }
  if (kind == Kind::book && changed.before != nullptr && changed.after != nullptr) {
    const auto& before = std::get<Book>(*changed.before);
    const auto& after = std::get<Book>(*changed.after);
    all_projects_ = all_projects_ || before.frameworks != after.frameworks;
  }
}

void Touched::add(const AnyRecord& record) {
  if (const auto* project = std::get_if<Project>(&record)) {
    projects_.insert(project->id.number);
  } else if (const auto* signing = std::get_if<Signing>(&record)) {
    projects_.insert(signing->project.number);
  } else if (const auto* negotiation = std::get_if<Negotiation>(&record)) {
    projects_.insert(negotiation->project.number);
  }
}

void Touched::refresh_projects(store::Db& db) const {
  ProjectRefresher refresher(db);
  constexpr std::int64_t gap = 20;
  each_run(projects_, gap, at_once, [&](std::int64_t first, std::int64_t last) {
    refresher.refresh(first, last);
  });
  refresher.write_blocks();
}

void Touched::refresh(store::Db& db) const {
  if (all_projects_) {
    refresh_all_projects(db);
  } else {
    refresh_projects(db);
  }
  for (const auto& [kind, blocks] : blocks_) {
    each_run(blocks,
             names_per_block,
             names_at_once,
             [&, kind = kind](std::int64_t first, std::int64_t last) {
               refresh_names(db, kind, first, last);
             });
  }
}

}  // namespace leadbook::service
