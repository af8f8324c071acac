// One row of a file as a record: its cells read into fields, nothing of it in the book yet.
#pragma once

#include <string>
#include <vector>

#include "leadbook/service/import/import.hpp"
#include "leadbook/service/records/named_records.hpp"
#include "service/import/keys.hpp"
#include "service/import/survey.hpp"

namespace leadbook::service {

/// Why a row is refused; `column` counts from 1, 0 for the row as a whole.
struct Refusal {
  std::size_t column = 0;
  std::string value;
  std::string reason;
  ErrorKind kind = ErrorKind::usage;
  std::size_t line = 0;  // within a row of several lines; 0 for its first
};

struct ImportRow {
  std::size_t line = 0;
  std::vector<std::string> cells;  // as they came, kept for a file of refused rows
  ReadRecord read;
  RecordKey key;
  std::vector<std::size_t> given;  // the fields the row says something of
  std::vector<std::string> notes;  // on what came of the row
  std::vector<Refusal> refusals;
};

/// Whether a row has a cell for each column, or may leave out those at the end.
enum class RowWidth { exact, up_to };

class RowReader {
 public:
  RowReader(Kind kind,
            const Survey& survey,
            const ImportOptions& options,
            NamedRecords& names,
            bool dates_from_1904,
            RowWidth width);

  /// Reads a row; what is wrong with it is in its refusals.
  ImportRow read(const ingest::Row& row);

  /// Whether a row is the heading once more, as files put together from several have it.
  bool is_heading(const ingest::Row& row) const;

  /// What is wrong with a record as what is wrong with its row.
  Refusal refusal_of(const FieldProblem& problem) const;

  /// The number, from 1, of the column a field was read from; 0 for none.
  std::size_t column_of(std::string_view field) const;

 private:
  void check_width(const ingest::Row& row, ImportRow& out) const;
  void read_cells(const ingest::Row& row, ImportRow& out);
  std::string cell_text(const ingest::Row& row, std::size_t column, ImportRow& out) const;
  void take_text(std::size_t column, std::string text, ImportRow& out);
  void take_identity(ImportRow& out) const;
  void take_defaults();
  void read_county(ImportRow& out);
  void describe_project(ImportRow& out);
  void read_fields(ImportRow& out);
  void refuse(const FieldProblem& problem, ImportRow& out) const;

  Kind kind_;
  const std::vector<ImportColumn>& columns_;
  const std::vector<ImportDefault>& defaults_;
  const ImportOptions& options_;
  NamedRecords& names_;
  bool dates_from_1904_;
  RowWidth width_;
  std::vector<std::string> own_;      // a text for each field; of the row being read
  std::vector<std::string> project_;  // for each field of a project
  std::string reference_;
  std::string identity_;
  Reading reading_;
};

}  // namespace leadbook::service
