#include "store/postgres/book.hpp"

#include "leadbook/domain/error.hpp"
#include "leadbook/store/record/record.hpp"
#include "leadbook/text/embedded.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::store {
namespace {

/// Who makes books waits for the others who do.
constexpr const char* makers_lock = "SELECT pg_advisory_xact_lock(1279541835)";

std::vector<std::string> column_of(PostgresConnection& connection,
                                   const std::string& sql,
                                   const Parameters& parameters = {}) {
  std::vector<std::string> texts;
  connection.each(sql, parameters, [&](Row& row) { texts.push_back(row.text("name")); });
  return texts;
}

std::string name_of_database(PostgresConnection& connection) {
  return column_of(connection, "SELECT current_database() AS name").front();
}

bool answers_any(PostgresConnection& connection,
                 const std::string& sql,
                 const Parameters& parameters) {
  bool any = false;
  connection.each(sql, parameters, [&](Row&) { any = true; });
  return any;
}

bool is_role(PostgresConnection& connection, const std::string& name) {
  return answers_any(connection, "SELECT 1 FROM pg_roles WHERE rolname = :name", {{"name", name}});
}

/// The roles of a book, quoted.
struct Roles {
  std::string owner;   // owns every book of the database
  std::string reader;  // reads every book
  std::string writer;  // writes this one
  std::string viewer;  // reads this one

