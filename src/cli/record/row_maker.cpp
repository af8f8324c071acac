#include "cli/record/row_maker.hpp"

#include <numeric>
#include <optional>

#include "cli/record/field_cell.hpp"
#include "leadbook/domain/record/fields/field_text.hpp"
#include "leadbook/service/records/beside.hpp"
#include "leadbook/service/records/rounds.hpp"
#include "leadbook/text/translate.hpp"

namespace leadbook::cli {
namespace {

using present::Cell;
using store::Records;

/// What a row shows that its record does not hold.
struct Beside {
  store::Names& names;
  Day today;
  StageSpell now;                     // of a project
  std::optional<std::int64_t> round;  // of a negotiation
  Id<County> county;                  // of the project of a signing
};

/// A column of a kind's rows.
template <class R>
struct RowColumn {
  present::Column shown;
  std::set<std::string> fields;  // it is made of
  std::function<Cell(const R&, const Beside&)> cell;
  std::vector<store::Column> order = {};
  bool from_beside = false;
};

template <class R>
void add_own_columns(std::vector<RowColumn<R>>& columns) {
  columns.push_back({{say("ID"), "id"},
                     {},
                     [](const R& record, const Beside&) { return Cell(record.id); },
                     {{"id", true}}});
  columns.push_back({{say("Identity"), "uid"},
                     {"uid"},
                     [](const R& record, const Beside&) { return Cell(record.uid); },
                     {{"uid", false}}});
  columns.push_back({{say("Revision"), "revision", text::Align::right},
                     {"revision"},
                     [](const R& record, const Beside&) { return Cell(record.revision); },
                     {{"revision", true}}});
}

template <class T>
text::Align side_of() {
  return is_number(FieldText<T>::type) ? text::Align::right : text::Align::left;
}

template <class R>
void add_field_columns(std::vector<RowColumn<R>>& columns) {
  const auto& shape = store::shape_of(kind_of<R>);
  std::size_t at = 0;
  for_each_field<R>([&](const auto& field) {
    using Type = typename std::decay_t<decltype(field)>::Type;
    RowColumn<R> column{{heading_of(field), field.name, side_of<Type>()},
                        {field.name},
                        [member = field.member](const R& record, const Beside& beside) {
                          return FieldCell<Type>::of(record.*member, beside.names);
                        }};
    if constexpr (!is_list<Type>) {
      const auto first = shape.fields[at++].first;
      for (const auto place : FieldCell<Type>::order) {
        column.order.push_back(shape.columns[first + place]);
      }
    }
    columns.push_back(std::move(column));
  });
}

/// Kinds of which a row shows what the record holds and no more.
template <class R>
void add_derived_columns(std::vector<RowColumn<R>>&) {}

void add_derived_columns(std::vector<RowColumn<Project>>& columns) {
  const auto add = [&](present::Column shown, auto cell) {
    columns.push_back({std::move(shown), {}, std::move(cell), {}, true});
  };
  add({say("Stage"), "stage"},
      [](const Project&, const Beside& beside) -> Cell { return beside.now.stage; });
  add({say("Since"), "stage_since"},
      [](const Project&, const Beside& beside) -> Cell { return beside.now.since; });
  add({say("Days"), "days_in_stage", text::Align::right},
      [](const Project&, const Beside& beside) -> Cell {
        return days_in(beside.now, beside.today);
      });
}

void add_derived_columns(std::vector<RowColumn<Delegation>>& columns) {
  columns.push_back(
      {{say("Days away"), "days_away", text::Align::right},
       {"days", "starts", "ends"},
       [](const Delegation& trip, const Beside&) -> Cell { return days_away(trip); }});
}

void add_derived_columns(std::vector<RowColumn<Negotiation>>& columns) {
  columns.push_back({{say("Round"), "round_number", text::Align::right},
                     {"project", "round"},
                     [](const Negotiation& talk, const Beside& beside) -> Cell {
                       return talk.project ? beside.round : talk.round;
                     },
                     {},
                     true});
}

void add_derived_columns(std::vector<RowColumn<Signing>>& columns) {
  columns.push_back({{say("County"), "county"},
                     {"project"},
                     [](const Signing&, const Beside& beside) {
                       return FieldCell<Id<County>>::of(beside.county, beside.names);
                     },
                     {},
                     true});
}

void add_derived_columns(std::vector<RowColumn<Procedure>>& columns) {
  columns.push_back(
      {{say("Due"), "due"},
       {"submitted", "limit_days"},
       [](const Procedure& procedure, const Beside&) -> Cell { return due_of(procedure); }});
}

/// Reads what lies beside some records, as many statements as for one, and adds the records it
/// names to those named so far. Most kinds have nothing.
template <class R>
class BesideReader {
 public:
  void read(store::Db&, const Records&, std::vector<Reference>&) {}
  void put(const R&, Beside&) const {}
};

template <>
class BesideReader<Project> {
 public:
  void read(store::Db& db, const Records& records, std::vector<Reference>&) {
    stages_.forget();
    stages_.read(db, records.numbers());
  }
  void put(const Project& project, Beside& beside) const {
    beside.now = service::stage_in(stages_, project.id);
  }

