// The rows that an import refused, in a file that can be mended and imported again.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "leadbook/ingest/source.hpp"

namespace leadbook::ingest {

/// Writes rows as they came, in the format, delimiter and encoding of their input, behind the
/// columns _line, _column and _reason; those of a workbook as CSV in UTF-8 with a byte order mark.
/// The file appears when it is finished, in place of any of its name.
class RejectWriter {
 public:
  /// `headings` are the input's own, or the keys of JSON, which may grow; they must outlive it. Of
  /// an input that is such a file itself, the three columns are left out. Throws Error{failed}
  /// where no file can be written there.
  RejectWriter(const std::string& path,
               const SourceFacts& facts,
               const std::vector<std::string>& headings);
  RejectWriter(const std::string&, const SourceFacts&, std::vector<std::string>&&) = delete;

  /// Leaves nothing behind of a file that was not finished.
  ~RejectWriter();

  /// Adds a row that was refused because of the cell under `column`; "" for the row as a whole.
  void add(const Row& row, const std::string& column, const std::string& reason);

  /// Brings the file to the disk and gives it its name; nothing may be added after.
  void finish();

 private:
  class File;
  class Form;

  std::unique_ptr<File> file_;
  std::unique_ptr<Form> form_;
};

}  // namespace leadbook::ingest