  Roles(const std::string& database, const std::string& book)
      : owner(quoted_name(role_of(database, "", "owner"))),
        reader(quoted_name(role_of(database, "", "reader"))),
        writer(quoted_name(role_of(database, book, "writer"))),
        viewer(quoted_name(role_of(database, book, "viewer"))) {}
};

void make_roles(PostgresConnection& connection,
                const std::string& database,
                const std::string& book) {
  for (const auto& name : {role_of(database, "", "owner"),
                           role_of(database, "", "reader"),
                           role_of(database, book, "writer"),
                           role_of(database, book, "viewer")}) {
    constexpr std::size_t longest = 63;  // of a name on a server
    if (name.size() > longest) {
      throw Error(ErrorKind::usage,
                  say("the name of the database {} is too long: its roles are named after it, and "
                      "a name has at most 63 bytes",
                      text::visible(database)));
    }
    if (!is_role(connection, name)) connection.run("CREATE ROLE " + quoted_name(name) + " NOLOGIN");
  }
  const auto owner = role_of(database, "", "owner");
  if (!may_become(connection, owner))
    connection.run("GRANT " + quoted_name(owner) + " TO CURRENT_USER");
  const bool may_create =
      answers_any(connection,
                  "SELECT 1 WHERE has_database_privilege(:owner, current_database(), 'CREATE')",
                  {{"owner", owner}});
  if (!may_create) {
    connection.run("GRANT CREATE ON DATABASE " + quoted_name(database) + " TO " +
                   quoted_name(owner));
  }
}

void make_tables(PostgresConnection& connection, const std::string& schema) {
  connection.run("CREATE SCHEMA " + schema + "; SET LOCAL search_path = " + schema +
                 ", pg_temp; CREATE TABLE version (number BIGINT NOT NULL);");
  for (const auto& migration : embedded::migrations()) {
    connection.run(server_migration(migration.text));
  }
  connection.run("INSERT INTO version (number) VALUES (" + std::to_string(schema_version()) + ")");
}

/// The tables of all records: what a writer may change freely, as the log tells of it.
std::vector<std::string> record_tables() {
  std::vector<std::string> tables = {project_stage_table().name,
                                     posting_table().name,
                                     posting_block_table().name,
                                     name_block_table().name};
  for (const auto kind : all_kinds) {
    const auto& shape = shape_of(kind);
    tables.push_back(shape.table);
    if (shape.has_personal()) tables.push_back(shape.personal_rows.name);
    for (const auto& part : shape.parts) tables.push_back(part.table);
  }
  return tables;
}

/// A writer adds to the log and can neither change nor remove what is in it.
void grant_rights(PostgresConnection& connection, const std::string& schema, const Roles& roles) {
  const auto readers = roles.reader + ", " + roles.viewer + ", " + roles.writer;
  std::string records;
  for (const auto& table : record_tables()) records += (records.empty() ? "" : ", ") + table;
  connection.run("GRANT USAGE ON SCHEMA " + schema + " TO " + readers +
                 "; GRANT SELECT ON ALL TABLES IN SCHEMA " + schema + " TO " + readers +
                 "; GRANT INSERT, UPDATE, DELETE ON " + records + " TO " + roles.writer +
                 "; GRANT INSERT ON entry, entry_row TO " + roles.writer +
                 "; GRANT UPDATE ON head TO " + roles.writer +
                 "; GRANT INSERT, UPDATE ON counter TO " + roles.writer);
}

/// What makes two counties of different books one: the code, where there is one.
constexpr const char* county_key = "CASE WHEN code = '' THEN uid ELSE code END";

std::string number_in_all(const std::string& column, const std::string& book) {
  return column + " + " + std::to_string(std::stoll(book) * numbers_per_book);
}

bool is_county(const std::string& table, const std::string& column) {
  return column.ends_with("county_id") || column == "host_id" || column == "first_contact_id" ||
         (table == "county" && column == "id");
}

/// One book's share of a view: the numbers of records are those of all books, and a county is the
/// same in each.
std::string share_of(const std::string& table,
                     const std::vector<std::string>& columns,
                     const std::string& book) {
  std::string select;
  std::string joins;
  for (const auto& column : columns) {
    select += select.empty() ? "SELECT " : ", ";
    const bool number = column == "id" || column.ends_with("_id");
    if (!number) {
      select += "t." + column;
    } else if (table != "county" && is_county(table, column)) {
      const auto same = "same_" + column;
      joins += " LEFT JOIN book_all.county_same AS " + same + " ON " + same +
               ".id = " + number_in_all("t." + column, book);
      select += same + ".same AS " + column;
    } else {
      select += number_in_all("t." + column, book) + " AS " + column;
    }
  }
  return select + " FROM " + schema_of(book) + "." + table + " AS t" + joins;
}

std::string union_of(const std::string& table,
                     const std::vector<std::string>& columns,
                     const std::vector<std::string>& books) {
  std::string text;
  for (const auto& book : books) {
    text += (text.empty() ? "" : " UNION ALL ") + share_of(table, columns, book);
  }
  return text;
}

/// A county once, under its least number.
std::string county_view(const std::vector<std::string>& columns,
                        const std::vector<std::string>& books) {
  std::string names;
  for (const auto& column : columns) {
    names += names.empty() ? "" : ", ";
    names += column == "host_id" ? "h.same AS host_id" : "c." + column;
  }
  return "SELECT " + names + " FROM (SELECT DISTINCT ON (" + county_key + ") * FROM (" +
         union_of("county", columns, books) + ") AS u ORDER BY " + county_key +
         ", id) AS c LEFT JOIN book_all.county_same AS h ON h.id = c.host_id";
}

/// The one record of all books together: what they must have in common, they have.
std::string book_view(const std::vector<std::string>& columns,
                      const std::vector<std::string>& books) {
  std::string names;
  for (const auto& column : columns) {
    names += names.empty() ? "" : ", ";
    names += column == "id" ? "1::bigint AS id" : "min(" + column + ") AS " + column;
  }
  return "SELECT " + names + " FROM (" + union_of("book", columns, books) + ") AS u";
}

std::string rate_view(const std::vector<std::string>& columns,
                      const std::vector<std::string>& books) {
  return "SELECT DISTINCT ON (currency, on_until, cny_e10) * FROM (" +
         union_of("rate", columns, books) + ") AS u ORDER BY currency, on_until, cny_e10, id";
}

std::string same_view(const std::vector<std::string>& books) {
  std::string rows;
  for (const auto& book : books) {
    rows += (rows.empty() ? "SELECT " : " UNION ALL SELECT ") + number_in_all("id", book) +
            " AS id, " + county_key + " AS key FROM " + schema_of(book) + ".county";
  }
  return "SELECT id, min(id) OVER (PARTITION BY key) AS same FROM (" + rows + ") AS u";
}

void make_view(PostgresConnection& connection, const std::string& name, const std::string& select) {
  connection.run("CREATE VIEW book_all." + name + " AS " + select);
}

/// How each book counts, for all to be compared.
std::string settings_view(const std::vector<std::string>& books) {
  std::string rows;
  for (const auto& book : books) {
    rows += (rows.empty() ? "SELECT '" : " UNION ALL SELECT '") + book +
            "' AS book, frameworks FROM " + schema_of(book) + ".book";
  }
  return rows;
}

std::string versions_view(const std::vector<std::string>& books) {
  std::string rows;
  for (const auto& book : books) {
    rows += (rows.empty() ? "SELECT '" : " UNION ALL SELECT '") + book + "' AS book, number FROM " +
            schema_of(book) + ".version";
  }
  return rows;
}

/// The columns of a table that all books have, which may be of different versions; none where one
/// of them lacks the table.
std::vector<std::string> common_columns(PostgresConnection& connection,
                                        const std::string& table,
                                        const std::vector<std::string>& books) {
  std::string schemas;
  for (const auto& book : books) schemas += (schemas.empty() ? "'" : ", '") + schema_of(book) + "'";
  return column_of(connection,
                   "SELECT a.attname AS name FROM pg_attribute AS a JOIN pg_class AS c ON c.oid = "
                   "a.attrelid JOIN pg_namespace AS n ON n.oid = c.relnamespace WHERE c.relname = "
                   ":table AND n.nspname IN (" +
                       schemas +
                       ") AND a.attnum > 0 AND NOT a.attisdropped GROUP BY a.attname HAVING "
                       "count(*) = " +
                       std::to_string(books.size()) + " ORDER BY min(a.attnum)",
                   {{"table", table}});
}

/// Views over every book of the database, made anew: what they showed may have changed its form.
/// Who reads all books is told of no person.
void make_views(PostgresConnection& connection, const std::string& reader) {
  const auto books = books_on(connection);
  connection.run("DROP SCHEMA IF EXISTS book_all CASCADE");
  if (books.empty()) return;
  connection.run("CREATE SCHEMA book_all");
  make_view(connection, "county_same", same_view(books));
  make_view(connection, "settings", settings_view(books));
  make_view(connection, "versions", versions_view(books));
  for (const auto& table : record_tables()) {
    const auto columns = common_columns(connection, table, books);
    if (columns.empty()) continue;
    auto select = union_of(table, columns, books);
    if (table.starts_with("personal_")) select = "SELECT * FROM (" + select + ") AS u WHERE false";
    if (table == "county") select = county_view(columns, books);
    if (table == "book") select = book_view(columns, books);
    if (table == "rate") select = rate_view(columns, books);
    make_view(connection, table, select);
  }
  connection.run("GRANT USAGE ON SCHEMA book_all TO " + reader +
                 "; GRANT SELECT ON ALL TABLES IN SCHEMA book_all TO " + reader);
}

/// The same, where this account is one of the books' owners; within a transaction.
void make_views_as_owner(PostgresConnection& connection) {
  const auto database = name_of_database(connection);
  const auto owner = role_of(database, "", "owner");
  if (!may_become(connection, owner)) return;
  connection.run("SET LOCAL ROLE " + quoted_name(owner));
  make_views(connection, quoted_name(role_of(database, "", "reader")));
}

}  // namespace

