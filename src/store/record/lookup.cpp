#include "leadbook/store/record/lookup.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <optional>
#include <stdexcept>
#include <utility>

#include "leadbook/domain/record/field_facts.hpp"
#include "leadbook/domain/record/kind_facts.hpp"
#include "leadbook/text/utf8.hpp"
#include "store/record/rows.hpp"

namespace leadbook::store {
namespace {

/// src/store/sql/record/NAME.sql with its {marks} filled in.
std::string filled(std::string_view name,
                   std::initializer_list<std::pair<std::string_view, std::string>> marks) {
  auto text = statement(name);
  for (const auto& [mark, by] : marks) replace_all(text, mark, by);
  return text;
}

/// Selects of one shape as one statement.
std::string joined(const std::vector<std::string>& selects,
                   std::string_view by,
                   std::string_view order) {
  std::string text;
  for (const auto& select : selects) {
    if (!text.empty()) text += by;
    text += select;
  }
  return text + " ORDER BY " + std::string(order);
}

/// The column that a field is named and compared by, a date by its last day; "" for a list.
std::string column_of(const RecordShape& shape, std::string_view field) {
  for (const auto& of : shape.fields) {
    if (of.name == field) return shape.columns[of.first + of.count - 1].name;
  }
  return "";
}

std::string part_of(const RecordShape& shape, std::string_view field) {
  return shape.table + "_" + std::string(field);
}

std::string spellings_statement(Kind kind) {
  const auto& facts = facts_of(kind);
  const auto& shape = shape_of(kind);
  std::vector<std::string> selects;
  std::string whole;
  for (const auto field : facts.found_by) {
    const auto column = column_of(shape, field);
    if (facts.is_named_by_all) {
      whole += (whole.empty() ? "" : " || ' ' || ") + column;
    } else if (column.empty()) {
      selects.push_back(filled("spelling_item", {{"{table}", part_of(shape, field)}}));
    } else {
      selects.push_back(filled("spelling", {{"{table}", shape.source}, {"{column}", column}}));
    }
  }
  if (!whole.empty()) {
    selects.push_back(filled("spelling", {{"{table}", shape.source}, {"{column}", whole}}));
  }
  for (const auto field : facts.found_unspaced) {
    selects.push_back(filled("spelling",
                             {{"{table}", shape.source},
                              {"{column}", "replace(" + column_of(shape, field) + ", ' ', '')"}}));
  }
  return joined(selects, " UNION ", "id, spelling");
}

/// Empty where no record can name one of this kind.
std::string dependents_statement(Kind kind) {
  std::vector<std::string> selects;
  const auto take = [&](Kind owner,
                        const std::string& table,
                        const std::string& id,
                        const std::vector<Column>& columns) {
    for (const auto& column : columns) {
      if (column.refers != kind) continue;
      selects.push_back(filled("dependents",
                               {{"{kind}", std::string(identifier(owner))},
                                {"{table}", table},
                                {"{id}", id},
                                {"{column}", column.name}}));
    }
  };
  for (const auto owner : all_kinds) {
    const auto& shape = shape_of(owner);
    take(owner, shape.table, "id", shape.columns);
    for (const auto& part : shape.parts) take(owner, part.table, "record_id", part.columns);
  }
  return selects.empty() ? "" : joined(selects, " UNION ", "kind, id");
}

/// The columns of a kind's number joined by spaces; what is no record is 0.
std::string number_expression(Kind kind) {
  const auto& shape = shape_of(kind);
  std::string text;
  for (const auto name : facts_of(kind).number_columns) {
    const auto column = std::find_if(shape.columns.begin(),
                                     shape.columns.end(),
                                     [&](const Column& of) { return of.name == name; });
    if (column == shape.columns.end()) throw std::logic_error("no such column of a number");
    text += text.empty() ? "" : " || ' ' || ";
    text += column->refers ? "coalesce(" + column->name + ", 0)" : column->name;
  }
  return text;
}

/// A statement of each kind, made at first use.
class StatementOfKind {
 public:
  explicit StatementOfKind(std::string (*make)(Kind)) : make_(make) {}
  const std::string& operator[](Kind kind) {
    auto& text = texts_[kind];
    if (!text) text = make_(kind);
    return *text;
  }

 private:
  std::string (*make_)(Kind);
  std::map<Kind, std::optional<std::string>> texts_;
};

/// What parts the texts of a record in one column: no text holds it.
constexpr char between_texts = '\x1F';

/// The columns as one text; an empty one for none.
std::string joined_columns(const std::vector<std::string>& columns) {
  std::string text;
  for (const auto& column : columns) {
    if (!text.empty()) text += std::string(" || '") + between_texts + "' || ";
    text += column;
  }
  return text.empty() ? "''" : text;
}

struct SearchedColumns {
  std::vector<std::string> names;
  std::vector<std::string> others;

