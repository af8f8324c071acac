// The house rules of layers and rooms: no include points up, rooms form no circle, no folder is a
// corridor, and each library stays with its owner.
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
    {"editline/", {"cli"}},
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
    {"minizip/", {"ingest", "present"}},
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

namespace {

/// Where an include may come from and lead to: a room (a folder of a layer), or the layer's hall,
/// the files that lie in no room. A hall's headers are for all its rooms, its .cpp files above
/// them.
std::string room_of(const fs::path& path) {
  const fs::path relative =
      *path.begin() == "leadbook" ? path.lexically_relative("leadbook") : path;
  const auto layer = relative.begin()->string();
  auto second = std::next(relative.begin());
  if (second == relative.end()) return layer;
  if (std::next(second) != relative.end()) return layer + "/" + second->string();
  return layer + (path.extension() == ".hpp" ? "/hall" : "/hall.cpp");
}

/// Which rooms include files of which, by what they include: only within a layer.
using Rooms = std::map<std::string, Names>;

void add_includes(Rooms& rooms, const fs::path& path, std::istream& text) {
  const auto from = room_of(path);
  for (std::string line; std::getline(text, line);) {
    if (!line.starts_with("#include \"")) continue;
    const fs::path header = line.substr(10, line.find('"', 10) - 10);
    if (std::distance(header.begin(), header.end()) < 2) continue;
    const auto to = room_of(header);
    if (to != from && to.substr(0, to.find('/')) == from.substr(0, from.find('/'))) {
      rooms[from].insert(to);
    }
  }
}

/// The rooms from which one comes back to where one was.
Names rooms_in_circles(Rooms rooms) {
  // What leads to no other room lies in no circle, nor does what no other room leads to.
  for (bool changed = true; changed;) {
    Names reached;
    for (const auto& [room, others] : rooms) reached.insert(others.begin(), others.end());
    changed = false;
    for (auto room = rooms.begin(); room != rooms.end();) {
      std::erase_if(room->second, [&](const auto& other) { return rooms.count(other) == 0; });
      const bool leaves = room->second.empty() || reached.count(room->first) == 0;
      changed = changed || leaves;
      room = leaves ? rooms.erase(room) : std::next(room);
    }
  }
  Names left;
  for (const auto& [room, others] : rooms) left.insert(room);
  return left;
}

}  // namespace

TEST_CASE("the rooms of a layer form no circle") {
  Rooms rooms;
  for (const fs::path root : {LEADBOOK_SOURCE "/src", LEADBOOK_SOURCE "/include"}) {
    for (const fs::path& path : fs::recursive_directory_iterator(root)) {
      if (path.extension() != ".cpp" && path.extension() != ".hpp") continue;
      std::ifstream text(path);
      add_includes(rooms, path.lexically_relative(root), text);
    }
  }
  CHECK(rooms.size() > 30);
  CHECK(rooms_in_circles(rooms) == Names{});
}

TEST_CASE("a circle of rooms is found, also one through a hall") {
  Rooms rooms;
  const auto add = [&](const char* path, const char* include) {
    std::istringstream text("#include \"" + std::string(include) + "\"\n");
    add_includes(rooms, path, text);
  };
  add("domain/date/reader.cpp", "leadbook/domain/result.hpp");
  add("domain/words.cpp", "domain/date/words.hpp");
  add("domain/date/reader.cpp", "domain/date/words.hpp");
  add("domain/amount/reader.cpp", "leadbook/domain/date/date.hpp");
  CHECK(rooms_in_circles(rooms) == Names{});
  SECTION("of two rooms") {
    add("leadbook/domain/date/date.hpp", "leadbook/domain/amount/money.hpp");
    CHECK(rooms_in_circles(rooms) == Names{"domain/amount", "domain/date"});
  }
  SECTION("of a room and the headers of its hall") {
    add("leadbook/domain/result.hpp", "leadbook/domain/date/date.hpp");
    CHECK(rooms_in_circles(rooms).count("domain/hall") == 1);
  }
}

TEST_CASE("no folder holds more files than a stranger can take in") {
  constexpr int most = 24;
  std::map<std::string, int> files;
  for (const fs::path root : {LEADBOOK_SOURCE "/src", LEADBOOK_SOURCE "/include"}) {
    for (const fs::path& path : fs::recursive_directory_iterator(root)) {
      if (path.extension() != ".cpp" && path.extension() != ".hpp") continue;
      ++files[path.parent_path().lexically_relative(LEADBOOK_SOURCE).string()];
    }
  }
  std::vector<std::string> corridors;
  for (const auto& [folder, count] : files) {
    if (count > most) corridors.push_back(folder + ": " + std::to_string(count));
  }
  CHECK(corridors == std::vector<std::string>{});
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
