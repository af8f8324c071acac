// The books of earlier programs in tests/books, put where a test wants one.
#pragma once

#include <zlib.h>

#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "transcript.hpp"
#include "unit/test_server.hpp"

namespace old_book {

/// The text of a file that gzip packed.
inline std::string unpacked(const std::filesystem::path& path) {
  const auto file = ::gzopen(path.c_str(), "rb");
  if (file == nullptr) throw std::runtime_error("cannot open " + path.string());
  std::string text;
  std::vector<char> piece(1 << 16);
  int count = 0;
  while ((count = ::gzread(file, piece.data(), static_cast<unsigned>(piece.size()))) > 0) {
    text.append(piece.data(), static_cast<std::size_t>(count));
  }
  if (::gzclose(file) != Z_OK || count < 0) {
    throw std::runtime_error("cannot read " + path.string());
  }
  return text;
}

/// Puts the book made by the program of a commit into a file, or into a schema of the tests' server
/// where one is named.
inline void put(const std::string& commit, const std::string& file, const std::string& schema) {
  const auto path = LEADBOOK_SOURCE "/tests/books/" + commit;
  if (schema.empty()) {
    std::ofstream(file, std::ios::binary) << unpacked(path + ".db.gz");
    return;
  }
  test_server::Database::own().connection().run(
      transcript::replace_all(unpacked(path + ".sql.gz"), "book_200520", schema));
}

}  // namespace old_book
