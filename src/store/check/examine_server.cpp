#include <fmt/format.h>

#include <set>

#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"
#include "store/check/examine.hpp"

namespace leadbook::store {
namespace {

using Names = std::set<std::string>;

Names names_of(Engine& engine, const std::string& sql, const Parameters& parameters) {
  Names names;
  engine.each(sql, parameters, [&](Row& row) { names.insert(row.text("name")); });
  return names;
}

/// What the migrations make is seen best where they were just run, if on the other engine.
Names wanted_names(int version) {
  const auto fresh = open_sqlite("fresh", Db::Access::memory, version);
  return names_of(*fresh,
                  "SELECT 'column ' || m.name || '.' || c.name AS name FROM sqlite_master AS m, "
                  "pragma_table_info(m.name) AS c WHERE m.type = 'table' "
                  "UNION ALL SELECT 'index ' || name FROM sqlite_master WHERE type = 'index' AND "
                  "sql IS NOT NULL",
                  {});
}

Names names_on_server(Engine& engine, const std::string& schema) {
  return names_of(engine,
                  "SELECT 'column ' || table_name || '.' || column_name AS name "
                  "FROM information_schema.columns WHERE table_schema = :schema "
                  "UNION ALL SELECT 'index ' || CAST(indexname AS text) FROM pg_indexes "
                  "WHERE CAST(schemaname AS text) = :schema",
                  {{"schema", schema}});
}

/// Settings are the server's, and a risk; the book is whole all the same.
void examine_server_setting(Engine& engine,
                            const std::string& name,
                            const std::string& wanted,
                            const std::string& why,
                            CheckPart& part) {
  const auto values =
      names_of(engine, "SELECT current_setting(:setting) AS name", {{"setting", name}});
  if (values.count(wanted) != 0) return;
  part.note(say("the server's {} is {}: {}", name, text::visible(*values.begin()), why),
            fmt::format("ALTER SYSTEM SET {} = {}", name, wanted));
}

}  // namespace

void examine_rights(Engine& engine, const std::string& schema, CheckPart& part) {
  // Rights of the owner of a table are none that were granted.
  engine.each(
      "SELECT CAST(c.relname AS text) AS name, a.privilege_type AS what, "
      "CASE WHEN a.grantee = 0 THEN 'PUBLIC' ELSE CAST(CAST(a.grantee AS regrole) AS text) END AS "
      "who "
      "FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace "
      "CROSS JOIN LATERAL aclexplode(c.relacl) AS a WHERE n.nspname = :schema "
      "AND a.grantee <> c.relowner AND (a.grantee = 0 OR (c.relname IN ('entry', 'entry_row') "
      "AND a.privilege_type IN ('UPDATE', 'DELETE', 'TRUNCATE'))) ORDER BY 1, 2, 3",
      {{"schema", schema}},
      [&](Row& row) {
        const auto who = text::visible(row.text("who"));
        const auto table = schema + "." + row.text("name");
        part.damage(say("{} may {} {}", who, row.text("what"), table),
                    fmt::format("REVOKE {} ON {} FROM {}", row.text("what"), table, who));
      });
}

void examine_server(Engine& engine, const std::string& schema, CheckPart& part) {
  examine_server_setting(engine, "fsync", "on", say("what was told as written may be lost"), part);
  examine_server_setting(
      engine, "full_page_writes", "on", say("a power failure may damage the book"), part);
  const auto wanted = wanted_names(engine.version());
  const auto found = names_on_server(engine, schema);
  part.count = static_cast<std::int64_t>(wanted.size());
  for (const auto& name : wanted) {
    if (found.count(name) == 0) part.damage(say("the book lacks its {}", name));
  }
}

}  // namespace leadbook::store
