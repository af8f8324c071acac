// Adding and changing records: the same steps, whoever asks.
#pragma once

#include <functional>
#include <initializer_list>
#include <optional>
#include <string>
#include <vector>

#include "leadbook/domain/amount/money.hpp"
#include "leadbook/domain/date/date.hpp"
#include "leadbook/service/records/named_records.hpp"
#include "leadbook/service/records/same_records.hpp"
#include "leadbook/service/records/taken.hpp"

namespace leadbook::service {

/// What is odd about a record though it breaks no rule: about a field of it, or as a whole.
struct Oddity {
  std::string field;
  std::string message;
};
using FindOddities = std::function<std::vector<Oddity>(const ReadRecord&)>;

/// What is asked of records beyond the rules of their kind.
struct WriteRules {
  bool create = false;  // companies, and projects of signings, that are named and not in the book
  LikeName like_name = LikeName::refuse;  // of such companies
  bool refuse_twins = true;               // new records like one that is there already
  bool refuse_odd = false;
  bool numbers_are_free = false;     // no other record has the number of a new one
  bool keeps_identity = false;       // of a new record: the number or identity it comes with
  bool many = false;                 // records follow one another: what the book has is read once
  bool later_records_refer = false;  // to earlier ones, by their names
  FindOddities find_oddities = {};
};

/// What came of a record.
struct Written {
  AnyRecord record;                    // as the book has it; where it was refused, as it was read
  bool is_changed = false;             // whether the book says something else than before
  std::vector<FieldProblem> problems;  // why nothing was written; none where it was
  std::vector<Oddity> oddities;
  std::vector<std::string> doubts;  // of what was understood: to be asked about
  std::vector<std::string> notes;   // what was understood and filled in
  std::vector<Reference> made;      // because the record names them
};

/// Writes records of one kind into a change. Each passes the same steps: the next is taken where
/// those before found nothing wrong, and only the last ones write.
class RecordWriter {
 public:
  /// `change` and `resolver` must outlive this.
  RecordWriter(store::Change& change, Resolver& resolver, Kind kind, WriteRules rules = {});

  NamedRecords& names() { return names_; }

  /// Reads what was typed into a record of the book or a new one, for which what follows from other
  /// records is inferred. Where a text cannot be read, all else that is wrong is told with it.
  ReadRecord read(AnyRecord onto,
                  std::vector<FieldInput> inputs,
                  Day today,
                  std::optional<AmountUnit> unit,
                  bool unit_holds = false);

  /// Adds a record.
  Written add(ReadRecord read);
  Written add(AnyRecord record);

  /// Puts a record in the place of the stored one.
  Written update(const AnyRecord& stored, ReadRecord read);
  Written update(const AnyRecord& stored, AnyRecord record);

 private:
  /// A record on its way.
  struct Passing {
    ReadRecord read;
    const AnyRecord* stored = nullptr;  // nothing for a new one
    Written written = {};
  };
  using Step = void (RecordWriter::*)(Passing&);

  Written pass(Passing passing, std::initializer_list<Step> steps);
  void check_rules(Passing& passing);
  void fill_in(Passing& passing);
  void refuse_taken_number(Passing& passing);
  void refuse_twin(Passing& passing);
  void look_for_oddities(Passing& passing);
  void make_named(Passing& passing);
  void write_new(Passing& passing);
  void write_over(Passing& passing);
  void remember(Passing& passing);
  void find_project(ReadRecord& read);
  std::optional<Alike> find_alike(const ReadRecord& read);

  store::Change& change_;
  Kind kind_;
  WriteRules rules_;
  Twins twins_;
  NamedRecords names_;
  std::optional<TakenNumbers> numbers_;  // of many records
  std::optional<SameRecords> same_;      // the same, once there is a new one
};

}  // namespace leadbook::service
