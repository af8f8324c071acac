// The rows of a workbook (.xlsx, .xlsm).
#pragma once

#include <memory>

#include "leadbook/ingest/source.hpp"

namespace leadbook::ingest {

/// Opens a workbook that outlives the source: its first sheet that is shown and has rows; another is
/// named by its name, hidden or not, or by its number among those that are shown. Throws
/// Error{refused} where the workbook is of another format, encrypted, damaged, or would grow beyond
/// measure.
std::unique_ptr<Source> open_workbook(const Input& input);

}  // namespace leadbook::ingest
