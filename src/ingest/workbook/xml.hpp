// XML of a workbook's part, told to a reader element by element.
#pragma once

#include <optional>
#include <string_view>

#include "ingest/workbook/zip.hpp"

namespace leadbook::ingest {

/// The attributes of one element, by their names without prefix.
class XmlAttributes {
 public:
  explicit XmlAttributes(const char** pairs) : pairs_(pairs) {}

  std::optional<std::string_view> find(std::string_view name) const;

 private:
  const char** pairs_;
};

class XmlReader {
 public:
  virtual ~XmlReader() = default;

  /// Names come without prefix.
  virtual void open(std::string_view name, const XmlAttributes& attributes) = 0;
  virtual void close(std::string_view) {}
  /// Text may come in several pieces.
  virtual void text(std::string_view) {}

  bool stopped() const { return stopped_; }

 protected:
  void stop() { stopped_ = true; }

 private:
  bool stopped_ = false;
};

/// Reads an entry to its end, or until the reader stops. Throws Error{refused} where it is not
/// well-formed, declares a document type or is nested beyond measure.
void read_xml(const ZipArchive& archive, const ZipEntry& entry, XmlReader& reader);

/// The number that `text` is as a whole; nothing for any other text.
std::optional<std::uint64_t> parse_count(std::string_view text);

}  // namespace leadbook::ingest
