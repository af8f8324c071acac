#include "leadbook/service/records/beside.hpp"

namespace leadbook::service {

store::ReadAhead<StageSpell> current_stages() {
  store::KeyedRows rows{
      store::project_stage_table().name, "project_id", {"stage", "since_from", "since_until"}};
  return {std::move(rows), [](store::Row& row) {
            store::Cursor cursor(row.values());
            cursor.skip(1);
            StageSpell now;
            now.stage = store::Codec<Stage>::read(cursor);
            now.since = store::Codec<std::optional<Date>>::read(cursor);
            return now;
          }};
}

StageSpell stage_in(const store::ReadAhead<StageSpell>& stages, Id<Project> project) {
  const auto* now = stages.find(project.number);
  return now == nullptr ? StageSpell() : *now;
}

store::ReadAhead<Id<County>> project_counties() {
  store::KeyedRows rows{store::shape_of(Kind::project).table, "id", {"county_id"}};
  return {std::move(rows), [](store::Row& row) {
            store::Cursor cursor(row.values());
            cursor.skip(1);
            return store::Codec<Id<County>>::read(cursor);
          }};
}

}  // namespace leadbook::service
