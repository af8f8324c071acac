#include "cli/record/columns.hpp"

#include "cli/record/row_maker.hpp"
#include "cli/record/table.hpp"
#include "leadbook/domain/record/kind_facts.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::cli {

present::Table make_listing(store::Db& db,
                            Kind kind,
                            const std::vector<std::int64_t>& ids,
                            Day today) {
  store::Names names(db);
  const auto maker = row_maker(db, kind, names, today);
  present::Table table;
  table.key = plural_key(kind);
  table.columns = maker->columns();
  maker->make_numbered(
      ids, [&](std::vector<present::Cell>& cells) { table.rows.push_back(std::move(cells)); });
  return table;
}

std::string past_persons_note() {
  return say("the log holds no personal details, so that a past state of the book shows none");
}

std::string default_columns(Kind kind, bool shows_persons) {
  std::string columns;
  for (const auto name : facts_of(kind).listed) {
    if (!shows_persons && is_personal(kind, name)) continue;
    columns += (columns.empty() ? "" : ",") + std::string(name);
  }
  return columns;
}

}  // namespace leadbook::cli
