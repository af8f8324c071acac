#include "leadbook/store/record/many.hpp"

#include <algorithm>
#include <bit>
#include <limits>
#include <set>

#include "store/record/pieces.hpp"
#include "store/record/rows.hpp"

namespace leadbook::store {
namespace {

constexpr std::size_t looked_up_at_once = 1'024;

/// How many rows of others one that is wanted may cost, before it is better looked up.
constexpr std::int64_t passed_over = 8;

KeyedRows rows_of(const PartShape& part) {
  return {part.table, "record_id", names_of(part.columns), ", position"};
}

bool lie_close(std::span<const std::int64_t> numbers) {
  const auto count = static_cast<std::int64_t>(numbers.size());
  return numbers.back() - numbers.front() < count * passed_over;
}

std::string text_of(const KeyedRows& rows, const std::string& condition) {
  auto text = statement("rows_of");
  std::string columns;
  for (const auto& column : rows.columns) columns += ", " + column;
  replace_all(text, "{table}", rows.table);
  replace_all(text, "{columns}", columns);
  replace_all(text, "{condition}", condition);
  replace_all(text, "{key}", rows.key);
  replace_all(text, "{order}", rows.order);
  return text;
}

std::string between(const std::string& column, const std::string& prefix) {
  return column + " >= :" + prefix + "_first AND " + column + " <= :" + prefix + "_last";
}

/// A parameter's name, which outlives the statement.
const std::string& kept(std::string name) {
  static std::set<std::string> names;
  return *names.insert(std::move(name)).first;
}

/// The parts that were selected of records that came in any order.
void read_parts(Db& db, const Selection& selection, std::vector<RecordRow>& records) {
  std::vector<RecordRow*> by_number;
  std::vector<std::int64_t> numbers;
  for (auto& record : records) by_number.push_back(&record);
  std::sort(by_number.begin(), by_number.end(), [](const RecordRow* left, const RecordRow* right) {
    return left->id < right->id;
  });
  for (const auto* record : by_number) numbers.push_back(record->id);
  const auto& parts = selection.shape().parts;
  for (std::size_t part = 0; part < parts.size(); ++part) {
    if (!selection.reads_part(part)) continue;
    auto at = by_number.begin();
    each_of(db, rows_of(parts[part]), numbers, [&](Row& row) {
      const auto owner = row.leading_integer();
      while (at != by_number.end() && (*at)->id < owner) ++at;
      if (at != by_number.end() && (*at)->id == owner) take_part(row, (*at)->parts[part]);
    });
  }
}

/// Records that lie by number, in the order of these numbers, of which each comes once.
std::vector<RecordRow> in_order(std::vector<RecordRow> found,
                                std::span<const std::int64_t> numbers) {
  std::vector<RecordRow> ordered;
  ordered.reserve(found.size());
  for (const auto number : numbers) {
    const auto at = std::lower_bound(
        found.begin(), found.end(), number, [](const RecordRow& record, std::int64_t wanted) {
          return record.id < wanted;
        });
    if (at != found.end() && at->id == number) ordered.push_back(std::move(*at));
  }
  return ordered;
}

}  // namespace

void each_of(Db& db,
             const KeyedRows& rows,
             std::span<const std::int64_t> numbers,
             const EachRow& each) {
  while (!numbers.empty()) {
    const auto together = first_together(numbers);
    numbers = numbers.subspan(together.size());
    Parameters parameters;
    const auto condition = picked(rows.key, together, "n", parameters);
    db.each(text_of(rows, condition), parameters, each);
  }
}

std::span<const std::int64_t> first_together(std::span<const std::int64_t> numbers) {
  if (numbers.empty() || lie_close(numbers)) return numbers;
  return numbers.first(std::min(numbers.size(), looked_up_at_once));
}

// Numbers that are looked up fill up to a power of two with the last of them: so few statements are
// different that an engine knows most of them again.
std::string picked(std::string_view key,
                   std::span<const std::int64_t> numbers,
                   std::string_view prefix,
                   Parameters& parameters) {
  const std::string column(key);
  const std::string start(prefix);
  const auto add = [&](const std::string& name, std::int64_t number) {
    parameters.push_back({kept(start + name), number});
    return ":" + start + name;
  };
  if (lie_close(numbers)) {
    add("_first", numbers.front());
    add("_last", numbers.back());
    return between(column, start);
  }
  constexpr std::size_t least = 8;
  std::string text = column + " IN (";
  for (std::size_t at = 0; at < std::max(least, std::bit_ceil(numbers.size())); ++at) {
    if (at > 0) text += ", ";
    text += add(std::to_string(at + 1), numbers[std::min(at, numbers.size() - 1)]);
  }
  return text + ")";
}

std::vector<std::int64_t> ascending(std::vector<std::int64_t> numbers) {
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  return numbers;
}

Selection::Selection(Kind kind) : shape_(shape_of(kind)) {
  fields_.assign(shape_.fields.size(), true);
  parts_.assign(shape_.parts.size(), true);
}

Selection::Selection(Kind kind, const std::set<std::string>& names)
    : shape_(shape_of(kind)), identity_(names.contains("uid") || names.contains("revision")) {
  for (const auto& field : shape_.fields) fields_.push_back(names.contains(field.name));
  for (const auto& part : shape_.parts) parts_.push_back(names.contains(part.name));
}

bool Selection::reads_all(const std::set<std::string>& names) const {
  for (std::size_t at = 0; at < fields_.size(); ++at) {
    if (!fields_[at] && names.contains(shape_.fields[at].name)) return false;
  }
  return true;
}

std::vector<Column> Selection::columns() const {
  std::vector<Column> columns;
  const auto add = [&](std::size_t first, std::size_t count) {
    const auto from = shape_.columns.begin() + static_cast<std::ptrdiff_t>(first);
    columns.insert(columns.end(), from, from + static_cast<std::ptrdiff_t>(count));
  };
  if (identity_) add(0, 2);
  for (std::size_t at = 0; at < fields_.size(); ++at) {
    if (fields_[at]) add(shape_.fields[at].first, shape_.fields[at].count);
  }
  return columns;
}

std::vector<std::string> names_of(const std::vector<Column>& columns) {
  std::vector<std::string> names;
  for (const auto& column : columns) names.push_back(column.name);
  return names;
}

Records::Records(Selection selection, std::vector<RecordRow> rows)
    : selection_(std::move(selection)), rows_(std::move(rows)) {}
Records::Records(Records&& other) noexcept = default;
Records::~Records() = default;

std::size_t Records::size() const { return rows_.size(); }

AnyRecord Records::operator[](std::size_t index) const {
  return to_record(selection_, rows_[index]);
}

std::vector<std::int64_t> Records::numbers() const {
  std::vector<std::int64_t> numbers;
  for (const auto& row : rows_) numbers.push_back(row.id);
  return numbers;
}

std::vector<Reference> Records::named() const {
  std::vector<Reference> named;
  const auto take = [&](const std::vector<Column>& columns, auto&& each_row) {
    for (std::size_t at = 0; at < columns.size(); ++at) {
      if (!columns[at].refers) continue;
      each_row([&](const std::vector<Value>& values) {
        const auto* number = std::get_if<std::int64_t>(&values[at]);
        if (number != nullptr) named.push_back({*columns[at].refers, *number});
      });
    }
  };
  take(selection_.columns(), [&](const auto& look) {
    for (const auto& record : rows_) look(record.values);
  });
  const auto& parts = selection_.shape().parts;
  for (std::size_t part = 0; part < parts.size(); ++part) {
    if (!selection_.reads_part(part)) continue;
    take(parts[part].columns, [&](const auto& look) {
      for (const auto& record : rows_) {
        for (const auto& values : record.parts[part]) look(values);
      }
    });
  }
  return named;
}

void each_piece(Db& db,
                const Selection& selection,
                const std::function<void(const EachRow&)>& read,
                const EachPiece& each) {
  std::vector<RecordRow> records;
  const auto pass_on = [&] {
    if (records.empty()) return;
    read_parts(db, selection, records);
    each({selection, std::exchange(records, {})});
  };
  read([&](Row& row) {
    records.push_back(record_of(row, selection.shape()));
    if (records.size() == rows_at_once) pass_on();
  });
  pass_on();
}

Records records_between(Db& db, const Selection& selection, std::int64_t first, std::int64_t last) {
  const KeyedRows rows{selection.shape().source, "id", names_of(selection.columns())};
  std::vector<RecordRow> records;
  db.each(text_of(rows, between("id", "n")), {{"n_first", first}, {"n_last", last}}, [&](Row& row) {
    records.push_back(record_of(row, selection.shape()));
  });
  read_parts(db, selection, records);
  return {selection, std::move(records)};
}

Records records_referring_to(Db& db, const Selection& selection, const Reference& record) {
  const auto& shape = selection.shape();
  std::string condition;
  const auto add = [&](const std::vector<Column>& columns, const auto& refers) {
    for (const auto& column : columns) {
      if (column.refers != record.kind) continue;
      condition += (condition.empty() ? "" : " OR ") + refers(column.name);
    }
  };
  add(shape.columns, [](const std::string& column) { return column + " = :number"; });
  for (const auto& part : shape.parts) {
    add(part.columns, [&](const std::string& column) {
      return "id IN (SELECT record_id FROM " + part.table + " WHERE " + column + " = :number)";
    });
  }
  std::vector<RecordRow> records;
  if (condition.empty()) return {selection, {}};
  const KeyedRows rows{shape.source, "id", names_of(selection.columns())};
  db.each(text_of(rows, condition), {{"number", record.number}}, [&](Row& row) {
    records.push_back(record_of(row, shape));
  });
  read_parts(db, selection, records);
  return {selection, std::move(records)};
}

void each_numbered(Db& db,
                   const Selection& selection,
                   std::span<const std::int64_t> numbers,
                   const EachPiece& each) {
  const KeyedRows rows{selection.shape().source, "id", names_of(selection.columns())};
  for (std::size_t first = 0; first < numbers.size(); first += rows_at_once) {
    const auto piece = numbers.subspan(first, std::min(rows_at_once, numbers.size() - first));
    const auto wanted = ascending({piece.begin(), piece.end()});
    std::vector<RecordRow> found;
    each_of(db, rows, wanted, [&](Row& row) {
      const auto number = row.leading_integer();
      if (!std::binary_search(wanted.begin(), wanted.end(), number)) return;
      found.push_back(record_of(row, selection.shape()));
    });
    auto records = in_order(std::move(found), piece);
    if (records.empty()) continue;
    read_parts(db, selection, records);
    each({selection, std::move(records)});
  }
}

Records find(Db& db, const Selection& selection, std::span<const std::int64_t> numbers) {
  std::vector<RecordRow> rows;
  each_numbered(db, selection, numbers, [&](const Records& piece) {
    rows.insert(rows.end(), piece.rows().begin(), piece.rows().end());
  });
  return {selection, std::move(rows)};
}

void each_of_kind(Db& db, const Selection& selection, const EachPiece& each) {
  const KeyedRows rows{selection.shape().source, "id", names_of(selection.columns())};
  const Parameters all = {{"n_first", std::int64_t{1}},
                          {"n_last", std::numeric_limits<std::int64_t>::max()}};
  const auto sql = text_of(rows, between("id", "n"));
  each_piece(
      db, selection, [&](const EachRow& take) { db.each(sql, all, take); }, each);
}

}  // namespace leadbook::store
