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
  const bool is_numbers = archive.find("Index/Document.iwa") != nullptr;
  if (is_binary || is_open_document || is_numbers) {
    throw Error(ErrorKind::refused,
                say("{} is a workbook of another kind ({}): open it in a spreadsheet program and "
                    "save it as .xlsx",
                    archive.file(),
                    is_binary    ? ".xlsb"
                    : is_numbers ? ".numbers"
                                 : ".ods"));
  }
  const bool is_document = archive.find("word/document.xml") != nullptr ||
                           archive.find("ppt/presentation.xml") != nullptr;
  if (is_document) {
    throw Error(ErrorKind::refused,
                say("{} is a document, not a table: copy its table into a workbook and save that "
                    "as .xlsx",
                    archive.file()));
  }
  if (entry == nullptr && archive.find("[Content_Types].xml") == nullptr) {
    throw Error(ErrorKind::refused,
                say("{} is an archive ({}): unpack it first", archive.file(), "zip"));
  }
  if (entry == nullptr) throw damaged_workbook(archive.file());
  return *entry;
}

/// Throws Error{refused} where the archive is no workbook of the .xlsx kind.
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
    throw Error(ErrorKind::refused, say("{} has no sheet with rows", archive.file()));
  }
  return parts;
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

/// A workbook, opened once for all of its sheets.
class Workbook {
 public:
  explicit Workbook(const Input& input) : archive_(input), parts_(read_parts(archive_)) {
    texts_.dates_from_1904 = parts_.dates_from_1904;
    texts_.formats = read_styles(archive_, parts_.styles);
    if (parts_.strings != nullptr) texts_.strings = SharedStrings(archive_, *parts_.strings);
    for (const auto& sheet : parts_.sheets) {
      sheets_.push_back({sheet.name, sheet.hidden, has_rows(sheet)});
    }
  }

  const std::vector<SheetFacts>& sheets() const { return sheets_; }
  bool dates_from_1904() const { return parts_.dates_from_1904; }

  /// The one that is read unless another is named: hidden only where no other has rows.
  const SheetPart& first_with_rows() const {
    for (const bool hidden : {false, true}) {
      for (std::size_t at = 0; at < sheets_.size(); ++at) {
        if (sheets_[at].hidden == hidden && sheets_[at].has_rows) return parts_.sheets[at];
      }
    }
    throw Error(ErrorKind::refused, say("{} has no sheet with rows", archive_.file()));
  }

  const SheetPart& find(const std::string& wanted) const {
    if (const auto* named = find_named(parts_, wanted)) return *named;
    const auto number = parse_count(wanted);
    std::uint64_t count = 0;
    std::string all;
    for (const auto& sheet : parts_.sheets) {
      if (sheet.hidden) continue;
      if (number && *number == ++count) return sheet;
      all += (all.empty() ? "" : ", ") + text::visible(sheet.name);
    }
    throw Error(
        ErrorKind::usage,
        say("{} has no sheet '{}'; there are {}", archive_.file(), text::visible(wanted), all));
  }

  std::vector<Merge> merges_of(const SheetPart& sheet) const {
    return read_merges(archive_, *sheet.entry);
  }

  std::vector<std::size_t> hidden_columns_of(const SheetPart& sheet) const {
    std::vector<std::size_t> columns;
    read_sheet(
        archive_, *sheet.entry, texts_, {}, [](Row&) { return false; }, &columns);
    return columns;
  }

  void each(const SheetPart& sheet,
            const std::vector<Merge>& merges,
            const std::function<bool(Row&)>& take) const {
    read_sheet(archive_, *sheet.entry, texts_, merges, take);
  }

 private:
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
  std::vector<SheetFacts> sheets_;
};

/// One sheet of a workbook.
class SheetSource : public Source {
 public:
  SheetSource(std::shared_ptr<const Workbook> workbook, const SheetPart& sheet)
      : workbook_(std::move(workbook)), sheet_(sheet), merges_(workbook_->merges_of(sheet)) {
    facts_.format = Format::xlsx;
    facts_.dates_from_1904 = workbook_->dates_from_1904();
    facts_.sheet = sheet.name;
    facts_.sheets = workbook_->sheets();
    facts_.hidden_columns = workbook_->hidden_columns_of(sheet);
  }

  const SourceFacts& facts() const override { return facts_; }

  void each(const std::function<bool(Row&)>& take) override {
    workbook_->each(sheet_, merges_, take);
  }

  std::unique_ptr<Source> sheet(const std::string& name) const override {
    return std::make_unique<SheetSource>(workbook_, workbook_->find(name));
  }

 private:
  std::shared_ptr<const Workbook> workbook_;
  const SheetPart& sheet_;  // of the workbook
  SourceFacts facts_;
  std::vector<Merge> merges_;
};

}  // namespace

std::unique_ptr<Source> open_workbook(const Input& input) {
  auto workbook = std::make_shared<const Workbook>(input);
  const auto& first = workbook->first_with_rows();
  return std::make_unique<SheetSource>(std::move(workbook), first);
}

}  // namespace leadbook::ingest
