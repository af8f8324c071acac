// The entries of a zip archive, found by name and read in pieces, within limits.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "leadbook/domain/error.hpp"
#include "leadbook/ingest/input.hpp"

namespace leadbook::ingest {

struct ZipEntry {
  std::string name;  // with '/' between folders
  std::uint64_t packed = 0;
  std::uint64_t size = 0;
  std::uint64_t place = 0;   // in the directory
  std::uint64_t number = 0;  // from 0
  unsigned long method = 0;
  bool encrypted = false;
};

class ZipArchive {
 public:
  /// Reads the directory; the input must outlive the archive. Throws Error{refused} where it is
  /// damaged, has more than 256 entries or one with a name that leads out of it.
  explicit ZipArchive(const Input& input);

  /// The entry of that name, whatever its case; null where there is none.
  const ZipEntry* find(std::string_view name) const;

  /// Calls `take` with the bytes of an entry, piece by piece, until it answers false. Throws
  /// Error{refused} where the entry is damaged, encrypted or expands beyond measure.
  void read(const ZipEntry& entry, const std::function<bool(std::string_view)>& take) const;

  const std::string& file() const { return input_.name(); }

 private:
  struct Cursor;
  struct Closer {
    void operator()(void* handle) const;
  };

  void list_entries();
  void open(const ZipEntry& entry) const;

  const Input& input_;
  std::unique_ptr<Cursor, void (*)(Cursor*)> cursor_;
  std::unique_ptr<void, Closer> handle_;
  std::vector<ZipEntry> entries_;
};

/// The refusal of a workbook that is damaged in one of its parts; "" where it is as a whole.
Error damaged_workbook(const std::string& file, std::string_view part = "");

}  // namespace leadbook::ingest
