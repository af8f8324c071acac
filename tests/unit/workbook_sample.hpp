// Workbooks made by hand, and the rows that reading gives, for the tests of both.
#pragma once

#include <zlib.h>

#include <cstdint>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ingest/workbook/workbook.hpp"
#include "leadbook/domain/error.hpp"

namespace workbook {

using Parts = std::vector<std::pair<std::string, std::string>>;
using Rows = std::vector<std::vector<std::string>>;

inline std::string little_endian(std::uint64_t number, int bytes) {
  std::string text;
  for (; bytes > 0; --bytes, number /= 256) text += static_cast<char>(number % 256);
  return text;
}

inline std::string deflated(const std::string& bytes) {
  z_stream stream{};
  deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
  std::string packed(deflateBound(&stream, bytes.size()), '\0');
  std::string source = bytes;
  stream.next_in = reinterpret_cast<Bytef*>(source.data());
  stream.avail_in = static_cast<uInt>(source.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  deflate(&stream, Z_FINISH);
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  return packed;
}

/// A zip archive; `flags` of 1 says that its entries are encrypted.
inline std::string make_zip(const Parts& parts, unsigned flags = 0) {
  std::string archive;
  std::string directory;
  for (const auto& [name, bytes] : parts) {
    const auto packed = deflated(bytes);
    const auto crc =
        crc32(0, reinterpret_cast<const Bytef*>(bytes.data()), static_cast<uInt>(bytes.size()));
    const auto common = little_endian(20, 2) + little_endian(flags, 2) + little_endian(8, 2) +
                        little_endian(0, 4) + little_endian(crc, 4) +
                        little_endian(packed.size(), 4) + little_endian(bytes.size(), 4) +
                        little_endian(name.size(), 2) + little_endian(0, 2);
    directory += "PK\x01\x02" + little_endian(20, 2) + common + little_endian(0, 10) +
                 little_endian(archive.size(), 4) + name;
    archive += "PK\x03\x04" + common + name + packed;
  }
  return archive + directory + "PK\x05\x06" + little_endian(0, 4) + little_endian(parts.size(), 2) +
         little_endian(parts.size(), 2) + little_endian(directory.size(), 4) +
         little_endian(archive.size(), 4) + little_endian(0, 2);
}

inline std::string relation(const std::string& id, const std::string& type, const std::string& to) {
  return "<Relationship Id=\"" + id + "\" Type=\"http://x/" + type + "\" Target=\"" + to + "\"/>";
}

/// The parts of a workbook of one sheet, with this inside its <worksheet>.
inline Parts make_parts(const std::string& sheet) {
  return {{"xl/workbook.xml",
           "<workbook><sheets><sheet name=\"Deals\" r:id=\"r1\"/></sheets></workbook>"},
          {"xl/_rels/workbook.xml.rels",
           "<Relationships>" + relation("r1", "worksheet", "worksheets/sheet1.xml") +
               relation("r2", "sharedStrings", "/xl/sharedStrings.xml") +
               relation("r3", "styles", "styles.xml") + "</Relationships>"},
          {"xl/worksheets/sheet1.xml", "<worksheet>" + sheet + "</worksheet>"}};
}

inline std::string data(const std::string& rows) { return "<sheetData>" + rows + "</sheetData>"; }

/// A workbook whose one sheet has these rows.
inline std::string make_workbook(const std::string& rows, const Parts& more = {}) {
  auto parts = make_parts(data(rows));
  parts.insert(parts.end(), more.begin(), more.end());
  return make_zip(parts);
}

inline leadbook::ingest::Input keep(const std::string& bytes) {
  std::istringstream in(bytes);
  return leadbook::ingest::Input::keep(in, "deals.xlsx");
}

struct Reading {
  Rows rows;
  std::vector<std::size_t> lines;
  std::vector<leadbook::ingest::RowProblem> problems;
};

inline Reading read(const std::string& bytes, const std::string& sheet = "") {
  const auto input = keep(bytes);
  auto source = leadbook::ingest::open_source(input, {});
  if (!sheet.empty()) source = source->sheet(sheet);
  Reading reading;
  source->each([&](leadbook::ingest::Row& row) {
    reading.lines.push_back(row.line);
    reading.rows.push_back(std::move(row.cells));
    for (auto& problem : row.problems) reading.problems.push_back(std::move(problem));
    return true;
  });
  return reading;
}

/// The message a workbook is refused with; "" where it is read.
inline std::string refusal(const std::string& bytes, const std::string& sheet = "") {
  try {
    read(bytes, sheet);
    return "";
  } catch (const leadbook::Error& error) {
    return error.what();
  }
}

}  // namespace workbook
