// Which sheets of a workbook an import reads.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "leadbook/ingest/source.hpp"
#include "leadbook/service/import/import.hpp"

namespace leadbook::cli {

using Sources = std::vector<std::unique_ptr<ingest::Source>>;

/// What is read of a file: the sheets that were named; of all ("*"), or where none is named the
/// first, those that have columns of this kind; the file itself where it has no sheets. Throws
/// Error{usage} for a sheet that is not there, Error{refused} where only hidden ones have rows.
Sources choose_sources(const std::vector<std::string>& named,
                       Kind kind,
                       const service::ImportOptions& how,
                       const std::string& file,
                       std::unique_ptr<ingest::Source> opened);

/// Tells which sheets of a workbook were left out.
void note_other_sheets(const Sources& read, service::ImportReport& report, const std::string& file);

}  // namespace leadbook::cli
