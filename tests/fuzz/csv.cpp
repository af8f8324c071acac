// Any bytes as a CSV or TSV text: its encoding and delimiter found out, its rows read.
#include <cstddef>
#include <cstdint>
#include <sstream>
#include <string>

#include "leadbook/domain/error.hpp"
#include "leadbook/ingest/source.hpp"

namespace {

using namespace leadbook::ingest;

/// The bytes of all cells; a text that is refused has none.
std::size_t read_all(const Input& input, const SourceOptions& options) {
  std::size_t bytes = 0;
  try {
    open_source(input, options)->each([&bytes](Row& row) {
      for (const auto& cell : row.cells) bytes += cell.size();
      return true;
    });
  } catch (const leadbook::Error&) {
    return 0;
  }
  return bytes;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::istringstream in(std::string(reinterpret_cast<const char*>(data), size));
  const auto input = Input::keep(in, "fuzz");
  // A workbook is for the target of its own.
  if (size > 1 && data[0] == 'P' && data[1] == 'K') return 0;
  for (const auto format : {Format::csv, Format::tsv}) {
    for (const auto* encoding : {"", "utf-8", "gbk", "utf-16"}) {
      SourceOptions options;
      options.format = format;
      options.encoding = encoding;
      // A byte of no encoding here stands for more than three of UTF-8.
      if (read_all(input, options) > 3 * size) __builtin_trap();
    }
  }
  return 0;
}
