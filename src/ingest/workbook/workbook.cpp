#include "ingest/workbook/workbook.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "ingest/workbook/sheet.hpp"
#include "ingest/workbook/xml.hpp"
#include "ingest/workbook/zip.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::ingest {
namespace {

struct SheetPart {
  std::string name;
  const ZipEntry* entry = nullptr;
  bool hidden = false;
};

/// What a workbook says of its parts: its sheets in order, and where they lie in the archive.
struct WorkbookParts {
  std::vector<SheetPart> sheets;  // those with cells, in the order of their tabs
  const ZipEntry* strings = nullptr;
  const ZipEntry* styles = nullptr;
  bool dates_from_1904 = false;
};

constexpr std::size_t most_sheets = 256;

struct Relation {
  std::string type;  // the last word of its address: "worksheet"
  std::string target;
};
using Relations = std::map<std::string, Relation>;

std::string text_of(std::optional<std::string_view> value) {
  return std::string(value.value_or(""));
}

std::string folder_of(std::string_view path) {
  const auto slash = path.rfind('/');
  return std::string(slash == std::string_view::npos ? "" : path.substr(0, slash));
}

/// The name in the archive that a target means in a part's folder: "/xl/a.xml", "../a.xml".
std::string resolve(std::string folder, std::string target) {
  std::replace(target.begin(), target.end(), '\\', '/');
  if (target.starts_with('/')) folder.clear();
  for (const auto part : text::split(target, '/')) {
    if (part.empty() || part == ".") continue;
    if (part == "..") {
      folder = folder_of(folder);
      continue;
    }
    if (!folder.empty()) folder += '/';
    folder += part;
  }
  return folder;
}

class RelationReader : public XmlReader {
 public:
  void open(std::string_view name, const XmlAttributes& attributes) override {
    if (name != "Relationship") return;
    const auto type = text_of(attributes.find("Type"));
    relations.insert_or_assign(
        text_of(attributes.find("Id")),
        Relation{type.substr(type.rfind('/') + 1), text_of(attributes.find("Target"))});
  }

  Relations relations;
};

struct NamedSheet {
  std::string name;
  std::string relation;
  bool hidden = false;
};

class SheetLister : public XmlReader {
 public:
  void open(std::string_view name, const XmlAttributes& attributes) override {
    if (name == "workbookPr") {
      const auto epoch = attributes.find("date1904");
      dates_from_1904 = epoch == "1" || epoch == "true" || epoch == "on";
    }
    if (name != "sheet" || sheets.size() == most_sheets) return;
    const auto state = attributes.find("state");
    sheets.push_back({text_of(attributes.find("name")),
                      text_of(attributes.find("id")),
                      state == "hidden" || state == "veryHidden"});
  }

  std::vector<NamedSheet> sheets;
  bool dates_from_1904 = false;
};

/// The relations of a part, by the entry that lies beside it; none where there is no such entry.
Relations relations_of(const ZipArchive& archive, std::string_view part) {
  const auto slash = part.rfind('/') + 1;
  const auto name =
      std::string(part.substr(0, slash)) + "_rels/" + std::string(part.substr(slash)) + ".rels";
  const auto* entry = archive.find(name);
  RelationReader reader;
  if (entry != nullptr) read_xml(archive, *entry, reader);
  return std::move(reader.relations);
}

const ZipEntry* entry_of_type(const ZipArchive& archive,
                              const Relations& relations,
                              std::string_view type,
                              const std::string& folder) {
  for (const auto& [id, relation] : relations) {
    if (relation.type == type) return archive.find(resolve(folder, relation.target));
  }
  return nullptr;
}

const ZipEntry& workbook_entry(const ZipArchive& archive) {
  const auto* entry = entry_of_type(archive, relations_of(archive, ""), "officeDocument", "");
  if (entry == nullptr) entry = archive.find("xl/workbook.xml");
  const bool is_binary = (entry != nullptr && entry->name.ends_with(".bin")) ||
                         archive.find("xl/workbook.bin") != nullptr;
  const bool is_open_document = entry == nullptr && archive.find("content.xml") != nullptr;
  if (is_binary || is_open_document) {
    throw Error(ErrorKind::failed,
                say("{} is a workbook of another kind ({}): open it in a spreadsheet program and "
                    "save it as .xlsx",
                    archive.file(),
                    is_binary ? ".xlsb" : ".ods"));
  }
  if (entry == nullptr) throw damaged_workbook(archive.file());
  return *entry;
}

/// Throws Error{failed} where the archive is no workbook of the .xlsx kind.
WorkbookParts read_parts(const ZipArchive& archive) {
  const auto& workbook = workbook_entry(archive);
  SheetLister lister;
  read_xml(archive, workbook, lister);
  const auto relations = relations_of(archive, workbook.name);
  const auto folder = folder_of(workbook.name);
  WorkbookParts parts;
  parts.dates_from_1904 = lister.dates_from_1904;
  parts.strings = entry_of_type(archive, relations, "sharedStrings", folder);
  parts.styles = entry_of_type(archive, relations, "styles", folder);
  for (auto& sheet : lister.sheets) {
    const auto found = relations.find(sheet.relation);
    // A sheet of nothing but a chart or a dialogue has no rows.
    if (found == relations.end() || found->second.type != "worksheet") continue;
    const auto* entry = archive.find(resolve(folder, found->second.target));
    if (entry == nullptr) throw damaged_workbook(archive.file(), found->second.target);
    parts.sheets.push_back({std::move(sheet.name), entry, sheet.hidden});
  }
  if (parts.sheets.empty()) {
    throw Error(ErrorKind::failed, say("{} has no sheet with rows", archive.file()));
  }
  return parts;
}

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
