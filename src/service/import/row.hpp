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
  std::size_t line = 0;    // within a row of several lines; 0 for its first
  bool by_others = false;  // because of other rows of the file, not of what it says itself
};

struct ImportRow {
  std::size_t line = 0;
  std::vector<std::string> cells;  // as they came, kept for a file of refused rows
  std::string raw;                 // the same of JSON
  ReadRecord read;
  RecordKey key;
  std::vector<std::size_t> given;  // the fields the row says something of
  std::vector<std::string> notes;  // on what came of the row
  std::vector<std::string> kept;   // words of its amounts, for the record's note
  std::size_t rounded = 0;         // amounts
  std::vector<Refusal> refusals;
};

/// Whether a row has a cell for each column, or may leave out those at the end.
enum class RowWidth { exact, up_to };

/// What is said once of a column: how often, and where first.
struct ColumnTally {
  std::size_t count = 0;
  std::size_t line = 0;
  std::string text;

  void add(std::size_t at, std::string_view cell) {
    if (count++ > 0) return;
    line = at;
    text = cell;
  }
};

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

  /// What there is to say of the dates of all rows that were read, by column.
  std::vector<std::string> column_notes() const;

  /// What is wrong with a record as what is wrong with its row.
  Refusal refusal_of(const FieldProblem& problem) const;

  /// The number, from 1, of the column a field was read from; 0 for none.
  std::size_t column_of(std::string_view field) const;

 private:
  void take_problems(const ingest::Row& row, ImportRow& out) const;
  void check_shared(const ingest::Row& row, ImportRow& out) const;
  void check_width(const ingest::Row& row, ImportRow& out) const;
  void read_cells(const ingest::Row& row, ImportRow& out);
  std::string cell_text(const ingest::Row& row, std::size_t column, ImportRow& out);
  std::string amount_text(std::size_t column, const std::string& cell, ImportRow& out);
  std::string date_cell_text(std::size_t column, const std::string& cell, ImportRow& out);
  void look_at_tens(std::size_t column, std::size_t line, std::string_view cell);
  void check_day(std::size_t column, const std::string& text, ImportRow& out);
  void read_row_rules(const ingest::Row& row, ImportRow& out);
  void join_date(ImportRow& out);
  void take_text(std::size_t column, std::string text, ImportRow& out);
  void take_identity(ImportRow& out) const;
  void take_defaults(ImportRow& out);
  std::size_t column_of_use(ColumnUse use) const;
  void read_county(ImportRow& out);
  void describe_project(ImportRow& out);
  void read_fields(ImportRow& out);
  void refuse(const FieldProblem& problem, ImportRow& out) const;

  Kind kind_;
  const Survey& survey_;
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
  AmountsOfRow amounts_;
  std::vector<std::string> project_kept_;  // words of amounts of the row's project
  std::string date_parts_[3];              // the row's year, month and day
  Reading reading_;
  std::optional<Period> title_;  // of the table
  std::optional<Currency> default_currency_;
  std::optional<int> default_year_;
  std::vector<ColumnTally> times_;     // of day, left out
  std::vector<ColumnTally> maybe_tens_;  // 11.1
  std::vector<bool> has_tens_;           // 11.10
  std::vector<ColumnTally> unstated_;  // amounts: 面议, 数千万元
  std::vector<ColumnTally> long_ago_;
  std::vector<ColumnTally> beyond_title_;
};

}  // namespace leadbook::service
