#include "ingest/styles.hpp"

#include <map>

#include "ingest/workbook_xml.hpp"

namespace leadbook::ingest {
namespace {

constexpr std::size_t most_formats = 65'536;

/// The formats that every spreadsheet program has without a code; those of 27 and up are Chinese.
NumberFormat built_in(std::uint64_t id) {
  const auto within = [id](std::uint64_t first, std::uint64_t last) {
    return first <= id && id <= last;
  };
  using Kind = NumberFormat::Kind;
  if (id == 46) return {Kind::elapsed, ""};
  if (within(18, 21) || within(32, 35) || within(45, 47) || within(55, 56)) return {Kind::time, ""};
  if (within(14, 22) || within(27, 36) || within(50, 58)) return {Kind::date, ""};
  if (within(9, 10)) return {Kind::percent, ""};
  return {};
}

class StyleReader : public XmlReader {
 public:
  void open(std::string_view name, const XmlAttributes& attributes) override {
    if (name == "cellXfs") within_cells_ = true;
    const auto id = parse_count(attributes.find("numFmtId").value_or("")).value_or(0);
    if (name == "numFmt") {
      const auto code = attributes.find("formatCode");
      if (code && codes_.size() < most_formats) codes_[id] = read_number_format(*code);
    }
    if (name != "xf" || !within_cells_ || formats.size() == most_formats) return;
    const auto found = codes_.find(id);
    formats.push_back(found == codes_.end() ? built_in(id) : found->second);
  }

  void close(std::string_view name) override {
    if (name == "cellXfs") within_cells_ = false;
  }

  std::vector<NumberFormat> formats;

 private:
  std::map<std::uint64_t, NumberFormat> codes_;
  bool within_cells_ = false;
};

}  // namespace

std::vector<NumberFormat> read_styles(const ZipArchive& archive, const ZipEntry* entry) {
  if (entry == nullptr) return {};
  StyleReader reader;
  read_xml(archive, *entry, reader);
  return std::move(reader.formats);
}

}  // namespace leadbook::ingest
