// What a file of refused rows keeps of the import that refused them, so that they are read in the
// same way once they are mended.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "leadbook/ingest/rejects.hpp"
#include "leadbook/service/import/import.hpp"
#include "service/import/survey.hpp"

namespace leadbook::service {

/// How the rows of a survey are read, with the units and fields of columns that their headings
/// alone do not give.
ingest::ImportRun run_of(Kind kind, const ImportOptions& options, const Survey& survey);

/// Completes the options by what the rows of a file of refused rows say of their import; answers
/// whether they do. What was said for this import holds. Throws Error{refused} where they are of
/// several imports, Error{usage} where they are of another kind of record.
bool take_run(Kind kind, ingest::Source& source, const std::string& file, ImportOptions& options);

/// What stands in a refused row beside its cells, to be told from what a row says.
class RejectMarks {
 public:
  /// `headings` are the columns' names.
  explicit RejectMarks(const std::vector<std::string>& headings);

  /// Takes in what is said of a row, or in JSON of the one behind it. Answers whether the row says
  /// nothing else.
  bool take(const std::vector<std::string>& cells);

  /// Why the row was refused, where that was because of other rows and it is as it was; "" else.
  std::string standing_reason(const std::vector<std::string>& cells);

  /// A short text that changes with what a row says.
  std::string mark_of(const std::vector<std::string>& cells) const;

 private:
  bool is_mark(std::size_t column) const { return column < is_mark_.size() && is_mark_[column]; }

  std::vector<bool> is_mark_;
  std::optional<std::size_t> reason_at_;
  std::optional<std::size_t> run_at_;
  std::string reason_;
  std::string unmended_;
};

}  // namespace leadbook::service
