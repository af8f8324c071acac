// One part of a workbook that was written, as it lies in the archive.
#pragma once

#include <string>
#include <string_view>

#include "ingest/workbook/zip.hpp"
#include "unit/workbook_sample.hpp"

namespace workbook {

inline std::string part_of(const std::string& bytes, const std::string& name) {
  const auto input = keep(bytes);
  const leadbook::ingest::ZipArchive archive(input);
  const auto* entry = archive.find(name);
  std::string part;
  if (entry == nullptr) return part;
  archive.read(*entry, [&part](std::string_view piece) {
    part += piece;
    return true;
  });
  return part;
}

}  // namespace workbook
