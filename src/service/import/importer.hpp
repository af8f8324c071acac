// Takes rows one after another: matches each with the book, writes what it says, tells why not.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "leadbook/ingest/rejects.hpp"
#include "leadbook/service/import/import.hpp"
#include "leadbook/service/records/taken.hpp"
#include "service/import/guard.hpp"
#include "service/import/keys.hpp"
#include "service/import/row.hpp"

namespace leadbook::service {

class Importer {
 public:
  Importer(store::Change& change,
           Kind kind,
           ingest::Source& source,
           const std::string& file,
           const ImportOptions& options,
           const Survey& survey,
           ImportReport& report);

  /// Reads all rows; the report then holds what came of them.
  void run();

 private:
  void take(ingest::Row& row);
  void take_waiting();
  void match(ImportRow& row, const std::vector<AnyRecord>& stored);
  bool has_odd(ImportRow& row, const AnyRecord& record);
  void add(ImportRow& row);
  void check_new(ImportRow& row);
  void check_twins(ImportRow& row);
  void update(ImportRow& row, const AnyRecord& stored);
  void list_difference(const ImportRow& row, const AnyRecord& before, const AnyRecord& after);
  void settle(ImportRow& row);
  std::string heading_of(std::size_t column) const;
  void note(std::size_t line, const std::vector<std::string>& notes);
  std::string place(std::size_t line, std::size_t column) const;
  void refuse(ImportRow& row, const FieldProblem& problem) const;
  bool is_keyed() const { return keys_.has_value(); }

  store::Change& change_;
  Kind kind_;
  ingest::Source& source_;
  const std::string& file_;
  const ImportOptions& options_;
  const Survey& survey_;
  ImportReport& report_;
  std::optional<Twins> twins_;
  ImportNames names_;
  RowReader reader_;
  ImportGuard guard_;
  std::optional<TakenNumbers> taken_;  // where the key does not tell them apart already
  std::optional<SameRecords> same_;
  std::optional<KeyIndex> keys_;
  std::vector<std::string> headings_;
  std::optional<ingest::RejectWriter> rejects_;
  std::vector<ImportRow> waiting_;
  bool has_footnotes_ = false;     // rows below the table have come
  bool later_rows_refer_ = false;  // to records made by earlier ones
};

}  // namespace leadbook::service
