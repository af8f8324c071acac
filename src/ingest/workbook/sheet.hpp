// The rows of one sheet of a workbook, read as a stream.
#pragma once

#include <functional>
#include <vector>

#include "ingest/workbook/sheet_merges.hpp"
#include "ingest/workbook/strings.hpp"
#include "ingest/workbook/styles.hpp"
#include "leadbook/ingest/source.hpp"

namespace leadbook::ingest {

/// What the cells of all sheets refer to.
struct WorkbookTexts {
  SharedStrings strings;
  std::vector<NumberFormat> formats;
  bool dates_from_1904 = false;
};

/// Calls `take` for each row that has a value, until that answers false. The columns that are not
/// shown are added to `hidden_columns`. Throws Error{refused} where the sheet is damaged or has more
/// than 20 million cells.
void read_sheet(const ZipArchive& archive,
                const ZipEntry& entry,
                const WorkbookTexts& texts,
                const std::vector<Merge>& merges,
                const std::function<bool(Row&)>& take,
                std::vector<std::size_t>* hidden_columns = nullptr);

}  // namespace leadbook::ingest
