// Records of one kind from a CSV file: all of them, or none where anything is wrong.
#pragma once

#include <cstddef>
#include <cstdint>
#include <istream>
#include <optional>
#include <string>
#include <vector>

#include "leadbook/domain/error.hpp"
#include "leadbook/domain/money.hpp"
#include "leadbook/store/change.hpp"

namespace leadbook::service {

/// What there is to say of a file's lines, ready to print: the first of them, and how many there
/// are in all.
struct FileRemarks {
  std::vector<std::string> lines;  // "companies.csv:5: column 3 'kind': …"
  std::size_t count = 0;

  void add(std::string line);
};

struct ImportOptions {
  Day today;
  std::optional<AmountUnit> unit;  // of bare numbers
  bool create_companies = false;   // those named that are not in the book
  bool allow_twins = false;
};

struct ImportReport {
  std::int64_t records = 0;    // made of rows
  std::int64_t companies = 0;  // made because rows named them
  FileRemarks notes;
  FileRemarks problems;
  ErrorKind problem_kind = ErrorKind::usage;  // of the first
};

/// Adds a record for each row to the change. The first row names the columns: a field's name, or
/// its heading in either language; id, uid and revision, as a listing has them, are passed over.
/// Where the report holds problems the change is not whole and must not be committed. `file` is
/// what the lines of the report call the text. Throws Error{failed} where it cannot be read on.
ImportReport import_csv(store::Change& change,
                        Kind kind,
                        std::istream& in,
                        const std::string& file,
                        const ImportOptions& options);

}  // namespace leadbook::service
