#include "leadbook/store/change.hpp"

#include "leadbook/domain/error.hpp"
#include "leadbook/text/translate.hpp"
#include "store/log_hash.hpp"

namespace leadbook::store {
namespace {

std::optional<std::string> snapshot_of(const RecordShape& shape,
                                       const std::optional<RecordRow>& row) {
  if (!row) return {};
  return snapshot(shape, *row);
}

Value value_of(const std::optional<std::string>& text) { return text ? Value(*text) : Value(); }

}  // namespace

Change::Change(Db& db, Origin origin) : db_(db), origin_(std::move(origin)), transaction_(db) {
  // The head is taken first: it orders the writers on every engine.
  db_.each(statement("head_take"), {}, [&](Row& row) {
    number_ = row.integer("number");
    previous_ = row.text("hash");
  });
  const auto seen = find_request(db_, origin_.request);
  if (seen) throw RequestSeen{seen->number};
}

std::string Change::new_identity(Kind kind) {
  Digest digest;
  digest.add(origin_.request).add(identifier(kind));
  digest.add(static_cast<std::int64_t>(records_.size()));
  return digest.hex().substr(0, 32);
}

RecordRow Change::add_row(const RecordShape& shape, RecordRow row) {
  db_.each(statement("counter_take"),
           {{"kind", std::string(identifier(shape.kind))}},
           [&](Row& counter) { row.id = counter.integer("last"); });
  row.values[0] = new_identity(shape.kind);
  row.values[1] = std::int64_t{1};
  put_row(db_, shape, row);
  records_.push_back({{shape.kind, row.id}, {}, row});
  return row;
}

RecordRow Change::replace_row(const RecordShape& shape, RecordRow row) {
  auto before = find_row(db_, shape, row.id);
  const Reference record{shape.kind, row.id};
  if (!before) {
    throw Error(ErrorKind::not_found, say("there is no {} any more", reference_text(record)));
  }
  row.values[0] = before->values[0];
  row.values[1] = before->values[1];
  if (row == *before) return row;
  row.values[1] = before->revision() + 1;
  put_row(db_, shape, row);
  records_.push_back({record, std::move(before), row});
  return row;
}

void Change::restore(const Reference& record, std::optional<RecordRow> content) {
  const auto& shape = shape_of(record.kind);
  auto before = find_row(db_, shape, record.number);
  if (content) {
    const auto revision = before ? before->revision() : content->revision();
    content->values[1] = revision + 1;
    put_row(db_, shape, *content);
  } else if (before) {
    if (record.kind == Kind::project) {
      db_.run(statement("project_stage_erase"), {{"project", record.number}});
    }
    erase_row(db_, shape, record.number);
  }
  records_.push_back({record, std::move(before), std::move(content)});
}

std::int64_t Change::commit(std::optional<std::int64_t> undoes) {
  if (records_.empty()) return 0;
  Entry entry{number_,
              origin_.at,
              origin_.actor,
              origin_.command,
              origin_.request,
              undoes,
              static_cast<std::int64_t>(records_.size()),
              ""};
  EntryHash hash(previous_, entry);
  std::vector<EntryRow> rows;
  for (const auto& changed : records_) {
    const auto& shape = shape_of(changed.record.kind);
    rows.push_back(
        {changed.record, snapshot_of(shape, changed.before), snapshot_of(shape, changed.after)});
    hash.add(rows.back());
  }
  entry.hash = hash.hex();
  db_.run(statement("entry_put"),
          {{"number", entry.number},
           {"at", entry.at},
           {"actor", entry.actor},
           {"command", entry.command},
           {"request", entry.request},
           {"undoes", number_or_null(undoes.value_or(0))},
           {"row_count", entry.row_count},
           {"hash", entry.hash}});
  std::int64_t position = 0;
  for (const auto& row : rows) {
    db_.run(statement("entry_row_put"),
            {{"entry", number_},
             {"position", ++position},
             {"kind", std::string(identifier(row.record.kind))},
             {"record", row.record.number},
             {"before", value_of(row.before)},
             {"after", value_of(row.after)}});
  }
  db_.run(statement("head_put"), {{"hash", entry.hash}});
  transaction_.commit();
  return number_;
}

}  // namespace leadbook::store
