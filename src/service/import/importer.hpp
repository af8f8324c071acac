// Takes rows one after another: matches each with the book, has it written, tells why not.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "leadbook/service/import/import.hpp"
#include "leadbook/service/records/record_writer.hpp"
#include "service/import/guard.hpp"
#include "service/import/keys.hpp"
#include "service/import/rejected_run.hpp"
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
  bool keeps_identity() const;
  WriteRules write_rules() const;
  void take(ingest::Row& row);
  void note_asides();
  void take_waiting();
  std::vector<AnyRecord> find_stored();
  void match(ImportRow& row, const std::vector<AnyRecord>& stored);
  std::int64_t add(ImportRow& row);
  bool is_key_field(std::size_t field) const;
  void update(ImportRow& row, const AnyRecord& stored);
  void refuse_days_to_come(ImportRow& row, const AnyRecord* stored);
  void take_written(ImportRow& row, Written& written);
  void list_difference(std::size_t line, const AnyRecord& before, const AnyRecord& after);
  void report(ImportRow& row);
  void reject(ImportRow& row, const std::string& reasons);
  std::string heading_of(std::size_t column) const;
  void note(std::size_t line, const std::vector<std::string>& notes);
  std::string location(std::size_t line, std::size_t column) const;
  bool is_keyed() const { return keys_.has_value(); }

  store::Change& change_;
  Kind kind_;
  ingest::Source& source_;
  const std::string& file_;
  const ImportOptions& options_;
  const Survey& survey_;
  ImportReport& report_;
  ImportGuard guard_;
  bool later_rows_refer_;  // to records made by earlier ones
  Resolver resolver_;
  RecordWriter writer_;
  RowReader reader_;
  std::optional<KeyIndex> keys_;
  RejectMarks marks_;                        // of an earlier import, in the file that is read
  ingest::RejectWriter* rejects_ = nullptr;  // where refused rows go, once there is one
  std::vector<ImportRow> waiting_;
};

}  // namespace leadbook::service