 private:
  store::ReadAhead<StageSpell> stages_ = service::current_stages();
};

std::vector<std::int64_t> projects_among(const std::vector<Reference>& named) {
  std::vector<std::int64_t> projects;
  for (const auto& [kind, number] : named) {
    if (kind == Kind::project) projects.push_back(number);
  }
  return projects;
}

template <>
class BesideReader<Negotiation> {
 public:
  void read(store::Db& db, const Records&, std::vector<Reference>& named) {
    rounds_ = service::rounds_of(db, projects_among(named));
  }
  void put(const Negotiation& talk, Beside& beside) const {
    const auto found = rounds_.find(talk.id.number);
    beside.round = found == rounds_.end() ? std::nullopt : std::optional(found->second);
  }

 private:
  service::Rounds rounds_;
};

template <>
class BesideReader<Signing> {
 public:
  void read(store::Db& db, const Records&, std::vector<Reference>& named) {
    const auto projects = projects_among(named);
    counties_.read(db, projects);
    for (const auto project : projects) {
      const auto* county = counties_.find(project);
      if (county != nullptr) named.push_back({Kind::county, county->number});
    }
  }
  void put(const Signing& signing, Beside& beside) const {
    const auto* county = counties_.find(signing.project.number);
    beside.county = county == nullptr ? Id<County>() : *county;
  }

 private:
  store::ReadAhead<Id<County>> counties_ = service::project_counties();
};

template <class R>
class MakerOf final : public RowMaker {
 public:
  MakerOf(store::Db& db, store::Names& names, Day today)
      : db_(db), beside_{names, today, {}, {}, {}} {
    add_own_columns(columns_);
    add_field_columns(columns_);
    add_derived_columns(columns_);
    std::vector<std::size_t> all(columns_.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    choose(all);
  }

  std::vector<present::Column> columns() const override {
    std::vector<present::Column> shown;
    for (const auto& column : columns_) shown.push_back(column.shown);
    return shown;
  }

  void choose(const std::vector<std::size_t>& columns) override {
    chosen_ = columns;
    reads_beside_ = false;
    std::set<std::string> fields;
    for (const auto at : chosen_) {
      fields.insert(columns_[at].fields.begin(), columns_[at].fields.end());
      reads_beside_ = reads_beside_ || columns_[at].from_beside;
    }
    selection_.emplace(kind_of<R>, fields);
  }

  std::vector<store::OrderKey> order_by(std::size_t column, bool descending) const override {
    std::vector<store::OrderKey> keys;
    for (const auto& of : columns_[column].order) keys.push_back({of, descending});
    return keys;
  }

  std::size_t make_listed(const store::Listing& listing, const AddRow& add) override {
    std::size_t count = 0;
    store::each_listed(db_, *selection_, listing, [&](const Records& records) {
      make(records, add);
      count += records.size();
    });
    return count;
  }

  std::size_t make_numbered(std::span<const std::int64_t> numbers, const AddRow& add) override {
    std::size_t count = 0;
    store::each_numbered(db_, *selection_, numbers, [&](const Records& records) {
      make(records, add);
      count += records.size();
    });
    return count;
  }

 private:
  void make(const Records& records, const AddRow& add) {
    auto named = records.named();
    if (reads_beside_) reader_.read(db_, records, named);
    beside_.names.read(named);
    std::vector<Cell> cells;
    for (std::size_t index = 0; index < records.size(); ++index) {
      const auto record = records.at<R>(index);
      if (reads_beside_) reader_.put(record, beside_);
      cells.clear();
      for (const auto at : chosen_) cells.push_back(columns_[at].cell(record, beside_));
      add(cells);
    }
  }

  store::Db& db_;
  std::vector<RowColumn<R>> columns_;
  std::vector<std::size_t> chosen_;
  std::optional<store::Selection> selection_;
  bool reads_beside_ = false;
  BesideReader<R> reader_;
  Beside beside_;
};

}  // namespace

std::unique_ptr<RowMaker> row_maker(store::Db& db, Kind kind, store::Names& names, Day today) {
  return with_record(kind, [&]<class R>() -> std::unique_ptr<RowMaker> {
    return std::make_unique<MakerOf<R>>(db, names, today);
  });
}

}  // namespace leadbook::cli