  bool empty() const { return names.empty() && others.empty(); }
};

void add_select(Kind kind,
                std::string_view statement_name,
                const std::string& table,
                const SearchedColumns& columns,
                std::vector<std::string>& selects) {
  if (columns.empty()) return;
  selects.push_back(filled(statement_name,
                           {{"{kind}", std::string(identifier(kind))},
                            {"{table}", table},
                            {"{source}", std::to_string(selects.size())},
                            {"{names}", joined_columns(columns.names)},
                            {"{others}", joined_columns(columns.others)}}));
}

bool is_made_by_program(Kind kind, const std::string& name) {
  const auto& fields = fields_of(kind);
  return std::any_of(fields.begin(), fields.end(), [&](const FieldFacts& field) {
    return field.name == name && field.by_program;
  });
}

void add_searched(Kind kind, std::vector<std::string>& selects) {
  const auto& shape = shape_of(kind);
  const auto& named = facts_of(kind).searched_by;
  const auto is_name = [&](const std::string& field) {
    return std::find(named.begin(), named.end(), field) != named.end();
  };
  SearchedColumns columns;
  for (const auto field : named) {
    if (const auto column = column_of(shape, field); !column.empty()) {
      columns.names.push_back(column);
    }
  }
  for (const auto& column : shape.columns) {
    if (column.is_text && !is_name(column.name) && !is_made_by_program(kind, column.name)) {
      columns.others.push_back(column.name);
    }
  }
  add_select(kind, "searched_record", shape.source, columns, selects);
  for (const auto& part : shape.parts) {
    SearchedColumns of_part;
    for (const auto& column : part.columns) {
      if (!column.is_text) continue;
      (is_name(part.name) ? of_part.names : of_part.others).push_back(column.name);
    }
    add_select(kind, "searched_part", part.table, of_part, selects);
  }
}

std::string searched_statement(Kind kind) {
  std::vector<std::string> selects;
  add_searched(kind, selects);
  return joined(selects, " UNION ALL ", "id, position, source");
}

std::string searched_outside_blocks_statement() {
  std::vector<std::string> selects;
  for (const auto kind : all_kinds) {
    // The book is no record to be found in itself.
    if (!facts_of(kind).lies_in_blocks && kind != Kind::book) add_searched(kind, selects);
  }
  return joined(selects, " UNION ALL ", "kind, id, position, source");
}

void add_texts(const std::string& column, std::vector<std::string>& texts) {
  for (const auto text : text::split(column, between_texts)) {
    if (!text.empty()) texts.emplace_back(text);
  }
}

void each_searched_by(Db& db,
                      const std::string& statement_text,
                      std::int64_t first,
                      std::int64_t last,
                      const EachSearched& each) {
  SearchedTexts texts;
  std::string kind;
  const auto pass_on = [&] {
    if (!texts.names.empty() || !texts.others.empty()) each(texts);
    texts.names.clear();
    texts.others.clear();
  };
  db.each(statement_text, {{"first", first}, {"last", last}}, [&](Row& row) {
    const auto id = row.integer("id");
    if (id != texts.record.number || row.text("kind") != kind) {
      pass_on();
      kind = row.text("kind");
      texts.record = {parse_word<Kind>(kind, "kind").value(), id};
    }
    add_texts(row.text("names"), texts.names);
    add_texts(row.text("others"), texts.others);
  });
  pass_on();
}

}  // namespace

std::vector<Spelling> spellings_of(Db& db, Kind kind) {
  static StatementOfKind statements(spellings_statement);
  std::vector<Spelling> spellings;
  if (facts_of(kind).found_by.empty()) return spellings;
  db.each(statements[kind], {}, [&](Row& row) {
    spellings.push_back({row.integer("id"), row.text("spelling")});
  });
  return spellings;
}

std::vector<Reference> dependents_of(Db& db, const Reference& record) {
  static StatementOfKind statements(dependents_statement);
  std::vector<Reference> dependents;
  const auto& text = statements[record.kind];
  if (text.empty()) return dependents;
  db.each(text, {{"id", record.number}}, [&](Row& row) {
    dependents.push_back({parse_word<Kind>(row.text("kind"), "kind").value(), row.integer("id")});
  });
  return dependents;
}

std::int64_t number_holder(Db& db, Kind kind, const std::string& number) {
  static StatementOfKind statements([](Kind of) {
    return filled("number_holder",
                  {{"{table}", shape_of(of).table}, {"{number}", number_expression(of)}});
  });
  return db.number(statements[kind], {{"number", number}});
}

void each_number(Db& db,
                 Kind kind,
                 const std::function<void(std::int64_t, const std::string&)>& each) {
  const auto text =
      filled("numbers", {{"{table}", shape_of(kind).table}, {"{number}", number_expression(kind)}});
  db.each(text, {}, [&](Row& row) { each(row.integer("id"), row.text("number")); });
}

void each_searched(
    Db& db, Kind kind, std::int64_t first, std::int64_t last, const EachSearched& each) {
  static StatementOfKind statements(searched_statement);
  each_searched_by(db, statements[kind], first, last, each);
}

void each_searched_outside_blocks(Db& db, const EachSearched& each) {
  static const std::string statement_text = searched_outside_blocks_statement();
  each_searched_by(db, statement_text, 1, std::numeric_limits<std::int64_t>::max(), each);
}

}  // namespace leadbook::store
