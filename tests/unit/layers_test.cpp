// The house rule of the layers: no include points up, and each library stays with its owner.
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "catch.hpp"

namespace {

namespace fs = std::filesystem;
using Names = std::set<std::string>;

/// The layers below each layer, of which it may use what lies in include/leadbook.
const std::map<std::string, Names> below = {
    {"text", {}},
    {"domain", {"text"}},
    {"store", {"domain", "text"}},
    {"ingest", {"domain", "text"}},
    {"present", {"domain", "text"}},
    {"service", {"store", "ingest", "domain", "text"}},
    {"cli", {"service", "present", "ingest", "store", "domain", "text"}},
    {"main.cpp", {"cli"}},
};

/// The layers that may use each library, by the beginning of its headers' names.
const std::map<std::string, Names> owners = {
    {"CLI/", {"cli"}},
    {"toml++/", {"cli"}},
    {"SQLiteCpp/", {"store"}},
    {"sqlite3", {"store"}},
    {"libpq", {"store"}},
    {"nettle/", {"store"}},
    {"xlsxwriter", {"present"}},
    {"nlohmann/", {"present", "ingest", "store"}},
    {"utf8proc", {"text"}},
    {"iconv", {"text"}},
    {"libintl", {"text"}},
    {"minizip/", {"ingest"}},
    {"zlib", {"ingest"}},
    {"expat", {"ingest"}},
};

bool may_include_library(const std::string& layer, const std::string& header) {
  for (const auto& [beginning, layers] : owners) {
    if (header.starts_with(beginning)) return layers.count(layer) != 0;
  }
  return true;
}

bool may_include_own(const std::string& layer, const fs::path& header) {
  auto part = header.begin();
  if (*part != "leadbook") return *part == layer;  // a private header
  const std::string other = *++part;
  return other == layer || below.at(layer).count(other) != 0;
}

/// The include lines of the text of one file of `layer` that break a rule.
std::vector<std::string> forbidden_includes(const std::string& layer, std::istream& text) {
  std::vector<std::string> found;
  for (std::string line; std::getline(text, line);) {
    if (!line.starts_with("#include")) continue;
    const auto begin = line.find_first_of("<\"") + 1;
    const std::string header = line.substr(begin, line.find_first_of(">\"", begin) - begin);
    const bool fine = line[begin - 1] == '<' ? may_include_library(layer, header)
                                             : may_include_own(layer, header);
    if (!fine) found.push_back(line);
  }
  return found;
}

}  // namespace

TEST_CASE("no include of the program points up, and libraries stay in their layer") {
  std::vector<std::string> found;
  Names layers;
  for (const fs::path root : {LEADBOOK_SOURCE "/src", LEADBOOK_SOURCE "/include/leadbook"}) {
    for (const fs::path& path : fs::recursive_directory_iterator(root)) {
      if (path.extension() != ".cpp" && path.extension() != ".hpp") continue;
      const std::string layer = *path.lexically_relative(root).begin();
      INFO(path);
      REQUIRE(below.count(layer) != 0);
      layers.insert(layer);
      std::ifstream text(path);
      for (const auto& line : forbidden_includes(layer, text)) {
        found.push_back(path.lexically_relative(LEADBOOK_SOURCE).string() + ": " + line);
      }
    }
  }
  CHECK(found == std::vector<std::string>{});
  CHECK(layers.size() == below.size());
}

TEST_CASE("an include that points up or takes another layer's library is found") {
  std::istringstream includes(
      "#include <string>\n#include <fmt/format.h>\n#include \"leadbook/text/utf8.hpp\"\n"
      "#include \"domain/private.hpp\"\n#include \"text/private.hpp\"\n"
      "#include \"leadbook/store/db.hpp\"\n#include <sqlite3.h>\n#include "
      "<SQLiteCpp/Database.h>\n");
  CHECK(forbidden_includes("domain", includes) ==
        std::vector<std::string>{"#include \"text/private.hpp\"",
                                 "#include \"leadbook/store/db.hpp\"",
                                 "#include <sqlite3.h>",
                                 "#include <SQLiteCpp/Database.h>"});
}

TEST_CASE("exactly one file sees CLI11, which is long to compile") {
  std::vector<std::string> found;
  for (const fs::path root :
       {LEADBOOK_SOURCE "/src", LEADBOOK_SOURCE "/include", LEADBOOK_SOURCE "/tests"}) {
    for (const fs::path& path : fs::recursive_directory_iterator(root)) {
      if (path.extension() != ".cpp" && path.extension() != ".hpp") continue;
      std::ifstream text(path);
      for (std::string line; std::getline(text, line);) {
        if (line.starts_with("#include <CLI/")) found.push_back(path.filename().string());
      }
    }
  }
  CHECK(found == std::vector<std::string>{"command_line.cpp"});
}
