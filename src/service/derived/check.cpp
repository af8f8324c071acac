// Proving that the derived tables are what the records make them.
#include <algorithm>
#include <limits>
#include <map>
#include <set>

#include "leadbook/service/derived/derived.hpp"
#include "leadbook/service/derived/stages.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"
#include "service/derived/posting_blocks.hpp"
#include "service/derived/postings.hpp"
#include "service/derived/rows.hpp"

namespace leadbook::service {
namespace {

using ByProject = std::map<std::int64_t, Rows>;

ByProject by_project(Rows rows) {
  ByProject all;
  for (auto& row : rows) all[std::get<std::int64_t>(row.front())].push_back(std::move(row));
  return all;
}

/// The keys under which the one holds something else than the other.
template <class Key, class Content>
std::set<Key> differing(const std::map<Key, Content>& stored,
                        const std::map<Key, Content>& expected) {
  std::set<Key> keys;
  for (const auto* side : {&stored, &expected}) {
    const auto& other = side == &stored ? expected : stored;
    for (const auto& [key, content] : *side) {
      const auto found = other.find(key);
      if (found == other.end() || found->second != content) keys.insert(key);
    }
  }
  return keys;
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
    for (const auto& day :
         differing(stored_postings(db, part_of(first), "", "~"), texts.by_day())) {
      damages.push_back(say("what papers of {} add to the totals differs from what they say",
                            text::visible(day)));
    }
    texts = {};
  }
  if (db.number(store::statement("posting_block_last")) > (last == 0 ? -1 : part_of(last))) {
    damages.push_back(say("there are papers that add to the totals of projects nobody knows"));
  }
}

void check_names(store::Db& db, Kind kind, std::vector<std::string>& damages) {
  const auto last = last_of(db, kind);
  for (std::int64_t first = 1; first == 1 || first <= last; first += names_at_once) {
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

}  // namespace leadbook::service
