// The rows that an import refused, in a file that can be mended and imported again.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "leadbook/ingest/source.hpp"

namespace leadbook::ingest {

/// How the rows of a file were read, by the names of options: what a row of it needs to be read
/// the same way elsewhere.
using ImportRun = std::map<std::string, std::vector<std::string>>;

/// What is said of a refused row beside its cells, each under a heading of its own.
inline constexpr std::string_view reason_heading = "_reason";
inline constexpr std::string_view run_heading = "_import";
inline constexpr std::string_view reject_headings[] = {
    "_line", "_column", reason_heading, run_heading};
/// The same in a Chinese run: found by the same beginnings.
inline constexpr std::string_view reject_headings_in_chinese[] = {
    "_line 行号", "_column 列", "_reason 原因", "_import 读取方式"};

/// Whether a heading or key is one of those, or this one: alone or before what it is called in
/// Chinese ("_line 行号").
bool is_reject_heading(std::string_view heading);
bool is_reject_heading(std::string_view heading, std::string_view name);

/// What stands under _import.
struct RejectedBy {
  ImportRun run;
  std::string mark;  // as Rejection has it
};

/// What a cell under _import tells of; nothing where it tells of none. Throws Error{refused} where
/// it is no such text.
std::optional<RejectedBy> read_rejected_by(std::string_view cell);

/// Why a row was refused.
struct Rejection {
  std::string column;  // the heading of the cell; "" for the row as a whole
  std::string reason;
  std::string mark = {};  // of the row as it is, where it stays refused until it is another
};

/// Writes rows as they came, in the format, delimiter and encoding of their input; those of a
/// workbook as CSV in UTF-8 with a byte order mark. What is said of a row stands in columns before
/// its own, and in JSON in an object before the row's. The file appears when it is finished, in
/// place of any of its name.
class RejectWriter {
 public:
  /// `headings` are the input's own, `run` is how its rows were read. Of an input that is such a
  /// file itself, what was said before is left out. Throws Error{failed} where no file can be
  /// written there.
  RejectWriter(const std::string& path,
               const SourceFacts& facts,
               const std::vector<std::string>& headings,
               const ImportRun& run = {});
  RejectWriter(RejectWriter&&) noexcept;

  /// Leaves nothing behind of a file that was not finished.
  ~RejectWriter();

  void add(const Row& row, const Rejection& why);

  const std::string& path() const { return path_; }

  /// Brings the file to the disk and gives it its name; nothing may be added after.
  void finish();

 private:
  class File;
  class Form;

  std::string path_;
  std::unique_ptr<File> file_;
  std::unique_ptr<Form> form_;
};

/// The refused rows of all that one command reads: in one file where they are of one form, else in
/// further ones, rejects-2.csv and so on.
class RejectFiles {
 public:
  /// Throws Error{usage} where the name is that of a file that holds no refused rows: it is not
  /// to be lost.
  explicit RejectFiles(std::string path);
  ~RejectFiles();

  /// The file for the rows of a table: one begun before that has rows alike, or a further one.
  RejectWriter& file_for(const SourceFacts& facts,
                         const std::vector<std::string>& headings,
                         const ImportRun& run);

  /// Finishes the files, and removes those of an earlier command that are no longer true.
  void finish();

 private:
  struct Part;

  std::string name_of(std::size_t number) const;

  std::string path_;
  std::vector<std::unique_ptr<Part>> parts_;
};

}  // namespace leadbook::ingest
