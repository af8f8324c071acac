// The texts that the sheets of a workbook share.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/workbook/xml.hpp"

namespace leadbook::ingest {

/// Joins the runs of a rich text and leaves its phonetic guides out: told the elements within
/// <si> or <is>, it says which text counts.
class RichText {
 public:
  void open(std::string_view name) {
    if (name == "rPh") phonetic_ = true;
    if (name == "t") in_text_ = true;
  }
  void close(std::string_view name) {
    if (name == "rPh") phonetic_ = false;
    if (name == "t") in_text_ = false;
  }
  bool counts() const { return in_text_ && !phonetic_; }

 private:
  bool phonetic_ = false;
  bool in_text_ = false;
};

class SharedStrings {
 public:
  SharedStrings() = default;

  /// Throws Error{refused} where the texts are damaged or together larger than 64 MB.
  SharedStrings(const ZipArchive& archive, const ZipEntry& entry);

  std::optional<std::string_view> find(std::uint64_t index) const;

 private:
  friend class StringReader;

  std::string bytes_;
  std::vector<std::uint32_t> ends_;
};

/// The text with "_x000D_" and the like made the characters they stand for, and its line ends LF.
std::string decode_escapes(std::string_view text);

}  // namespace leadbook::ingest
