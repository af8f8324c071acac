// Records of one kind from a file: checked, matched with those of the book, and written as one
// change with its report.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "leadbook/domain/amount/money.hpp"
#include "leadbook/domain/error.hpp"
#include "leadbook/domain/record/import.hpp"
#include "leadbook/ingest/rejects.hpp"
#include "leadbook/ingest/source.hpp"
#include "leadbook/store/log/change.hpp"

namespace leadbook::service {

/// What there is to say of a file's lines, ready to print: the first of them, and how many there
/// are in all.
struct FileRemarks {
  std::vector<std::string> lines;  // "companies.csv:5: column 3 'kind': …"
  std::size_t count = 0;
  std::size_t conflicts = 0;  // among them: what the book or another row has already

  void add(std::string line, ErrorKind kind = ErrorKind::refused);
  void add(const FileRemarks& further);
  /// What refusing a file for these is: a conflict where all of them are.
  ErrorKind kind() const { return conflicts == count ? ErrorKind::conflict : ErrorKind::refused; }
};

/// How far an import has come.
struct ImportProgress {
  std::size_t rows = 0;  // read so far
  std::size_t all = 0;
};

struct ImportOptions {
  Day today;
  std::optional<AmountUnit> unit;  // of bare numbers
  bool unit_holds = false;         // of those with a sign or code as well
  std::vector<std::string> key;    // the fields by which a row finds its record; empty for none
  bool skip = false;               // refused rows are left out and the others written
  bool create = true;              // companies, and projects of signings, that rows name
  bool allow_twins = false;
  bool strict = false;             // what is only odd is refused as well
  bool clear_blank = false;        // an empty cell empties the field of a record that is updated
  bool round = false;              // amounts finer than the currency's smallest unit
  bool far_dates = false;          // days to come and years far away are taken
  std::optional<int> year;         // of dates that state none
  std::optional<DateOrder> order;  // of dates that leave open which number is the month
  std::vector<MappedColumn> map;
  std::vector<MappedDefault> defaults;
  std::optional<bool> european;  // how all numbers are written; else as each column shows
  std::size_t heading_line = 0;  // the line that names the columns; 0 where it is found out
  std::string stored_name;       // what the book calls the file; "" for what messages call it
  ingest::RejectFiles* rejects = nullptr;  // where refused rows go; null for nowhere
  std::vector<std::string> titles;         // of the table from which these rows were refused
  std::function<void(const ImportProgress&)> progress;
};

/// What one row says otherwise than the book.
struct FieldDifference {
  std::string field;
  std::string before;
  std::string after;
};
/// A record that a row made.
struct RowRecord {
  std::size_t line = 0;
  Reference record;
};
struct RowDifference {
  std::size_t line = 0;
  Reference record;
  std::vector<FieldDifference> fields;
};

/// One row that was refused, for programs.
struct RowRefusal {
  std::size_t line = 0;
  std::size_t column = 0;  // from 1; 0 for the row as a whole
  std::string heading;
  std::string value;
  std::string reason;
};

/// How a column was taken.
struct ColumnUsed {
  std::string heading;
  std::string field;  // "-" where it was passed over
  std::string unit;
};

struct ImportReport {
  std::int64_t number = 0;  // of the import's record; 0 where nothing was to be written
  std::int64_t rows = 0;
  std::int64_t created = 0;
  std::int64_t updated = 0;
  std::int64_t unchanged = 0;
  std::int64_t refused = 0;
  std::int64_t passed_over = 0;  // rows that are no records: numbers of columns, units, signatures
  std::int64_t rounded = 0;      // amounts
  std::int64_t companies = 0;    // made because rows named them
  std::int64_t projects = 0;     // the same, of signings
  std::int64_t hidden = 0;       // of the rows, in a sheet
  std::size_t heading_line = 0;
  std::string sha256;
  std::uint64_t bytes = 0;
  std::vector<ColumnUsed> columns;
  std::vector<RowRecord> records;          // of the first rows that create; `created` counts all
  std::vector<RowDifference> differences;  // of the first rows that update; `updated` counts all
  std::vector<RowRefusal> refusals;        // the first ones
  std::int64_t refusals_left_out = 0;
  FileRemarks notes;
  FileRemarks problems;
  std::string rejects;  // where refused rows were written; "" for nowhere
};

/// What a file's bytes are told by: 64 hexadecimal digits.
std::string sha256_of(const ingest::Input& input);

/// Whether a source has a row that plainly names columns of a kind: what tells a sheet of records
/// from a cover.
bool has_columns_of(Kind kind, ingest::Source& source, const ImportOptions& options);

/// Reads a source and writes what it says into the change, with a record of the import itself. A
/// row is matched with a record of the book by its key; without a key each is new, and one that
/// says what a record says already is refused. Where the report holds problems and rows were not
/// to be skipped, the change is not whole and must not be committed. `file` is what the lines of
/// the report call the text. Throws Error{refused} where no columns are found, Error{failed} where
/// the text cannot be read on.
ImportReport import_rows(store::Change& change,
                         Kind kind,
                         const ingest::Input& input,
                         ingest::Source& source,
                         const std::string& file,
                         const ImportOptions& options);

}  // namespace leadbook::service
