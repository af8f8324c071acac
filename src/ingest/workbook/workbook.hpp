// The rows of a workbook (.xlsx, .xlsm).
#pragma once

#include <memory>

#include "leadbook/ingest/source.hpp"

namespace leadbook::ingest {

/// Opens a workbook that outlives the source. A sheet is chosen by its name, hidden or not, or by
/// its number among those that are shown; else the first of these that has rows. Throws
/// Error{usage} where there is no such sheet, Error{failed} where the workbook is of another
/// format, encrypted, damaged, or would grow beyond measure.
std::unique_ptr<Source> open_workbook(const Input& input, const SourceOptions& options);

}  // namespace leadbook::ingest
