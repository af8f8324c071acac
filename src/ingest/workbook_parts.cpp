#include "ingest/workbook_parts.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "ingest/workbook_xml.hpp"
#include "leadbook/text/translate.hpp"
#include "leadbook/text/utf8.hpp"

namespace leadbook::ingest {
namespace {

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

}  // namespace

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

}  // namespace leadbook::ingest
