// What a workbook says of its parts: its sheets in order, and where they lie in the archive.
#pragma once

#include <string>
#include <vector>

#include "ingest/zip.hpp"

namespace leadbook::ingest {

struct SheetPart {
  std::string name;
  const ZipEntry* entry = nullptr;
  bool hidden = false;
};

struct WorkbookParts {
  std::vector<SheetPart> sheets;  // those with cells, in the order of their tabs
  const ZipEntry* strings = nullptr;
  const ZipEntry* styles = nullptr;
  bool dates_from_1904 = false;
};

/// Throws Error{failed} where the archive is no workbook of the .xlsx kind.
WorkbookParts read_parts(const ZipArchive& archive);

}  // namespace leadbook::ingest
