#include "leadbook/service/records/record_writer.hpp"

#include <utility>

#include "leadbook/service/records/complete.hpp"
#include "leadbook/service/records/programs.hpp"

namespace leadbook::service {
namespace {

template <class T>
void append(std::vector<T>& to, std::vector<T> more) {
  to.insert(to.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

/// What is wrong with a record as a whole.
FieldProblem conflict(std::string message) {
  return {"", "", std::move(message), ErrorKind::conflict};
}

/// Whether a record is the same as another by what it says; companies, projects and counties are
/// told by their names.
bool is_same_by_content(Kind kind) {
  return kind != Kind::company && kind != Kind::project && kind != Kind::county;
}

}  // namespace

RecordWriter::RecordWriter(store::Change& change, Resolver& resolver, Kind kind, WriteRules rules)
    : change_(change),
      kind_(kind),
      rules_(std::move(rules)),
      twins_(change.db(), rules_.many),
      names_(change, resolver, twins_, rules_.create, rules_.like_name) {
  if (!rules_.many) return;
  if (!rules_.numbers_are_free) numbers_.emplace(change.db(), kind);
}

ReadRecord RecordWriter::read(AnyRecord onto,
                              std::vector<FieldInput> inputs,
                              Day today,
                              std::optional<AmountUnit> unit,
                              bool unit_holds) {
  ReadRecord read{std::move(onto)};
  Reading reading{.today = today};
  reading.unit = unit;
  reading.unit_holds = unit_holds;
  reading.resolve = [&](Kind kind, std::string_view text) {
    return names_.resolve(kind, text, read);
  };
  reading.is_named = [&](Kind kind, std::string_view text) { return names_.is_named(kind, text); };
  reading.echoes_days = true;
  const bool is_new = reference_of(read.record).number == 0;
  if (is_new) infer_inputs(change_.db(), kind_, inputs, reading);
  find_trip(change_.db(), read.record, inputs, reading);
  read.problems = read_fields(read.record, inputs, reading);
  if (!read.problems.empty()) append(read.problems, check_record(read.record, read.problems));
  read.notes = names_.take_notes();
  append(read.notes, std::move(reading.notes));
  read.doubts = std::move(reading.doubts);
  return read;
}

Written RecordWriter::add(ReadRecord read) {
  return pass({std::move(read)},
              {&RecordWriter::check_rules,
               &RecordWriter::fill_in,
               &RecordWriter::refuse_taken_number,
               &RecordWriter::refuse_twin,
               &RecordWriter::look_for_oddities,
               &RecordWriter::make_named,
               &RecordWriter::write_new,
               &RecordWriter::remember});
}

Written RecordWriter::update(const AnyRecord& stored, ReadRecord read) {
  if (read.problems.empty() && is_same_content(stored, read.record)) {
    Written unchanged;
    unchanged.record = std::move(read.record);
    unchanged.notes = std::move(read.notes);
    return unchanged;
  }
  return pass({std::move(read), &stored},
              {&RecordWriter::check_rules,
               &RecordWriter::refuse_taken_number,
               &RecordWriter::look_for_oddities,
               &RecordWriter::make_named,
               &RecordWriter::write_over});
}

Written RecordWriter::add(AnyRecord record) { return add(ReadRecord{std::move(record)}); }

Written RecordWriter::update(const AnyRecord& stored, AnyRecord record) {
  return update(stored, ReadRecord{std::move(record)});
}

Written RecordWriter::pass(Passing passing, std::initializer_list<Step> steps) {
  auto& [read, stored, written] = passing;
  written.problems = std::move(read.problems);
  written.notes = std::move(read.notes);
  written.doubts = std::move(read.doubts);
  for (const auto step : steps) {
    if (written.problems.empty()) (this->*step)(passing);
  }
  append(written.notes, names_.take_notes());
  written.record = std::move(read.record);
  return std::move(written);
}

void RecordWriter::check_rules(Passing& passing) {
  passing.written.problems = check_record(passing.read.record);
}

void RecordWriter::fill_in(Passing& passing) {
  append(passing.written.notes, complete(change_.db(), passing.read.record));
}

void RecordWriter::refuse_taken_number(Passing& passing) {
  if (passing.stored == nullptr && rules_.numbers_are_free) return;
  const auto& record = passing.read.record;
  if (passing.stored != nullptr && has_same_number(*passing.stored, record)) return;
  auto refusal = passing.stored == nullptr && numbers_ ? numbers_->refusal(record)
                                                       : taken_refusal(change_.db(), record);
  if (refusal) passing.written.problems.push_back(conflict(std::move(*refusal)));
}

void RecordWriter::refuse_twin(Passing& passing) {
  if (!rules_.refuse_twins) return;
  auto& read = passing.read;
  find_project(read);
  if (is_same_by_content(kind_)) {
    const auto alike = find_alike(read);
    if (!alike) return;
    if (alike->is_same) passing.written.problems.push_back(conflict(alike->sentence));
    if (!alike->is_same) passing.written.oddities.push_back({"", alike->sentence});
    return;
  }
  auto refusal = twins_.refusal(read.record);
  if (refusal) {
    passing.written.problems.push_back(conflict(std::move(*refusal)));
  } else if (auto near = twins_.near_like(read.record)) {
    passing.written.oddities.push_back({"", std::move(*near)});
  }
}

/// Where many follow, all the book has is read with the first: a file that only changes records
/// needs none of it.
std::optional<Alike> RecordWriter::find_alike(const ReadRecord& read) {
  const auto& record = read.record;
  const auto& project = read.project;
  if (!rules_.many) return SameRecords(change_.db(), record, project).find(record, project);
  if (!same_) same_.emplace(change_.db(), kind_);
  return same_->find(record, project);
}

/// The project of a signing that tells nothing of it, as the book has it.
void RecordWriter::find_project(ReadRecord& read) {
  const auto* signing = std::get_if<Signing>(&read.record);
  if (signing == nullptr || read.project.county) return;
  if (auto project = store::find(change_.db(), signing->project))
    read.project = std::move(*project);
}

void RecordWriter::look_for_oddities(Passing& passing) {
  if (!rules_.find_oddities) return;
  auto& written = passing.written;
  append(written.oddities, rules_.find_oddities(passing.read));
  if (!rules_.refuse_odd) return;
  for (const auto& [field, message] : written.oddities) {
    written.problems.push_back({field, "", message});
  }
}

void RecordWriter::make_named(Passing& passing) {
  change_.at_line(passing.read.line);
  passing.written.made = names_.make(passing.read);
}

void RecordWriter::write_new(Passing& passing) {
  auto& record = passing.read.record;
  if (rules_.keeps_identity) {
    if (reference_of(record).number == 0) set_number(record, change_.last_number(kind_) + 1);
    record = change_.add_numbered(std::move(record));
  } else {
    record = change_.add(std::move(record));
  }
  passing.written.is_changed = true;
}

void RecordWriter::write_over(Passing& passing) {
  auto& record = passing.read.record;
  const auto before = revision_of(*passing.stored);
  record = change_.put(*passing.stored, std::move(record));
  passing.written.is_changed = revision_of(record) != before;
  if (const auto* program = std::get_if<Program>(&record)) {
    rename_program(change_, std::get<Program>(*passing.stored), *program);
  }
}

/// So that the next records are held against this one as well.
void RecordWriter::remember(Passing& passing) {
  if (!rules_.many) return;
  const auto& record = passing.read.record;
  if (numbers_) numbers_->remember(record);
  if (same_) same_->add(record, passing.read.project, passing.read.line);
  twins_.remember(record);
  if (kind_ == Kind::company || rules_.later_records_refer) names_.remember(record);
}

}  // namespace leadbook::service
