#include "ingest/workbook.hpp"

#include <utility>

#include "ingest/sheet.hpp"
#include "ingest/workbook_parts.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::ingest {
namespace {

constexpr std::string_view compound_magic = "\xD0\xCF\x11\xE0";
constexpr std::size_t directory_size = 4096;

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

/// Whether the folder of a compound file, which begins with `head`, names the stream that a
/// workbook with a password lies in.
bool is_encrypted(const Input& input, std::string_view head) {
  if (head.size() < 52) return false;
  const auto shift = little_endian(head.substr(30, 2)) % 16;
  const auto sector = little_endian(head.substr(48, 4));
  const auto directory = bytes_at(input, (sector + 1) << shift, directory_size);
  std::string wide;
  for (const char letter : std::string_view("EncryptedPackage")) wide.append({letter, '\0'});
  return directory.find(wide) != std::string::npos;
}

/// Refuses what the older programs wrote, and what has a password, by its first bytes.
void check_kind(const Input& input) {
  const auto head = bytes_at(input, 0, 512);
  if (!head.starts_with(compound_magic)) return;
  if (is_encrypted(input, head)) {
    throw Error(ErrorKind::failed,
                say("{} is protected by a password: save it without one", input.name()));
  }
  throw Error(ErrorKind::failed,
              say("{} is a workbook of another kind ({}): open it in a spreadsheet program and "
                  "save it as .xlsx",
                  input.name(),
                  ".xls"));
}

const SheetPart* find_named(const WorkbookParts& parts, const std::string& name) {
  for (const auto& sheet : parts.sheets) {
    if (sheet.name == name) return &sheet;
  }
  for (const auto& sheet : parts.sheets) {
    if (text::fold(sheet.name) == text::fold(name)) return &sheet;
  }
  return nullptr;
}

class WorkbookSource : public Source {
 public:
  WorkbookSource(const Input& input, const SourceOptions& options)
      : archive_(input), parts_(read_parts(archive_)) {
    facts_.format = Format::xlsx;
    facts_.dates_from_1904 = texts_.dates_from_1904 = parts_.dates_from_1904;
    texts_.formats = read_styles(archive_, parts_.styles);
    if (parts_.strings != nullptr) texts_.strings = SharedStrings(archive_, *parts_.strings);
    for (const auto& sheet : parts_.sheets) {
      if (!sheet.hidden) facts_.sheets.push_back(sheet.name);
    }
    sheet_ = &choose_sheet(options.sheet);
    facts_.sheet = sheet_->name;
    merges_ = read_merges(archive_, *sheet_->entry);
  }

  const SourceFacts& facts() const override { return facts_; }

  void each(const std::function<bool(Row&)>& take) override {
    read_sheet(archive_, *sheet_->entry, texts_, merges_, take);
  }

 private:
  const SheetPart& choose_sheet(const std::string& wanted) const {
    if (wanted.empty()) return first_with_rows();
    if (const auto* named = find_named(parts_, wanted)) return *named;
    const auto number = parse_count(wanted);
    if (number && *number > 0 && *number <= facts_.sheets.size()) {
      return *find_named(parts_, facts_.sheets[static_cast<std::size_t>(*number - 1)]);
    }
    std::string all;
    for (const auto& name : facts_.sheets) all += (all.empty() ? "" : ", ") + text::visible(name);
    throw Error(
        ErrorKind::usage,
        say("{} has no sheet '{}'; there are {}", archive_.file(), text::visible(wanted), all));
  }

  const SheetPart& first_with_rows() const {
    for (const auto& sheet : parts_.sheets) {
      if (!sheet.hidden && has_rows(sheet)) return sheet;
    }
    throw Error(ErrorKind::failed, say("{} has no sheet with rows", archive_.file()));
  }

  bool has_rows(const SheetPart& sheet) const {
    bool found = false;
    read_sheet(archive_, *sheet.entry, texts_, {}, [&found](Row&) {
      found = true;
      return false;
    });
    return found;
  }

  ZipArchive archive_;
  WorkbookParts parts_;
  WorkbookTexts texts_;
  SourceFacts facts_;
  const SheetPart* sheet_ = nullptr;
  std::vector<Merge> merges_;
};

}  // namespace

std::unique_ptr<Source> open_workbook(const Input& input, const SourceOptions& options) {
  check_kind(input);
  return std::make_unique<WorkbookSource>(input, options);
}

}  // namespace leadbook::ingest
