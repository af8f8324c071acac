// Any bytes as JSON and as JSON Lines.
#include <cstddef>
#include <cstdint>
#include <sstream>
#include <string>

#include "leadbook/domain/error.hpp"
#include "leadbook/ingest/source.hpp"

namespace {

using namespace leadbook::ingest;

/// Reads to the end or to what is refused; a row never has more cells than there are keys.
void read_all(const Input& input, const SourceOptions& options) {
  try {
    const auto source = open_source(input, options);
    source->each([&source](Row& row) {
      if (row.cells.size() > source->keys()->size()) __builtin_trap();
      return true;
    });
  } catch (const leadbook::Error&) {
    return;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::istringstream in(std::string(reinterpret_cast<const char*>(data), size));
  const auto input = Input::keep(in, "fuzz");
  if (size > 1 && data[0] == 'P' && data[1] == 'K') return 0;
  for (const auto format : {Format::json, Format::jsonl}) {
    for (const auto* list : {"", "rows"}) {
      SourceOptions options;
      options.format = format;
      options.list_key = list;
      read_all(input, options);
    }
  }
  return 0;
}