bool may_become(PostgresConnection& connection, const std::string& role) {
  return answers_any(connection,
                     "SELECT 1 FROM pg_roles AS r WHERE r.rolname = :role AND "
                     "pg_has_role(current_user, r.oid, CASE WHEN "
                     "CAST(current_setting('server_version_num') AS integer) < 160000 "
                     "THEN 'MEMBER' ELSE 'SET' END)",
                     {{"role", role}});
}

std::string role_of(std::string_view database, std::string_view book, std::string_view part) {
  std::string name(database);
  if (!book.empty()) name += "_" + std::string(book);
  return name + "_" + std::string(part);
}

std::vector<std::string> books_on(PostgresConnection& connection) {
  return column_of(connection,
                   "SELECT substr(nspname, 6) AS name FROM pg_namespace "
                   "WHERE nspname ~ '^book_[1-9][0-9]{0,5}$' "
                   "AND has_schema_privilege(oid, 'USAGE') "
                   "ORDER BY CAST(substr(nspname, 6) AS bigint)");
}

void make_server_book(PostgresConnection& connection, const std::string& book) {
  const auto schema = schema_of(book);
  connection.run("BEGIN");
  connection.run(makers_lock);
  const bool known = answers_any(
      connection, "SELECT 1 FROM pg_namespace WHERE nspname = :schema", {{"schema", schema}});
  if (known) {
    connection.run("COMMIT");
    return;
  }
  const auto database = name_of_database(connection);
  const Roles roles(database, book);
  make_roles(connection, database, book);
  connection.run("SET LOCAL ROLE " + roles.owner);
  make_tables(connection, schema);
  grant_rights(connection, schema, roles);
  make_views(connection, roles.reader);
  connection.run("COMMIT");
}

void begin_server_upgrade(PostgresConnection& connection, const PostgresAddress& address) {
  connection.run("BEGIN");
  connection.run(makers_lock);
  const auto owner =
      column_of(
          connection,
          "SELECT pg_get_userbyid(nspowner) AS name FROM pg_namespace WHERE nspname = :schema",
          {{"schema", schema_of(address.book)}})
          .front();
  if (!may_become(connection, owner)) {
    throw Error(ErrorKind::failed,
                say("only the owner of {} brings it to another version: log in as an account that "
                    "may take on the role {}",
                    text::visible(address.shown),
                    text::visible(owner)));
  }
  connection.run("SET LOCAL ROLE " + quoted_name(owner));
  connection.run("SELECT number FROM head FOR UPDATE");
}

/// The views over all books keep tables from being made anew; they come back at the end. Where a
/// book was put there from a dump by another than their owner, there may be some that are not its
/// to drop.
void run_server_step(PostgresConnection& connection, std::string_view migration) {
  connection.run("LOCK TABLE version IN ACCESS EXCLUSIVE MODE");
  const bool owns_views = answers_any(connection,
                                      "SELECT 1 FROM pg_namespace WHERE nspname = 'book_all' AND "
                                      "pg_has_role(nspowner, 'USAGE')",
                                      {});
  if (owns_views) connection.run("DROP SCHEMA book_all CASCADE");
  connection.run(server_migration(migration));
}

/// A book that was put there from a dump may have none of the roles; its rights are then its
/// owner's to grant.
void finish_server_upgrade(PostgresConnection& connection, const std::string& book, int version) {
  connection.run("UPDATE version SET number = " + std::to_string(version));
  const auto database = name_of_database(connection);
  if (is_role(connection, role_of(database, book, "writer"))) {
    grant_rights(connection, schema_of(book), Roles(database, book));
  }
  make_views_as_owner(connection);
}

void make_server_views(PostgresConnection& connection) {
  connection.run("BEGIN");
  connection.run(makers_lock);
  make_views_as_owner(connection);
  connection.run("COMMIT");
}

}  // namespace leadbook::store
