#include "ingest/foreign.hpp"

#include <algorithm>
#include <cstdint>
#include <string>

#include "leadbook/domain/error.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::ingest {
namespace {

std::string bytes_at(const Input& input, std::uint64_t at, std::size_t size) {
  std::string bytes(size, '\0');
  bytes.resize(input.read(at, bytes.data(), size));
  return bytes;
}

std::uint64_t little_endian(std::string_view bytes) {
  std::uint64_t number = 0;
  for (auto byte = bytes.rbegin(); byte != bytes.rend(); ++byte) {
    number = number * 256 + static_cast<unsigned char>(*byte);
  }
  return number;
}

/// What Microsoft's older programs wrote, and what their newer ones wrap a password around: a
/// compound file, whose folder names its streams.
class CompoundFile {
 public:
  explicit CompoundFile(const Input& input) {
    const auto head = bytes_at(input, 0, 512);
    is_one_ = head.starts_with("\xD0\xCF\x11\xE0");
    if (!is_one_ || head.size() < 52) return;
    const auto shift = little_endian(std::string_view(head).substr(30, 2)) % 16;
    const auto sector = little_endian(std::string_view(head).substr(48, 4));
    constexpr std::size_t folder_size = 4096;
    folder_ = bytes_at(input, (sector + 1) << shift, folder_size);
  }

  bool is_one() const { return is_one_; }

  bool has(std::string_view stream) const {
    std::string wide;
    for (const char letter : stream) wide.append({letter, '\0'});
    return folder_.find(wide) != std::string::npos;
  }

 private:
  bool is_one_ = false;
  std::string folder_;
};

[[noreturn]] void refuse_compound(const std::string& name, const CompoundFile& file) {
  if (file.has("EncryptedPackage")) {
    throw Error(ErrorKind::refused,
                say("{} is protected by a password: save it without one", name));
  }
  if (file.has("WordDocument") || file.has("PowerPoint Document")) {
    throw Error(ErrorKind::refused,
                say("{} is a document, not a table: copy its table into a workbook and save that "
                    "as .xlsx",
                    name));
  }
  throw Error(ErrorKind::refused,
              say("{} is a workbook of another kind ({}): open it in a spreadsheet program and "
                  "save it as .xlsx",
                  name,
                  ".xls"));
}

struct Beginning {
  std::string_view bytes;
  std::string_view kind;
};

constexpr Beginning archives[] = {{"Rar!", "rar"},
                                  {"7z\xBC\xAF", "7z"},
                                  {"\x1F\x8B", "gzip"},
                                  {"BZh", "bzip2"},
                                  {"\xFD\x37zXZ", "xz"}};
constexpr Beginning documents[] = {{"%PDF", "PDF"},
                                   {"{\\rtf", "RTF"},
                                   {"\x89PNG", "PNG"},
                                   {"\xFF\xD8\xFF", "JPEG"},
                                   {"GIF8", "GIF"},
                                   {"SQLite format 3", "SQLite"}};

std::string_view skip_white_space(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r\n");
  return text.substr(std::min(first, text.size()));
}

[[noreturn]] void refuse_page(const std::string& name) {
  throw Error(ErrorKind::refused,
              say("{} is a page of HTML, not a workbook: open it in a spreadsheet program and save "
                  "it as .xlsx",
                  name));
}

}  // namespace

void refuse_foreign_bytes(const Input& input) {
  const auto name = text::visible(input.name());
  const CompoundFile compound(input);
  if (compound.is_one()) refuse_compound(name, compound);
  const auto head = bytes_at(input, 0, 16);
  for (const auto& [bytes, kind] : archives) {
    if (!head.starts_with(bytes)) continue;
    throw Error(ErrorKind::refused, say("{} is an archive ({}): unpack it first", name, kind));
  }
  for (const auto& [bytes, kind] : documents) {
    if (!head.starts_with(bytes)) continue;
    throw Error(ErrorKind::refused,
                say("{} is no table but of another kind ({}): save the table in it as .xlsx or "
                    "as CSV",
                    name,
                    kind));
  }
}

void refuse_foreign_text(const Input& input, std::string_view beginning) {
  const auto name = text::visible(input.name());
  beginning = skip_white_space(beginning);
  constexpr std::size_t enough = 2'000;
  const auto folded = text::fold(beginning.substr(0, enough));
  if (folded.starts_with("mime-version:") && folded.find("multipart") != std::string::npos) {
    refuse_page(name);
  }
  if (!folded.starts_with('<')) return;
  if (folded.starts_with("<?xml") && folded.find("<html") == std::string::npos) {
    const bool is_workbook = folded.find("office:spreadsheet") != std::string::npos ||
                             folded.find("excel.sheet") != std::string::npos;
    if (is_workbook) {
      throw Error(ErrorKind::refused,
                  say("{} is a workbook of another kind ({}): open it in a spreadsheet program "
                      "and save it as .xlsx",
                      name,
                      "XML 2003"));
    }
    throw Error(ErrorKind::refused,
                say("{} is XML, not a table: save its rows as .xlsx or as CSV", name));
  }
  for (const std::string_view tag : {"<!doctype",
                                     "<html",
                                     "<head",
                                     "<meta",
                                     "<body",
                                     "<table",
                                     "<style",
                                     "<div",
                                     "<tr",
                                     "<!--",
                                     "<?xml"}) {
    if (folded.starts_with(tag)) refuse_page(name);
  }
}

void refuse_text_called_workbook(const Input& input) {
  const auto folded = text::fold(input.name());
  for (const std::string_view ending : {".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".et"}) {
    if (!folded.ends_with(ending)) continue;
    throw Error(ErrorKind::refused,
                say("{} is a text of cells, not a workbook: rename it to end in .csv, or read it "
                    "as one with -F csv",
                    text::visible(input.name())));
  }
}

}  // namespace leadbook::ingest
