// Reads any bytes as a workbook: a whole archive, or one of its parts packed into an archive that
// is otherwise sound, as hardly any change to packed bytes survives the checksum.
#include <cstddef>
#include <cstdint>
#include <string>

#include "ingest/workbook/sheet_number.hpp"
#include "unit/workbook_sample.hpp"

namespace {

/// Number formats: the code, a newline, the digits.
void read_number(const std::string& bytes) {
  const auto newline = bytes.find('\n');
  if (newline == std::string::npos) return;
  const auto format = leadbook::ingest::read_number_format(bytes.substr(0, newline));
  leadbook::ingest::number_text(bytes.substr(newline + 1), format, bytes.size() % 2 == 0);
}

/// The archive that the input means by its first byte.
std::string archive_of(const std::string& input) {
  const auto bytes = input.substr(1);
  auto parts = workbook::make_parts(
      "<sheetData><row><c t=\"s\" s=\"1\"><v>0</v></c><c s=\"0\"><v>1.5</v></c></row></sheetData>");
  switch (input[0]) {
    case 's':
      parts[2].second = bytes;
      break;
    case 't':
      parts.emplace_back("xl/sharedStrings.xml", bytes);
      break;
    case 'f':
      parts.emplace_back("xl/styles.xml", bytes);
      break;
    case 'w':
      parts[0].second = bytes;
      break;
    case 'r':
      parts[1].second = bytes;
      break;
    default:
      return input;
  }
  return workbook::make_zip(parts);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string input(reinterpret_cast<const char*>(data), size);
  if (input[0] == 'n') {
    read_number(input.substr(1));
    return 0;
  }
  workbook::refusal(archive_of(input));
  return 0;
}
